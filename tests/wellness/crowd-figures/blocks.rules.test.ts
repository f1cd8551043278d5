import {
  type Block,
  blocksOf,
  BlockKind,
  type TeamMember,
} from '@alongside/shared/wellness/crowd-figures/blocks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastDerivable, type Row } from './row-space.ts'

// T5 Crowds only. A tenth of the generated cases here, all of them in the drills.

const RUNS = { numRuns: process.env['ALONGSIDE_DRILLS'] ? 10_000 : 1_000 }
const TEAMS = ['a', 'b', 'c', 'd', 'e', 'f']
const smallestGroup = fc.integer({ min: 5, max: 9 })
const respondents = fc
  .array(fc.option(fc.constantFrom(...TEAMS), { nil: null, freq: 8 }), { maxLength: 60 })
  .map((teams) => teams.map((teamId, index): TeamMember => ({ id: `p${index}`, teamId })))

const idsOf = (blocks: readonly Block[]): string[][] =>
  blocks.map(({ members }) => members.map(({ id }) => id))
const team = (teamId: string | null, size: number, from = ''): TeamMember[] =>
  Array.from({ length: size }, (_, index) => ({ id: `${teamId ?? 'none'}${from}${index}`, teamId }))

describe('T5 Crowds only: the blocks of a closed period', () => {
  it('shows a team of exactly k, and pools a team of k - 1', () => {
    expect(blocksOf(team('a', 7), 7)).toMatchObject([{ kind: BlockKind.TEAM, teamIds: ['a'] }])
    expect(blocksOf(team('a', 6), 7)).toEqual([])
    const blocks = blocksOf([...team('a', 7), ...team('b', 6), ...team('c', 1)], 7)
    expect(blocks).toMatchObject([
      { kind: BlockKind.TEAM, teamIds: ['a'] },
      { kind: BlockKind.POOL, teamIds: ['b', 'c'] },
    ])
  })

  it('merges the smallest block into a pool that is too small, ties by id', () => {
    const blocks = blocksOf([...team('b', 8), ...team('a', 8), ...team('c', 9), ...team('d', 1)], 7)
    expect(blocks).toMatchObject([
      { teamIds: ['b'] },
      { teamIds: ['c'] },
      { kind: 'POOL', teamIds: ['a', 'd'] },
    ])
  })

  it('never merges for a pool without anybody in it', () => {
    expect(blocksOf([...team('a', 7), ...team('b', 7)], 7)).toHaveLength(2)
  })

  it('pools people without a team with everyone else', () => {
    expect(blocksOf([...team('a', 7), ...team(null, 7)], 7)).toMatchObject([
      { teamIds: ['a'] },
      { kind: 'POOL', teamIds: [] },
    ])
  })

  it('refuses a smallest group below five', () => {
    expect(() => blocksOf([], 4)).toThrow(RangeError)
    expect(() => blocksOf([], 5.5)).toThrow(RangeError)
  })

  it('makes blocks of at least k people, each in one block, with everybody or nobody in them', () => {
    fc.assert(
      fc.property(respondents, smallestGroup, (members, k) => {
        const blocks = idsOf(blocksOf(members, k))
        expect(blocks.every(({ length }) => length >= k)).toBe(true)
        const all = blocks.flat()
        expect(new Set(all).size).toBe(all.length)
        expect([0, members.length]).toContain(all.length)
        expect(all.length === 0).toBe(members.length < k)
      }),
      RUNS,
    )
  })

  it('keeps a team whole', () => {
    fc.assert(
      fc.property(respondents, smallestGroup, (members, k) => {
        for (const { members: inBlock } of blocksOf(members, k))
          for (const { teamId } of inBlock)
            expect(inBlock.filter((each) => each.teamId === teamId)).toHaveLength(
              members.filter((each) => each.teamId === teamId).length,
            )
      }),
      RUNS,
    )
  })

  it('does not depend on the order of what it is given', () => {
    fc.assert(
      fc.property(respondents, smallestGroup, fc.array(fc.nat(), { minLength: 60 }), (members, k, keys) => {
        const shuffled = members
          .map((member, index) => ({ member, key: keys[index] ?? 0 }))
          .sort((one, other) => one.key - other.key)
          .map(({ member }) => member)
        expect(blocksOf(shuffled, k)).toEqual(blocksOf(members, k))
      }),
      RUNS,
    )
  })
})

describe('T5 Crowds only: linear algebra over everything that is published', () => {
  // A value is one person's to one measure in one month; a manager may know every roster and who answered.
  const months = fc.array(respondents, { minLength: 1, maxLength: 3 })

  const rowsOf = (members: readonly TeamMember[], k: number, prefix: string): Row[] => {
    const blocks = idsOf(blocksOf(members, k)).map((ids) => ids.map((id) => prefix + id))
    return [...blocks, ...(blocks.length > 0 ? [blocks.flat()] : [])]
  }

  it('lets nobody reckon a figure of fewer than k people', () => {
    fc.assert(
      fc.property(months, smallestGroup, (rosters, k) => {
        const rows = rosters.flatMap((members, month) =>
          ['felt', 'rest'].flatMap((measure) => rowsOf(members, k, `${month}:${measure}:`)),
        )
        expect(leastDerivable(rows)).toBeGreaterThanOrEqual(rows.length === 0 ? 0 : k)
      }),
      RUNS,
    )
  })

  // What other products do; the check above must see that both give somebody away.
  it('catches "every team of at least k, and a total"', () => {
    const members = [...team('a', 9), ...team('b', 2)]
    const teams = Map.groupBy(members, ({ teamId }) => teamId)
    const shown = [...teams.values()]
      .filter(({ length }) => length >= 7)
      .map((each) => each.map(({ id }) => id))
    expect(leastDerivable([...shown, members.map(({ id }) => id)])).toBe(2)
  })

  it('catches "one free filter, each result of at least k"', () => {
    const everyone = team('a', 9).map(({ id }) => id)
    const withoutOne = everyone.slice(1)
    expect(leastDerivable([everyone, withoutOne])).toBe(1)
  })
})
