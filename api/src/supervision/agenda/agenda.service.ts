import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { validateAgendaItem } from '@alongside/shared/supervision/agenda/agenda-input'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { readSql, type SelectText, writeSql } from '../../database/reads-and-writes.ts'
import { insertOf, ME, NOW } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { AN_ID, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import {
  IN_FORCE,
  otherOf,
  ownRelationship,
  refuseNotJoined,
  requireUnlockedSupport,
} from '../relationships/own-relationship.service.ts'
import { AdministrativeAgendaItem } from './administrative-agenda-item.entity.ts'
import type {
  AgendaItem,
  AgendaItemConnection,
  CreateAgendaItemInput,
  CreateAgendaItemPayload,
  OfPeerArgs,
  RemoveAgendaItemInput,
  RemoveAgendaItemPayload,
} from './agenda.types.ts'
import { EducationalAgendaItem } from './educational-agenda-item.entity.ts'
import { SupportiveAgendaItem } from './supportive-agenda-item.entity.ts'

// What two people want to talk about. An item stays until a session that counts has reached it, or its author removes it.

/** A table for each type, so that the wall between the types is a wall between tables. */
export const AGENDA_ITEMS = {
  ADMINISTRATIVE: AdministrativeAgendaItem,
  EDUCATIONAL: EducationalAgendaItem,
  SUPPORTIVE: SupportiveAgendaItem,
} satisfies Record<SupervisionType, object>

interface AgendaRow extends Pick<
  AgendaItem,
  'id' | 'type' | 'text' | 'isPrivate' | 'isCurrent' | 'canRemove'
> {
  readonly writtenOn: string
  readonly writtenById: string
  readonly writtenByName: string | null
  readonly supervisorId: string
  readonly supervisorName: string | null
}

const ofType = (type: string): string => /* sql */ `
  select '${type}' as type, organization_id, id, relationship_id, peer_id, text, is_private, written_by, written_at, reached_in
    from ${type.toLowerCase()}_agenda_item`

/** Items that are not talked about yet; what the reader may not see is not there for the statement. */
const OPEN = /* sql */ `
  select i.id, i.type, i.text, i.is_private as "isPrivate", i.peer_id, i.written_at,
         (i.written_at at time zone o.time_zone)::date as "writtenOn",
         i.written_by as "writtenById", w.display_name as "writtenByName",
         r.supervisor_id as "supervisorId", s.display_name as "supervisorName",
         (${IN_FORCE}) as "isCurrent", i.written_by = (select access.membership_id()) as "canRemove"
    from (${Object.keys(AGENDA_ITEMS).map(ofType).join(' union all ')}) i
    join organization o on o.id = i.organization_id
    join supervision_relationship r on r.organization_id = i.organization_id and r.id = i.relationship_id
    left join membership w on w.organization_id = i.organization_id and w.id = i.written_by
    left join membership s on s.organization_id = r.organization_id and s.id = r.supervisor_id
   where i.organization_id = (select access.organization_id()) and not access.session_counts(i.reached_in)`
const OF_PEER: SelectText = `with listed as materialized (
  ${OPEN} and i.peer_id = coalesce($1::uuid, (select access.membership_id())))
  select *, (select count(*) from listed) as total from listed l
   where $3::uuid is null or (l.written_at, l.id) > (
     select c.written_at, c.id from listed c where c.id = $3::uuid)
   order by l.written_at, l.id limit $2 + 1`
const BY_ID: SelectText = `select one.* from (${OPEN} and i.id = $1) one`

/** The signed-in peer's own, of every type, with their own talking points. */
export function myAgenda(ctx: RequestContext, args: PageArgs): Promise<AgendaItemConnection> {
  return agendaPage(ctx, null, args)
}

/** Of a peer, in the types in which the caller supervises them; of anybody else there is nothing. */
export function agendaOf(
  ctx: RequestContext,
  { peerId, ...args }: OfPeerArgs,
): Promise<AgendaItemConnection> {
  return agendaPage(ctx, peerId, args)
}

async function agendaPage(
  ctx: RequestContext,
  peerId: string | null,
  args: PageArgs,
): Promise<AgendaItemConnection> {
  const page = pageFrom(args, [AN_ID])
  const [, rows] = await Promise.all([
    requireUnlockedSupport(ctx, peerId),
    ctx.unit.run<AgendaRow & { total: number }>(OF_PEER, [peerId, page.first, page.after?.[0] ?? null]),
  ])
  const connection = connectionOf(rows, page, rows[0]?.total ?? 0, ({ id }) => [id])
  return {
    ...connection,
    edges: connection.edges.map(({ node, cursor }) => ({ node: itemOf(node), cursor })),
  }
}

/** The other one is told in the app, once a day for each relationship: of what is said, nothing. */
export async function createAgendaItem(
  ctx: RequestContext,
  input: CreateAgendaItemInput,
): Promise<CreateAgendaItemPayload> {
  const add = async (tx: Transaction, id: string) => {
    const relationship = await ownRelationship(tx, input.relationshipId)
    const { type, peerId, isPeer } = relationship
    rejectIfInvalid(validateAgendaItem(input, isPeer ? 'PEER' : 'SUPERVISOR'))
    const said = { text: input.text.trim(), isPrivate: input.isPrivate, writtenBy: ME, writtenAt: NOW }
    const told = notification({
      recipientId: input.isPrivate ? [] : otherOf(relationship),
      kind: NotificationKind.AGENDA_ITEM_ADDED,
      key: `agenda:${relationship.id}:${tx.actor.today}`,
      subjectId: relationship.id,
    })
    const item = { id, relationshipId: relationship.id, peerId, ...said }
    await tx.write([insertOf(AGENDA_ITEMS[type], item), ...told]).catch(refuseNotJoined('relationshipId'))
  }
  return once(ctx, 'createAgendaItem', input, add, async (id) => ({ agendaItem: await itemById(ctx, id) }))
}

/** Nothing is left of it. What the two have talked about, and another's item, are not there. */
export async function removeAgendaItem(
  ctx: RequestContext,
  { agendaItemId }: RemoveAgendaItemInput,
): Promise<RemoveAgendaItemPayload> {
  const [[item], [gone]] = await ctx.unit.write([
    readSql<AgendaRow>(BY_ID, [agendaItemId]),
    writeSql<{ count: number }>('select access.remove_agenda_item($1) as count', [agendaItemId]),
  ])
  if (!item || !gone?.count) throw notFound()
  return { agendaItem: itemOf(item) }
}

async function itemById(ctx: RequestContext, id: string): Promise<AgendaItem> {
  const [item] = await ctx.unit.run<AgendaRow>(BY_ID, [id])
  if (!item) throw notFound()
  return itemOf(item)
}

function itemOf(row: AgendaRow): AgendaItem {
  return {
    ...row,
    writtenBy: { id: row.writtenById, displayName: row.writtenByName },
    supervisor: { id: row.supervisorId, displayName: row.supervisorName },
  }
}
