import { randomUUID } from 'node:crypto'
import {
  blankAnswers,
  mergeAnswers,
  validateNumberedAnswers,
} from '@alongside/shared/wellness/questionnaires/numbered-answers'
import { PROQOL, scoreProqol } from '@alongside/shared/wellness/questionnaires/proqol'
import { nextProqolFrom, validateProqolItems } from '@alongside/shared/wellness/questionnaires/proqol-input'
import { readSql, type SelectText } from '../../database/reads-and-writes.ts'
import { columnsOf, insertOf, ME, NOW, TODAY, updateOf } from '../../database/statements.ts'
import { AN_ID, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { DomainError, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { keptOnce } from './one-open.ts'
import { ProqolItemSet } from './proqol-item-set.entity.ts'
import { ProqolResponse as ResponseRow } from './proqol-response.entity.ts'
import type {
  ReplaceProqolItemsInput,
  ReplaceProqolItemsPayload,
  MyProqol,
  ProqolItems,
  ProqolResponse,
  ProqolResponseConnection,
  SubmitProqolAnswersInput,
  SubmitProqolAnswersPayload,
} from './proqol.types.ts'

// ProQOL 5, five items at a time: what is answered is kept at once, on whichever device, and scored when it is finished.

type Stored = Pick<ResponseRow, 'id' | 'startedOn' | 'finishedOn' | 'answers'>
const STORED = columnsOf(ResponseRow, '', ['id', 'startedOn', 'finishedOn', 'answers'])
const MINE =
  'organization_id = (select access.organization_id()) and member_id = (select access.membership_id())'
const OPEN: SelectText = `select ${STORED} from proqol_response where ${MINE} and finished_on is null`
const OPEN_FOR_UPDATE: SelectText = `select ${STORED} from proqol_response where ${MINE} and finished_on is null for update`
const LATEST_ITEMS: SelectText = `select ${columnsOf(ProqolItemSet, '', ['items', 'credit'])} from proqol_item_set
  where organization_id = (select access.organization_id()) order by imported_at desc, id limit 1`

export async function myProqol(ctx: RequestContext): Promise<MyProqol> {
  const [[open], [last], questions] = await Promise.all([
    ctx.unit.run<Stored>(OPEN),
    ctx.unit.run<{ finishedOn: string | null }>(
      `select max(finished_on) as "finishedOn" from proqol_response where ${MINE}`,
    ),
    proqolQuestions(ctx),
  ])
  return {
    ...questions,
    open: open ? shown(open) : null,
    nextFrom: nextProqolFrom(last?.finishedOn ?? null),
  }
}

export async function myProqolResponses(
  ctx: RequestContext,
  pageArgs: PageArgs,
): Promise<ProqolResponseConnection> {
  const page = pageFrom(pageArgs, ['', AN_ID])
  const [finishedOn = null, id = null] = page.after ?? []
  const [rows, [counted]] = await Promise.all([
    ctx.unit.run<Stored>(
      `select ${STORED} from proqol_response
        where ${MINE} and finished_on is not null
          and ($1::text is null or (finished_on::text, id) < ($1, $2::uuid))
        order by finished_on desc, id desc limit $3`,
      [finishedOn, id, page.first + 1],
    ),
    ctx.unit.run<{ total: number }>(
      `select count(*)::int as total from proqol_response where ${MINE} and finished_on is not null`,
    ),
  ])
  return connectionOf(rows.map(shown), page, counted?.total ?? 0, (row) => [row.finishedOn ?? '', row.id])
}

/** Two devices add to the same open one: an item keeps the answer that came last. */
export async function submitProqolAnswers(
  ctx: RequestContext,
  { answers, isFinished }: SubmitProqolAnswersInput,
): Promise<SubmitProqolAnswersPayload> {
  rejectIfInvalid(validateNumberedAnswers(PROQOL, answers))
  const stored = await keptOnce('proqol_response_one_open', () =>
    keepAnswers(ctx, answers, isFinished),
  ).catch(refuseTooSoon)
  return { response: shown(stored) }
}

function keepAnswers(
  ctx: RequestContext,
  answers: SubmitProqolAnswersInput['answers'],
  isFinished: boolean,
): Promise<Stored | undefined> {
  return ctx.unit.transaction(async (tx) => {
    const [open] = await tx.run(readSql<Stored>(OPEN_FOR_UPDATE))
    const kept = mergeAnswers(open?.answers ?? blankAnswers(PROQOL), answers)
    if (isFinished && kept.every((answer) => answer === null))
      rejectIfInvalid([{ field: 'answers', problem: 'required' }])
    const set = { answers: kept, finishedOn: isFinished ? TODAY : null, savedAt: NOW }
    const options = { returning: ['id', 'startedOn', 'finishedOn', 'answers'] } as const
    const [[row]] = await tx.write([
      open
        ? updateOf(ResponseRow, { id: open.id }, set, options)
        : insertOf(ResponseRow, { id: randomUUID(), memberId: ME, startedOn: TODAY, ...set }, options),
    ])
    return row
  })
}

function refuseTooSoon(error: unknown): never {
  if ((error as { constraint?: string }).constraint === 'proqol_response_thirty_days_apart')
    throw new DomainError(
      'CONFLICT',
      'wellness.questionnaires.too-soon',
      'It asks about the last 30 days: the next one can begin 30 days after the last.',
    )
  throw error
}

function shown({ id, startedOn, finishedOn, answers }: Stored): ProqolResponse {
  return { id, startedOn, finishedOn, answers, results: finishedOn === null ? [] : scoreProqol(answers) }
}

/** What the thirty answers belong to, with the author's credit, which goes wherever they do. */
export async function proqolQuestions(
  ctx: RequestContext,
): Promise<{ items: string[] | null; credit: string }> {
  const [set] = await ctx.unit.run<Pick<ProqolItemSet, 'items' | 'credit'>>(LATEST_ITEMS)
  return { items: set?.items ?? null, credit: set?.credit ?? PROQOL.credit }
}

export async function proqolItems(ctx: RequestContext): Promise<ProqolItems | null> {
  const [set] = await ctx.unit.run<Pick<ProqolItemSet, 'items' | 'credit'>>(LATEST_ITEMS)
  return set ? { count: set.items.length, credit: set.credit } : null
}

export async function replaceProqolItems(
  ctx: RequestContext,
  { items, credit }: ReplaceProqolItemsInput,
): Promise<ReplaceProqolItemsPayload> {
  const trimmed = items.map((item) => item.trim()).filter((item) => item !== '')
  rejectIfInvalid(validateProqolItems(trimmed, credit))
  await ctx.unit.write([
    insertOf(ProqolItemSet, {
      id: randomUUID(),
      items: trimmed,
      credit: credit.trim(),
      importedBy: ME,
      importedAt: NOW,
    }),
  ])
  return { proqolItems: { count: trimmed.length, credit: credit.trim() } }
}
