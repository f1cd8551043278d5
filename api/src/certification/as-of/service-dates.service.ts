import { setImmediate as letOthersGoFirst } from 'node:timers/promises'
import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import { recordAsOf } from '@alongside/shared/certification/as-of/as-of'
import { certifiedOn, type HeldCertification } from '@alongside/shared/certification/as-of/day-of-service'
import {
  type ServiceDateLine,
  serviceDateLines,
  validateServiceDates,
} from '@alongside/shared/certification/as-of/service-date-lines'
import {
  CertifiedThen,
  countsOf,
  type HeldThen,
  type ServiceDate,
  type ServiceDates,
} from '@alongside/shared/certification/as-of/service-dates'
import { codeOf } from '@alongside/shared/certification/rules/codes'
import { Role } from '@alongside/shared/people/roles'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { credentialOf, type FactsRow, recordOf } from '../status/certification-record.ts'
import { PEERS_FACTS } from './facts-as-of.ts'

// Whether people were certified on days of service, for a whole list at once: as many statements for a line as for all.

interface Peer {
  readonly id: string
  readonly displayName: string
  readonly worksFrom: PlainDate | null
  readonly leavesOn: PlainDate | null
}
interface Supervised {
  readonly line: number
  readonly assigned: readonly SupervisionType[]
  readonly lastHeldOn: PlainDate | null
  readonly lastHeld: readonly SupervisionType[] | null
}
interface Held extends HeldCertification {
  readonly facts: FactsRow
  readonly lastCheckedOn: PlainDate | null
}
type Known = ServiceDateLine & { readonly day: PlainDate; readonly peerId: string }

export async function serviceDates(ctx: RequestContext, text: string): Promise<ServiceDates> {
  rejectIfInvalid(validateServiceDates('lines', text))
  const [peers, actor] = await Promise.all([ctx.unit.run<Peer>(PEERS), ctx.unit.actor()])
  const { lines, dateOrder } = serviceDateLines(text, peers, actor.today)
  const rows = await answered(ctx, lines, new Map(peers.map((peer) => [peer.id, peer])))
  return {
    ...{ organization: actor.organizationName, preparedBy: actor.displayName },
    ...{ madeAt: actor.now.toISOString(), dateOrder, counts: countsOf(rows), rows },
  }
}

const DAYS_AT_A_STRETCH = 20

/** Each person and day is read and assessed once, however often the list has them. */
async function answered(
  ctx: RequestContext,
  lines: readonly ServiceDateLine[],
  peers: ReadonlyMap<string, Peer>,
): Promise<ServiceDate[]> {
  const known = lines.filter((line): line is Known => line.peerId !== null && line.day !== null)
  const asked = [...new Map(known.map((line) => [keyOf(line), line])).values()]
  const [facts, supervised] = await Promise.all([
    ctx.unit.run<{ facts: FactsRow; lastCheckedOn: PlainDate | null }>(FACTS, [
      [...new Set(asked.map(({ peerId }) => peerId))],
    ]),
    ctx.unit.run<Supervised>(SUPERVISED, [
      asked.map(({ line }) => line),
      asked.map(({ peerId }) => peerId),
      asked.map(({ day }) => day),
    ]),
  ])
  const held = Map.groupBy(facts.map(heldOf), ({ facts: { peer_id } }) => peer_id)
  const supervision = new Map(supervised.map((each) => [each.line, each]))
  const answers = new Map<string, Omit<ServiceDate, keyof ServiceDateLine>>()
  for (const one of asked) {
    if (answers.size % DAYS_AT_A_STRETCH === 0) await letOthersGoFirst()
    const { peerId, day } = one
    const peer = peers.get(peerId)
    if (!peer) continue
    const certified = certifiedThen(held.get(peerId) ?? [], day)
    answers.set(keyOf(one), { ...certified, ...at(peer, day, supervision.get(one.line)) })
  }
  return lines.map((line) => ({ ...line, ...(answers.get(keyOf(line)) ?? NOTHING) }))
}

const keyOf = ({ peerId, day }: ServiceDateLine): string => `${peerId} ${day}`

