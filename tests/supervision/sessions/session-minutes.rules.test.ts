import type { ValidationError } from '@alongside/shared/validation/validation-error'
import {
  validateLogSession,
  type LogSessionInput,
} from '@alongside/shared/supervision/sessions/session-minutes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const cases = { numRuns: process.env.ALONGSIDE_DRILLS ? 10_000 : 1_000 }
const patience = { timeout: 120_000 }
const TODAY = '2026-03-05'

const support = { type: 'SUPPORTIVE', minutes: 40, activities: ['ENCOURAGEMENT'], note: null }
const teaching = { type: 'EDUCATIONAL', minutes: 20, activities: [] }
const SESSION: LogSessionInput = {
  heldOn: '2026-03-04',
  minutes: 60,
  format: 'INDIVIDUAL',
  modality: 'VIDEO',
  attendees: [{ peerId: 'one' }],
  segments: [support, teaching],
}
const validationErrors = (parts: Partial<LogSessionInput>): ValidationError[] =>
  validateLogSession({ ...SESSION, ...parts }, TODAY)
const peers = (count: number): { peerId: string }[] =>
  Array.from({ length: count }, (_, at) => ({ peerId: `p${at}` }))

describe('logging a session', () => {
  it('takes one whose segments fill it', () => {
    expect(validationErrors({})).toEqual([])
    expect(validationErrors({ format: 'GROUP', attendees: peers(30) })).toEqual([])
  })

  it.each([
    ['2026-03-06', { problem: 'in-the-future', limit: TODAY }],
    ['2025-03-04', { problem: 'too-long-ago', limit: '2025-03-05' }],
    ['2026-02-29', { problem: 'not-a-date' }],
    ['', { problem: 'required' }],
  ])('refuses the day %j', (heldOn, validationError) => {
    expect(validationErrors({ heldOn })).toEqual([{ field: 'heldOn', ...validationError }])
  })

  it('takes today and the same day a year ago', () => {
    expect([...validationErrors({ heldOn: TODAY }), ...validationErrors({ heldOn: '2025-03-05' })]).toEqual(
      [],
    )
  })

  it.each([
    [0, 'too-small', 1],
    [-5, 'too-small', 1],
    [601, 'too-large', 600],
    [59.5, 'not-a-number', undefined],
    [Number.NaN, 'not-a-number', undefined],
  ])('refuses %d minutes, of the session and of a segment', (minutes, problem, limit) => {
    const validationError = limit === undefined ? { problem } : { problem, limit }
    expect(validationErrors({ minutes })).toContainEqual({ field: 'minutes', ...validationError })
    expect(validationErrors({ segments: [{ ...support, minutes }] })).toEqual([
      { field: 'segments.0.minutes', ...validationError },
    ])
  })

  it('refuses segments that do not add up to the session, and says to what they should', () => {
    expect(validationErrors({ segments: [support] })).toEqual([
      { field: 'segments', problem: 'does-not-add-up', limit: 60 },
    ])
  })

  it('adds up exactly when the parts do, for any minutes', patience, () => {
    const minutes = fc.integer({ min: 1, max: 200 })
    fc.assert(
      fc.property(minutes, minutes, fc.integer({ min: 1, max: 600 }), (one, other, whole) => {
        const segments = [
          { ...support, minutes: one },
          { ...teaching, minutes: other },
        ]
        expect(validationErrors({ minutes: whole, segments })).toHaveLength(one + other === whole ? 0 : 1)
        expect(validationErrors({ minutes: one + other, segments: segments.reverse() })).toEqual([])
      }),
      cases,
    )
  })

  it('keeps to one to three segments, one a type', () => {
    expect(validationErrors({ segments: [] })).toEqual([{ field: 'segments', problem: 'too-few', limit: 1 }])
    const four = Array.from({ length: 4 }, () => ({ ...support, minutes: 15 }))
    expect(validationErrors({ segments: four })).toEqual([
      { field: 'segments', problem: 'too-many', limit: 3 },
    ])
    const twice = [
      { ...support, minutes: 30 },
      { ...support, minutes: 30 },
    ]
    expect(validationErrors({ segments: twice })).toEqual([{ field: 'segments.1.type', problem: 'repeated' }])
  })

  it('keeps each activity in the segment of its type', () => {
    const crossed = [support, { ...teaching, activities: ['ENCOURAGEMENT'] }]
    expect(validationErrors({ segments: crossed })).toEqual([
      { field: 'segments.1.activities', problem: 'not-an-option' },
    ])
    const twice = [{ ...support, activities: ['SELF_CARE', 'SELF_CARE'] }, teaching]
    expect(validationErrors({ segments: twice })).toEqual([
      { field: 'segments.0.activities', problem: 'repeated' },
    ])
  })

  it('limits a note to 4,000 characters', () => {
    const noted = (length: number): ValidationError[] =>
      validationErrors({ segments: [{ ...support, note: 'é'.repeat(length) }, teaching] })
    expect(noted(4000)).toEqual([])
    expect(noted(4001)).toEqual([{ field: 'segments.0.note', problem: 'too-long', limit: 4000 }])
  })

  it('names exactly one peer for an individual session, one to thirty for the others', () => {
    expect(validationErrors({ attendees: peers(2) })).toEqual([
      { field: 'attendees', problem: 'too-many', limit: 1 },
    ])
    expect(validationErrors({ attendees: [] })).toEqual([
      { field: 'attendees', problem: 'too-few', limit: 1 },
    ])
    const crowd = validationErrors({ format: 'GROUP', attendees: peers(31) })
    expect(crowd).toEqual([{ field: 'attendees', problem: 'too-many', limit: 30 }])
    const twice = validationErrors({ format: 'GROUP', attendees: [{ peerId: 'a1' }, { peerId: 'A1' }] })
    expect(twice).toEqual([{ field: 'attendees.1.peerId', problem: 'repeated' }])
  })

  it('lets nobody attend longer than the session lasted', () => {
    const attending = (minutes: number): ValidationError[] =>
      validationErrors({ attendees: [{ peerId: 'one', minutes }] })
    expect([...attending(1), ...attending(60)]).toEqual([])
    expect(attending(61)).toEqual([{ field: 'attendees.0.minutes', problem: 'too-large', limit: 60 }])
    expect(attending(0)).toEqual([{ field: 'attendees.0.minutes', problem: 'too-small', limit: 1 }])
  })

  it('knows its formats, modalities and types', () => {
    const unknown = {
      format: 'LUNCH',
      modality: 'LETTER',
      segments: [{ ...support, type: 'CLINICAL', minutes: 60 }],
    }
    expect(validationErrors(unknown).map(({ field }) => field)).toEqual([
      'format',
      'modality',
      'segments.0.type',
    ])
  })
})
