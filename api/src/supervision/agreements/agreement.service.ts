import { addDays } from '@alongside/shared/calendar/plain-date'
import { validateAgreement } from '@alongside/shared/supervision/agreements/agreement-input'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { readSql, type Write } from '../../database/reads-and-writes.ts'
import { ME, NOW, insertFrom, insertOf, insertRowsOf, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { SUPERVISED_ROLES } from '../supervised.ts'
import type * as types from './agreement.types.ts'
import { SupervisionAgreementSignature } from './supervision-agreement-signature.entity.ts'
import { SupervisionAgreementTerm } from './supervision-agreement-term.entity.ts'
import { SupervisionAgreement } from './supervision-agreement.entity.ts'

// What a peer and their supervisors agree on: the manager records it, the peer and those it names sign.

interface AgreementRow extends Omit<types.SupervisionAgreement, 'peer' | 'signers'> {
  readonly peerId: string
  readonly peerName: string | null
  readonly signers: {
    member: { id: string; displayName: string | null }
    signedAt: string | null
    objection: { type: SupervisionType | null; line: string; madeAt: string } | null
  }[]
}

/** What is shown of an agreement `g`, with its terms and signatures, each in one row. */
const SHOWN = /* sql */ `
  g.id, g.peer_id as "peerId", peer.display_name as "peerName", g.agreed_on as "agreedOn", g.ends_on as "endsOn",
  (select json_agg(json_build_object(
            'type', t.type, 'cadenceDays', t.cadence_days, 'groupSessionsCount', t.group_sessions_count,
            'sessionMinutes', t.session_minutes, 'confidence', t.confidence,
            'supervisor', case when t.supervisor_id is not null then json_build_object(
              'id', t.supervisor_id, 'displayName', s.display_name) end) order by t.type)
     from supervision_agreement_term t
     left join membership s on s.organization_id = t.organization_id and s.id = t.supervisor_id
    where t.organization_id = g.organization_id and t.agreement_id = g.id) as terms,
  (select json_agg(json_build_object(
            'member', json_build_object('id', n.id, 'displayName', m.display_name),
            'signedAt', x.signed_at, 'objection', case when y.member_id is not null then json_build_object(
              'type', y.type, 'line', y.line, 'madeAt', y.made_at) end) order by n.id <> g.peer_id, m.display_name, n.id)
     from (select g.peer_id as id
           union select t.supervisor_id from supervision_agreement_term t
            where t.organization_id = g.organization_id and t.agreement_id = g.id
              and t.supervisor_id is not null
           union select y.member_id from supervision_agreement_objection y
            where y.organization_id = g.organization_id and y.agreement_id = g.id) n
     left join membership m on m.organization_id = g.organization_id and m.id = n.id
     left join supervision_agreement_signature x
       on x.organization_id = g.organization_id and x.agreement_id = g.id and x.member_id = n.id
     left join supervision_agreement_objection y
       on y.organization_id = g.organization_id and y.agreement_id = g.id and y.member_id = n.id) as signers`
const OF_PEERS = /* sql */ `
  left join membership peer on peer.organization_id = g.organization_id and peer.id = g.peer_id`
const HERE = 'g.organization_id = (select access.organization_id())'

const NAMES_ME = /* sql */ `g.peer_id = (select access.membership_id()) or exists (
  select from supervision_agreement_term t
   where t.organization_id = g.organization_id and t.agreement_id = g.id
     and t.supervisor_id = (select access.membership_id()))`

const MINE = /* sql */ `
  with named as materialized (
    select * from supervision_agreement g where ${HERE} and g.ends_on is null and (${NAMES_ME}))
  select ${SHOWN}, (select count(*) from named) as total
    from named g ${OF_PEERS}
   where $2::text is null or (coalesce(peer.display_name, ''), g.id::text) > ($2, $3)
   order by coalesce(peer.display_name, ''), g.id::text limit $1 + 1`

/** Agreements in force that name the signed-in member: as the peer, or as a supervisor of somebody. */
export async function mySupervisionAgreements(
  ctx: RequestContext,
  args: PageArgs,
): Promise<types.SupervisionAgreementConnection> {
  const page = pageFrom(args, ['name', 'id'])
  const [name = null, id = null] = page.after ?? []
  const rows = await ctx.unit.run<AgreementRow & { total: number }>(MINE, [page.first, name, id])
  const agreements = rows.map(agreementOf)
  return connectionOf(agreements, page, rows[0]?.total ?? 0, (one) => [one.peer.displayName ?? '', one.id])
}

/** The agreement in force, if there is one that the reader may know of. */
export async function agreementOfPeer(
  ctx: RequestContext,
  peerId: string,
): Promise<types.SupervisionAgreement | null> {
  const [found] = await ctx.unit.run<AgreementRow>(
    `select ${SHOWN} from supervision_agreement g ${OF_PEERS}
      where ${HERE} and g.ends_on is null and g.peer_id = $1`,
    [peerId],
  )
  return found ? agreementOf(found) : null
}

/** Those in force on some day of a period, the latest first. */
export async function agreementsInPeriod(
  ctx: RequestContext,
  peerId: string,
  from: string,
  to: string,
): Promise<types.SupervisionAgreement[]> {
  const rows = await ctx.unit.run<AgreementRow>(
    `select ${SHOWN} from supervision_agreement g ${OF_PEERS}
      where ${HERE} and g.peer_id = $1 and g.agreed_on <= $3::date
        and (g.ends_on is null or g.ends_on >= greatest($2::date, g.agreed_on))
      order by g.agreed_on desc, g.id`,
    [peerId, from, to],
  )
  return rows.map(agreementOf)
}

/** One agreement, in force or not, as its reader may see it. */
export async function agreementById(ctx: RequestContext, id: string): Promise<types.SupervisionAgreement> {
  const [found] = await ctx.unit.run<AgreementRow>(
    `select ${SHOWN} from supervision_agreement g ${OF_PEERS} where ${HERE} and g.id = $1`,
    [id],
  )
  if (!found) throw notFound()
  return agreementOf(found)
}

/** The one in force ends the day before; two managers at once make one agreement, and the other is told. */
export function createSupervisionAgreement(
  ctx: RequestContext,
  input: types.CreateSupervisionAgreementInput,
): Promise<string> {
  const add = async (tx: Transaction, id: string) => {
    requireConfirmedPassword(tx.actor)
    rejectIfInvalid(validateAgreement(input, tx.actor.today))
    const inForce = await refuseWhatIsNotThere(tx, input)
    await tx.write(closingAndBeginning(id, input, inForce))
  }
  const creating = once(ctx, 'createSupervisionAgreement', input, add, (id) => id)
  return creating.catch((error: unknown) => {
    refuseNotJoined(error)
    if ((error as { constraint?: string }).constraint === 'supervision_agreement_one_in_force')
      throw new DomainError(
        'CONFLICT',
        'supervision.agreements.agreed-meanwhile',
        'Another agreement was recorded at the same time.',
      )
    throw error
  })
}

function refuseNotJoined(error: unknown): void {
  if ((error as { constraint?: string }).constraint !== 'written_about_joined_peers') return
  throw new DomainError(
    'CONFLICT',
    'supervision.agreements.not-joined',
    'The peer has not joined yet. An agreement can be recorded once they have.',
  )
}

/** Whoever is named signs once; again changes nothing. Not theirs and not there answer alike. */
export async function signSupervisionAgreement(ctx: RequestContext, id: string): Promise<string> {
  const [, signed] = await ctx.unit.write([
    insertFrom(
      SupervisionAgreementSignature,
      `from supervision_agreement g
        where g.organization_id = (select access.organization_id()) and g.id = :agreementId and g.ends_on is null
          and (${NAMES_ME})`,
      { agreementId: id, memberId: ME, peerId: () => 'g.peer_id', signedAt: NOW },
      { onConflict: 'nothing' },
    ),
    readSql(
      `select from supervision_agreement_signature x
        where x.organization_id = (select access.organization_id()) and x.agreement_id = $1
          and x.member_id = (select access.membership_id())`,
      [id],
    ),
  ])
  if (signed.length === 0) throw notFound()
  return id
}

/**
 * A peer who is not there, a day before the agreement in force, a supervisor who does not give that type. Answers
 * whose relationship is in force: nobody else can read the agreement yet.
 */
async function refuseWhatIsNotThere(
  tx: Transaction,
  { peerId, agreedOn, terms }: types.CreateSupervisionAgreementInput,
) {
  const [[peer], [current], given] = await Promise.all([
    tx.run(
      `select from membership m
        where m.organization_id = (select access.organization_id()) and m.id = $1 and m.roles && ${SUPERVISED_ROLES}`,
      [peerId],
    ),
    tx.run<{ agreedOn: string }>(
      `select g.agreed_on as "agreedOn" from supervision_agreement g
        where g.organization_id = (select access.organization_id()) and g.peer_id = $1 and g.ends_on is null`,
      [peerId],
    ),
    tx.run<{ type: string; supervisorId: string; inForce: boolean }>(
      `select r.type, r.supervisor_id as "supervisorId",
              r.accepted_at is not null and r.starts_on <= (select access.today()) as "inForce"
         from supervision_relationship r
        where r.organization_id = (select access.organization_id()) and r.peer_id = $1
          and (r.ends_on is null or r.ends_on >= greatest(r.starts_on, (select access.today())))`,
      [peerId],
    ),
  ])
  const gives = (type: string, id: string): boolean =>
    given.some((each) => each.type === type && each.supervisorId === id.toLowerCase())
  rejectIfInvalid([
    ...(peer ? [] : [{ field: 'peerId', problem: 'not-found' } as const]),
    ...(current && agreedOn < current.agreedOn
      ? [{ field: 'agreedOn', problem: 'too-long-ago', limit: current.agreedOn } as const]
      : []),
    ...terms.flatMap(({ type, supervisorId }, at) =>
      supervisorId && !gives(type, supervisorId)
        ? [{ field: `terms.${at}.supervisorId`, problem: 'not-found' } as const]
        : [],
    ),
  ])
  return new Set(given.filter(({ inForce }) => inForce).map(({ supervisorId }) => supervisorId))
}

function closingAndBeginning(
  id: string,
  input: types.CreateSupervisionAgreementInput,
  inForce: ReadonlySet<string>,
): Write[] {
  const { peerId, agreedOn, terms } = input
  const supervisors = terms.flatMap(({ supervisorId }) => supervisorId?.toLowerCase() ?? [])
  return [
    updateOf(SupervisionAgreement, { peerId, endsOn: null }, { endsOn: addDays(agreedOn, -1) }),
    insertOf(SupervisionAgreement, { id, peerId, agreedOn }),
    insertRowsOf(SupervisionAgreementTerm, termsOf(input), { agreementId: id, peerId }),
    ...notification({
      recipientId: [...new Set([peerId, ...supervisors.filter((each) => inForce.has(each))])],
      kind: 'AGREEMENT_TO_SIGN',
      key: `agreement:${id}`,
      subjectId: id,
    }),
  ]
}

function termsOf({ terms }: types.CreateSupervisionAgreementInput) {
  return {
    type: terms.map(({ type }) => type),
    cadenceDays: terms.map(({ cadenceDays }) => cadenceDays),
    groupSessionsCount: terms.map(({ groupSessionsCount }) => groupSessionsCount),
    supervisorId: terms.map(({ supervisorId }) => supervisorId ?? null),
    sessionMinutes: terms.map(({ sessionMinutes }) => sessionMinutes),
    confidence: terms.map(({ confidence }) => confidence.trim()),
  }
}

function agreementOf({ peerId, peerName, ...row }: AgreementRow): types.SupervisionAgreement {
  return {
    ...row,
    terms: row.terms ?? [],
    peer: { id: peerId, displayName: peerName },
    signers: row.signers.map(({ member, signedAt, objection }) => ({
      member,
      signedAt: signedAt === null ? null : new Date(signedAt),
      objection: objection && { ...objection, madeAt: new Date(objection.madeAt) },
    })),
  }
}
