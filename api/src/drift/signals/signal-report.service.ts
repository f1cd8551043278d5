import { checkSignals } from '@alongside/shared/drift/signals/check-signals'
import type { SignalResult } from '@alongside/shared/drift/signals/signal'
import type { RequestContext } from '../../server/request-context.ts'
import { loadSignalFacts } from './signal-facts.ts'
import type { DriftSignalReport, DriftSignalResult } from './signal.types.ts'

/** What each rule says today, also where it says nothing or cannot know; raises no flag. */
export function myDriftSignals(ctx: RequestContext): Promise<DriftSignalReport> {
  return ctx.unit.transaction(async (tx) => {
    const facts = await loadSignalFacts(tx)
    return { results: checkSignals(facts, tx.actor.today).map(shown) }
  })
}

function shown(result: SignalResult): DriftSignalResult {
  const { signal, state } = result
  if (result.state === 'RAISED') {
    const { version, figure, threshold } = result.finding
    return { signal, state, ruleVersion: version, figure, threshold, missing: null }
  }
  const { version: ruleVersion, threshold } = result
  if (result.state === 'QUIET')
    return { signal, state, ruleVersion, figure: result.figure, threshold, missing: null }
  return { signal, state, ruleVersion, figure: null, threshold, missing: result.missing }
}
