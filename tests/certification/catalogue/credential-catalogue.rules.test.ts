import { describe, expect, it } from 'vitest'
import {
  CREDENTIALS,
  CREDENTIAL_STATES,
  credentialById,
  credentialsOfState,
  NATIONAL,
} from '@alongside/shared/certification/catalogue/credential-catalogue'
import { validateCatalogue } from '@alongside/shared/certification/catalogue/validate-catalogue'
import catalogue from '../../../shared/src/certification/catalogue/state-certifications.json' with { type: 'json' }

const anExample = catalogue.credentials[0]

function withRow(change: Record<string, unknown>): unknown {
  return { ...catalogue, credentials: [{ ...anExample, ...change }] }
}

describe('the credential catalogue', () => {
  it('loads its 69 rows with none refused', () => {
    expect(validateCatalogue(catalogue)).toEqual([])
    expect(CREDENTIALS).toHaveLength(69)
    expect(CREDENTIALS.filter((credential) => credential.complete)).toHaveLength(36)
  })

  it('covers the fifty states, the district and the national boards', () => {
    expect(CREDENTIAL_STATES).toHaveLength(52)
    expect(credentialsOfState(NATIONAL)).toHaveLength(3)
    expect(credentialsOfState('GA').map(({ abbreviation }) => abbreviation)).toEqual(['CPS-MH', 'CPS-AD'])
    expect(credentialsOfState('ZZ')).toEqual([])
  })

  it('finds a credential by its id, with the page it was read from', () => {
    const california = credentialById('us-ca-cmpss')
    expect(california?.provenance.url).toMatch(/^https:/)
    expect(california?.provenance.readOn).toBe('2026-11-21')
    expect(credentialById('us-xx-none')).toBeUndefined()
  })

  it('says of every row when it was read, and where if a page was found', () => {
    for (const { id, provenance } of CREDENTIALS.filter(({ id }) => id !== 'us-ma-carc')) {
      expect(provenance.title, id).toMatch(/\w/)
      expect(provenance.url, id).toMatch(/^https?:/)
    }
    expect(credentialById('us-ma-carc')?.provenance).toMatchObject({ url: null, confidence: 'not-found' })
  })
})

describe('a catalogue that cannot be used', () => {
  it('has rows', () => {
    expect(validateCatalogue(null)).toEqual(['catalogue: has no credentials'])
    expect(validateCatalogue({ credentials: [] })).toEqual(['catalogue: has no credentials'])
  })

  it('has each credential once', () => {
    const twice = { ...catalogue, credentials: [anExample, anExample] }
    expect(validateCatalogue(twice)).toEqual(['us-al-crss: stands twice'])
  })

  it('has the known categories', () => {
    expect(validateCatalogue({ ...catalogue, categories: { ethics: '' } })).toContain(
      'catalogue: categories are not the known ones',
    )
  })

  const renewal = anExample?.renewal
  const education = anExample?.continuingEducation
  const provenance = anExample?.provenance
  it.each<[string, Record<string, unknown>]>([
    ['id', { id: 'California' }],
    ['state', { state: 'Calif.' }],
    ['focus', { focus: 'peer' }],
    ['cycleMonths', { renewal: { ...renewal, cycleMonths: 0 } }],
    ['expiry shape', { renewal: { ...renewal, expiry: { shape: 'yearly', fixed: null } } }],
    ['fixed date', { renewal: { ...renewal, expiry: { shape: 'fixed-date', fixed: null } } }],
    [
      'late steps',
      { renewal: { ...renewal, late: [{ withinDays: 1, feeUsd: 0, status: 'late', effect: 'x' }] } },
    ],
    [
      'late steps out of order',
      {
        renewal: {
          ...renewal,
          late: [30, 15].map((withinDays) => ({ withinDays, feeUsd: null, status: 'grace', effect: 'x' })),
        },
      },
    ],
    ['hours', { continuingEducation: { ...education, hours: -1, per: 'cycle' } }],
    [
      'hours without the period they belong to',
      { continuingEducation: { ...education, hours: 20, per: null } },
    ],
    [
      'unknown category',
      { continuingEducation: { ...education, categories: [{ category: 'golf', minHours: 1 }] } },
    ],
    [
      'category numbers',
      { continuingEducation: { ...education, categories: [{ category: 'ethics', minHours: 900 }] } },
    ],
    [
      'within names no category of the row',
      {
        continuingEducation: {
          ...education,
          categories: [{ category: 'ethics', minHours: 1, within: 'coaching' }],
        },
      },
    ],
    ['limits', { continuingEducation: { ...education, limits: [{ kind: 'mood' }] } }],
    ['provenance url', { provenance: { ...provenance, url: 'somewhere' } }],
    ['readOn', { provenance: { ...provenance, readOn: '2026-11' } }],
    ['complete does not agree with what was read', { complete: true }],
  ])('is told by its row: %s', (fault, change) => {
    const faults = validateCatalogue(withRow(change))
    expect(faults.some((text) => text.endsWith(`: ${fault}`))).toBe(true)
  })
})
