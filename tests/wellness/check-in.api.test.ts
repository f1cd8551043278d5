import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../support/builders/builders.ts'
import { NOW, THIS_WEEK } from '../support/fixed-today.ts'
import { type Caller, TestApi } from '../support/test-api.ts'
import { mondayBefore } from '../support/builders/wellness-builders.ts'

const ANSWERS = 'weekStart weekFelt energy rest signs selfCare tags line'
const SUBMIT = `mutation ($input: SubmitWeeklyCheckInInput!) { submitWeeklyCheckIn(input: $input) { __typename
  ... on WeeklyCheckInSaved { replayed checkIn { ${ANSWERS} } }
  ... on WeeklyCheckInDiffers { kept { ${ANSWERS} } offered { ${ANSWERS} submittedAt } } } }`
const REPLACE = `mutation ($input: ReplaceWeeklyCheckInInput!) { replaceWeeklyCheckIn(input: $input) { replayed checkIn { ${ANSWERS} } } }`
const MY_WEEK = `{ myWeek { weekStart previousWeekStart previousWeekOpen checkIn { ${ANSWERS} submittedAt } } }`

interface Answers {
  weekStart: string
  weekFelt: number | null
  line: string | null
}
interface Submitted {
  submitWeeklyCheckIn:
    | { __typename: 'WeeklyCheckInSaved'; replayed: boolean; checkIn: Answers }
    | { __typename: 'WeeklyCheckInDiffers'; kept: Answers; offered: Answers }
}
interface Replaced {
  replaceWeeklyCheckIn: { replayed: boolean; checkIn: Answers }
}

const input = (answers: object = {}) => ({
  idempotencyKey: randomUUID(),
  weekStart: THIS_WEEK,
  weekFelt: 4,
  energy: 3,
  signs: ['IRRITABILITY', 'ANGER'],
  selfCare: ['SLEEP'],
  tags: ['COURT'],
  line: '  A good talk on Tuesday. ',
  ...answers,
})

