import { agreedMinutes, supervisionBalance } from '@alongside/shared/supervision/agreements/balance'
import { requirementsThatApply } from '@alongside/shared/supervision/agreements/requirements-that-apply'
import {
  longestCadenceDays,
  type SupervisionRequirement as Requirement,
} from '@alongside/shared/supervision/agreements/supervision-requirements'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { notFound } from '../../server/graphql/domain-error.ts'
import type { SelectText } from '../../database/reads-and-writes.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { supervisorsOf } from '../caseload.service.ts'
import { SUPERVISED_ROLES } from '../supervised.ts'
import { agreementOfPeer } from './agreement.service.ts'
import type {
  PeerSupervision,
  SupervisionAgreement,
  SupervisionRequirement,
  SupervisionShare,
} from './agreement.types.ts'

// How one peer is supervised, for the office and the auditor; one write for all of it.

export interface PeerRow {
  readonly id: string
  readonly displayName: string
  readonly states: string[]
}
interface MinutesRow {
  readonly type: SupervisionType
  readonly minutes: number
}

const PEER = /* sql */ `
  select m.id, m.display_name as "displayName",
         array(select o.home_state from organization o
                where o.id = m.organization_id and o.home_state is not null
               union
               select a.state from placement p
                 join host_agency a on a.organization_id = p.organization_id and a.id = p.host_agency_id
                where p.organization_id = m.organization_id and p.peer_id = m.id and a.state is not null
                  and (p.ends_on is null or p.ends_on >= greatest((select access.today()), p.starts_on))
               order by 1) as states
    from membership m
   where m.organization_id = (select access.organization_id()) and m.id = $1 and m.roles && ${SUPERVISED_ROLES}`

const BALANCE_DAYS = 90
const MINUTES = /* sql */ `
  select g.type, sum(g.minutes)::integer as minutes
    from session_attendance a
    join supervision_session s on s.organization_id = a.organization_id and s.id = a.session_id
    join session_segment g on g.organization_id = a.organization_id and g.session_id = a.session_id
   where a.organization_id = (select access.organization_id()) and a.peer_id = $1 and s.status = 'HELD' and s.voided_at is null
     and a.held_on > (select access.today()) - $2::integer
   group by g.type`

/** A peer whom the caller may know of, with the states whose rules may be asked of their supervision. */
export async function peerWithStates(ctx: RequestContext, peerId: string): Promise<PeerRow | undefined> {
  const [peer] = await ctx.unit.run<PeerRow>(PEER, [peerId])
  return peer
}

/** NOT_FOUND for anyone who is no peer that the caller may know of. */
export async function supervisionOf(ctx: RequestContext, peerId: string): Promise<PeerSupervision> {
  const [peer, relationships, agreement, held] = await Promise.all([
    peerWithStates(ctx, peerId),
    supervisorsOf(ctx, peerId),
    agreementOfPeer(ctx, peerId),
    ctx.unit.run<MinutesRow>(MINUTES, [peerId, BALANCE_DAYS]),
  ])
  if (!peer) throw notFound()
  const { id, displayName, states } = peer
  return {
    peer: { id, displayName },
    relationships,
    agreement,
    states,
    requirements: requirementsIn(states),
    balance: balanceOf(held, agreement),
  }
}

const MINE: SelectText = /* sql */ `
  select $1::uuid = any (access.peers_of_any_type()) as "isMine"`

/** Minutes by type for a supervisor of that peer; for anybody else there is no such peer. */
export async function balanceOfMyPeer(ctx: RequestContext, peerId: string): Promise<SupervisionShare[]> {
  const [[found], agreement, held] = await Promise.all([
    ctx.unit.run<{ isMine: boolean }>(MINE, [peerId]),
    agreementOfPeer(ctx, peerId),
    ctx.unit.run<MinutesRow>(MINUTES, [peerId, BALANCE_DAYS]),
  ])
  if (!found?.isMine) throw notFound()
  return balanceOf(held, agreement)
}

function balanceOf(held: readonly MinutesRow[], agreement: SupervisionAgreement | null): SupervisionShare[] {
  const minutes = Object.fromEntries(held.map((row) => [row.type, row.minutes]))
  const agreed = agreedMinutes(agreement?.terms ?? [], BALANCE_DAYS)
  return [...supervisionBalance(minutes, agreed ?? {}).parts]
}

function requirementsIn(states: readonly string[]): SupervisionRequirement[] {
  return requirementsThatApply(states).map(requirementOf)
}

export function requirementOf(requirement: Requirement): SupervisionRequirement {
  const { id, jurisdiction, appliesTo, asks, source, date } = requirement
  return {
    id,
    jurisdiction,
    appliesTo,
    asks,
    source,
    date,
    longestCadenceDays: longestCadenceDays(requirement),
  }
}
