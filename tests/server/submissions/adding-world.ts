import { aPublishedMonth, aCheckIn, aTalkRequest } from '../../support/builders/wellness-builders.ts'
import { relationshipOf } from '../../support/builders/supervision-builders.ts'
import { aFlag } from '../../support/builders/drift-builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { cast, type Member } from '../../support/builders/builders.ts'
import type { TestApi } from '../../support/test-api.ts'

/** A mutation that adds: who sends what, what is read back, and in which table it is one row more. */
export interface Adding {
  /** `n`: of which of the two that it adds, where each is added by somebody else. */
  readonly by: (world: World, n?: number) => Member
  /** The input of the n-th record. */
  readonly input: (world: World, n: number) => object
  readonly select: string
  readonly table: string
}

export async function worldOf(api: TestApi) {
  const people = await cast(api.build)
  const { peer, colleague, educational, supportive } = people.actors
  const certification = new CertificationBuilders(api.build)
  return {
    ...people,
    certificationId: await certification.certification(peer, CREDENTIAL.california),
    renewed: await eachOf(2, async () =>
      certification.certification(await api.build.peer(people.organization), CREDENTIAL.california),
    ),
    crowdReportId: await aPublishedMonth(api.build, people.organization.id),
    lapsed: await eachOf(2, async () =>
      certification.certification(await api.build.peer(people.organization), CREDENTIAL.alaska, {
        expiresOn: '2026-03-01',
      }),
    ),
    flagId: await aFlag(api.build, peer, { openedAt: api.now }),
    placementId: await api.build.placement(colleague, people.hostAgencyId, { fullTimeShare: 0.2 }),
    /** One for each reassignment, by peers of their own. */
    relationships: await eachOf(2, async () => {
      const taught = await api.build.peer(people.organization)
      return api.build.relationship(educational, taught, 'EDUCATIONAL')
    }),
    /** The same, for a whole caseload. */
    handedOver: await eachOf(2, async () => {
      const taught = await api.build.peer(people.organization)
      return api.build.relationship(educational, taught, 'EDUCATIONAL')
    }),
    checkInId: await aCheckIn(api.build, peer),
    supporters: await eachOf(2, async () =>
      api.build.relationship(await api.build.supervisor(people.organization), peer, 'SUPPORTIVE'),
    ),
    talkRequestId: await aTalkRequest(api.build, peer, await relationshipOf(api, peer, 'SUPPORTIVE')),
    circle: await eachOf(2, async () => {
      const one = await api.build.peer(people.organization)
      await api.build.relationship(supportive, one, 'SUPPORTIVE')
      return one
    }),
    roleAgreements: await eachOf(2, async () => {
      const one = await api.build.peer(people.organization)
      return { peer: one, placementId: await api.build.placement(one, people.hostAgencyId) }
    }),
    newcomers: await eachOf(2, () => api.build.supervisor(people.organization)),
    peers: await eachOf(4, () => api.build.peer(people.organization)),
  }
}
export type World = Awaited<ReturnType<typeof worldOf>>

async function eachOf<Made>(count: number, make: () => Promise<Made>): Promise<Made[]> {
  const made: Made[] = []
  while (made.length < count) made.push(await make())
  return made
}

export const by = (role: keyof World['actors']) => (world: World) => world.actors[role]
