import { randomUUID } from 'node:crypto'
import { ETHICS_REFLECTION } from '@alongside/shared/wellness/questionnaires/ethics-reflection'
import {
  blankAnswers,
  mergeAnswers,
  validateNumberedAnswers,
} from '@alongside/shared/wellness/questionnaires/numbered-answers'
import { readSql, type SelectText } from '../../database/reads-and-writes.ts'
import { columnsOf, insertOf, ME, NOW, TODAY, updateOf } from '../../database/statements.ts'
import { AN_ID, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { EthicsReflection } from './ethics-reflection.entity.ts'
import type {
  EthicsReflectionConnection,
  SubmitEthicsAnswersInput,
  SubmitEthicsAnswersPayload,
} from './ethics.types.ts'
import { keptOnce } from './one-open.ts'

// The ethics reflection, five statements at a time: what is answered is kept at once, on whichever device. No score.

type Stored = Pick<EthicsReflection, 'id' | 'version' | 'startedOn' | 'finishedOn' | 'answers'>
const SHOWN = ['id', 'version', 'startedOn', 'finishedOn', 'answers'] as const
const STORED = columnsOf(EthicsReflection, '', SHOWN)
const MINE =
  'organization_id = (select access.organization_id()) and member_id = (select access.membership_id())'
const OPEN: SelectText = `select ${STORED} from ethics_reflection where ${MINE} and finished_on is null`
const OPEN_FOR_UPDATE: SelectText = `select ${STORED} from ethics_reflection where ${MINE} and finished_on is null for update`

export async function myOpenEthicsReflection(ctx: RequestContext): Promise<Stored | null> {
  const [open] = await ctx.unit.run<Stored>(OPEN)
  return open ?? null
}

export async function myEthicsReflections(
  ctx: RequestContext,
  pageArgs: PageArgs,
): Promise<EthicsReflectionConnection> {
  const page = pageFrom(pageArgs, ['', AN_ID])
  const [finishedOn = null, id = null] = page.after ?? []
  const [rows, [counted]] = await Promise.all([
    ctx.unit.run<Stored>(
      `select ${STORED} from ethics_reflection
        where ${MINE} and finished_on is not null
          and ($1::text is null or (finished_on::text, id) < ($1, $2::uuid))
        order by finished_on desc, id desc limit $3`,
      [finishedOn, id, page.first + 1],
    ),
    ctx.unit.run<{ total: number }>(
      `select count(*)::int as total from ethics_reflection where ${MINE} and finished_on is not null`,
    ),
  ])
  return connectionOf(rows, page, counted?.total ?? 0, (row) => [row.finishedOn ?? '', row.id])
}

/** Two devices add to the same open one: a statement keeps the answer that came last. */
export async function submitEthicsAnswers(
  ctx: RequestContext,
  input: SubmitEthicsAnswersInput,
): Promise<SubmitEthicsAnswersPayload> {
  rejectIfInvalid(validateNumberedAnswers(ETHICS_REFLECTION, input.answers))
  return {
    reflection: await keptOnce('ethics_reflection_one_open', () => keepAnswers(ctx, input)),
  }
}

function keepAnswers(
  ctx: RequestContext,
  { answers, isFinished }: SubmitEthicsAnswersInput,
): Promise<Stored | undefined> {
  return ctx.unit.transaction(async (tx) => {
    const [open] = await tx.run(readSql<Stored>(OPEN_FOR_UPDATE))
    const kept = mergeAnswers(open?.answers ?? blankAnswers(ETHICS_REFLECTION), answers)
    if (isFinished && kept.every((answer) => answer === null))
      rejectIfInvalid([{ field: 'answers', problem: 'required' }])
    const set = { answers: kept, finishedOn: isFinished ? TODAY : null, savedAt: NOW }
    const begun = { id: randomUUID(), memberId: ME, version: ETHICS_REFLECTION.version, startedOn: TODAY }
    const options = { returning: SHOWN }
    const [[row]] = await tx.write([
      open
        ? updateOf(EthicsReflection, { id: open.id }, set, options)
        : insertOf(EthicsReflection, { ...begun, ...set }, options),
    ])
    return row
  })
}
