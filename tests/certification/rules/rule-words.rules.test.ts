import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LATE_STATUSES } from '../../../shared/src/certification/catalogue/credential.ts'
import { EXPIRY_KINDS } from '../../../shared/src/certification/custom-rules/rule-input.ts'
import { RULE_EFFECTS } from '../../../shared/src/certification/custom-rules/rule-effect.ts'
import { AmountUnit, ProofItem, RenewalPaper } from '../../../shared/src/certification/rules/asked.ts'
import { HOLDER_CONDITIONS } from '../../../shared/src/certification/rules/holder-condition.ts'
import { COURSE_CONTENTS, CREDIT_UNITS, EARNED_BY } from '../../../shared/src/certification/rules/limits.ts'
import { buildAlongsideSchema } from '../../../api/src/app/schema.ts'

interface Words {
  readonly [key: string]: string | Words
}

const read = (language: string): Words =>
  JSON.parse(
    readFileSync(
      new URL(`../../../web/src/certification/custom-rules/words.${language}.json`, import.meta.url),
      'utf8',
    ),
  ) as Words
const nameOf = (value: string): string => value.toUpperCase().replaceAll('-', '_')

/** Every closed list that a rule can hold, and where its words stand. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  amount: Object.values(AmountUnit),
  'term/ends': EXPIRY_KINDS,
  'form/shape': EXPIRY_KINDS,
  condition: HOLDER_CONDITIONS,
  paper: Object.values(RenewalPaper),
  'proof-item': Object.values(ProofItem),
  'earned-by': EARNED_BY,
  content: COURSE_CONTENTS,
  'credit-unit': CREDIT_UNITS,
  'late/status': LATE_STATUSES,
  'preview/effect': RULE_EFFECTS,
  'preview/count': RULE_EFFECTS,
}

/** The lists that stand only in the API's schema. */
const OF_SCHEMA: Readonly<Record<string, string>> = {
  NewHolderKind: 'new-holder',
  CreditLimitKind: 'limit',
  PracticeKind: 'practice/kind',
  AmountPer: 'per',
  SameProgramme: 'counting/same',
  ProofHow: 'proof',
  CountsBy: 'sending/counts-by',
  AskedAgain: 'late/asked',
  HoursTogether: 'together/hours',
  DatedExceptionKind: 'exception',
}

describe.each(['en', 'es'])('the words of rules in %s', (language) => {
  const words = read(language)
  const has = (path: string): boolean =>
    typeof path
      .split('/')
      .reduce<string | Words | undefined>(
        (at, key) => (typeof at === 'object' ? at[key] : undefined),
        words,
      ) === 'string'

  it('name everything that a rule can say', async () => {
    const schema = (await buildAlongsideSchema()).getTypeMap()
    const named = Object.entries(OF_SCHEMA).map(([type, place]) => {
      const list = schema[type] as unknown as { getValues(): { name: string }[] }
      return [place, list.getValues().map(({ name }) => name)] as const
    })
    const missing = [...Object.entries(LISTS), ...named].flatMap(([place, values]) =>
      values.map((value) => `${place}/${nameOf(value)}`).filter((path) => !has(path)),
    )
    expect(missing).toEqual([])
  })
})
