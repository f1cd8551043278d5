import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalEmail, mailtoLink, validateEmail } from '@alongside/shared/people/account/email'
import { validateHelpContact } from '@alongside/shared/people/help-contacts/help-contact-input'
import {
  validateDataSharing,
  validateHostAgency,
  validateHostAgencyContact,
} from '@alongside/shared/people/host-agencies/host-agency-input'
import { readAddressList } from '@alongside/shared/people/invitations/address-list'
import { validateDisplayName } from '@alongside/shared/people/invitations/invitation-input'
import { validateTeam, validateOrganization } from '@alongside/shared/people/organization/organization-input'
import { isWebAddress, oneLine, validateLine } from '@alongside/shared/validation/one-line'

const HOSTILE = {
  'a line feed': 'Ana\nBcc: evil@example.org',
  'carriage return and line feed': 'X\r\nBcc: evil',
  'a turn of direction': 'Ana \u202Egnp.exe',
  'an isolate': 'Ana \u2066x\u2069',
  'a zero-width space': 'A\u200Bna',
  'a soft hyphen': 'A\u00ADna',
  'a joiner outside an emoji': 'A\u200Dna',
  'a bell': 'Ana\u0007',
  'a line separator': 'Ana\u2028x',
  'sixty marks': `A${'\u0301'.repeat(60)}`,
  'a zero-width space alone': '\u200B',
  'a Hangul filler alone': '\u3164',
  'an empty Braille cell alone': '\u2800',
  'dots alone': '...',
}
/** Every input that is one line, by what the screens and the API both call. */
const INPUTS: Record<string, (text: string) => readonly object[]> = {
  displayName: (text) => validateDisplayName('name', text),
  organization: (text) =>
    validateOrganization(
      {
        name: text,
        kind: 'COURT',
        homeState: 'OH',
        timeZone: 'America/New_York',
        locale: 'en',
      },
      ['America/New_York'],
    ),
  team: (text) => validateTeam({ name: text }),
  'host agency': (text) =>
    validateHostAgency({
      name: text,
      kind: 'JAIL',
      state: 'OH',
      sequentialIntercept: 3,
      deflectionPathway: null,
    }),
  'contact of an agency': (text) =>
    validateHostAgencyContact({ name: text, purpose: 'Front desk', phone: '5035550134' }),
  'purpose of a contact': (text) =>
    validateHostAgencyContact({ name: 'Ana', purpose: text, phone: '5035550134' }),
  'data sharing': (text) => validateDataSharing({ reference: text, startsOn: '2026-01-01', endsOn: null }),
  'help contact': (text) => validateHelpContact({ label: text, phone: '988' }),
}

describe.each(Object.entries(INPUTS))('the one line of %s', (_, problemsOf) => {
  it.each(Object.entries(HOSTILE))('has no %s', (_name, text) => expect(problemsOf(text)).not.toEqual([]))

  it.each([
    'Ana María Núñez',
    "Keanuʻu O'Brien-Løw",
    'Nguyễn Thị Hương',
    'ありがとう',
    'Ana 👩🏽‍⚕️ Reyes',
    'शर्मा',
  ])('may be %s', (text) => expect(problemsOf(text)).toEqual([]))
})

describe('one line', () => {
  const anyText = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        '\u200D',
        '\u200B',
        '\u202E',
        '\n',
        '\t',
        '\u3164',
        '👩',
        '❤️',
        '\u0301',
        ' ',
        'a',
        '7',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 30,
  })

  it('lets nothing through that cannot be seen, and keeps what it let through as readable', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        if (validateLine('name', text, 80, { isRequired: true }).length > 0) return
        const kept = oneLine(text)
        expect(kept).toMatch(/[\p{L}\p{N}]/u)
        expect(kept.replaceAll('\u200D', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
        expect(validateLine('name', kept, 80, { isRequired: true })).toEqual([])
        expect(oneLine(kept)).toBe(kept)
      }),
      { numRuns: process.env['ALONGSIDE_DRILLS'] ? 20_000 : 3_000 },
    )
  })
})

describe('an address', () => {
  it.each([
    '\u200Brosa@example.org',
    'ro\u00ADsa@example.org',
    'rosa.d\u202Eel@example.org',
    'rosa@exam\u200Bple.org',
  ])('with a sign that nobody sees is refused: %j', (email) =>
    expect(validateEmail('email', email)).not.toEqual([]),
  )

  it('is one, however its domain is written', () => {
    expect(canonicalEmail('Ana@München.example')).toBe('ana@xn--mnchen-3ya.example')
    expect(canonicalEmail('ana@mu\u0308nchen.example')).toBe(canonicalEmail('ana@xn--mnchen-3ya.example'))
    expect(validateEmail('email', 'ana@münchen.example')).toEqual([])
    expect(readAddressList('Ana <ana@münchen.example>\nana@xn--mnchen-3ya.example')[1]?.problem).toBe(
      'TWICE_IN_LIST',
    )
  })

  it('begins no header of a mail', () => {
    expect(mailtoLink('a?bcc=evil%40x.org&x@b.cc')).toBe('mailto:a%3Fbcc%3Devil%2540x.org%26x@b.cc')
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const { pathname, search, hash } = new URL(mailtoLink(email))
        expect([decodeURIComponent(pathname), search, hash]).toEqual([email, '', ''])
      }),
    )
  })

  it('of a page names no user before its host', () => {
    expect(isWebAddress('https://988lifeline.org/help?x=a@b', { isSecure: true })).toBe(true)
    for (const url of [
      'https://javascript:alert(1)@evil.example',
      'https://ohio.gov@evil.example/',
      'https://ohio.gov\\@evil.example',
      'http://ohio.gov',
      'https://nowhere',
      'https://ohio.gov/\u202Ex',
    ])
      expect([url, isWebAddress(url, { isSecure: true })]).toEqual([url, false])
  })
})
