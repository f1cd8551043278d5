import {
  longestCadenceDays,
  requirementsFrom,
  SUPERVISION_REQUIREMENTS,
} from '@alongside/shared/supervision/agreements/supervision-requirements'
import { describe, expect, it } from 'vitest'

const ROW = {
  id: 'us-xx',
  jurisdiction: 'XX',
  appliesTo: 'peers',
  shape: 'frequency',
  source: 'https://xx.example',
}

describe('what states and payers ask of supervision', () => {
  it('is read whole, each row with its source', () => {
    expect(SUPERVISION_REQUIREMENTS).toHaveLength(15)
    for (const { source } of SUPERVISION_REQUIREMENTS) expect(source).not.toBe('')
  })

  it.each([
    ['us-dc-22a-7314', 7],
    ['us-tx-354-3103-initial', 7],
    ['us-tx-354-3103-full', 28],
    ['us-ky-apss', 14],
    ['us-me-cipss', 90],
    ['lappa-practice', 14],
    ['us-nc-medicaid', null],
  ])('of %s asks for a session at least every %s days', (id, days) => {
    const requirement = SUPERVISION_REQUIREMENTS.find((each) => each.id === id)
    expect(requirement && longestCadenceDays(requirement)).toBe(days)
  })

  it('leaves a figure unknown that was not read, and lists what no figure holds', () => {
    const [requirement] = requirementsFrom([{ ...ROW, sessionsPerMonth: 1, morePeerRequested: true }])
    expect(requirement).toMatchObject({
      sessionsPerMonth: 1,
      minutesPerWeek: null,
      date: null,
      cadenceDays: [],
    })
    expect(requirement?.unread).toEqual(['morePeerRequested'])
  })

  it.each([
    ['no source', { ...ROW, source: undefined }],
    ['an empty jurisdiction', { ...ROW, jurisdiction: '' }],
    ['a number in words', { ...ROW, minutesPerWeek: 'sixty' }],
    ['a cadence of no days', { ...ROW, cadenceDays: [0] }],
    ['a date that is a number', { ...ROW, date: 2024 }],
  ])('stops at a row with %s', (_, row) => {
    expect(() => requirementsFrom([row])).toThrow(/us-xx has no usable/)
  })

  it('stops at a row that stands there twice', () => {
    expect(() => requirementsFrom([ROW, ROW])).toThrow(/twice/)
  })
})
