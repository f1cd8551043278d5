import type { DriftFlagProgressFragment } from '../../generated/graphql.ts'

type Flag = DriftFlagProgressFragment & {
  readonly openedAt?: string | null
  readonly releasedAt?: string | null
}
type Step = Flag['steps'][number]
type Person = Flag['peer']

/** One thing that happened with a flag: what, when, and by whom; null for a rule of Alongside. */
export interface TimelineEntry {
  readonly key: string
  readonly at: string
  readonly what: 'RAISED' | 'OPENED' | 'VIEW' | 'RELEASED' | Step['to']
  readonly who: Person | null
  readonly text?: string | null
  readonly step?: Step
}

/** Everything that happened with a flag in one line of time: who, what, when. */
export function timelineOf(flag: Flag): TimelineEntry[] {
  const { peer, openedAt, releasedAt, raisedAt } = flag
  // Whoever raises a flag about themselves has it open with that.
  const opened = openedAt && flag.origin !== 'PEER' ? [entry('OPENED', openedAt, peer)] : []
  return [
    entry('RAISED', raisedAt, flag.raisedBy ?? null),
    ...opened,
    ...flag.responses.map(({ id, text, writtenAt }) => ({
      ...entry('VIEW', writtenAt, peer),
      key: id,
      text,
    })),
    ...flag.steps.map((step) => ({
      ...entry(step.to, step.takenAt, step.takenBy),
      key: step.id,
      text: step.plan ?? step.reason ?? null,
      step,
    })),
    ...(releasedAt ? [entry('RELEASED', releasedAt, peer)] : []),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
}

const entry = (what: TimelineEntry['what'], at: string, who: Person | null): TimelineEntry => ({
  key: what,
  what,
  at,
  who,
})
