import { CERTIFICATION_NUMBER_LIMIT } from '@alongside/shared/certification/recording/certificate-details'
import { validateLine } from '@alongside/shared/validation/one-line'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { ME, NOW, type Values, columnsOf, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import type { Person } from '../../people/person.types.ts'
import { AN_ID, AN_INSTANT, connectionOf, pageFrom, type PageArgs } from '../../server/graphql/connection.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { StaleRevision } from '../../server/graphql/stale-revision.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { changedCertification } from '../history/changed-certification.ts'
import { personIn } from '../history/recorded-columns.ts'
import { Certification } from '../recording/certification.entity.ts'
import { credentialOf } from '../renewals/certification-to-graphql.ts'
import { type FactsRow, assessed } from '../status/certification-record.ts'
import type {
  CertificationNumberCorrected,
  CertificationRestored,
  CertificationVoided,
  CorrectCertificationNumberInput,
  RestoreCertificationInput,
  VoidCertificationInput,
  VoidedCertification,
  VoidedCertificationConnection,
} from './certification-corrections.types.ts'
import { tellHolder } from './tell-holder.ts'

// A certification of the wrong person or credential is voided and stays to be read; a wrong number is replaced, and the
// database keeps the one before.

const NOW_KNOWN = columnsOf(Certification, '', ['peerId', 'revision', 'number', 'voidedAt'])
type NowKnown = Pick<Certification, 'peerId' | 'revision' | 'number' | 'voidedAt'>

export function voidCertification(
  ctx: RequestContext,
  input: VoidCertificationInput,
): Promise<CertificationVoided | StaleRevision> {
  const { certificationId } = input
  return change(ctx, input, (now) => {
    if (now.voidedAt) throw conflict('already-voided', 'This certification was voided before.')
    return {
      set: { voidedBy: ME, voidedAt: NOW },
      answer: { voided: () => voidedCertification(ctx, certificationId) },
    }
  })
}

export function restoreCertification(
  ctx: RequestContext,
  input: RestoreCertificationInput,
): Promise<CertificationRestored | StaleRevision> {
  return change(ctx, input, (now) => {
    if (!now.voidedAt) throw conflict('counts-already', 'This certification counts already.')
    return {
      set: { voidedBy: null, voidedAt: null },
      answer: changedCertification(ctx, input.certificationId),
    }
  })
}

export function correctCertificationNumber(
  ctx: RequestContext,
  input: CorrectCertificationNumberInput,
): Promise<CertificationNumberCorrected | StaleRevision> {
  const number = input.number?.trim() || null
  return change(ctx, input, (now) => {
    if (now.voidedAt) throw notFound()
    rejectIfInvalid(validateLine('number', number, CERTIFICATION_NUMBER_LIMIT))
    if (number === now.number) rejectIfInvalid([{ field: 'number', problem: 'already-there' }])
    const changed = changedCertification(ctx, input.certificationId)
    const holder = async () => (await changed.history()).holder
    return { set: { number }, answer: { ...changed, holder } }
  })
}

/** Locked, so that of two changes at once the second learns of the revision of the first. */
function change<Answer>(
  ctx: RequestContext,
  { certificationId: id, expectedRevision }: VoidCertificationInput,
  decide: (now: NowKnown) => { readonly set: Values<Certification>; readonly answer: Answer },
): Promise<Answer | StaleRevision> {
  return ctx.unit.transaction(async (tx: Transaction) => {
    const [now] = await tx.run<NowKnown>(
      `select ${NOW_KNOWN} from certification
        where organization_id = (select access.organization_id()) and id = $1 for update`,
      [id],
    )
    if (!now) throw notFound()
    if (now.revision !== expectedRevision) return { currentRevision: now.revision }
    const { set, answer } = decide(now)
    const counted = { ...set, revision: () => 'revision + 1' }
    const told = tellHolder({ peerId: now.peerId, certificationId: id })
    await tx
      .write([updateOf(Certification, { id }, counted), ...told])
      .catch((error: unknown) => inTheWay(error, 'number' in set))
    return answer
  })
}

const IN_THE_WAY = ['certification_overlaps', 'certification_issue_once']

function inTheWay(error: unknown, numberWasTyped: boolean): never {
  const { constraint } = error as { constraint?: string }
  if (constraint === 'certification_number_once' && numberWasTyped)
    rejectIfInvalid([{ field: 'number', problem: 'already-there' }])
  if (constraint === 'certification_number_once')
    throw conflict('number-taken', 'Another certification has this number by now.')
  if (constraint && IN_THE_WAY.includes(constraint)) {
    const message = 'Another certification of the same credential has its days by now.'
    throw new DomainError('CONFLICT', 'certification.history.certificates-cross', message)
  }
  throw error
}

function conflict(fact: string, message: string): DomainError {
  return new DomainError('CONFLICT', `certification.corrections.${fact}`, message)
}

interface VoidedRow extends Pick<VoidedCertification, 'revision' | 'voidedBy' | 'voidedAt'> {
  readonly facts: FactsRow
  readonly peer: Person
}

const VOIDED: SelectText = `
  select to_jsonb(f) as facts, ${personIn('peer_id')} as peer, r.revision, r.voided_at as "voidedAt",
         ${personIn('voided_by')} as "voidedBy"
    from certification r
    join certification_facts f on f.organization_id = r.organization_id and f.certification_id = r.id
   where r.organization_id = (select access.organization_id()) and r.voided_at is not null`

/** Of one peer, or of whoever asks; the last voided first. */
export async function voidedCertifications(
  ctx: RequestContext,
  peerId: string | null,
  args: PageArgs,
): Promise<VoidedCertificationConnection> {
  const page = pageFrom(args, [AN_INSTANT, AN_ID])
  const [voidedAt = null, id = null] = page.after ?? []
  const of: SelectText = `${VOIDED} and r.peer_id = coalesce($1::uuid, (select access.membership_id()))`
  const [rows, [counted], { today }] = await Promise.all([
    ctx.unit.run<VoidedRow>(
      `${of} and ($2::timestamptz is null or (${AT}, r.id) < ($2, $3::uuid))
        order by ${AT} desc, r.id desc limit $4::integer + 1`,
      [peerId, voidedAt, id, page.first],
    ),
    ctx.unit.run<{ total: number }>(`select count(*) as total from (${of}) v`, [peerId]),
    ctx.unit.asker(),
  ])
  const voided = rows.map((row) => toGraphqlVoided(row, today))
  return connectionOf(voided, page, counted?.total ?? 0, (one) => [one.voidedAt.toISOString(), one.id])
}
/** As a cursor can say it: in milliseconds. */
const AT = "date_trunc('milliseconds', r.voided_at)"

async function voidedCertification(ctx: RequestContext, id: string): Promise<VoidedCertification> {
  const [row] = await ctx.unit.run<VoidedRow>(`${VOIDED} and r.id = $1`, [id])
  if (!row) throw notFound()
  return toGraphqlVoided(row, (await ctx.unit.asker()).today)
}

function toGraphqlVoided({ facts, peer, ...voided }: VoidedRow, today: string): VoidedCertification {
  const certification = assessed(facts, today)
  const { id, number, issuedOn, printedOn: expiresOn } = certification
  return {
    id,
    number,
    issuedOn,
    expiresOn,
    peer,
    ...voided,
    credential: credentialOf(certification),
  }
}
