/** Reads certifications with all that decides on them in one narrow statement, and lets the shared rule judge each. */
import { setImmediate } from 'node:timers/promises'
import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import { Standing } from '@alongside/shared/certification/status/status'
import type { RequestContext } from '../../server/request-context.ts'
import { type FactsRow, judged, type JudgedCertification } from '../status/certification-record.ts'

const ROWS_PER_TURN = 25
const PRECEDENCE = Object.values(Standing)

interface NamedFacts {
  readonly facts: FactsRow
  readonly peerName: string
}

export interface AssessedCertification extends JudgedCertification {
  readonly peerName: string
}

// People who have left are not listed: their certifications are theirs to renew.
const NAMED = /* sql */ `
  select to_jsonb(f) as facts, peer.display_name as "peerName"
    from certification_facts f
    join membership peer on peer.organization_id = f.organization_id and peer.id = f.peer_id
   where f.organization_id = (select access.organization_id()) and peer.disabled_at is null`

/** Of very many, those that end last: what ended long ago can wait. */
const LATEST = 'order by f.expires_on desc nulls first, f.certification_id limit 100'

export async function assessOwn(ctx: RequestContext): Promise<AssessedCertification[]> {
  const own = `${NAMED} and f.peer_id = (select access.membership_id()) ${LATEST}`
  const rows = await ctx.unit.run<NamedFacts>(own)
  return assessed(rows, (await ctx.unit.asker()).today)
}

export async function assessPeer(ctx: RequestContext, peerId: string): Promise<AssessedCertification[]> {
  const rows = await ctx.unit.run<NamedFacts>(`${NAMED} and f.peer_id = $1 ${LATEST}`, [peerId])
  return assessed(rows, (await ctx.unit.asker()).today)
}

/** The certification and whatever else its peer holds; empty where there is none of this id. */
export async function assessWithOthers(ctx: RequestContext, id: string): Promise<AssessedCertification[]> {
  const ofHolder = `${NAMED} and f.peer_id = (
     select peer_id from certification
      where organization_id = (select access.organization_id()) and id = $1)
     order by f.certification_id = $1 desc, f.expires_on desc nulls first, f.certification_id limit 100`
  const rows = await ctx.unit.run<NamedFacts>(ofHolder, [id])
  return assessed(rows, (await ctx.unit.asker()).today)
}

export async function assessed<Row extends NamedFacts>(
  rows: readonly Row[],
  today: PlainDate,
): Promise<(Row & AssessedCertification)[]> {
  const answer = []
  for (const row of rows) {
    // A long list is judged in turns, so that the requests of others go on meanwhile.
    if (answer.length % ROWS_PER_TURN === ROWS_PER_TURN - 1) await setImmediate()
    answer.push({ ...row, ...judged(row.facts, today) })
  }
  return answer
}

/** The weightiest standing first, then what ends first. */
export function mostPressingFirst(rows: readonly AssessedCertification[]): AssessedCertification[] {
  return rows.toSorted((one, other) => rankOf(one) - rankOf(other) || (endOf(one) < endOf(other) ? -1 : 1))
}

const rankOf = ({ assessment }: AssessedCertification): number => PRECEDENCE.indexOf(assessment.standing)
const endOf = ({ expiresOn }: AssessedCertification): string => expiresOn ?? 'never'
