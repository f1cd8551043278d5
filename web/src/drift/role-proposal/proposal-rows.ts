import type { AgreementLine } from '@alongside/shared/drift/role-agreement/role-agreement'

interface Line {
  readonly activity: string
  readonly answer: string
  readonly doneBy?: string | null
}

/** The lines that a version begins with: those that are answered, without what was retired since. */
export function firstLines(lines: readonly Line[], known: ReadonlySet<string>): AgreementLine[] {
  return lines.flatMap(({ activity, answer, doneBy }) =>
    answer === 'NOT_ANSWERED' || !known.has(activity)
      ? []
      : [{ activity, answer: answer as AgreementLine['answer'], doneBy: doneBy ?? null }],
  )
}

interface Ranks {
  readonly differing: ReadonlySet<string>
  readonly described: readonly string[]
  readonly settled: ReadonlySet<string>
}

/** Filled in, and neither seen differently nor named by a job description. */
export const isSettled = (key: string, { differing, described, settled }: Ranks): boolean =>
  settled.has(key) && !differing.has(key) && !described.includes(key)

/** What they see differently first, then what a job description names, what nobody has settled, and the rest. */
export function orderOfRows(keys: Iterable<string>, ranks: Ranks): readonly string[] {
  const rank = (key: string): number => {
    if (ranks.differing.has(key)) return 0
    if (ranks.described.includes(key)) return 1
    return isSettled(key, ranks) ? 3 : 2
  }
  return [...keys].toSorted((one, other) => rank(one) - rank(other))
}
