/** The largest flow through a network of whole numbers (Edmonds and Karp: always along a shortest path that has room). */
interface Edge {
  readonly to: number
  room: number
  /** The edge that gives the flow of this one back. */
  readonly reverse: number
}

export class FlowNetwork {
  private readonly edges: Edge[] = []
  private readonly edgesFrom = new Map<number, number[]>()

  /** Adds an edge and returns its number, by which its flow can be asked. */
  connect(from: number, to: number, capacity: number): number {
    const edge = this.edges.length
    this.edges.push({ to, room: capacity, reverse: edge + 1 }, { to: from, room: 0, reverse: edge })
    this.leaving(from).push(edge)
    this.leaving(to).push(edge + 1)
    return edge
  }

  flowOf(edge: number): number {
    return this.edges[edge + 1]?.room ?? 0
  }

  /**
   * Sends as much more as fits. What already flows into the sink through one of its edges is never taken
   * back, so edges that are opened one after the other are filled in that order of preference.
   */
  fill(source: number, sink: number): void {
    for (let path = this.shortestPath(source, sink); path; path = this.shortestPath(source, sink)) {
      const amount = Math.min(...path.map((edge) => edge.room))
      for (const edge of path) {
        edge.room -= amount
        const reverse = this.edges[edge.reverse]
        if (reverse) reverse.room += amount
      }
    }
  }

  private shortestPath(source: number, sink: number): Edge[] | null {
    const pathTo = new Map<number, Edge[]>([[source, []]])
    for (const [node, path] of pathTo) {
      for (const number of this.leaving(node)) {
        const edge = this.edges[number]
        if (!edge || edge.room === 0 || pathTo.has(edge.to)) continue
        if (edge.to === sink) return [...path, edge]
        pathTo.set(edge.to, [...path, edge])
      }
    }
    return null
  }

  private leaving(node: number): number[] {
    const edges = this.edgesFrom.get(node) ?? []
    this.edgesFrom.set(node, edges)
    return edges
  }
}
