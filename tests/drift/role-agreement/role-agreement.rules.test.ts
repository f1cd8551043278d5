import { ACTIVITIES } from '@alongside/shared/drift/activities/activities'
import {
  compareWorksheets,
  linesToBeginWith,
  type HandedIn,
  type WorksheetAnswer,
} from '@alongside/shared/drift/role-agreement/differences'
import { answerFor, versionInForce } from '@alongside/shared/drift/role-agreement/role-agreement'
import {
  validateOnBehalfOf,
  validateRoleAgreement,
  validateWorksheetAnswer,
} from '@alongside/shared/drift/role-agreement/role-agreement-input'
import { describe, expect, it } from 'vitest'

const said = (activity: string, over: Partial<WorksheetAnswer> = {}): WorksheetAnswer => ({
  ...{ activity, isPartOfRole: null, conflictsWithValues: null, isBetterSuited: null, betterSuited: null },
  ...over,
})
const worksheet = (side: HandedIn['side'], ...answers: WorksheetAnswer[]): HandedIn => ({ side, answers })

describe('worksheets side by side', () => {
  it('names each question in which two of them differ, and none that somebody left open', () => {
    const compared = compareWorksheets(
      [
        worksheet(
          'PEER',
          said('GIVING_DRUG_TEST', { isPartOfRole: false, conflictsWithValues: true }),
          said('SOCIALIZING', { isPartOfRole: true }),
        ),
        worksheet(
          'HOST_AGENCY',
          said('GIVING_DRUG_TEST', { isPartOfRole: true, conflictsWithValues: false, isBetterSuited: true }),
        ),
      ],
      ['GIVING_DRUG_TEST', 'SOCIALIZING'],
    )
    expect(compared.map(({ differsIn }) => differsIn)).toEqual([['PART_OF_ROLE', 'VALUES'], []])
    expect(compared.map(({ shared }) => shared)).toEqual(['NOT_ANSWERED', 'NOT_ANSWERED'])
  })

  it('finds the same, in whatever order they come', () => {
    const sheets = [
      worksheet('PEER', said('FINDING_HOUSING', { isPartOfRole: true }), said('ANSWERING_PHONES')),
      worksheet('SUPERVISOR', said('FINDING_HOUSING', { isPartOfRole: true })),
      worksheet('HOST_AGENCY', said('FINDING_HOUSING', { isPartOfRole: true, conflictsWithValues: true })),
    ]
    const compare = (of: readonly HandedIn[]) => compareWorksheets(of, ACTIVITIES)
    expect(compare(sheets.toReversed())).toEqual(compare(sheets))
    expect(compare(sheets.map((one) => ({ ...one, answers: one.answers.toReversed() })))).toEqual(
      compare(sheets),
    )
  })

  it('begins an agreement with what two sides or more answered alike, and with nothing of one side alone', () => {
    const errand = said('DRIVING_TO_APPOINTMENTS', {
      ...{ isPartOfRole: false, isBetterSuited: true, betterSuited: 'case manager' },
    })
    const sheets = [
      worksheet('PEER', errand, said('SOCIALIZING', { isPartOfRole: true })),
      worksheet('SUPERVISOR', errand, said('SOCIALIZING', { isPartOfRole: false })),
    ]
    const compared = compareWorksheets(sheets, ACTIVITIES)
    expect(linesToBeginWith(compared, sheets)).toEqual([
      { activity: 'DRIVING_TO_APPOINTMENTS', answer: 'OUTSIDE_ROLE', doneBy: 'case manager' },
    ])
    const twoPeers = [worksheet('PEER', errand), worksheet('PEER', errand)]
    expect(linesToBeginWith(compareWorksheets(twoPeers, ACTIVITIES), twoPeers)).toEqual([])
  })

  it('takes a conflict with values over the rest, and answers nothing by our reading of an activity', () => {
    const sheets = [
      worksheet('PEER', said('HOLDING_THERAPY', { isPartOfRole: false, conflictsWithValues: true })),
      worksheet('SUPERVISOR', said('HOLDING_THERAPY', { isPartOfRole: false, conflictsWithValues: true })),
    ]
    const lines = linesToBeginWith(compareWorksheets(sheets, ACTIVITIES), sheets)
    expect(lines).toEqual([{ activity: 'HOLDING_THERAPY', answer: 'AGAINST_VALUES', doneBy: null }])
  })
})

