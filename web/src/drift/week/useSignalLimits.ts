import { SIGNAL_THRESHOLDS } from '@alongside/shared/drift/signals/thresholds'
import type { DriftSignal } from '../../generated/graphql.ts'

/** The threshold under the names that the sentences of the rules have for it. */
export function useSignalLimits() {
  return (signal: DriftSignal) => {
    const threshold = SIGNAL_THRESHOLDS[signal]
    return { threshold, people: threshold, days: threshold }
  }
}
