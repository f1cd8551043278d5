import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../support/builders/builders.ts'
import { type Journey, startJourney, WEB_APP, MY_NOTE, openPart } from '../../support/journey.ts'

/** Parts of the check-in that are fetched late; the next build has others in their place. */
const LATE_PARTS = /^(WritingHints|CheckInThanks)-/

describe('a tab from before a deployment, on a phone of one person', () => {
  let journey: Journey
  let peer: Member
  const directory = mkdtempSync(join(tmpdir(), 'alongside-web-'))
  beforeAll(async () => {
    cpSync(WEB_APP, directory, { recursive: true })
    journey = await startJourney({ webDirectory: directory })
    peer = await journey.build.peer(await journey.build.organization())
  })
  afterAll(async () => {
    await journey.close()
    rmSync(directory, { recursive: true })
  })

  /** Another page, another worker, and without the parts that only the build before has. */
  function deploy(): void {
    const page = join(directory, 'index.html')
    writeFileSync(page, readFileSync(page, 'utf8').replace('<title>', '<!-- the next build --><title>'))
    const integrity = `sha256-${createHash('sha256').update(readFileSync(page)).digest('base64')}`
    const worker = join(directory, 'service-worker.js')
    const next = readFileSync(worker, 'utf8')
      .replace(/const FILES = .*/, `const FILES = ${JSON.stringify([{ path: '/', integrity }])}`)
      .replace(/const CACHE = .*/, "const CACHE = PREFIX + 'next'")
    writeFileSync(worker, next)
    const assets = join(directory, 'assets')
    for (const file of readdirSync(assets)) if (LATE_PARTS.test(file)) rmSync(join(assets, file))
  }

  it('loses nothing that is typed, still loads its own parts, and is new when it is loaded anew', async () => {
    const page = await journey.open(peer, { serviceWorkers: 'allow' })
    await page.goto('/check-in')
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await openPart(page, 'What I noticed in myself')
    await page.getByLabel('Worn out').check()
    const [before] = await page.evaluate(() => caches.keys())
    deploy()
    await page.evaluate(async () => {
      const isNew = new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
      )
      await (await navigator.serviceWorker.ready).update()
      await isNew
    })
    // The new worker is in charge before it has finished tidying up.
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready
      while (active?.state === 'activating')
        await new Promise((resolve) => active.addEventListener('statechange', resolve, { once: true }))
    })
    expect(await page.evaluate(() => caches.keys())).toEqual([before, 'alongside-files-next'])
    await openPart(page, MY_NOTE)
    await page.getByLabel('A note to yourself').fill('Met an addict')
    await page.getByText('You wrote “addict”.').waitFor()
    await page.reload()
    expect(await page.content()).toContain('the next build')
    expect(await page.getByLabel('A note to yourself').inputValue()).toBe('Met an addict')
    expect(await page.getByLabel('Worn out').isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Save my check-in' }).click()
    await page.getByRole('heading', { level: 1, name: 'Thank you for taking a minute' }).waitFor()
  })
})
