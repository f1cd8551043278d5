import { validateFlagDraft } from '@alongside/shared/drift/flag-input'
import { readSql, type SelectText, type Write, writeSql } from '../../database/reads-and-writes.ts'
import { columnsOf, insertOf, ME, NOW } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { AN_ID, AN_INSTANT, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { DriftFlagDraft } from './drift-flag-draft.entity.ts'
import type {
  CreateDriftFlagDraftInput,
  CreateDriftFlagDraftPayload,
  DriftFlagDraftConnection,
  DriftFlagDraftShown,
  RemoveDriftFlagDraftInput,
  RemoveDriftFlagDraftPayload,
} from './drift-flag-draft.types.ts'

// What a peer is still thinking about: neither audited, told nor counted.

const MINE: SelectText = `select ${columnsOf(DriftFlagDraft, 'd', ['id', 'evidence', 'cause', 'response', 'savedAt', 'supervisorIds'])}
  from drift_flag_draft d
 where d.organization_id = (select access.organization_id()) and d.peer_id = (select access.membership_id())`

export async function myDriftFlagDrafts(
  ctx: RequestContext,
  args: PageArgs,
): Promise<DriftFlagDraftConnection> {
  const page = pageFrom(args, [AN_INSTANT, AN_ID])
  const [savedAt = null, id = null] = page.after ?? []
  const [drafts, [counted]] = await Promise.all([
    ctx.unit.run<DriftFlagDraftShown>(
      `${MINE} and ($1::timestamptz is null or (date_trunc('milliseconds', d.saved_at), d.id) < ($1, $2::uuid))
       order by date_trunc('milliseconds', d.saved_at) desc, d.id desc limit $3::integer + 1`,
      [savedAt, id, page.first],
    ),
    ctx.unit.run<{ total: number }>(`select count(*) as total from (${MINE}) mine`),
  ])
  return connectionOf(drafts, page, counted?.total ?? 0, (draft) => [draft.savedAt.toISOString(), draft.id])
}

export async function createDriftFlagDraft(
  ctx: RequestContext,
  input: CreateDriftFlagDraftInput,
): Promise<CreateDriftFlagDraftPayload> {
  rejectIfInvalid(validateFlagDraft(input))
  const said = {
    evidence: input.evidence.trim(),
    cause: input.cause ?? null,
    response: input.response?.trim() || null,
    supervisorIds: input.supervisorIds ?? null,
  }
  const add = (tx: Transaction, id: string) =>
    tx.write([
      insertOf(DriftFlagDraft, { id, peerId: ME, savedAt: NOW, ...said }),
      draftRemoved(input.replacesId),
    ])
  return once(ctx, 'createDriftFlagDraft', input, add, async (id) => {
    const [draft] = await ctx.unit.run<DriftFlagDraftShown>(`${MINE} and d.id = $1`, [id])
    if (!draft) throw notFound()
    return { draft }
  })
}

export async function removeDriftFlagDraft(
  ctx: RequestContext,
  { draftId }: RemoveDriftFlagDraftInput,
): Promise<RemoveDriftFlagDraftPayload> {
  const [[draft]] = await ctx.unit.write([
    readSql<DriftFlagDraftShown>(`${MINE} and d.id = $1`, [draftId]),
    draftRemoved(draftId),
  ])
  if (!draft) throw notFound()
  return { draft }
}

/** Nothing happens to a draft that is gone, or is somebody else's. */
export function draftRemoved(id: string | null | undefined): Write {
  return writeSql('select access.remove_flag_draft($1::uuid)', [id ?? null])
}
