import type { RecordChainProblem } from '@alongside/shared/supervision/signing/record-chain'
import type { RequestContext } from '../../server/request-context.ts'
import type { BrokenRecordLink, NightlyRecordCheck, RecordChainCheck } from './record-chain.types.ts'

interface CheckRow {
  readonly links: number
  readonly lastHash: string | null
  readonly firstBroken: number | null
  readonly brokenAt: string | null
  readonly problem: RecordChainProblem | null
}

/** Every link and what it speaks of, computed anew. */
export async function recordChainCheck(ctx: RequestContext): Promise<RecordChainCheck> {
  const [row] = await ctx.unit.run<CheckRow>(
    `select links, encode(last_hash, 'hex') as "lastHash", first_broken as "firstBroken", broken_at as "brokenAt", problem
       from access.check_record_chain()`,
  )
  const { links = 0, lastHash = null, firstBroken = null, brokenAt = null, problem = null } = row ?? {}
  return { links: Number(links), lastHash, firstBroken: brokenLink({ firstBroken, brokenAt, problem }) }
}

type NightlyRow = Omit<CheckRow, 'lastHash'> & { readonly checkedAt: Date }

/** Null until the first night. */
export async function nightlyRecordCheck(ctx: RequestContext): Promise<NightlyRecordCheck | null> {
  const [row] = await ctx.unit.run<NightlyRow>(
    `select checked_at as "checkedAt", links, first_broken as "firstBroken", broken_at as "brokenAt", problem
       from record_chain_check where organization_id = (select access.organization_id())`,
  )
  if (!row) return null
  return { checkedAt: row.checkedAt, links: Number(row.links), firstBroken: brokenLink(row) }
}

function brokenLink({
  firstBroken,
  brokenAt,
  problem,
}: Pick<CheckRow, 'firstBroken' | 'brokenAt' | 'problem'>): BrokenRecordLink | null {
  if (problem === null || brokenAt === null) return null
  return { number: firstBroken === null ? null : Number(firstBroken), at: new Date(brokenAt), problem }
}
