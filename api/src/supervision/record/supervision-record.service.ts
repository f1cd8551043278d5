import { requirementsWithSupervisors } from '@alongside/shared/supervision/agreements/requirements-that-apply'
import {
  qualifiedOn,
  type DatedQualification,
} from '@alongside/shared/supervision/qualifications/qualified-on'
import { validateRecordPeriod } from '@alongside/shared/supervision/requirements/record-period'
import {
  requirementResults,
  type SupervisionFacts,
} from '@alongside/shared/supervision/requirements/requirement-results'
import { daysToSignOver, type SignedSession } from '@alongside/shared/supervision/signing/days-to-sign'
import type { SelectText } from '../../database/reads-and-writes.ts'
import type { Actor } from '../../database/unit-of-work.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { agreementsInPeriod } from '../agreements/agreement.service.ts'
import { peerWithStates, requirementOf } from '../agreements/peer-supervision.service.ts'
import { ABOUT_PEER, HOLDER, sessionOf, type SessionRow, shown } from '../sessions/session.service.ts'
import type { SupervisionSession } from '../sessions/session.types.ts'
import type { RecordedSession, SupervisionRecord } from './supervision-record.types.ts'

// What an auditor asks of one peer and a period; the same for the peer themselves.

export const MOST_SESSIONS = 1_000

/** `$1` is the peer of `ABOUT_PEER`. */
const VERSIONS: SelectText = /* sql */ `
  select ${shown('', ABOUT_PEER)}, count(*) over () as total
    from session_attendance mine
    join supervision_session s on s.organization_id = mine.organization_id and s.id = mine.session_id
    ${HOLDER}
   where mine.organization_id = (select access.organization_id()) and mine.peer_id = $1
     and mine.held_on between $2::date and $3::date
   order by s.held_on, s.logged_at, s.id limit ${MOST_SESSIONS}`

interface CountingRow extends Omit<SignedSession, 'peersSignedOn'> {
  readonly minutes: number
  readonly format: string
  readonly peerSignedOn: string | null
}

/** Every session that counts, whenever it was held, with the days on which it was signed. */
const COUNTING = /* sql */ `
  select s.held_on as "heldOn", a.minutes, s.format,
         (select (x.signed_at at time zone o.time_zone)::date from session_signature x
           where x.organization_id = s.organization_id and x.session_id = s.id and x.peer_id is null) as "supervisorSignedOn",
         (select (x.signed_at at time zone o.time_zone)::date from session_signature x
           where x.organization_id = s.organization_id and x.session_id = s.id and x.peer_id = a.peer_id) as "peerSignedOn"
    from session_attendance a
    join supervision_session s on s.organization_id = a.organization_id and s.id = a.session_id
    join organization o on o.id = s.organization_id
   where a.organization_id = (select access.organization_id()) and a.peer_id = $1 and s.status = 'HELD'
     and s.voided_at is null
   order by s.held_on, s.id`

interface AroundRow extends Pick<SupervisionFacts, 'firstPlacementOn' | 'peersOfSupervisor'> {
  readonly serviceHours: string | number | null
  readonly qualifications: (DatedQualification & { supervisorId: string })[]
}

/** Placements, service hours and supervisors, as far as the reader may know of them. */
const AROUND = /* sql */ `
  select (select min(p.starts_on) from placement p
           where p.organization_id = m.organization_id and p.peer_id = m.id and p.voided_at is null) as "firstPlacementOn",
         (select sum(h.hours) from service_hours h
           where h.organization_id = m.organization_id and h.peer_id = m.id and h.voided_at is null
             and h.starts_on >= $2::date and h.ends_on <= $3::date) as "serviceHours",
         (select max(of_one.peers)::integer from (
           select count(distinct r.peer_id) as peers from supervision_relationship r
            where r.organization_id = m.organization_id and r.accepted_at is not null
              and r.starts_on <= (select access.today()) and (r.ends_on is null or r.ends_on >= (select access.today()))
              and m.id <> (select access.membership_id())
              and exists (select from supervision_relationship own
                           where own.organization_id = r.organization_id and own.supervisor_id = r.supervisor_id
                             and own.peer_id = m.id and own.accepted_at is not null
                             and (own.ends_on is null or own.ends_on >= (select access.today())))
            group by r.supervisor_id) of_one) as "peersOfSupervisor",
         (select coalesce(json_agg(json_build_object('supervisorId', q.supervisor_id, 'course', q.course,
                   'validFrom', q.valid_from, 'validUntil', q.valid_until)), '[]')
            from supervisor_qualification q
           where q.organization_id = m.organization_id and q.voided_at is null) as qualifications
    from membership m
   where m.organization_id = (select access.organization_id()) and m.id = $1
     and (m.id = (select access.membership_id()) or (select access.has_role('MANAGER'))
       or (select access.has_role('AUDITOR')))`

/** Anybody else's answers like somebody's who is not there. */
export async function supervisionRecord(
  ctx: RequestContext,
  peerId: string,
  from: string,
  to: string,
): Promise<SupervisionRecord> {
  rejectIfInvalid(validateRecordPeriod({ from, to }))
  const [peer, versions, counting, [around], agreements] = await Promise.all([
    peerWithStates(ctx, peerId),
    ctx.unit.run<SessionRow & { total: number }>(VERSIONS, [peerId, from, to]),
    ctx.unit.run<CountingRow>(COUNTING, [peerId]),
    ctx.unit.run<AroundRow>(AROUND, [peerId, from, to]),
    agreementsInPeriod(ctx, peerId, from, to),
  ])
  if (!peer || !around) throw notFound()
  const actor = await ctx.unit.actor()
  const facts: SupervisionFacts = {
    period: { startsOn: from, endsOn: to },
    sessions: counting,
    serviceHours: around.serviceHours === null ? null : Number(around.serviceHours),
    firstPlacementOn: around.firstPlacementOn,
    peersOfSupervisor: around.peersOfSupervisor,
  }
  const signed = counting
    .filter(({ heldOn }) => from <= heldOn && heldOn <= to)
    .map(({ peerSignedOn, ...session }) => ({ ...session, peersSignedOn: [peerSignedOn] }))
  return {
    peer: { id: peer.id, displayName: peer.displayName },
    ...{ from, to, agreements, states: peer.states },
    sessionCount: versions[0]?.total ?? 0,
    sessions: versions.map((row) => recorded(row, peer.id, actor, around)),
    requirements: requirementsWithSupervisors(peer.states).map((requirement) => ({
      requirement: requirementOf(requirement),
      results: requirementResults(requirement, facts),
    })),
    daysToSign: daysToSignOver(signed),
  }
}

function recorded(
  row: SessionRow,
  peerId: string,
  actor: Actor,
  { qualifications }: AroundRow,
): RecordedSession {
  const { membershipId } = actor
  // Of a group, whoever else was there has a record of their own.
  const own = {
    ...row,
    signatures: row.signatures.filter(({ signerId }) => [row.supervisorId, peerId].includes(signerId)),
  }
  const reader = { membershipId, peerId, currentTypes: [] }
  const session: SupervisionSession = sessionOf(own, [reader], actor, () => Promise.resolve([session]))
  const theirs = qualifications.filter(({ supervisorId }) => supervisorId === row.supervisorId)
  return { session, supervisorQualified: membershipId === peerId ? null : qualifiedOn(row.heldOn, theirs) }
}
