import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../support/builders/certification-builders.ts'
import { type Journey, startJourney } from '../support/journey.ts'
import { settled } from '../support/services/browser.ts'

const NAMES = ['Hubert Wolfeschlegelsteinhausenbergerdorff', `Ana ${'Llanfair'.repeat(9)}`]
const NARROW = 320

describe('a name with a very long word, on a narrow phone', () => {
  let journey: Journey
  let manager: Member
  let peer: Member
  beforeAll(async () => {
    journey = await startJourney()
    const { build, api } = journey
    const organization = await build.organization()
    manager = await build.member(organization, ['MANAGER', 'ADMIN'])
    const certifications = new CertificationBuilders(build)
    for (const name of NAMES) {
      peer = await build.peer(organization)
      await api.superuser.query('update membership set display_name = $2 where id = $1', [peer.id, name])
      await certifications.certification(peer, CREDENTIAL.california)
    }
  })
  afterAll(() => journey.close())

  it('breaks, and never pushes the page sideways', async () => {
    const page = await journey.open(manager, { width: NARROW })
    for (const path of [
      '/renewals',
      '/renewals/calendar',
      '/people',
      `/people/${peer.id}`,
      '/settings/members',
      '/flags/released',
    ]) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await settled(page)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect([path, Math.max(width, NARROW)]).toEqual([path, NARROW])
    }
  })
})