describe('the agreement in force', () => {
  it('answers nothing without an agreement, or about what it does not name', () => {
    const agreement = { lines: [{ activity: 'SOCIALIZING', answer: 'PART_OF_ROLE', doneBy: null }] } as const
    expect(answerFor(null, 'HOLDING_THERAPY').answer).toBe('NOT_ANSWERED')
    expect(answerFor(agreement, 'HOLDING_THERAPY').answer).toBe('NOT_ANSWERED')
    expect(answerFor(agreement, 'SOCIALIZING').answer).toBe('PART_OF_ROLE')
  })

  it('is the latest version that has begun: the day before its first, on it, and under the next', () => {
    const versions = [{ inForceFrom: '2026-07-01' }, { inForceFrom: null }, { inForceFrom: '2026-06-01' }]
    expect(versionInForce(versions, '2026-05-31')).toBeNull()
    expect(versionInForce(versions, '2026-06-01')?.inForceFrom).toBe('2026-06-01')
    expect(versionInForce(versions, '2026-06-30')?.inForceFrom).toBe('2026-06-01')
    expect(versionInForce(versions, '2026-07-01')?.inForceFrom).toBe('2026-07-01')
  })
})

describe('what is refused', () => {
  const frame = {
    ...{ today: '2026-06-17', placementStartsOn: '2026-01-05', placementEndsOn: null, latestFrom: null },
    customKeys: [],
  }
  const lines = [{ activity: 'SOCIALIZING', answer: 'PART_OF_ROLE' }]
  const refused = (input: Parameters<typeof validateRoleAgreement>[0], over: object = {}) =>
    validateRoleAgreement(input, { ...frame, ...over })

  it('a version that begins in the past, before the placement, after it, or under the one before', () => {
    const start = (startsOn: string, over: object = {}) => refused({ startsOn, lines }, over)
    expect(start('2026-06-17')).toEqual([])
    expect(start('2026-06-16')).toEqual([
      { field: 'startsOn', problem: 'before-its-start', limit: '2026-06-17' },
    ])
    expect(start('2026-06-30', { placementStartsOn: '2026-07-01' })).toEqual([
      { field: 'startsOn', problem: 'before-its-start', limit: '2026-07-01' },
    ])
    expect(start('2026-08-01', { placementEndsOn: '2026-07-31' })).toEqual([
      { field: 'startsOn', problem: 'too-far-ahead', limit: '2026-07-31' },
    ])
    expect(start('2027-06-18')).toEqual([])
    expect(start('2027-06-19')).toEqual([
      { field: 'startsOn', problem: 'too-far-ahead', limit: '2027-06-18' },
    ])
    expect(start('2026-07-01', { latestFrom: '2026-07-01' })).toEqual([
      { field: 'startsOn', problem: 'overlaps', limit: '2026-07-02' },
    ])
    expect(start('2026-07-02', { latestFrom: '2026-07-01' })).toEqual([])
  })

  it('lines that say nothing, twice the same, what nobody asks about, or somebody else for the peer’s own', () => {
    const problems = (...of: Parameters<typeof validateRoleAgreement>[0]['lines'][number][]) =>
      refused({ startsOn: '2026-06-17', lines: of }).map(({ field, problem }) => `${field} ${problem}`)
    expect(problems()).toEqual(['lines required'])
    expect(problems(...lines, ...lines)).toEqual(['lines repeated'])
    expect(problems({ activity: 'toString', answer: 'OUTSIDE_ROLE' })).toEqual([
      'lines.0.activity not-an-option',
    ])
    expect(problems({ activity: 'SOCIALIZING', answer: 'NOT_ANSWERED' })).toEqual([
      'lines.0.answer not-an-option',
    ])
    expect(problems({ activity: 'SOCIALIZING', answer: 'PART_OF_ROLE', doneBy: 'nurse' })).toEqual([
      'lines.0.doneBy not-an-option',
    ])
    expect(problems({ activity: 'SOCIALIZING', answer: 'OUTSIDE_ROLE', doneBy: 'x'.repeat(81) })).toEqual([
      'lines.0.doneBy too-long',
    ])
  })

  it('who is better suited, where nobody else is; and an archived activity', () => {
    expect(validateWorksheetAnswer({ activity: 'SOCIALIZING', betterSuited: 'nurse' }, [])).toEqual([
      { field: 'isBetterSuited', problem: 'required' },
    ])
    const own = 'custom-00000000-0000-4000-8000-000000000001'
    expect(validateWorksheetAnswer({ activity: own }, [own])).toEqual([])
    expect(validateWorksheetAnswer({ activity: own }, [])).toEqual([
      { field: 'activity', problem: 'not-an-option' },
    ])
  })

  it('a manager without the name of who said so, and a name from anybody else', () => {
    expect(validateOnBehalfOf(' ', 'HOST_AGENCY', false)).toEqual([
      { field: 'onBehalfOf', problem: 'required' },
    ])
    expect(validateOnBehalfOf('Lt. Ames', 'HOST_AGENCY', false)).toEqual([])
    for (const [side, isOwnStaff] of [
      ['PEER', false],
      ['HOST_AGENCY', true],
    ] as const)
      expect(validateOnBehalfOf('Lt. Ames', side, isOwnStaff)).toEqual([
        { field: 'onBehalfOf', problem: 'not-an-option' },
      ])
  })
})
