import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  dataFolder,
  freePort,
  millisecondsToRead,
  type Program,
  startProgram,
  until,
} from '../support/services/running-program.ts'

/** A start that has nothing left to make, in times of merely reading the program; seen: 2.5. */
const SECOND_START = 5
/** Promised for a machine that has nothing else to do: looked at in the drills. */
const SECOND_START_MS = 5_000
const ATTEMPTS = 3

describe('npm start on a folder of its own', () => {
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let port: number
  let program: Program
  const start = () => startProgram(port, { ALONGSIDE_DATA: folder.path })
  const serverLock = () => join(folder.path, 'postgres/cluster/postmaster.pid')
  const serverPid = () => Number(readFileSync(serverLock(), 'utf8').split('\n')[0])
  const get = async (path: string) => (await fetch(program.url + path)).status

  beforeAll(async () => {
    folder = await dataFolder()
    port = await freePort()
    program = start()
    await program.untilServing()
  })
  afterAll(async () => {
    program.kill('SIGTERM')
    await program.ended
    await folder.remove()
  })

  it('serves, alive and ready', async () => {
    expect(await get('/livez')).toBe(200)
    expect(await get('/readyz')).toBe(200)
  })

  it('stops with Ctrl-C, PostgreSQL included, and says nothing bad', async () => {
    program.killGroup('SIGINT')
    expect(await program.ended).toMatchObject({ code: 0 })
    expect(existsSync(serverLock())).toBe(false)
  })

  it('makes nothing anew the second time: it reads the program, opens the database and serves', async () => {
    // In turns, and the best of each: what else the machine is doing is not what is promised.
    let [reading, starting] = [Infinity, Infinity]
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (attempt > 1) {
        program.killGroup('SIGINT')
        await program.ended
      }
      reading = Math.min(reading, millisecondsToRead('api/dist/app/create-server.js'))
      program = start()
      starting = Math.min(starting, await program.untilServing())
    }
    console.log(`second start ${starting} ms, ${(starting / reading).toFixed(1)} times reading it`)
    expect(starting / reading).toBeLessThanOrEqual(SECOND_START)
    if (process.env.ALONGSIDE_DRILLS) expect(starting).toBeLessThanOrEqual(SECOND_START_MS)
    expect(await get('/readyz')).toBe(200)
  })

  it('starts again after all of it was killed, with the PostgreSQL that outlived it', async () => {
    const survivor = serverPid()
    program.killGroup('SIGKILL')
    await program.ended
    program = start()
    await program.untilServing()
    expect(serverPid()).toBe(survivor)
    expect(await get('/readyz')).toBe(200)
  })

  it('starts again after PostgreSQL was killed with it', async () => {
    const killed = serverPid()
    program.killGroup('SIGKILL')
    process.kill(killed, 'SIGKILL')
    await program.ended
    program = start()
    await program.untilServing()
    expect(serverPid()).not.toBe(killed)
    expect(await get('/readyz')).toBe(200)
  })

  it('holds no port when only its launcher was killed', async () => {
    program.kill('SIGKILL')
    await until(
      () =>
        get('/livez').then(
          () => false,
          () => true,
        ),
      'the port is free',
    )
    await until(() => !existsSync(serverLock()), 'PostgreSQL has stopped')
    program = start()
    await program.untilServing()
    expect(await get('/readyz')).toBe(200)
  })

  it('lets a second start on the same port fail without harm to the first', async () => {
    const second = start()
    expect(await second.ended).toMatchObject({
      code: 1,
      complaints: [expect.stringContaining(`Port ${port} is taken`)],
    })
    expect(await get('/readyz')).toBe(200)
  })

  it('stops when a service manager asks', async () => {
    program.kill('SIGTERM')
    expect(await program.ended).toMatchObject({ code: 0 })
    expect(existsSync(serverLock())).toBe(false)
  })
})
