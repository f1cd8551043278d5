import { describe, expect, it } from 'vitest'
import { CREDENTIALS } from '@alongside/shared/certification/catalogue/credential-catalogue'
import {
  FIRST_RULES,
  firstPath,
  type FirstRecord,
  recordedFor,
} from '@alongside/shared/certification/first-certification/first-path'
import { TrainingTopic } from '@alongside/shared/certification/first-certification/first-rule'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import { CreditUnit } from '@alongside/shared/certification/rules/limits'

interface Initial {
  readonly trainingHours: number | null
  readonly supervisedHours: number | null
  readonly experienceHours: number | null
  readonly examRequired: boolean | null
  readonly recoveryTimeMonths: number | null
  readonly recoveryNote: string | null
}
const initialOf = (row: object): Initial => (row as { initial: Initial }).initial
const READ = CREDENTIALS.filter((row) => Object.values(initialOf(row)).some((value) => value !== null))
const NOTHING: FirstRecord = { credits: [], serviceHours: null, sessionMinutes: null, workSince: null }
const ruleOf = (id: string) => FIRST_RULES[id] ?? null
const course = (hours: number, categories: CeCategory[] = [CeCategory.ETHICS]) => ({
  ...{ id: String(hours), heldOn: '2026-05-01', hours, categories },
})
const states = (id: string, record: Partial<FirstRecord> = {}) =>
  Object.fromEntries(
    firstPath(ruleOf(id), { ...NOTHING, ...record }).steps.map(({ step, state }) => [step, state]),
  )

describe('what boards ask for a first certification', () => {
  it('says of every catalogue row what was read, and nothing else: 59 of 59', () => {
    expect(READ).toHaveLength(59)
    expect(Object.keys(FIRST_RULES).sort()).toEqual(READ.map(({ id }) => id).sort())
    for (const row of READ) {
      const { recoveryNote, recoveryTimeMonths, ...figures } = initialOf(row)
      const rule = ruleOf(row.id)
      expect({ id: row.id, ...rule }).toMatchObject({
        ...{ id: row.id, ...figures, ownRecoveryMonths: recoveryTimeMonths },
        asksOwnRecovery: recoveryNote !== null || recoveryTimeMonths !== null,
      })
    }
  })

  it('has parts of the training that fit into its total, and an age wherever one is asked', () => {
    for (const [id, rule] of Object.entries(FIRST_RULES)) {
      const inParts = rule.trainingParts.reduce((sum, { hours }) => sum + hours, 0)
      expect({ id, inParts: inParts <= (rule.trainingHours ?? 0) }).toEqual({ id, inParts: true })
      expect(rule.applicationParts.includes('MINIMUM_AGE')).toBe(rule.minimumAge !== null)
    }
  })

  it('has stated in its notes whatever the figures do not say', () => {
    for (const { id, notes } of READ) {
      const rule = ruleOf(id)
      const said = `${notes} ${initialOf(CREDENTIALS.find((row) => row.id === id) ?? {}).recoveryNote ?? ''}`
      for (const { hours } of rule?.trainingParts ?? [])
        expect(said, id).toMatch(new RegExp(`\\b${hours}\\b`))
      if (rule?.minimumAge) expect(said, id).toMatch(new RegExp(`age:? ${rule.minimumAge}`))
      if (rule?.workDeadline) expect(said, id).toMatch(/month/)
      if (rule?.applicationParts.includes('BACKGROUND_CHECK')) expect(said, id).toMatch(/background check/i)
      if (rule?.applicationParts.includes('REFERENCES')) expect(said, id).toMatch(/references|letters/i)
    }
  })
})

describe('the way to a first certification', () => {
  const arizona = 'us-az-cprs'

  it('tells what is not recorded from what is short and from what is met', () => {
    expect(states(arizona)).toEqual({
      ...{ TRAINING: 'NOT_RECORDED', EXPERIENCE: 'NOT_RECORDED', SUPERVISED: 'NOT_RECORDED' },
      ...{ EXAM: 'WITH_BOARD', APPLICATION: 'WITH_BOARD' },
    })
    expect(
      states(arizona, { credits: [course(46)], serviceHours: 499.75, sessionMinutes: 1500 }),
    ).toMatchObject({ TRAINING: 'MET', EXPERIENCE: 'SHORT', SUPERVISED: 'MET' })
  })

  it('goes on with the first step that is open, and to the board only once nothing is short', () => {
    const next = (record: Partial<FirstRecord>) => firstPath(ruleOf(arizona), { ...NOTHING, ...record }).next
    const trained = { credits: [course(40), course(6)] }
    expect([
      next({}),
      next(trained),
      next({ ...trained, serviceHours: 500, sessionMinutes: 1499 }),
      next({ ...trained, serviceHours: 500, sessionMinutes: 1500 }),
    ]).toEqual(['TRAINING', 'EXPERIENCE', 'SUPERVISED', 'EXAM'])
  })

  it('never says that an amount is met which nobody has read', () => {
    const everything = { credits: [course(900)], serviceHours: 9000, sessionMinutes: 90_000 }
    expect(states('us-ma-carc', everything)).toEqual({
      ...{ TRAINING: 'NOT_READ', EXPERIENCE: 'NOT_READ', SUPERVISED: 'NOT_READ' },
      ...{ EXAM: 'NOT_READ', APPLICATION: 'NOT_READ' },
    })
    expect(firstPath(null, { ...NOTHING, ...everything }).next).toBeNull()
    // Of Missouri the exam was read, and none of the hours before it.
    expect(states('us-mo-cps', everything)).toMatchObject({ TRAINING: 'NOT_READ', EXAM: 'WITH_BOARD' })
    expect(firstPath(ruleOf('us-mo-cps'), { ...NOTHING, ...everything }).next).toBeNull()
  })

  it('rounds up to quarters of an hour, and gives college credit no worth of its own', () => {
    const college = { ...course(3), unit: CreditUnit.SEMESTER_HOURS }
    const [training] = firstPath(ruleOf(arizona), { ...NOTHING, credits: [course(45.9), college] }).steps
    expect(training).toMatchObject({ state: 'SHORT', recorded: 45.9, shortBy: 0.25 })
  })

  it('counts courses toward a topic, and says nothing where courses have no such topic', () => {
    const credits = [course(6), course(4, [CeCategory.LAW_AND_ETHICS]), course(9, [CeCategory.TRAUMA])]
    expect(recordedFor({ topic: TrainingTopic.ETHICS, hours: 16 }, credits)).toBe(10)
    expect(recordedFor({ topic: TrainingTopic.DOMAIN, hours: 16 }, credits)).toBeNull()
  })

  it('knows the day by which a new hire has to be trained, where the first day is known', () => {
    const due = (id: string, workSince: string | null) =>
      firstPath(ruleOf(id), { ...NOTHING, workSince }).dueOn
    expect([
      due('us-al-cps', '2026-08-31'),
      due('us-ks-kcps', '2026-10-01'),
      due('us-al-cps', null),
      due(arizona, '2026-10-01'),
    ]).toEqual(['2027-02-28', '2027-02-01', null, null])
  })
})
