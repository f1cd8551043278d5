import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/src/calendar/plain-date.ts'
import {
  notInAgreement,
  validateObjection,
} from '../../../shared/src/supervision/agreements/agreement-answer.ts'
import { AMENDMENT_REASONS, validateAmendment } from '../../../shared/src/supervision/signing/amendment.ts'
import { daysToSign, daysToSignOver } from '../../../shared/src/supervision/signing/days-to-sign.ts'
import { sessionRecord } from '../../../shared/src/supervision/signing/session-record.ts'
import { signOffOf, validateComments } from '../../../shared/src/supervision/signing/sign-off.ts'

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days))
const signed = fc.record({
  heldOn: day,
  supervisorSignedOn: fc.option(day),
  peersSignedOn: fc.array(fc.option(day), { minLength: 1, maxLength: 4 }),
})

describe('days from a session to its signatures', () => {
  it('are unknown while one is missing, never negative, and never shorter by a later signature', () => {
    fc.assert(
      fc.property(signed, fc.integer({ min: 0, max: 90 }), (session, later) => {
        const days = daysToSign(session)
        const complete = session.supervisorSignedOn !== null && !session.peersSignedOn.includes(null)
        expect(days === null).toBe(!complete)
        if (days === null || session.supervisorSignedOn === null) return
        expect(days).toBeGreaterThanOrEqual(0)
        const moved = { ...session, supervisorSignedOn: addDays(session.supervisorSignedOn, later) }
        expect(daysToSign(moved)).toBeGreaterThanOrEqual(days)
      }),
    )
  })

  it('counts those that wait apart, and is unknown where nothing is signed', () => {
    fc.assert(
      fc.property(fc.array(signed), (sessions) => {
        const { signedByAll, medianDays, longestDays, ...figures } = daysToSignOver(sessions)
        expect(figures.sessions).toBe(sessions.length)
        expect(medianDays === null).toBe(signedByAll === 0)
        if (medianDays !== null) expect(medianDays).toBeLessThanOrEqual(longestDays ?? -1)
      }),
    )
    const two = (on: string) => ({ heldOn: '2026-02-01', supervisorSignedOn: on, peersSignedOn: [on] })
    expect(daysToSignOver([two('2026-02-02'), two('2026-02-05')])).toMatchObject({
      medianDays: 2.5,
      longestDays: 4,
    })
  })
})

describe('who is still to sign', () => {
  it('is the supervisor and everybody who was there, less those who signed', () => {
    const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.uuid(), ids, fc.nat(7), (supervisor, peers, count) => {
        const all = [supervisor, ...peers]
        const signatures = all.slice(0, count).map((signerId) => ({ signerId, signedAt: '' }))
        const { isComplete, waitingFor } = signOffOf(supervisor, peers, signatures)
        expect(isComplete).toBe(count >= all.length)
        expect([...waitingFor, ...signatures.map(({ signerId }) => signerId)].sort()).toEqual([...all].sort())
      }),
    )
  })
})

describe('the record of a session', () => {
  const note = fc.record({
    type: fc.constantFrom('SUPPORTIVE', 'EDUCATIONAL'),
    aboutPeerId: fc.option(fc.uuid()),
    hash: fc.stringMatching(/^[0-9a-f]{64}$/),
  })
  it('does not depend on the order in which rows come, and differs where a note does', () => {
    fc.assert(
      fc.property(fc.uniqueArray(note, { selector: ({ hash }) => hash, maxLength: 5 }), (notes) => {
        const session = (of: typeof notes) =>
          sessionRecord({
            ...{ id: 'a', supervisorId: 'b', heldOn: '2026-02-01', minutes: 45, status: 'HELD' },
            ...{
              format: 'GROUP',
              modality: 'VIDEO',
              observed: false,
              attendees: [],
              segments: [],
              notes: of,
            },
          })
        expect(session(notes.toReversed())).toBe(session(notes))
        if (notes.length > 0) expect(session(notes.slice(1))).not.toBe(session(notes))
      }),
    )
  })
})

describe('what is refused', () => {
  it.each([
    [[{ type: 'EDUCATIONAL', comment: 'Fine.' }], 'comments.0.type', 'not-an-option'],
    [[{ type: 'SUPPORTIVE', comment: ' ' }], 'comments.0.comment', 'required'],
    [[{ type: 'SUPPORTIVE', comment: 'x'.repeat(2001) }], 'comments.0.comment', 'too-long'],
  ])('a comment on no part of the session, or without words', (comments, field, problem) => {
    expect(validateComments(comments, ['SUPPORTIVE'])).toMatchObject([{ field, problem }])
  })

  it('a second comment on one part', () => {
    const twice = ['One.', 'Two.'].map((comment) => ({ type: 'SUPPORTIVE', comment }))
    expect(validateComments(twice, ['SUPPORTIVE'])).toEqual([
      { field: 'comments.1.type', problem: 'repeated' },
    ])
  })

  it('an amendment for something else that does not say what', () => {
    for (const reason of AMENDMENT_REASONS)
      expect(validateAmendment({ reason, line: ' ' })).toHaveLength(reason === 'OTHER' ? 1 : 0)
    expect(validateAmendment({ reason: 'NOTE', line: null })).toMatchObject([{ field: 'reason' }])
    expect(validateAmendment({ reason: 'OTHER', line: 'x'.repeat(301) })).toMatchObject([{ limit: 300 }])
  })

  it('an answer to a part that the agreement does not have', () => {
    expect(validateObjection({ type: 'SUPPORTIVE', line: 'Less.' }, ['EDUCATIONAL'])).toEqual([
      { field: 'type', problem: 'not-an-option' },
    ])
    expect(validateObjection({ line: 'Less.' }, ['EDUCATIONAL'])).toEqual([])
  })
})

describe('who is not in the agreement', () => {
  const given = { type: 'EDUCATIONAL', accepted: true, isSubstitute: false, startsOn: '2026-02-01' }
  const term = { type: 'EDUCATIONAL', supervisor: { id: 'dale' } }
  it('is the one to whom a peer was handed over, and nobody who stands in or gives what is not agreed', () => {
    const anneke = { ...given, supervisor: { id: 'anneke' } }
    expect(notInAgreement([anneke, { ...given, supervisor: { id: 'dale' } }], [term])).toEqual([anneke])
    expect(notInAgreement([{ ...anneke, isSubstitute: true }], [term])).toEqual([])
    expect(notInAgreement([{ ...anneke, accepted: false }], [term])).toEqual([])
    expect(notInAgreement([{ ...anneke, type: 'SUPPORTIVE' }], [term])).toEqual([])
  })
})
