import { describe, expect, it } from 'vitest'
import { EnvironmentError, readEnvironment } from '../../api/src/server/environment.ts'

const OWN = { DATABASE_URL: 'postgres://a@b/c', MIGRATION_DATABASE_URL: 'postgres://o@b/c' }
const read = (variables: NodeJS.ProcessEnv) => readEnvironment(variables, '/srv/alongside')

describe('PUBLIC_URL', () => {
  it.each([
    ['https://alongside.example.org', 'https://alongside.example.org'],
    ['https://alongside.example.org/', 'https://alongside.example.org'],
    ['https://Alongside.Example.org:443//', 'https://alongside.example.org'],
    ['http://localhost:4000/', 'http://localhost:4000'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['http://[::1]:4000', 'http://[::1]:4000'],
  ])('%s is the origin %s, so that a path can be appended', (given, origin) => {
    expect(read({ PUBLIC_URL: given })).toMatchObject({
      publicUrl: origin,
      isSecure: origin.startsWith('https:'),
    })
  })

  it.each([
    ['http://alongside.example.org', 'must begin with https://'],
    ['http://192.168.1.20:4000', 'must begin with https://'],
    ['http://localhost.example.org', 'must begin with https://'],
    ['ftp://localhost', 'must begin with https://'],
    ['https://example.org/alongside', 'must be an origin'],
    ['https://example.org/?a=b', 'must be an origin'],
    ['https://somebody@example.org', 'must be an origin'],
    ['alongside', 'is not a URL'],
  ])('refuses %s in one line', (given, words) => {
    for (const variables of [{}, { ...OWN, NODE_ENV: 'production' }])
      expect(() => read({ ...variables, PUBLIC_URL: given })).toThrow(words)
  })
})

describe('the demo organizations', () => {
  it('come with the embedded database, unless told', () => {
    expect(read({}).isDemo).toBe(true)
    expect(read({ ALONGSIDE_DEMO: '0' }).isDemo).toBe(false)
    expect(read(OWN).isDemo).toBe(false)
    expect(read({ ...OWN, ALONGSIDE_DEMO: '1' }).isDemo).toBe(true)
    expect(() => read({ ALONGSIDE_DEMO: 'no' })).toThrow('ALONGSIDE_DEMO must be 0 or 1.')
  })

  it('are not served in production, where everybody could read their password', () => {
    for (const variables of [{}, { ...OWN, ALONGSIDE_DEMO: '1' }])
      expect(() => read({ ...variables, NODE_ENV: 'production' })).toThrow(EnvironmentError)
    expect(read({ ...OWN, NODE_ENV: 'production' }).isDemo).toBe(false)
    expect(read({ NODE_ENV: 'production', ALONGSIDE_DEMO: '0' }).isDemo).toBe(false)
  })
})
