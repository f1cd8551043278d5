import { type ClassType, createUnionType } from 'type-graphql'
import { StaleRevision } from './stale-revision.types.ts'

/** What a payload reads only where the client asks for it; the type of the payload has `simpleResolvers`. */
export type Lazily<Value> = () => Promise<Value>

/** Thrown inside a transaction to roll it back; `orStale` turns it into the payload. */
export class StaleRevisionError extends Error {
  constructor(readonly currentRevision: number | null) {
    super('somebody else was quicker')
  }
}

/** Returns the result of the work, or StaleRevision if somebody else changed the record first. */
export function orStale<Changed>(work: Promise<Changed>): Promise<Changed | StaleRevision> {
  return work.catch((error: unknown) => {
    if (error instanceof StaleRevisionError) return { currentRevision: error.currentRevision }
    throw error
  })
}

/** The payload of a change that names the revision on which it was decided: `changed`, or StaleRevision. */
export function unionWithStale<Changed extends object>(
  name: string,
  description: string,
  changed: () => ClassType<Changed>,
) {
  return createUnionType({
    name,
    description,
    types: () => [changed(), StaleRevision] as const,
    resolveType: (payload) => ('currentRevision' in payload ? StaleRevision : changed()),
  })
}
