import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataFolder, freePort, type Program, startProgram } from '../support/services/running-program.ts'

describe('npm run dev', () => {
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let program: Program
  const serverLock = () => join(folder.path, 'postgres/cluster/postmaster.pid')
  const demoPeople = async (): Promise<number> => {
    const sent = await fetch(`${program.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: program.url },
      body: JSON.stringify({ query: '{ demoSignIns { email } }' }),
    })
    const { data } = (await sent.json()) as { data: { demoSignIns: unknown[] } }
    return data.demoSignIns.length
  }

  beforeAll(async () => {
    folder = await dataFolder()
    program = startProgram(await freePort(), { ALONGSIDE_DATA: folder.path }, 'dev')
    await program.untilServing()
  })
  afterAll(async () => {
    program.kill('SIGTERM')
    await program.ended
    await folder.remove()
  })

  it('serves the pages from their sources, with the API and the demo behind them', async () => {
    const page = await fetch(program.url, { headers: { accept: 'text/html' } })
    expect(await page.text()).toContain('/src/app/main.ts')
    expect((await fetch(`${program.url}/readyz`)).status).toBe(200)
    expect(await demoPeople()).toBeGreaterThan(0)
  })

  it('stops all of it with Ctrl-C, PostgreSQL included', async () => {
    program.killGroup('SIGINT')
    expect(await program.ended).toMatchObject({ code: 0, complaints: [] })
    expect(existsSync(serverLock())).toBe(false)
  })
})
