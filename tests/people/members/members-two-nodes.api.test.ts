import type { DataSource } from 'typeorm'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDataSource } from '../../../api/src/database/data-source.ts'
import { createLogger } from '../../../api/src/server/logger.ts'
import { createServer } from '../../../api/src/app/create-server.ts'
import type { BuiltOrganization } from '../../support/builders/builders.ts'
import { asRead, CHANGES, memberNamed } from '../../support/builders/member-builders.ts'
import { changed } from '../../support/changes.ts'
import {
  type Answer,
  type Caller,
  type PageHeaders,
  TEST_ENVIRONMENT,
  TestApi,
} from '../../support/test-api.ts'

// Two servers over one database, as behind a load balancer: what one ends, the other knows at its next request.

const WHO = '{ me { roles } }'
const FOR_MANAGERS = '{ certifiablePeers { totalCount } }'
const ROUNDS = 10

describe('two nodes', () => {
  let api: TestApi
  let second: Awaited<ReturnType<typeof createServer>>
  let database: DataSource
  let organization: BuiltOrganization
  let admin: Caller
  const delays: Record<string, number[]> = {}
  beforeAll(async () => {
    api = await TestApi.start()
    database = createDataSource(api.urls.appUrl, { poolSize: 4, waitMs: 20_000 })
    await database.initialize()
    const services = { database, mailer: null, clock: () => api.now, environment: TEST_ENVIRONMENT }
    second = await createServer(services, createLogger('silent', { write: () => undefined }))
    await second.ready()
    organization = await api.build.organization()
    admin = await api.as(await api.build.member(organization, ['ADMIN']))
  })
  afterAll(async () => {
    console.log(
      Object.entries(delays)
        .map(([what, ms]) => `${what}: 0 requests in between, ${Math.round(Math.max(...ms))} ms at most`)
        .join('; '),
    )
    await second.close()
    await database.destroy()
    await api.close()
  })

  const onSecond = async (page: PageHeaders, query: string): Promise<Answer> =>
    (await request(second.server).post('/graphql').set(page).send({ query })).body as Answer
  /** The very next request on the other node, and how long after the change was answered it knew. */
  const nextRequest = async (what: string, page: PageHeaders, query: string): Promise<Answer> => {
    const since = performance.now()
    const answer = await onSecond(page, query)
    delays[what] = [...(delays[what] ?? []), performance.now() - since]
    return answer
  }

  it('shuts out whoever was disabled', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const peer = await api.build.peer(organization)
      const page = await api.pageOf(peer)
      expect((await onSecond(page, WHO)).data).toEqual({ me: { roles: ['PEER'] } })
      await changed(admin, CHANGES.disable, { input: asRead(await memberNamed(admin, peer.email)) })
      expect((await nextRequest('disabled', page, WHO)).data).toEqual({ me: null })
    }
  })

  it('ends what supervising opened with the role, whatever other roles stay', async () => {
    const profile = (id: string) => `{ peer(peerId: "${id}") { id } }`
    const both = await api.build.member(organization, ['PEER', 'SUPERVISOR'])
    const peer = await api.build.peer(organization)
    await api.build.relationship(both, peer, 'EDUCATIONAL')
    const page = await api.pageOf(both)
    expect((await onSecond(page, profile(peer.id))).errors).toBeUndefined()
    const input = { ...asRead(await memberNamed(admin, both.email)), roles: ['PEER'] }
    await changed(admin, CHANGES.roles, { input })
    const after = await onSecond(page, profile(peer.id))
    expect(after.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('takes a role away', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const both = await api.build.member(organization, ['PEER', 'MANAGER'])
      const page = await api.pageOf(both)
      expect((await onSecond(page, FOR_MANAGERS)).errors).toBeUndefined()
      const input = { ...asRead(await memberNamed(admin, both.email)), roles: ['PEER'] }
      await changed(admin, CHANGES.roles, { input })
      const { errors } = await nextRequest('a role lost', page, FOR_MANAGERS)
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
      expect((await onSecond(page, WHO)).data).toEqual({ me: { roles: ['PEER'] } })
    }
  })

  it('ends a session that was signed out on the first', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const page = await api.pageOf(await api.build.peer(organization))
      expect((await onSecond(page, WHO)).data).toEqual({ me: { roles: ['PEER'] } })
      await api.raw.post('/graphql').set(page).send({ query: 'mutation { signOut { signedOut } }' })
      expect((await nextRequest('a session ended', page, WHO)).data).toEqual({ me: null })
    }
  })
})
