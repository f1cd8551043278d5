import { type Adding, by } from './adding-world.ts'

const CONCERNS = ['ONLY_PEER_IN_AGENCY', 'ORDERED_PARTICIPATION'] as const

/** What managers add about agencies. */
export const ADDING_DRIFT: Record<string, Adding> = {
  createStructuralPlan: {
    by: by('manager'),
    input: ({ hostAgencyId, actors }, n) => ({
      ...{ hostAgencyId, concern: CONCERNS[n], plan: `Plan ${n}` },
      ...{ ownerId: actors.manager.id, dueOn: '2026-09-30' },
    }),
    select: 'plan { id plan }',
    table: 'structural_plan',
  },
}
