import { randomUUID } from 'node:crypto'
import { addDays, startOfWeek } from '@alongside/shared/calendar/plain-date'
import { validateCheckIn, WEEKLY_CHECK_IN } from '@alongside/shared/wellness/weekly-check-in'
import { Not } from 'typeorm'
import { readSql, type Read, type SelectText } from '../database/reads-and-writes.ts'
import { ME, NOW, columnsOf, insertFrom, updateOf } from '../database/statements.ts'
import { DomainError, notFound, rejectIfInvalid } from '../server/graphql/domain-error.ts'
import type { RequestContext } from '../server/request-context.ts'
import { LOCKED_BEFORE } from './check-in-history.service.ts'
import { answersOf, hashAnswers } from './check-in-answers.ts'
import { WeeklyCheckIn } from './weekly-check-in.entity.ts'
import type {
  CheckInAnswers,
  CheckInAnswersInput,
  MyWeek,
  ReplaceWeeklyCheckInPayload,
  SavedCheckIn,
  WeeklyCheckInDiffers,
  WeeklyCheckInSaved,
} from './weekly-check-in.types.ts'

// A peer answers for a week, once; retries change nothing, and other answers replace only when the peer says so.

interface StoredCheckIn extends SavedCheckIn {
  readonly idempotencyKey: string
  readonly bodyHash: Buffer
}

const ANSWERED = [
  ...(['weekStart', 'weekFelt', 'energy', 'rest', 'signs', 'selfCare', 'tags', 'line', 'wentWell'] as const),
] as const
export const SAVED_ANSWERS = columnsOf(WeeklyCheckIn, '', ['id', ...ANSWERED, 'submittedAt'])
const STORED = columnsOf(WeeklyCheckIn, '', ['id', 'idempotencyKey', 'bodyHash', ...ANSWERED, 'submittedAt'])
/** Decided by the database from the roles of now, which its policy compares with. */
const AS_PEER = () => "access.has_role('PEER')"
const MINE = `organization_id = (select access.organization_id()) and peer_id = (select access.membership_id())`

/** One row at least, for the day of joining; without a check-in its week is null. */
const MY_WEEKS: SelectText = `select ${columnsOf(WeeklyCheckIn, 'c', ['id', ...ANSWERED, 'submittedAt'])}, m.joined_on as "joinedOn"
  from membership m left join weekly_check_in c
    on c.organization_id = m.organization_id and c.peer_id = m.id and c.week_start > (select access.today() - 14)
 where m.organization_id = (select access.organization_id()) and m.id = (select access.membership_id())`

/** This week and the one before, as the organization's calendar has them. */
export async function myWeek(ctx: RequestContext): Promise<MyWeek> {
  const rows = await ctx.unit.run<SavedCheckIn & { joinedOn: string }>(MY_WEEKS)
  const weekStart = startOfWeek((await ctx.unit.actor()).today)
  const previousWeekStart = addDays(weekStart, -7)
  return {
    weekStart,
    checkIn: rows.find((row) => row.weekStart === weekStart) ?? null,
    previousWeekStart,
    // Nobody is asked about a week before they came.
    previousWeekOpen: rows.every((row) => row.joinedOn < weekStart && row.weekStart !== previousWeekStart),
  }
}

/**
 * One write: enter, insert, and a second statement that reads what is kept now; reading in the statement of the
 * insert would miss a row that somebody committed meanwhile. Which weeks are open only `enter` knows, so the insert
 * asks for an open one, and the refusal is worded afterwards.
 */
export async function submitWeeklyCheckIn(
  ctx: RequestContext,
  input: CheckInAnswersInput,
): Promise<WeeklyCheckInSaved | WeeklyCheckInDiffers> {
  await refuseAnswers(ctx, input)
  const answers = answersOf(input)
  const id = randomUUID()
  const row = {
    id,
    peerId: ME,
    weekStart: answers.weekStart,
    ...keptOf(answers, input),
    asPeer: AS_PEER,
    submittedAt: NOW,
  }
  const [, stored] = await ctx.unit.write([
    insertFrom(WeeklyCheckIn, IS_OPEN_WEEK, row, { onConflict: 'nothing' }),
    storedFor(input),
  ])
  const { kept, isSame } = await settle(ctx, input, stored)
  return isSame ? { checkIn: kept, replayed: kept.id !== id } : { kept, offered: answers }
}

