import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { TestApi } from '../../support/test-api.ts'

// What hands out a file of people, or changes who may act for whom, needs a password of the last ten minutes.

describe('a session whose password was given long ago', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
  })
  afterAll(() => api.close())

  it('is asked for it before a supervision ends, is agreed on or proposed, and before an employment ends', async () => {
    const { peer, supportive } = people.actors
    const relationshipId = await api.build.relationship(supportive, peer, 'EDUCATIONAL')
    const acts = [
      [
        'mutation ($input: EndSupervisionRelationshipInput!) { endSupervisionRelationship(input: $input) { __typename } }',
        { relationshipId },
      ],
      [
        'mutation ($input: CreateSupervisionAgreementInput!) { createSupervisionAgreement(input: $input) { __typename } }',
        {
          peerId: peer.id,
          agreedOn: '2026-06-17',
          terms: [{ type: 'EDUCATIONAL', cadenceDays: 14, sessionMinutes: 60, confidence: 'Between us.' }],
        },
      ],
      [
        'mutation ($input: EndEmploymentInput!) { endEmployment(input: $input) { __typename } }',
        { peerId: peer.id, leavesOn: '2026-06-30', expectedRevision: 1 },
      ],
    ] as const
    for (const [mutation, input] of acts) {
      const asked = async (confirmed: boolean) =>
        (await (await api.as(people.actors.manager, { confirmed })).ask(mutation, { input })).errors?.[0]
          ?.extensions.code
      expect([mutation, await asked(false), await asked(true)]).toEqual([
        mutation,
        'CONFIRM_PASSWORD',
        undefined,
      ])
    }
  })
})
