import { spawnSync } from 'node:child_process'
import { closeSync, constants, mkdtempSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { LogDestination } from '../../api/src/server/log-destination.ts'

const folder = mkdtempSync(join(tmpdir(), 'alongside-log-'))
afterAll(() => rm(folder, { recursive: true }))

const lineOf = (number: number, length = 60): string => `${String(number).padEnd(length, '.')}\n`

describe('a log', () => {
  it.runIf(process.platform === 'linux')('on a full disk drops its lines and holds nobody up', () => {
    const full = openSync('/dev/full', 'w')
    const log = new LogDestination(null, { descriptor: full })
    const started = Date.now()
    for (let number = 1; number <= 1_000; number++) log.write(lineOf(number))
    expect(Date.now() - started).toBeLessThan(5_000)
    closeSync(full)
  })

  it('whose reader stops keeps what it can hold, and says afterwards how many lines are missing', async () => {
    const path = join(folder, 'pipe')
    expect(spawnSync('mkfifo', [path]).status).toBe(0)
    const flags = constants.O_RDWR | constants.O_NONBLOCK
    const pipe = openSync(path, flags)
    const log = new LogDestination(null, { descriptor: pipe })
    const written = 30_000
    for (let number = 1; number <= written; number++) log.write(lineOf(number))

    const buffer = Buffer.alloc(65_536)
    let text = ''
    const read = (): void => {
      try {
        for (let count = readSync(pipe, buffer); count > 0; count = readSync(pipe, buffer))
          text += buffer.toString('utf8', 0, count)
      } catch {
        // Nothing more for now.
      }
    }
    const numbers = () => [...text.matchAll(/^([1-9]\d*)\.+$/gm)].map(([, number]) => Number(number))
    const dropped = () =>
      [...text.matchAll(/"dropped":(\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0)
    await expect
      .poll(() => {
        read()
        return numbers().length + dropped()
      })
      .toBe(written)
    expect(numbers().length).toBeGreaterThan(10_000)
    expect(dropped()).toBeGreaterThan(1_000)
    expect(numbers()).toEqual(numbers().sort((one, other) => one - other))
    closeSync(pipe)
  })

  it('in a file is for nobody else, and never grows past twice its size', () => {
    const path = join(folder, 'alongside.log')
    const log = new LogDestination(path, { fileBytes: 10_000 })
    for (let number = 1; number <= 1_000; number++) log.write(lineOf(number, 100))
    for (const file of [path, `${path}.1`]) {
      expect(statSync(file).size).toBeLessThanOrEqual(10_101)
      expect(statSync(file).mode & 0o777).toBe(0o600)
    }
    expect(readFileSync(path, 'utf8').trimEnd().endsWith(lineOf(1_000, 100).trimEnd())).toBe(true)
    const again = new LogDestination(path, { fileBytes: 10_000 })
    again.write(lineOf(1_001))
    expect(readFileSync(path, 'utf8')).toContain(lineOf(1_001))
  })
})
