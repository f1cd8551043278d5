import type { Period } from '@alongside/shared/calendar/period'
import { addDays, startOfWeek, type PlainDate } from '@alongside/shared/calendar/plain-date'
import { supervisionDue, type RelationshipRhythm } from '@alongside/shared/supervision/relationships/cadence'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const cases = { numRuns: process.env.ALONGSIDE_DRILLS ? 10_000 : 1_000 }
const patience = { timeout: 120_000 }

// Thursday 5 March 2026; the week runs from Monday the 2nd to Sunday the 8th.
const TODAY = '2026-03-05'
const rhythm = (parts: Partial<RelationshipRhythm>): RelationshipRhythm => ({
  cadenceDays: 14,
  startedOn: '2026-01-01',
  lastHeldOn: null,
  pauses: [],
  ...parts,
})
const away = (startsOn: PlainDate, endsOn: PlainDate): Period => ({ startsOn, endsOn })

describe('when supervision is due', () => {
  it('counts the cadence from the last held session and quotes the rule', () => {
    expect(supervisionDue(rhythm({ lastHeldOn: '2026-02-25' }), TODAY)).toEqual({
      kind: 'ON_TRACK',
      dueOn: '2026-03-11',
      reason: { rule: 'FROM_LAST_SESSION', cadenceDays: 14, countedFrom: '2026-02-25', pausedDays: 0 },
    })
  })

  it('counts from the start while no session was held', () => {
    expect(supervisionDue(rhythm({ startedOn: '2026-03-01' }), TODAY)).toMatchObject({
      kind: 'ON_TRACK',
      dueOn: '2026-03-15',
      reason: { rule: 'FROM_START', countedFrom: '2026-03-01' },
    })
  })

  it('counts from the start of a relationship that is younger than the last session: nobody is late on the first day', () => {
    const young = rhythm({ startedOn: TODAY, lastHeldOn: '2025-12-01' })
    expect(supervisionDue(young, TODAY)).toMatchObject({
      kind: 'ON_TRACK',
      dueOn: '2026-03-19',
      reason: { rule: 'FROM_START', countedFrom: TODAY },
    })
    expect(supervisionDue(rhythm({ startedOn: TODAY, lastHeldOn: TODAY }), TODAY).reason.rule).toBe(
      'FROM_LAST_SESSION',
    )
  })

  it.each([
    ['2026-02-19', { kind: 'DUE_THIS_WEEK', dueOn: '2026-03-05' }],
    ['2026-02-22', { kind: 'DUE_THIS_WEEK', dueOn: '2026-03-08' }],
    ['2026-02-23', { kind: 'ON_TRACK', dueOn: '2026-03-09' }],
    ['2026-02-18', { kind: 'OVERDUE', dueOn: '2026-03-04', days: 1 }],
    ['2026-01-05', { kind: 'OVERDUE', dueOn: '2026-01-19', days: 45 }],
  ])('last held on %s, it is %o', (lastHeldOn, due) => {
    expect(supervisionDue(rhythm({ lastHeldOn }), TODAY)).toMatchObject(due)
  })

  it('stands still while somebody is away, and says for how many days', () => {
    const due = supervisionDue(
      rhythm({ lastHeldOn: '2026-02-18', pauses: [away('2026-02-20', '2026-02-26')] }),
      TODAY,
    )
    expect(due).toMatchObject({ kind: 'ON_TRACK', dueOn: '2026-03-11', reason: { pausedDays: 7 } })
  })

  it('moves a due day that falls into an absence to after it', () => {
    const due = supervisionDue(
      rhythm({ lastHeldOn: '2026-02-18', pauses: [away('2026-03-04', '2026-03-06')] }),
      TODAY,
    )
    expect(due).toMatchObject({ kind: 'DUE_THIS_WEEK', dueOn: '2026-03-07' })
  })

  it('lets two absences that overlap count once', () => {
    const pauses = [away('2026-02-22', '2026-02-26'), away('2026-02-20', '2026-02-24')]
    expect(supervisionDue(rhythm({ lastHeldOn: '2026-02-18', pauses }), TODAY).dueOn).toBe('2026-03-11')
  })

  it('does not grow more overdue during an absence', () => {
    const overdue = rhythm({ lastHeldOn: '2026-02-10', pauses: [away('2026-02-27', '2026-03-20')] })
    expect(supervisionDue(overdue, TODAY)).toMatchObject({ kind: 'OVERDUE', days: 2 })
    expect(supervisionDue(overdue, '2026-03-21')).toMatchObject({ kind: 'OVERDUE', days: 3 })
  })

  it('agrees with counting day by day, whatever the absences and their order', patience, () => {
    const day = fc.integer({ min: -200, max: 60 }).map((days) => addDays(TODAY, days))
    const pause = fc
      .tuple(day, fc.nat(40))
      .map(([startsOn, length]) => away(startsOn, addDays(startsOn, length)))
    const parts = fc.tuple(fc.integer({ min: 1, max: 90 }), day, fc.array(pause, { maxLength: 4 }))
    fc.assert(
      fc.property(parts, ([cadenceDays, lastHeldOn, pauses]) => {
        const due = supervisionDue(rhythm({ cadenceDays, startedOn: lastHeldOn, lastHeldOn, pauses }), TODAY)
        expect(due).toMatchObject(countedByHand(cadenceDays, lastHeldOn, pauses))
        expect(
          supervisionDue(
            rhythm({ cadenceDays, startedOn: lastHeldOn, lastHeldOn, pauses: [...pauses].reverse() }),
            TODAY,
          ),
        ).toEqual(due)
      }),
      cases,
    )
  })
})

/** The same question answered the long way: one day after the other, striking out the days away. */
function countedByHand(cadenceDays: number, from: PlainDate, pauses: readonly Period[]): object {
  const counts = (date: PlainDate): boolean =>
    !pauses.some((pause) => pause.startsOn <= date && date <= pause.endsOn)
  let dueOn = from
  for (let counted = 0; counted < cadenceDays;) {
    dueOn = addDays(dueOn, 1)
    if (counts(dueOn)) counted += 1
  }
  let days = 0
  for (let date = addDays(dueOn, 1); date <= TODAY; date = addDays(date, 1)) if (counts(date)) days += 1
  if (days > 0) return { kind: 'OVERDUE', dueOn, days }
  return { kind: dueOn < addDays(startOfWeek(TODAY), 7) ? 'DUE_THIS_WEEK' : 'ON_TRACK', dueOn }
}
