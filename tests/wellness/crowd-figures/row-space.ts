/** A published sum: the values that it is made of. */
export type Row = readonly string[]

/**
 * The fewest values that some combination of the published sums speaks of; 0 where nothing is published. Values that
 * stand in the same rows can't be told apart by any combination, so it looks at classes of them: a combination that
 * leaves a class out must be zero in its column. It tries every set of classes as those left in, smallest first.
 */
export function leastDerivable(rows: readonly Row[]): number {
  const classes = [...classesOf(rows)].sort((one, other) => one.size - other.size)
  const rank = rankOf(rows.map((_, row) => classes.map(({ inRows }) => Number(inRows.has(row)))))
  if (rank === 0) return 0
  let least = classes.reduce((sum, { size }) => sum + size, 0)
  const choose = (index: number, kept: ReadonlySet<number>, size: number): void => {
    if (size >= least) return
    const outside = classes.flatMap((each, place) => (kept.has(place) ? [] : [each]))
    const rankOutside = rankOf(rows.map((_, row) => outside.map(({ inRows }) => Number(inRows.has(row)))))
    if (rankOutside < rank) {
      least = size
      return
    }
    for (let next = index; next < classes.length; next++)
      choose(next + 1, new Set([...kept, next]), size + (classes[next]?.size ?? 0))
  }
  choose(0, new Set(), 0)
  return least
}

interface ValueClass {
  readonly inRows: ReadonlySet<number>
  readonly size: number
}

function classesOf(rows: readonly Row[]): ValueClass[] {
  const rowsOfValue = new Map<string, Set<number>>()
  rows.forEach((row, index) => {
    for (const value of row) rowsOfValue.set(value, (rowsOfValue.get(value) ?? new Set()).add(index))
  })
  return [...Map.groupBy(rowsOfValue.values(), (inRows) => [...inRows].join()).values()].map((alike) => ({
    inRows: alike[0] ?? new Set(),
    size: alike.length,
  }))
}

/** Gaussian elimination over the rationals; zeros and ones of a few dozen columns stay exact in floating point. */
function rankOf(matrix: readonly (readonly number[])[]): number {
  const left = matrix.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const pivot = left.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9)
    const pivotRow = left[pivot]
    if (!pivotRow) continue
    left[pivot] = left[rank] ?? []
    left[rank] = pivotRow
    for (let index = rank + 1; index < left.length; index++) {
      const row = left[index] ?? []
      const factor = (row[column] ?? 0) / (pivotRow[column] ?? 1)
      if (factor !== 0) left[index] = row.map((value, place) => value - factor * (pivotRow[place] ?? 0))
    }
    rank++
  }
  return rank
}
