import { Kind, parse, print, type SelectionNode } from 'graphql'

/** One query for several: what they share is asked for once, so that it also counts once against the API's limits. */
export function mergedQuery(queries: readonly string[]): string {
  const selections = queries.flatMap((query) =>
    parse(query, { noLocation: true }).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [],
    ),
  )
  return `{ ${mergedSelections(selections).map(print).join(' ')} }`
}

function mergedSelections(selections: readonly SelectionNode[]): SelectionNode[] {
  const merged = new Map<string, SelectionNode[]>()
  for (const one of selections) {
    const head = print(one).replace(/ \{\n[^]*/, '')
    merged.set(head, [...(merged.get(head) ?? []), one])
  }
  return [...merged.values()].map(([first, ...others]) => {
    if (!first) throw new Error('no selection')
    const below = [first, ...others].flatMap((one) =>
      'selectionSet' in one ? (one.selectionSet?.selections ?? []) : [],
    )
    if (below.length === 0) return first
    return {
      ...first,
      selectionSet: { kind: Kind.SELECTION_SET, selections: mergedSelections(below) },
    } as SelectionNode
  })
}
