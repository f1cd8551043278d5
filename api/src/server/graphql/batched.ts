import type { RequestContext } from '../request-context.ts'

/**
 * Reads in one go what the fields of several objects ask for in the same tick, so that a list costs as many statements
 * as one of its rows. Nothing is kept for later: after a change the next tick reads anew.
 */
export function batched<Value>(
  read: (ctx: RequestContext, ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  otherwise: Value,
): (ctx: RequestContext, id: string) => Promise<Value> {
  const waiting = new WeakMap<
    RequestContext,
    { readonly ids: Set<string>; readonly answer: Promise<ReadonlyMap<string, Value>> }
  >()
  const begin = (ctx: RequestContext) => {
    const ids = new Set<string>()
    const answer = Promise.resolve().then(() => {
      waiting.delete(ctx)
      return read(ctx, [...ids])
    })
    const batch = { ids, answer }
    waiting.set(ctx, batch)
    return batch
  }
  return async (ctx, id) => {
    const batch = waiting.get(ctx) ?? begin(ctx)
    batch.ids.add(id)
    return (await batch.answer).get(id) ?? otherwise
  }
}
