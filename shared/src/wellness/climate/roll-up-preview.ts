import { type Block, blocksOf } from '../crowd-figures/blocks.ts'

// Before figures are switched on: which groups would ever be visible with today's teams, were everybody to answer.

export interface TeamSize {
  readonly id: string
  readonly name: string
  readonly size: number
}
export interface PreviewedBlock {
  readonly kind: Block['kind']
  readonly teams: readonly string[]
  readonly size: number
  /** So close to the smallest group that one person who doesn't answer hides it or merges it into others. */
  readonly needsEveryone: boolean
}
export const PreviewAdvice = {
  /** Fewer peers than the smallest group: no figure can ever be shown, and that protects each of them. */
  HOUSE_TOO_SMALL: 'HOUSE_TOO_SMALL',
  /** Small teams are only ever shown together with others: merging them shows more. */
  MERGE_TEAMS: 'MERGE_TEAMS',
  /** Everyone is one group: figures of single teams will not be seen. */
  ONE_GROUP: 'ONE_GROUP',
} as const
export type PreviewAdvice = (typeof PreviewAdvice)[keyof typeof PreviewAdvice]
export interface RollUpPreview {
  readonly peers: number
  readonly blocks: readonly PreviewedBlock[]
  readonly advice: PreviewAdvice | null
  /** The teams that the advice speaks of, by name. */
  readonly smallTeams: readonly string[]
}

/** It looks at how many peers a team has today, never at who answered. */
export function previewRollUp(
  teams: readonly TeamSize[],
  withoutTeam: number,
  smallestGroup: number,
): RollUpPreview {
  const names = new Map(teams.map(({ id, name }) => [id, name]))
  const members = [...teams, { id: null, size: withoutTeam }].flatMap(({ id, size }) =>
    Array.from({ length: size }, (_, index) => ({ id: `${id ?? ''}:${index}`, teamId: id })),
  )
  const blocks = blocksOf(members, smallestGroup).map(({ kind, teamIds, members: { length } }) => ({
    kind,
    teams: teamIds.map((id) => names.get(id) ?? '').sort(),
    size: length,
    needsEveryone: length < smallestGroup + 2,
  }))
  const small = teams.filter(({ size }) => size > 0 && size < smallestGroup).map(({ name }) => name)
  return { peers: members.length, blocks, advice: adviceOn(blocks, small), smallTeams: small }
}

function adviceOn(blocks: readonly PreviewedBlock[], small: readonly string[]): PreviewAdvice | null {
  if (blocks.length === 0) return PreviewAdvice.HOUSE_TOO_SMALL
  if (small.length > 1) return PreviewAdvice.MERGE_TEAMS
  return blocks.length === 1 ? PreviewAdvice.ONE_GROUP : null
}
