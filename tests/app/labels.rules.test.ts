import { describe, expect, it } from 'vitest'
import { isEnumType } from 'graphql'
import { buildAlongsideSchema } from '../../api/src/app/schema.ts'
import { LABELS, labelUnder } from '../../shared/src/labels/labels.ts'
import { sentencesOf, wordFolders } from './words.ts'

/** A name of a closed list's value: what is said of it stands in shared/src/labels, once for each language. */
const CODE = /(^|-)[A-Z][A-Z0-9_]*(-|$)/

/** Enums of the API whose labels have another name. */
const NAMED_OTHERWISE: Readonly<Record<string, string>> = {
  DriftFlagOrigin: 'FlagOrigin',
  DriftFlagStatus: 'FlagStatus',
  DriftSignal: 'StructuralSignal',
  DriftSignalMissing: 'MissingFact',
  DriftSignalState: 'SignalState',
  NewHolderKind: 'NewHolder',
  ReleasableDriftCause: 'DriftCause',
  SameProgramme: 'SameCourse',
  StatusUnknownKind: 'StatusUnknown',
}
/** Nobody reads their values: they order a list, tell members of a union apart, or decide between sentences. */
const NOT_READ = [
  ...['PlannedSessionView', 'RenewalPathState', 'RenewalStepState', 'SeriesScope'],
  'AttestationAnswer',
  ...['ImportEncoding', 'MemberOrder', 'PeerOrder', 'RenewalOrder', 'RequirementKind', 'RequirementState'],
  ...[
    'CountReasonKind',
    'NextStepKind',
    'OpeningBasis',
    'ReadingPartKind',
    'RuleOrigin',
    'SignInRefusal',
    'TrendKind',
    'WhyUnknown',
  ],
]

const codesIn = (keys: Iterable<string>): string[] =>
  [...keys].filter((key) => key.split('.').some((name) => CODE.test(name)))

describe('what the value of a closed list is called', () => {
  it.each(wordFolders)('stands in no words file of %s', (folder) => {
    expect(codesIn(sentencesOf(folder, 'en').keys())).toEqual([])
  })

  it('is found by the check, as a name, at its beginning and at its end', () => {
    const keys = [
      'state.IN_FORCE',
      'due.PAUSED-until',
      'steps.DISCUSSED.action',
      'people.title',
      'amount-CEU',
    ]
    expect(codesIn(keys)).toEqual(keys.filter((key) => key !== 'people.title'))
  })

  it('is read by its key in both languages, and nothing by a wrong one', () => {
    expect(labelUnder('labels.account.Role.AUDITOR', 'en')).toBe(LABELS.en.account.Role.AUDITOR)
    expect(labelUnder('labels.account.Role.AUDITOR', 'es')).toBe('Auditoría')
    for (const key of ['', 'labels', 'labels.account.Role', 'labels.account.Role.AUDITOR.x', 'labels.gone.A'])
      expect(labelUnder(key, 'en'), key).toBeUndefined()
  })

  it.each(['en', 'es'] as const)(
    'is there in %s for every enum of the API that is shown',
    async (language) => {
      const { climate, questionnaires } = LABELS[language].wellness
      const features: readonly object[] = [
        ...Object.values<object>({ ...LABELS[language] }),
        climate,
        questionnaires,
      ]
      const groups = new Map(features.flatMap((feature) => Object.entries(feature)))
      const schema = await buildAlongsideSchema()
      const shown = Object.values(schema.getTypeMap())
        .filter(isEnumType)
        .filter(({ name }) => !name.startsWith('__') && !NOT_READ.includes(name))
      expect(shown.length).toBeGreaterThan(60)
      const codes = shown.flatMap((list) => list.getValues().map(({ name }) => [list.name, name] as const))
      const named = ([list, code]: (typeof codes)[number]) =>
        code in (groups.get(NAMED_OTHERWISE[list] ?? list) ?? {})
      expect(codes.filter((code) => !named(code))).toEqual([])
    },
  )
})
