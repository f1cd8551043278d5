// Circles among what imports what: Tarjan's strongly connected components.

type Uses = ReadonlyMap<string, readonly string[]>

/** Each circle once, its members in alphabetical order. */
export function circlesIn(uses: Uses): string[][] {
  const order = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []

  const visit = (node: string): number => {
    order.set(node, order.size)
    let low = order.get(node) ?? 0
    stack.push(node)
    for (const next of uses.get(node) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next))
      else if (stack.includes(next)) low = Math.min(low, order.get(next) ?? low)
    }
    if (low === order.get(node)) {
      const circle = stack.splice(stack.indexOf(node))
      if (circle.length > 1) found.push(circle.sort())
    }
    return low
  }
  for (const node of uses.keys()) if (!order.has(node)) visit(node)
  return found
}

/** What is called from everywhere without knowing anything itself stands apart from its feature. */
const CALLED_FROM_ALL = 'api/src/notifications/notify.ts'

/** The same between the features of each tree (`web/src/people`); inside a feature the folders serve each other. */
export function betweenFeatures(uses: Uses): Map<string, string[]> {
  const between = new Map<string, string[]>()
  for (const [path, targets] of uses) {
    const from = featureOf(path)
    if (from === undefined) continue
    const others = targets.flatMap((target) => featureOf(target) ?? []).filter((feature) => feature !== from)
    between.set(from, [...(between.get(from) ?? []), ...others])
  }
  return between
}

function featureOf(path: string): string | undefined {
  if (path === CALLED_FROM_ALL) return undefined
  return /^((?:shared|api|web)\/src\/[^/]+)\/.+/.exec(path)?.[1]
}
