import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import { recordAsOf } from '@alongside/shared/certification/as-of/as-of'
import { assessCertification } from '@alongside/shared/certification/status/assess-certification'
import { OLDEST_ISSUE_YEARS } from '@alongside/shared/certification/recording/certificate-details'
import { credentialById } from '@alongside/shared/certification/catalogue/credential-catalogue'
import { certifiedOn, type CertificationOnDay } from '@alongside/shared/certification/as-of/day-of-service'
import { validatePastDay } from '@alongside/shared/validation/past-day'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import type { Person } from '../../people/person.types.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { toGraphqlCertification } from '../renewals/certification-to-graphql.ts'
import type { CertificationType } from '../renewals/certification.types.ts'
import { type FactsRow, assessed, recordOf } from '../status/certification-record.ts'
import { PEERS_FACTS, PEERS_FACTS_KNOWN_THEN } from './facts-as-of.ts'
import type { CertifiedOnDayType } from './as-of.types.ts'

// How certifications stood on a past day, for managers and auditors; also of those who have left meanwhile.

interface NamedFacts {
  readonly facts: FactsRow
  readonly peerName: string
}

export async function certifiedOnDay(
  ctx: RequestContext,
  peerId: string,
  day: PlainDate,
  asKnownThen: boolean,
): Promise<CertifiedOnDayType> {
  const [rows, [peer], supervision] = await Promise.all([
    factsOf(ctx, 'f.peer_id = $1 order by f.certification_id', [peerId, day], asKnownThen),
    ctx.unit.run<Person>(
      `select id, display_name as "displayName" from membership
        where organization_id = (select access.organization_id()) and id = $1 and 'PEER' = any (roles)`,
      [peerId],
    ),
    ctx.unit.run<{ type: SupervisionType }>(SUPERVISION, [peerId, day]),
  ])
  await refuseDay(ctx, day)
  if (!peer) throw notFound()
  const held = rows.map(({ facts }) => ({
    ...recordOf(facts),
    certificationId: facts.certification_id,
    credentialId: facts.credential_id,
  }))
  const { answer, certifications } = certifiedOn(held, day)
  return {
    ...{ peer, day, asKnownThen, answer },
    certifications: certifications.flatMap((one) => shown(one, rows, day)),
    supervisedBy: supervision.map(({ type }) => type),
  }
}

/** One certification as it stood on a past day; null where nothing of it had been recorded by then. */
export async function certificationAsOf(
  ctx: RequestContext,
  certificationId: string,
  day: PlainDate,
  asKnownThen: boolean,
): Promise<CertificationType | null> {
  const [rows, there] = await Promise.all([
    factsOf(ctx, 'f.certification_id = $1', [certificationId, day], asKnownThen),
    ctx.unit.run(
      'select 1 from certification where organization_id = (select access.organization_id()) and id = $1',
      [certificationId],
    ),
  ])
  await refuseDay(ctx, day)
  if (there.length === 0) throw notFound()
  const [row] = rows
  return row ? asOf(row, day) : null
}

function factsOf(
  ctx: RequestContext,
  condition: string,
  values: [id: string, day: PlainDate],
  asKnownThen: boolean,
): Promise<NamedFacts[]> {
  if (asKnownThen) return ctx.unit.run<NamedFacts>(`${PEERS_FACTS_KNOWN_THEN}${condition}`, values)
  return ctx.unit.run<NamedFacts>(`${PEERS_FACTS}${condition}`, [values[0]])
}

function shown(
  { certificationId, answer, lacksOneOf }: CertificationOnDay,
  rows: NamedFacts[],
  day: PlainDate,
) {
  const row = rows.find(({ facts }) => facts.certification_id === certificationId)
  if (!row) return []
  const names = lacksOneOf.map((id) => credentialById(id)?.abbreviation ?? id)
  return [{ answer, certification: asOf(row, day), lacksOneOf: names }]
}

/** Assessed under the certificate of that day, whose expiry is the one that is shown. */
function asOf({ facts, peerName }: NamedFacts, day: PlainDate): CertificationType {
  const now = assessed(facts, day)
  const record = recordAsOf(now.record, day)
  const assessment = assessCertification(record, day)
  const printedOn = record.certification?.expiresOn ?? null
  const { rule, expiresOn } = assessment
  return toGraphqlCertification({ ...now, peerName, record, assessment, rule, expiresOn, printedOn }, day)
}

/** After the reading, so that both are one write; a day without answers is not dangerous. */
async function refuseDay(ctx: RequestContext, day: PlainDate): Promise<void> {
  rejectIfInvalid(validatePastDay('day', day, OLDEST_ISSUE_YEARS, (await ctx.unit.asker()).today))
}

// A supportive relationship begins on the day on which the peer accepted it.
const SUPERVISION = /* sql */ `
  select distinct r.type from supervision_relationship r
   where r.organization_id = (select access.organization_id()) and r.peer_id = $1 and r.accepted_at is not null
     and r.starts_on <= $2 and (r.ends_on is null or r.ends_on >= $2) order by r.type`
