import type { Member } from '../../support/builders/builders.ts'

interface RoleWorld {
  readonly actors: Readonly<Record<'colleague' | 'manager', Member>>
  readonly hostAgencyId: string
  readonly roleAgreements: readonly { readonly peer: Member; readonly placementId: string }[]
}

const agreed = ({ roleAgreements }: RoleWorld, n: number) => {
  const one = roleAgreements[n]
  if (!one) throw new Error('There is one placement for each.')
  return one
}
let proposals = 0

/** What adds activities, house rules and role agreements. */
export const ROLES = {
  createCustomActivity: {
    by: ({ actors }: RoleWorld) => actors.manager,
    input: (_: RoleWorld, n: number) => ({
      name: `Roll call ${n}`,
      group: 'AGENCY',
      function: 'ADMINISTRATIVE',
    }),
    select: 'activity { key }',
    table: 'custom_activity',
  },
  publishHouseRules: {
    by: ({ actors }: RoleWorld) => actors.manager,
    input: ({ hostAgencyId }: RoleWorld, n: number) => ({
      ...{ hostAgencyId, expectedVersion: n, transport: 'Agency cars only.' },
    }),
    select: 'houseRules { id version }',
    table: 'house_rules',
  },
  proposeRoleAgreement: {
    // One version waits at a time: another peer proposes the second.
    by: (world: RoleWorld, n?: number) => agreed(world, n ?? Math.min(proposals++, 1)).peer,
    input: (world: RoleWorld, n: number) => ({
      placementId: agreed(world, n).placementId,
      ...{ startsOn: '2026-07-01', lines: [{ activity: 'SOCIALIZING', answer: 'PART_OF_ROLE' }] },
    }),
    select: 'role { next { id } }',
    table: 'role_agreement',
  },
}
