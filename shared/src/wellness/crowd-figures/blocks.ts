/**
 * T5, crowds only: which groups a figure may ever speak of. One partition of those who answered in a closed period:
 * 1. each team with at least k respondents is a block of its own;
 * 2. everybody else, people without a team included, is pooled;
 * 3. while the pool holds somebody but fewer than k, the smallest block is merged into it (ties by id);
 * 4. if it still holds fewer than k, nothing is published.
 * Blocks are disjoint and each holds at least k people, so no sum or difference of what is published speaks of fewer.
 * Which blocks there are depends on sizes and ids, never on an answer. The database decides by the same steps
 * (`access.crowd_blocks`); a test compares the two.
 */

/** The smallest group that an organization starts with. Source: privacy design, "Aggregates". */
export const DEFAULT_SMALLEST_GROUP = 7
/** No organization can ask for fewer; the database refuses it as well. */
export const LEAST_SMALLEST_GROUP = 5
/** Above this no team of a usual size would ever be shown. */
export const MAX_SMALLEST_GROUP = 50

export const BlockKind = {
  /** One reporting team. */
  TEAM: 'TEAM',
  /** Every smaller team and everyone without a team, together. */
  POOL: 'POOL',
} as const
export type BlockKind = (typeof BlockKind)[keyof typeof BlockKind]

export interface TeamMember {
  readonly id: string
  readonly teamId: string | null
}

export interface Block<Member extends TeamMember = TeamMember> {
  readonly kind: BlockKind
  /** The teams in it, by id; the pool can be without any. */
  readonly teamIds: readonly string[]
  readonly members: readonly Member[]
}

/** The blocks in the order of their teams' ids, the pool last; none where nothing may be published. */
export function blocksOf<Member extends TeamMember>(
  members: readonly Member[],
  smallestGroup: number,
): Block<Member>[] {
  if (!Number.isInteger(smallestGroup) || smallestGroup < LEAST_SMALLEST_GROUP)
    throw new RangeError(`the smallest group is ${smallestGroup}, below ${LEAST_SMALLEST_GROUP}`)
  const teams = [...Map.groupBy(members, ({ teamId }) => teamId)].sort(bySizeThenId)
  const alone = teams.filter(([teamId, { length }]) => teamId !== null && length >= smallestGroup)
  const pooled = teams.filter((team) => !alone.includes(team))
  while (pooled.length > 0 && sizeOf(pooled) < smallestGroup) {
    const smallest = alone.shift()
    if (!smallest) return []
    pooled.push(smallest)
  }
  const blocks = alone.map((team) => blockOf(BlockKind.TEAM, [team]))
  if (pooled.length > 0) blocks.push(blockOf(BlockKind.POOL, pooled))
  return blocks.sort(byKindThenTeam)
}

type Team<Member> = readonly [teamId: string | null, members: readonly Member[]]

function bySizeThenId<Member>([oneId, one]: Team<Member>, [otherId, other]: Team<Member>): number {
  return one.length - other.length || compare(oneId ?? '', otherId ?? '')
}

function sizeOf<Member>(teams: readonly Team<Member>[]): number {
  return teams.reduce((sum, [, members]) => sum + members.length, 0)
}

function blockOf<Member extends TeamMember>(kind: BlockKind, teams: readonly Team<Member>[]): Block<Member> {
  return {
    kind,
    teamIds: teams.flatMap(([teamId]) => (teamId === null ? [] : [teamId])).sort(compare),
    members: teams.flatMap(([, members]) => members).sort((one, other) => compare(one.id, other.id)),
  }
}

function byKindThenTeam(one: Block, other: Block): number {
  if (one.kind !== other.kind) return one.kind === BlockKind.TEAM ? -1 : 1
  return compare(one.teamIds[0] ?? '', other.teamIds[0] ?? '')
}

/** By code unit, as the database compares ids; an alphabet of somewhere would differ from node to node. */
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
