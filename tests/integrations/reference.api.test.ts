import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { curlExample, EXAMPLE_OPERATIONS } from '../../shared/src/integrations/example-operations.ts'
import { TOKEN_CAPABILITIES, TOKEN_QUERIES } from '../../shared/src/integrations/token-capabilities.ts'
import { TestApi } from '../support/test-api.ts'
import { askWithToken, makeToken } from '../support/builders/token-builders.ts'

describe('what integrators read', () => {
  let api: TestApi
  let page: string
  beforeAll(async () => {
    api = await TestApi.start({ environment: { isProduction: false } })
    page = (await api.raw.get('/reference')).text
  })
  afterAll(() => api.close())

  it('names each query that a token may ask, with its capability, arguments and limits', () => {
    for (const [capability, names] of Object.entries(TOKEN_QUERIES))
      for (const name of names) {
        const section = new RegExp(`<section id="query-${name}">(.*?)</section>`, 's').exec(page)?.[1] ?? ''
        expect(section, name).toContain(`<code>${capability}</code>`)
      }
    expect(page).toContain('600 requests in 10 minutes')
    expect(page).toContain('How many rows, 1-100.')
    expect(page).toContain('TOO_MANY_REQUESTS')
  })

  it('says nothing of what a token cannot reach', () => {
    for (const hidden of [
      'signIn',
      'myWeek',
      'WeeklyCheckIn',
      'SessionNote',
      'DriftFlag',
      'mutation',
      'ApiToken',
    ])
      expect(page).not.toContain(hidden)
  })

  it('has every type that it points to, and fits the content security policy', async () => {
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets.length).toBeGreaterThan(20)
    expect(targets.filter((id) => !page.includes(`id="${id}"`))).toEqual([])
    expect(page).not.toMatch(/<script|style=|<style/)
    const style = await api.raw.get('/reference.css')
    expect([style.status, style.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8'])
  })

  it('shows commands that work as they stand, in a shell, with a token and nothing else', async () => {
    const organization = await api.build.organization()
    const { secret } = await makeToken(
      await api.as(await api.build.member(organization, ['MANAGER', 'AUDITOR'])),
      TOKEN_CAPABILITIES,
    )
    for (const operation of EXAMPLE_OPERATIONS) {
      // What a shell makes of the command: a curl of our own tells its arguments.
      const tell = 'curl() { printf "%s\\n" "$1" "$5" "$7"; }\n'
      const { stdout } = await promisify(execFile)(
        'sh',
        ['-c', tell + curlExample(operation, 'https://x.org')],
        {
          env: { PATH: process.env['PATH'], ALONGSIDE_TOKEN: secret },
        },
      )
      const [address, authorization, body] = stdout.split('\n')
      expect([address, authorization]).toEqual(['https://x.org/graphql', `Authorization: Bearer ${secret}`])
      const { query, variables } = JSON.parse(body ?? '') as { query: string; variables: object }
      const { body: answer } = await askWithToken(api, secret, query, { variables })
      expect(answer.errors, operation.key).toBeUndefined()
      expect(Object.values(answer.data ?? {})[0], operation.key).toBeTruthy()
    }
  })
})
