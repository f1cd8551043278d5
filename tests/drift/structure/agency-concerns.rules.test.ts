import {
  AGENCY_CONCERNS,
  agencyConcerns,
  type ConcernPlacement,
  type ConcernRelationship,
} from '@alongside/shared/drift/structure/agency-concerns'
import {
  validateOutcome,
  validateStructuralPlan,
} from '@alongside/shared/drift/structure/structural-plan-input'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const TODAY = '2026-06-17'
const cases = { numRuns: process.env['ALONGSIDE_DRILLS'] ? 10_000 : 100 }

const placed = (peerId: string, hostAgencyId: string, over: Partial<ConcernPlacement> = {}) => ({
  id: `${peerId}-${hostAgencyId}`,
  ...{ peerId, hostAgencyId, participationIsOrdered: null, since: '2025-01-01', ...over },
})
const supervised = (peerId: string, type: ConcernRelationship['type'], startedOn = '2026-01-01') => ({
  id: `${peerId}-${type}`,
  ...{ peerId, type, startedOn, endedOn: null },
})
const concernsOf = (
  placements: readonly ConcernPlacement[],
  relationships: readonly ConcernRelationship[] = [],
): string[] =>
  agencyConcerns(placements, relationships, TODAY).map(
    ({ hostAgencyId, concern }) => `${hostAgencyId} ${concern}`,
  )

describe('concerns about an agency', () => {
  it('finds the only peer in an agency, and none where two work', () => {
    expect(concernsOf([placed('a', 'jail'), placed('b', 'court'), placed('c', 'court')])).toEqual([
      'jail ONLY_PEER_IN_AGENCY',
    ])
  })

  it('finds ordered participation where somebody said so, and not where nobody did', () => {
    const two = (participationIsOrdered: boolean | null) => [
      placed('a', 'court', { participationIsOrdered }),
      placed('b', 'court'),
    ]
    expect(concernsOf(two(true))).toEqual(['court ORDERED_PARTICIPATION'])
    expect(concernsOf(two(false))).toEqual([])
    expect(concernsOf(two(null))).toEqual([])
  })

  it('finds administrative supervision only after 28 days, not at 28, and not beside another type', () => {
    const two = (since: string) => [placed('a', 'court', { since }), placed('b', 'court')]
    const administrative = [supervised('a', 'ADMINISTRATIVE')]
    expect(concernsOf(two('2026-05-19'), administrative)).toEqual(['court SUPERVISED_ADMINISTRATIVELY_ONLY'])
    expect(concernsOf(two('2026-05-20'), administrative)).toEqual([])
    expect(concernsOf(two('2026-05-19'), [...administrative, supervised('a', 'SUPPORTIVE')])).toEqual([])
  })

  const placements = fc.array(
    fc
      .record({
        peerId: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
        hostAgencyId: fc.constantFrom('court', 'jail', 'street'),
        participationIsOrdered: fc.constantFrom(true, false, null),
      })
      .map(({ peerId, hostAgencyId, ...over }) => placed(peerId, hostAgencyId, over)),
    { maxLength: 8 },
  )
  const relationships = fc.array(
    fc
      .tuple(fc.constantFrom('p1', 'p2', 'p3'), fc.constantFrom('ADMINISTRATIVE', 'SUPPORTIVE'))
      .map(([peerId, type]) => supervised(peerId, type as ConcernRelationship['type'])),
    { maxLength: 5 },
  )

  it('names no peer and no count, whatever the facts', () => {
    fc.assert(
      fc.property(placements, relationships, (ours, theirs) => {
        for (const found of agencyConcerns(ours, theirs, TODAY)) {
          expect(Object.keys(found).sort()).toEqual(['concern', 'hostAgencyId'])
          expect(AGENCY_CONCERNS).toContain(found.concern)
          expect(JSON.stringify(found)).not.toMatch(/p\d/)
        }
      }),
      cases,
    )
  })

  it('does not depend on the order of the facts', () => {
    fc.assert(
      fc.property(placements, relationships, (ours, theirs) => {
        expect(agencyConcerns(ours.toReversed(), theirs.toReversed(), TODAY)).toEqual(
          agencyConcerns(ours, theirs, TODAY),
        )
      }),
      cases,
    )
  })
})

describe('a plan about an agency', () => {
  const plan = { plan: 'Hire a second peer.', ownerId: 'joan', dueOn: '2026-09-30' }
  it('says what changes, who owns it, and by when', () => {
    expect(validateStructuralPlan(plan, TODAY)).toEqual([])
    expect(validateStructuralPlan({ plan: ' ', ownerId: '', dueOn: '2026-06-16' }, TODAY)).toEqual([
      { field: 'plan', problem: 'required' },
      { field: 'ownerId', problem: 'required' },
      { field: 'dueOn', problem: 'too-long-ago', limit: TODAY },
    ])
    expect(validateStructuralPlan({ ...plan, plan: 'x'.repeat(501) }, TODAY)).toEqual([
      { field: 'plan', problem: 'too-long', limit: 500 },
    ])
  })

  it('ends with what came of it', () => {
    expect(validateOutcome('Two peers now.')).toEqual([])
    expect(validateOutcome('\n')).toEqual([{ field: 'outcome', problem: 'required' }])
  })
})
