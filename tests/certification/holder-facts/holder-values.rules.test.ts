import { describe, expect, it } from 'vitest'
import {
  factsOf,
  type HolderValues,
  isAnswerNew,
} from '../../../web/src/certification/holder-facts/holder-values.ts'

const known = { SUPERVISES_OTHERS: 'NO', CRISIS_TEAM: 'UNKNOWN' } as HolderValues['known']
const BEFORE: HolderValues = {
  ...{ title: '', number: ' A-1 ', birthday: '', known, cycleMonths: '24', examYear: null },
  holdsFrom: '2026-03-01',
}

describe('the answers about a holder', () => {
  it('say from when they hold only where one of them is new', () => {
    const promoted = { ...BEFORE, known: { ...known, SUPERVISES_OTHERS: 'YES' } as const }
    expect([BEFORE, { ...BEFORE, number: 'A-2' }, promoted].map((now) => isAnswerNew(now, BEFORE))).toEqual([
      false,
      false,
      true,
    ])
    expect(factsOf(BEFORE, BEFORE)).toMatchObject({ number: 'A-1', holdsFrom: null })
    expect(factsOf(promoted, BEFORE)).toMatchObject({
      conditionsHeld: ['SUPERVISES_OTHERS'],
      conditionsNotHeld: [],
      chosenCycleMonths: 24,
      holdsFrom: '2026-03-01',
    })
    expect(factsOf({ ...promoted, holdsFrom: '' }, BEFORE).holdsFrom).toBeNull()
  })
})