function heldOf({ facts, lastCheckedOn }: { facts: FactsRow; lastCheckedOn: PlainDate | null }): Held {
  const { certification_id: certificationId, credential_id: credentialId } = facts
  return { ...recordOf(facts), certificationId, credentialId, facts, lastCheckedOn }
}

function certifiedThen(held: readonly Held[], day: PlainDate) {
  const { answer, certifications } = certifiedOn(held, day)
  const shown = certifications.flatMap(({ certificationId, answer: one, assessment }): HeldThen[] => {
    const record = held.find((each) => each.certificationId === certificationId)
    const then = record && recordAsOf(record, day).certification
    if (!record || !then) return []
    const { facts, lastCheckedOn } = record
    const name = credentialOf(facts)
    return [
      {
        ...{ certificationId, number: facts.number, answer: codeIn(one), lastCheckedOn },
        name: name ? `${name.abbreviation}, ${name.state}` : '',
        validFrom: then.termStartsOn ?? then.issuedOn,
        validThrough: assessment.expiresOn,
      },
    ]
  })
  return { answer: codeIn(answer), certifications: shown }
}

const codeIn = (answer: 'yes' | 'no' | 'not-known'): CertifiedThen => CertifiedThen[codeOf(answer)]

function at({ displayName, worksFrom, leavesOn }: Peer, day: PlainDate, supervised: Supervised | undefined) {
  return {
    peerName: displayName,
    assigned: supervised?.assigned ?? [],
    lastHeldOn: supervised?.lastHeldOn ?? null,
    lastHeld: supervised?.lastHeld ?? [],
    worksFrom: worksFrom !== null && day < worksFrom ? worksFrom : null,
    leftOn: leavesOn !== null && day > leavesOn ? leavesOn : null,
  }
}

const NOTHING = {
  ...{ peerName: null, answer: null, certifications: [], assigned: [] },
  ...{ lastHeldOn: null, lastHeld: [], worksFrom: null, leftOn: null },
}

/** Also those who have left: claims are about the past. */
const PEERS: SelectText = /* sql */ `
  select m.id, m.display_name as "displayName",
         (select min(p.starts_on)::text from placement p
           where p.organization_id = m.organization_id and p.peer_id = m.id and p.voided_at is null) as "worksFrom",
         (select e.leaves_on::text from employment e
           where e.organization_id = m.organization_id and e.member_id = m.id and e.returns_on is null) as "leavesOn"
    from membership m
   where m.organization_id = (select access.organization_id()) and '${Role.PEER}' = any (m.roles)`

const FACTS: SelectText = /* sql */ `
  select named.facts,
         (select max(v.checked_on)::text from certification_verification v
           where v.organization_id = (select access.organization_id())
             and v.certification_id = (named.facts ->> 'certification_id')::uuid and v.voided_at is null) as "lastCheckedOn"
    from (${PEERS_FACTS} f.peer_id = any ($1::uuid[])) named
   order by named.facts ->> 'certification_id'`

const SUPERVISED: SelectText = /* sql */ `
  select asked.line,
         array(select distinct r.type from supervision_relationship r
                where r.organization_id = (select access.organization_id()) and r.peer_id = asked.peer_id
                  and r.accepted_at is not null and r.starts_on <= asked.day
                  and (r.ends_on is null or r.ends_on >= asked.day) order by 1) as assigned,
         held.on_::text as "lastHeldOn", held.types as "lastHeld"
    from unnest($1::integer[], $2::uuid[], $3::date[]) asked (line, peer_id, day)
    left join lateral (
      select t.held_on as on_,
             array(select g.type from session_segment g
                    where g.organization_id = t.organization_id and g.session_id = t.session_id order by 1) as types
        from session_attendance t
        join supervision_session s on s.organization_id = t.organization_id and s.id = t.session_id
       where t.organization_id = (select access.organization_id()) and t.peer_id = asked.peer_id
         and t.held_on <= asked.day and s.status = 'HELD' and s.voided_at is null
       order by t.held_on desc, t.session_id limit 1) held on true`
