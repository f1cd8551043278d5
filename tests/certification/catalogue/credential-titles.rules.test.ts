import { describe, expect, it } from 'vitest'
import {
  TITLES_HELD_SIDE_BY_SIDE,
  validateTitle,
  titlesOf,
  underTitle,
} from '@alongside/shared/certification/catalogue/credential-titles'
import { validateCertification } from '@alongside/shared/certification/recording/certification-input'
import { credentialById } from '@alongside/shared/certification/catalogue/credential-catalogue'
import { renewalRuleOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'

describe('titles that may be held side by side', () => {
  it('belong to a credential whose rule lets several of it run together', () => {
    for (const { credentialId, titles, source } of TITLES_HELD_SIDE_BY_SIDE) {
      const credential = credentialById(credentialId)
      expect(credential?.provenance).toMatchObject(source)
      expect(renewalRuleOf(credentialId).together?.withCredentials).toContain(credentialId)
      expect(credential?.credential).toBe(titles.map(({ name }) => name).join(' / '))
      expect([credential?.abbreviation, ...(credential?.alsoKnownAs ?? [])]).toEqual(
        titles.map(({ abbreviation }) => abbreviation),
      )
    }
  })

  it('are asked where there is a choice, and refused where there is none', () => {
    const field = 'title'
    expect(validateTitle('us-mi-cpss', null)).toEqual([{ field, problem: 'required' }])
    expect(validateTitle('us-mi-cpss', 'CPS')).toEqual([{ field, problem: 'not-an-option' }])
    expect(validateTitle('us-mi-cpss', 'CPRC')).toEqual([])
    expect(validateTitle('us-ca-cmpss', null)).toEqual([])
    expect(validateTitle('us-ca-cmpss', 'CPSS')).toEqual([{ field, problem: 'not-an-option' }])
    const input = { credentialId: 'us-mi-cpss', issuedOn: '2026-01-01', title: '' }
    expect(validateCertification(input, '2026-06-17')).toEqual([{ field, problem: 'required' }])
    expect(titlesOf('us-ca-cmpss')).toEqual([])
  })

  it('name the credential of whoever holds one', () => {
    const credential = credentialById('us-mi-cpss')
    expect(credential && underTitle(credential, 'CPRC')).toMatchObject({
      id: 'us-mi-cpss',
      abbreviation: 'CPRC',
      credential: 'Certified Peer Recovery Coach',
    })
    expect(credential && underTitle(credential, null)).toBe(credential)
  })
})
