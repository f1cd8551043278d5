interface Count {
  readonly placementId: string
  readonly countedOn: string
  readonly people: number
}
interface Span {
  readonly id: string
  readonly endsOn?: string | null | undefined
}

/** The peer's whole caseload on each day that somebody counted: the last count of each placement still running then. */
export function caseloadOverTime(
  counts: readonly Count[],
  placements: readonly Span[],
): { countedOn: string; people: number }[] {
  const endOf = new Map(placements.map(({ id, endsOn }) => [id, endsOn ?? null]))
  const days = [...new Set(counts.map(({ countedOn }) => countedOn))].sort()
  return days.map((countedOn) => {
    const latest = new Map<string, number>()
    for (const each of counts) if (each.countedOn <= countedOn) latest.set(each.placementId, each.people)
    const people = [...latest]
      .filter(([placementId]) => (endOf.get(placementId) ?? countedOn) >= countedOn)
      .reduce((sum, [, count]) => sum + count, 0)
    return { countedOn, people }
  })
}
