import { SUPERVISION_TYPES } from '../supervision-types.ts'

export interface GivenType {
  readonly type: string
  readonly supervisorId: string
}

/**
 * The one who gives a peer all three types; null where nobody does. One person can do it, but who also decides about
 * hours and tasks is seldom the one to whom a peer says what the work does to them (LAPPA toolkit 2021, ch. 3).
 */
export function givesAllTypes(given: readonly GivenType[]): string | null {
  const supervisors = [...new Set(given.map(({ supervisorId }) => supervisorId))]
  return (
    supervisors.find((supervisor) =>
      SUPERVISION_TYPES.every((type) =>
        given.some((one) => one.type === type && one.supervisorId === supervisor),
      ),
    ) ?? null
  )
}
