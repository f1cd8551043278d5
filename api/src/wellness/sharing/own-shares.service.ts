import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import {
  expiryOf,
  type ShareKind,
  shareState,
  type ShareFacts,
  validateShare,
} from '@alongside/shared/wellness/sharing/share-ticket'
import { readSql, type Read, type SelectText, type Write } from '../../database/reads-and-writes.ts'
import { columnsOf, insertOf, ME, NOW, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { AN_ID, AN_INSTANT, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { ShareTicket } from './share-ticket.entity.ts'
import type {
  CreateShareInput,
  CreateSharePayload,
  ShareConnection,
  ShareLookShown,
  ShareShown,
  WithdrawSharePayload,
} from './share.types.ts'

// What somebody shares of their own, with whom, until when, and who looked. None of it is audited.

const TICKET = columnsOf(ShareTicket, 't', ['id', 'kind', 'scope', 'createdAt', 'expiresAt', 'withdrawnAt'])
type Ticket = Omit<ShareShown, 'state' | 'looks' | 'lookCount'> & ShareFacts

type Artefact = Partial<
  Record<'checkInId' | 'planLineId' | 'proqolResponseId' | 'ethicsReflectionId', string>
>
/** Where each kind lies, and what of it is one's own to share: of a questionnaire, only what is finished. */
const ARTEFACTS: Readonly<Record<ShareKind, { readonly column: keyof Artefact; readonly own: SelectText }>> =
  {
    CHECK_IN: {
      column: 'checkInId',
      own: 'select 1 from weekly_check_in where peer_id = (select access.membership_id())',
    },
    PLAN_LINE: {
      column: 'planLineId',
      own: 'select 1 from self_care_plan_line where owner_id = (select access.membership_id())',
    },
    PROQOL: {
      column: 'proqolResponseId',
      own: 'select 1 from proqol_response where member_id = (select access.membership_id()) and finished_on is not null',
    },
    ETHICS_REFLECTION: {
      column: 'ethicsReflectionId',
      own: 'select 1 from ethics_reflection where member_id = (select access.membership_id()) and finished_on is not null',
    },
  }

/** Names of colleagues as the owner may know them; the week and the text only where the owner can read them now. */
const MINE: SelectText = `select ${TICKET}, coalesce(t.check_in_id, t.plan_line_id, t.proqol_response_id, t.ethics_reflection_id) as "artefactId",
       (select c.week_start from weekly_check_in c
         where c.organization_id = t.organization_id and c.id = t.check_in_id) as "weekStart",
       (select p.text from self_care_plan_line p
         where p.organization_id = t.organization_id and p.id = t.plan_line_id) as "planText",
       (select jsonb_build_object('id', r.supervisor_id, 'displayName', m.display_name)
          from supervision_relationship r
          left join membership m on m.organization_id = r.organization_id and m.id = r.supervisor_id
         where r.organization_id = t.organization_id and r.id = t.relationship_id) as receiver,
       access.is_supported_by(t.relationship_id) as "isSupported"
  from share_ticket t
 where t.organization_id = (select access.organization_id()) and t.owner_id = (select access.membership_id())`

/** A list shows so many looks of each share. */
const LOOKS_SHOWN = 50
const LOOKS: SelectText = `select l.id, l.ticket_id as "ticketId", l.looked_at as "lookedAt", l.total,
       jsonb_build_object('id', l.looked_by, 'displayName', m.display_name) as "lookedBy"
  from (select k.*, count(*) over (partition by k.ticket_id)::integer as total,
               row_number() over (partition by k.ticket_id order by k.looked_at desc, k.id) as place
          from share_look k
         where k.organization_id = (select access.organization_id())
           and k.owner_id = (select access.membership_id()) and k.ticket_id = any ($1::uuid[])) l
  left join membership m on m.organization_id = l.organization_id and m.id = l.looked_by
 where l.place <= ${LOOKS_SHOWN} order by l.looked_at desc, l.id`
type Look = ShareLookShown & { ticketId: string; total: number }

export async function myShares(ctx: RequestContext, args: PageArgs): Promise<ShareConnection> {
  const page = pageFrom(args, [AN_INSTANT, AN_ID])
  const [createdAt = null, id = null] = page.after ?? []
  const [tickets, [counted]] = await Promise.all([
    ctx.unit.run<Ticket>(
      `${MINE} and ($1::timestamptz is null or (date_trunc('milliseconds', t.created_at), t.id) < ($1, $2::uuid))
       order by date_trunc('milliseconds', t.created_at) desc, t.id desc limit $3::integer + 1`,
      [createdAt, id, page.first],
    ),
    ctx.unit.run<{ total: number }>(`select count(*) as total from (${MINE}) mine`),
  ])
  const shares = await withLooks(ctx, tickets)
  return connectionOf(shares, page, counted?.total ?? 0, (share) => [share.createdAt.toISOString(), share.id])
}

/** Whoever is not a supportive supervisor of the sender now is not found, like somebody who does not exist. */
export async function createShare(ctx: RequestContext, input: CreateShareInput): Promise<CreateSharePayload> {
  rejectIfInvalid(validateShare(input))
  const { kind, artefactId, relationshipId, scope, days } = input
  const artefact = { [ARTEFACTS[kind].column]: artefactId }
  const add = async (tx: Transaction, id: string) => {
    const [[receiver], own] = await tx.write([supporter(relationshipId), ownArtefact(kind, artefactId)])
    rejectIfInvalid([
      ...(receiver ? [] : [{ field: 'relationshipId', problem: 'not-found' } as const]),
      ...(own.length > 0 ? [] : [{ field: 'artefactId', problem: 'not-found' } as const]),
    ])
    const dates = { createdAt: NOW, expiresAt: expiryOf(ctx.now, days) }
    await tx.write([
      earlierWithdrawn(relationshipId, artefact),
      insertOf(ShareTicket, { id, ownerId: ME, relationshipId, kind, ...artefact, scope, ...dates }),
      ...notification({
        recipientId: receiver?.supervisorId ?? [],
        kind: NotificationKind.SHARED_WITH_YOU,
        key: `share:${id}`,
        subjectId: tx.actor.membershipId,
      }),
    ])
  }
  return once(ctx, 'createShare', input, add, async (id) => ({ share: await shareOf(ctx, id) }))
}

/** Acts at the next request, on every node: nothing is kept of what was shown. A second time changes nothing. */
export async function withdrawShare(ctx: RequestContext, id: string): Promise<WithdrawSharePayload> {
  await ctx.unit.write([updateOf(ShareTicket, { id, ownerId: ME, withdrawnAt: null }, { withdrawnAt: NOW })])
  return { share: await shareOf(ctx, id) }
}

/** The same thing to the same person again takes the place of the earlier share. */
function earlierWithdrawn(relationshipId: string, artefact: Artefact): Write {
  const earlier = { ownerId: ME, relationshipId, ...artefact, withdrawnAt: null }
  return updateOf(ShareTicket, earlier, { withdrawnAt: NOW }, { and: 'expires_at > access.now()' })
}

function supporter(relationshipId: string): Read<{ supervisorId: string }> {
  return readSql<{ supervisorId: string }>(
    `select r.supervisor_id as "supervisorId" from supervision_relationship r
      where r.organization_id = (select access.organization_id()) and r.id = $1 and access.is_supported_by(r.id)`,
    [relationshipId],
  )
}

function ownArtefact(kind: ShareKind, id: string): Read {
  return readSql(
    `${ARTEFACTS[kind].own} and organization_id = (select access.organization_id()) and id = $1`,
    [id],
  )
}

async function shareOf(ctx: RequestContext, id: string): Promise<ShareShown> {
  const [share] = await withLooks(ctx, await ctx.unit.run<Ticket>(`${MINE} and t.id = $1`, [id]))
  if (!share) throw notFound()
  return share
}

async function withLooks(ctx: RequestContext, tickets: readonly Ticket[]): Promise<ShareShown[]> {
  const looks = tickets.length === 0 ? [] : await ctx.unit.run<Look>(LOOKS, [tickets.map(({ id }) => id)])
  return tickets.map((ticket) => {
    const ofTicket = looks.filter(({ ticketId }) => ticketId === ticket.id)
    const lookCount = ofTicket[0]?.total ?? 0
    return { ...ticket, state: shareState(ticket, ctx.now), looks: ofTicket, lookCount }
  })
}
