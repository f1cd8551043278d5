/** Reads certifications with all that decides on them in one narrow statement, and lets the shared rule assess each. */
import { setImmediate } from 'node:timers/promises'
import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import { CertificationStatus } from '@alongside/shared/certification/status/status'
import { batched } from '../../server/graphql/batched.ts'
import { comparePositions, type Position } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { type FactsRow, assessed, type AssessedCertification } from '../status/certification-record.ts'

const ROWS_PER_TURN = 25
const PRECEDENCE = Object.values(CertificationStatus)

interface NamedFacts {
  readonly facts: FactsRow
  readonly peerName: string
}

export interface AssessedRenewal extends AssessedCertification {
  readonly peerName: string
}

// People who have left are not listed: their certifications are theirs to renew.
const NAMED = /* sql */ `
  select to_jsonb(f) as facts, peer.display_name as "peerName"
    from certification_facts f
    join membership peer on peer.organization_id = f.organization_id and peer.id = f.peer_id
   where f.organization_id = (select access.organization_id()) and peer.disabled_at is null
     and f.voided_at is null`

/** Of very many, those that end last: what ended long ago can wait. */
const LATEST = 'order by f.expires_on desc nulls first, f.certification_id limit 100'

export async function assessOwn(ctx: RequestContext): Promise<AssessedRenewal[]> {
  const own = `${NAMED} and f.peer_id = (select access.membership_id()) ${LATEST}`
  const rows = await ctx.unit.run<NamedFacts>(own)
  return assessRenewals(rows, (await ctx.unit.asker()).today)
}

export async function assessPeer(ctx: RequestContext, peerId: string): Promise<AssessedRenewal[]> {
  const rows = await ctx.unit.run<NamedFacts>(`${NAMED} and f.peer_id = $1 ${LATEST}`, [peerId])
  return assessRenewals(rows, (await ctx.unit.asker()).today)
}

/** The certification and whatever else its peer holds; empty where there is none of this id. */
export async function assessWithOthers(ctx: RequestContext, id: string): Promise<AssessedRenewal[]> {
  const ofHolder = `${NAMED} and f.peer_id = (
     select peer_id from certification
      where organization_id = (select access.organization_id()) and id = $1)
     order by f.certification_id = $1 desc, f.expires_on desc nulls first, f.certification_id limit 100`
  const rows = await ctx.unit.run<NamedFacts>(ofHolder, [id])
  return assessRenewals(rows, (await ctx.unit.asker()).today)
}

/** Those of the ids that the reader may see. */
export async function assessByIds(ctx: RequestContext, ids: readonly string[]): Promise<AssessedRenewal[]> {
  const rows = await ctx.unit.run<NamedFacts>(`${NAMED} and f.certification_id = any ($1::uuid[])`, [ids])
  return assessRenewals(rows, (await ctx.unit.asker()).today)
}

/** All that the peers of a list hold, by peer. */
export const heldBy = batched(async (ctx, peerIds) => {
  const ofPeers = `${NAMED} and f.peer_id = any ($1::uuid[])`
  const rows = await ctx.unit.run<NamedFacts>(ofPeers, [peerIds])
  const held = await assessRenewals(rows, (await ctx.unit.asker()).today)
  return new Map<string, readonly AssessedRenewal[]>(
    peerIds.map((id) => [id, held.filter(({ peerId }) => peerId === id)]),
  )
}, [])

export async function assessRenewals<Row extends NamedFacts>(
  rows: readonly Row[],
  today: PlainDate,
): Promise<(Row & AssessedRenewal)[]> {
  const answer = []
  for (const row of rows) {
    // A long list is assessed in turns, so that the requests of others go on meanwhile.
    if (answer.length % ROWS_PER_TURN === ROWS_PER_TURN - 1) await setImmediate()
    answer.push({ ...row, ...assessed(row.facts, today) })
  }
  return answer
}

/** The weightiest status first, then what ends first. */
export function mostPressingFirst(rows: readonly AssessedRenewal[]): AssessedRenewal[] {
  return rows.toSorted((one, other) => comparePositions(pressingPosition(one), pressingPosition(other)))
}

export const pressingPosition = ({ id, expiresOn, assessment }: AssessedRenewal): Position => [
  PRECEDENCE.indexOf(assessment.status),
  expiresOn ?? 'never',
  id,
]