describe('the weekly check-in', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let peer: Member
  let caller: Caller
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
  })
  beforeEach(async () => {
    peer = await api.build.peer(organization)
    caller = await api.as(peer)
  })
  afterAll(() => api.close())

  const submit = async (values: object) =>
    (await caller.data<Submitted>(SUBMIT, { input: values })).submitWeeklyCheckIn
  const replace = async (values: object) =>
    (await caller.data<Replaced>(REPLACE, { input: values })).replaceWeeklyCheckIn
  const errorOf = async (query: string, values: object) =>
    (await caller.ask(query, { input: values })).errors?.[0]?.extensions
  const rows = async (): Promise<number> => {
    const found = await api.superuser.query(
      'select count(*)::integer as n from weekly_check_in where peer_id = $1',
      [peer.id],
    )
    return (found.rows[0] as { n: number }).n
  }

  it('keeps a week and shows it again, lists in order and the line trimmed', async () => {
    const kept = {
      weekStart: THIS_WEEK,
      weekFelt: 4,
      energy: 3,
      rest: null,
      signs: ['ANGER', 'IRRITABILITY'],
      selfCare: ['SLEEP'],
      tags: ['COURT'],
      line: 'A good talk on Tuesday.',
    }
    expect(await submit(input())).toEqual({
      __typename: 'WeeklyCheckInSaved',
      replayed: false,
      checkIn: kept,
    })
    expect(await caller.data(MY_WEEK)).toEqual({
      myWeek: {
        weekStart: THIS_WEEK,
        previousWeekStart: mondayBefore(1),
        previousWeekOpen: true,
        checkIn: { ...kept, submittedAt: NOW.toISOString() },
      },
    })
  })

  it('asks nobody about a week before they came', async () => {
    const joined = (on: string) =>
      api.superuser.query('update membership set joined_on = $2 where id = $1', [peer.id, on])
    await joined(THIS_WEEK)
    expect(await caller.data(MY_WEEK)).toMatchObject({ myWeek: { previousWeekOpen: false } })
    await joined('2026-06-14')
    expect(await caller.data(MY_WEEK)).toMatchObject({ myWeek: { previousWeekOpen: true } })
  })

  it('takes a single answer, and the week before while it is open', async () => {
    await submit({ idempotencyKey: randomUUID(), weekStart: mondayBefore(1), rest: 2 })
    expect(await caller.data(MY_WEEK)).toMatchObject({ myWeek: { checkIn: null, previousWeekOpen: false } })
  })

  it.each([
    [{ weekFelt: 6 }, { field: 'weekFelt', problem: 'too-large', limit: 5 }],
    [{ energy: 0 }, { field: 'energy', problem: 'too-small', limit: 1 }],
    [{ rest: -1 }, { field: 'rest', problem: 'too-small', limit: 1 }],
    [{ signs: ['ANGER', 'ANGER'] }, { field: 'signs', problem: 'repeated' }],
    [{ selfCare: ['SLEEP', 'SLEEP'] }, { field: 'selfCare', problem: 'repeated' }],
    [{ tags: ['COURT', 'COURT'] }, { field: 'tags', problem: 'repeated' }],
    [{ line: 'x'.repeat(501) }, { field: 'line', problem: 'too-long', limit: 500 }],
    [{ weekStart: '2026-06-22' }, { field: 'weekStart', problem: 'in-the-future', limit: '2026-06-15' }],
    [{ weekStart: '2026-06-01' }, { field: 'weekStart', problem: 'too-long-ago', limit: '2026-06-08' }],
    [{ weekStart: '2026-06-10' }, { field: 'weekStart', problem: 'not-an-option' }],
  ])('names the field and its limit: %o', async (answer, validationError) => {
    expect(await errorOf(SUBMIT, input(answer))).toEqual({
      code: 'BAD_INPUT',
      fact: 'input.refused',
      validationErrors: [validationError],
    })
    expect(await errorOf(REPLACE, input(answer))).toMatchObject({
      code: 'BAD_INPUT',
      validationErrors: [validationError],
    })
    expect(await rows()).toBe(0)
  })

  it('asks for one answer where everything was skipped, and names every refused field at once', async () => {
    const skipped = { idempotencyKey: randomUUID(), weekStart: '2026-06-22' }
    expect((await errorOf(SUBMIT, skipped))?.validationErrors?.map(({ field }) => field)).toEqual([
      'weekStart',
      'weekFelt',
    ])
  })

  it.each([
    { signs: ['DEPRESSION'] },
    { weekFelt: 'five' },
    { idempotencyKey: 'soon' },
    { peerId: randomUUID() },
  ])('refuses what the schema does not know: %o', async (answer) => {
    expect((await errorOf(SUBMIT, input(answer)))?.code).toBe('BAD_USER_INPUT')
  })

  it('keeps a line of any signs, and refuses the one that the database cannot hold', async () => {
    const line = `'; drop table weekly_check_in; -- ${'🌱'.repeat(9)}`
    const { errors } = await (await api.as(peer)).ask(SUBMIT, { input: input({ line: `${line}\u0000` }) })
    expect(errors?.[0]?.extensions.validationErrors).toEqual([{ field: 'line', problem: 'not-text' }])
    expect(await submit(input({ line }))).toMatchObject({ checkIn: { line } })
  })

  it('answers a retry with what is kept', async () => {
    const values = input()
    await submit(values)
    const idempotencyKey = values.idempotencyKey.toUpperCase()
    const retried = { ...values, signs: ['ANGER', 'IRRITABILITY'], idempotencyKey }
    expect(await submit(retried)).toMatchObject({ replayed: true, checkIn: { weekFelt: 4 } })
    expect(await rows()).toBe(1)
  })

  it('answers a retry that comes weeks later with what is kept, not with a validationError', async () => {
    const values = input()
    await submit(values)
    api.at('2026-07-15T13:00:00Z')
    const late = await (await api.as(peer)).data<Submitted>(SUBMIT, { input: values })
    const lockedPeer = await api.as(peer, { confirmed: false })
    const locked = await lockedPeer.ask(SUBMIT, { input: { ...values, weekStart: '2026-07-13' } })
    api.at(NOW)
    expect(late.submitWeeklyCheckIn).toMatchObject({ replayed: true })
    expect(locked.errors?.[0]?.extensions.fact).toBe('wellness.key-used-for-other-answers')
    expect(await rows()).toBe(1)
  })

  it('refuses other answers under the same key, for this week and for another', async () => {
    const values = input()
    await submit(values)
    const conflict = { code: 'CONFLICT', fact: 'wellness.key-used-for-other-answers' }
    expect(await errorOf(SUBMIT, { ...values, energy: 1 })).toEqual(conflict)
    expect(await errorOf(SUBMIT, { ...values, weekStart: mondayBefore(1) })).toEqual(conflict)
    expect(await errorOf(REPLACE, { ...values, energy: 1 })).toEqual(conflict)
    expect(await rows()).toBe(1)
  })

  it('shows both where the week has other answers, and replaces only when the peer says so', async () => {
    await submit(input())
    const other = input({ weekFelt: 2, line: 'It got harder.' })
    expect(await submit(other)).toMatchObject({
      __typename: 'WeeklyCheckInDiffers',
      kept: { weekFelt: 4 },
      offered: { weekFelt: 2, line: 'It got harder.', submittedAt: null },
    })
    expect(await caller.data(MY_WEEK)).toMatchObject({ myWeek: { checkIn: { weekFelt: 4 } } })
    expect(await replace(other)).toMatchObject({
      replayed: false,
      checkIn: { weekFelt: 2, line: 'It got harder.' },
    })
    expect(await replace(other)).toMatchObject({ replayed: true, checkIn: { weekFelt: 2 } })
    expect(await submit(other)).toMatchObject({ replayed: true })
    expect(await rows()).toBe(1)
  })

  it('takes the same answers from a second device as kept', async () => {
    await submit(input())
    expect(await submit(input())).toMatchObject({ __typename: 'WeeklyCheckInSaved', replayed: true })
  })

  it('has nothing to replace in an open week without a check-in', async () => {
    expect((await errorOf(REPLACE, input()))?.code).toBe('NOT_FOUND')
  })

  it('makes one record of twenty submissions at once', async () => {
    const values = input()
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit(values)))
    expect(
      answers
        .map((answer) => answer.__typename === 'WeeklyCheckInSaved' && answer.replayed)
        .filter((replayed) => !replayed),
    ).toHaveLength(1)
    expect(await rows()).toBe(1)
  })

  it('keeps one of twenty different answers sent at once, and shows it to all the others', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, number) => submit(input({ line: `answer ${number}` }))),
    )
    const saved = answers.flatMap((answer) =>
      answer.__typename === 'WeeklyCheckInSaved' ? [answer.checkIn.line] : [],
    )
    expect(saved).toHaveLength(1)
    const shown = answers.flatMap((answer) =>
      answer.__typename === 'WeeklyCheckInDiffers' ? [answer.kept.line] : [],
    )
    expect(new Set(shown)).toEqual(new Set(saved))
  })

  it('knows the week by the calendar of the organization', async () => {
    api.at('2026-06-22T03:00:00Z')
    const inNewYork = await (await api.as(peer)).data<{ myWeek: { weekStart: string } }>(MY_WEEK)
    api.at(NOW)
    expect(inNewYork.myWeek.weekStart).toBe('2026-06-15')
  })

  it.each([
    [MY_WEEK, 1],
    [SUBMIT, 2],
    [REPLACE, 2],
  ])('leaves in one write: %.30s', async (query, statements) => {
    await submit(input({ weekStart: mondayBefore(1) }))
    const batches = await api.statementsOf(() =>
      caller.ask(query, { input: input({ weekStart: mondayBefore(1), energy: 5 }) }),
    )
    expect(batches.map((batch) => batch.length - 1)).toEqual([statements])
  })
})
