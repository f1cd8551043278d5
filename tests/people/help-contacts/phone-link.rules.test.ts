import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateHelpContact } from '../../../shared/src/people/help-contacts/help-contact-input.ts'
import { phoneLink } from '../../../shared/src/people/help-contacts/phone-link.ts'

describe('the address that calls a number', () => {
  it.each([
    ['988', 'tel:988'],
    ['(503) 555-0134', 'tel:5035550134'],
    ['+1 503 555 0134', 'tel:+15035550134'],
    ['(503) 555-0134 ext. 12', 'tel:5035550134;ext=12'],
    ['503-555-0134x12', 'tel:5035550134;ext=12'],
    ['503-555-0134 extensión 12', 'tel:5035550134;ext=12'],
    ['503-555-0134 #12', 'tel:5035550134;ext=12'],
    ['911/988', 'tel:911'],
    ['503-555-0134 or 503-555-0135', 'tel:5035550134'],
    ['503/555-0134', 'tel:5035550134'],
    ['503–555–0134', 'tel:5035550134'],
    ['\u202a503\u00a0555\u20110134\u202c', 'tel:5035550134'],
  ])('%s: %s', (text, link) => {
    expect(phoneLink(text)).toBe(link)
  })

  it('holds nothing but digits, a plus before them and an extension, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(phoneLink(text)).toMatch(/^tel:\+?\d*(;ext=\d{1,8})?$/)
      }),
    )
  })

  it.each(['503–555–0134', '503\u00a0555\u00a00134', '\u202a503-555-0134\u202c'])(
    'is of a number as phones copy it: %j',
    (phone) => {
      expect(validateHelpContact({ label: 'Line', phone })).toEqual([])
    },
  )
})