const IS_OPEN_WEEK = `where extract(isodow from :weekStart::date) = 1
  and :weekStart::date between access.today() - 13 and access.today()`

/** The peer has seen both and picked the new one: it takes the place of the other. A retry changes nothing. */
export async function replaceWeeklyCheckIn(
  ctx: RequestContext,
  input: CheckInAnswersInput,
): Promise<ReplaceWeeklyCheckInPayload> {
  await refuseAnswers(ctx, input)
  const { weekStart, idempotencyKey } = input
  const answered = { peerId: ME, weekStart, idempotencyKey: Not(idempotencyKey) }
  const answers = { ...keptOf(answersOf(input), input), submittedAt: NOW }
  const options = { and: KEY_IS_NEW, parameters: { key: idempotencyKey }, returning: ['id'] } as const
  const [replaced, stored] = await ctx.unit
    .write([updateOf(WeeklyCheckIn, answered, answers, options), storedFor(input)])
    .catch((error: unknown) => {
      throw (error as { code?: unknown }).code === UNIQUE_VIOLATION ? keyUsedForOtherAnswers() : error
    })
  const { kept, isSame } = await settle(ctx, input, stored, notFound)
  if (!isSame) throw keyUsedForOtherAnswers()
  return { checkIn: kept, replayed: replaced.length === 0 }
}

const KEY_IS_NEW = `not exists (select from weekly_check_in where ${MINE} and idempotency_key = :key)`

/** Before writing: whatever does not hang on the day. A refused input names the week too, with one more look. */
async function refuseAnswers(ctx: RequestContext, input: CheckInAnswersInput): Promise<void> {
  const anyDay = ctx.now.toISOString().slice(0, 10)
  if (validateCheckIn(input, anyDay).every(({ field }) => field === 'weekStart')) return
  rejectIfInvalid(validateCheckIn(input, (await ctx.unit.actor()).today))
}

/** What is kept for the week now, and whether it is what was sent. */
async function settle(
  ctx: RequestContext,
  input: CheckInAnswersInput,
  stored: readonly StoredCheckIn[],
  // Nothing to see for an open week: the key belongs to a past one, which is locked.
  nothingKept = keyUsedForOtherAnswers,
): Promise<{ kept: StoredCheckIn; isSame: boolean }> {
  const hash = hashAnswers(answersOf(input))
  const underKey = stored.find((row) => row.idempotencyKey === input.idempotencyKey.toLowerCase())
  if (underKey && !underKey.bodyHash.equals(hash)) throw keyUsedForOtherAnswers()
  if (underKey) return { kept: underKey, isSame: true }
  rejectIfInvalid(validateCheckIn(input, (await ctx.unit.actor()).today))
  const [ofWeek] = stored
  if (!ofWeek) throw (await isLocked(ctx)) ? weekIsLocked() : nothingKept()
  return { kept: ofWeek, isSame: ofWeek.bodyHash.equals(hash) }
}

function storedFor(input: CheckInAnswersInput): Read<StoredCheckIn> {
  return readSql<StoredCheckIn>(
    `select ${STORED} from weekly_check_in
       where ${MINE} and (week_start = $1 or idempotency_key = $2)`,
    [input.weekStart, input.idempotencyKey],
  )
}

function keptOf(answers: CheckInAnswers, { idempotencyKey }: CheckInAnswersInput) {
  const { weekStart: _weekStart, ...given } = answers
  const instrumentVersion = WEEKLY_CHECK_IN.version
  return { ...given, instrumentVersion, idempotencyKey, bodyHash: hashAnswers(answers) }
}

async function isLocked(ctx: RequestContext): Promise<boolean> {
  const [lock] = await ctx.unit.run<{ lockedBefore: Date | null }>(LOCKED_BEFORE)
  return (lock?.lockedBefore ?? null) !== null
}

function weekIsLocked(): DomainError {
  return new DomainError(
    'CONFLICT',
    'wellness.week-is-locked',
    'This week was answered before the password was reset: the recovery code of before opens it.',
  )
}

function keyUsedForOtherAnswers(): DomainError {
  return new DomainError(
    'CONFLICT',
    'wellness.key-used-for-other-answers',
    'This key was used for other answers; make a new one when answers change.',
  )
}

const UNIQUE_VIOLATION = '23505'
