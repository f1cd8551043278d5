import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const LAUNCH = fileURLToPath(new URL('../../api/launch', import.meta.url))

describe('a first start, on a checkout without dependencies', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'alongside-checkout-'))
    cpSync(LAUNCH, join(root, 'api/launch'), { recursive: true })
    mkdirSync(join(root, 'bin'))
  })
  afterEach(() => rm(root, { recursive: true }))

  /** Starts with an npx that does what `script` says. */
  const start = (script: string, variables: Record<string, string> = {}) => {
    const npx = join(root, 'bin/npx')
    writeFileSync(npx, `#!/bin/sh\n${script}\n`)
    chmodSync(npx, 0o755)
    return spawnSync(process.execPath, [join(root, 'api/launch/start.mjs')], {
      env: {
        PATH: `${join(root, 'bin')}:${dirname(process.execPath)}:/usr/bin:/bin`,
        HOME: root,
        ...variables,
      },
      encoding: 'utf8',
    })
  }

  it.each(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ETIMEDOUT'])(
    'without network (%s) is one line, not thirty of npm',
    (code) => {
      const { status, stderr } = start(`for i in 1 2 3; do echo "npm error code ${code}" >&2; done; exit 1`)
      expect(status).toBe(1)
      expect(stderr).toBe(
        `alongside: The first start needs the network once, and the package registry cannot be reached (${code})\n`,
      )
    },
  )

  it('shows what npm said where something else is wrong', () => {
    const { status, stderr } = start('echo "npm error no space" >&2; exit 1')
    expect([status, stderr]).toEqual([1, expect.stringContaining('npm error no space')])
  })

  it('keeps what it fetches in the checkout where nobody may write the home folder, else where npm keeps it', () => {
    const seen = join(root, 'seen')
    const script = `echo "$npm_config_cache|$HOME" > ${seen}; exit 1`
    const cacheWith = (variables: Record<string, string>) => {
      start(script, variables)
      return readFileSync(seen, 'utf8').trim()
    }
    expect(cacheWith({ HOME: '/proc/nobody' })).toBe(`${root}/.npm/cache|${root}/.npm/home`)
    expect(cacheWith({ HOME: root })).toBe(`|${root}`)
    expect(cacheWith({ HOME: '/proc/nobody', npm_config_cache: '/elsewhere' })).toBe(
      '/elsewhere|/proc/nobody',
    )
  })
})
