import { randomUUID } from 'node:crypto'
import { PROQOL, scoreProqol } from '@alongside/shared/wellness/questionnaires/proqol'
import {
  nextProqolFrom,
  validateProqolAnswers,
  validateProqolItems,
} from '@alongside/shared/wellness/questionnaires/proqol-input'
import { readSql, type SelectText } from '../../database/reads-and-writes.ts'
import { columnsOf, insertOf, ME, NOW, TODAY, updateOf } from '../../database/statements.ts'
import { AN_ID, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { DomainError, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
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
  const [[open], [last], [set]] = await Promise.all([
    ctx.unit.run<Stored>(OPEN),
    ctx.unit.run<{ finishedOn: string | null }>(
      `select max(finished_on) as "finishedOn" from proqol_response where ${MINE}`,
    ),
    ctx.unit.run<Pick<ProqolItemSet, 'items' | 'credit'>>(LATEST_ITEMS),
  ])
  return {
    items: set?.items ?? null,
    credit: set?.credit ?? PROQOL.credit,
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
  rejectIfInvalid(validateProqolAnswers(answers))
  const keep = () => keepAnswers(ctx, answers, isFinished)
  // Of two devices that begin at once, the second finds what the first has begun.
  const stored = await keep().catch((error: unknown) =>
    (error as { constraint?: string }).constraint === ONE_OPEN ? keep() : refuseTooSoon(error),
  )
  if (!stored) throw new Error('what was just written is not there')
  return { response: shown(stored) }
}

const ONE_OPEN = 'proqol_response_one_open'

function keepAnswers(
  ctx: RequestContext,
  answers: SubmitProqolAnswersInput['answers'],
  isFinished: boolean,
): Promise<Stored | undefined> {
  return ctx.unit.transaction(async (tx) => {
    const [open] = await tx.run(readSql<Stored>(OPEN_FOR_UPDATE))
    const kept = merged(open?.answers ?? Array<null>(PROQOL.items).fill(null), answers)
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

function merged(
  before: readonly (number | null)[],
  answers: SubmitProqolAnswersInput['answers'],
): (number | null)[] {
  const given = new Map(answers.map(({ item, answer }) => [item, answer ?? null]))
  return before.map((answer, index) => (given.has(index + 1) ? (given.get(index + 1) ?? null) : answer))
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
