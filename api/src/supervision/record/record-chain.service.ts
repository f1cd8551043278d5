import type { RecordChainProblem } from '@alongside/shared/supervision/signing/record-chain'
import type { RequestContext } from '../../server/request-context.ts'
import type { RecordChainCheck } from './record-chain.types.ts'

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
  return {
    links: Number(links),
    lastHash,
    firstBroken:
      problem === null || brokenAt === null
        ? null
        : { number: firstBroken === null ? null : Number(firstBroken), at: new Date(brokenAt), problem },
  }
}
