import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../support/builders/builders.ts'
import { aFlag } from '../support/builders/drift-builders.ts'
import { NOW } from '../support/fixed-today.ts'
import { axeFindings, type Journey, startJourney } from '../support/journey.ts'

// A flag in front of the peer first, then in front of their supervisors, in a real browser.

const OWN_VIEW = 'The jail gave me two more pods in May.'

describe('my role', () => {
  let journey: Journey
  let people: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    journey = await startJourney()
  })
  beforeEach(async () => {
    people = await cast(journey.build)
    // More people than is usual, at the placement that the cast's peer has.
    await journey.api.superuser.query('update placement set caseload_size = 73 where peer_id = $1', [
      people.actors.peer.id,
    ])
  })
  afterAll(() => journey.close())

  const heading = (page: Page, name: string, level = 1) =>
    page.getByRole('heading', { level, name }).waitFor()
  const seenByTheSupervisor = async (): Promise<string> => {
    const page = await journey.open(people.actors.supportive, { width: 1280 })
    await page.goto('/flags')
    await heading(page, 'Flags')
    await page
      .getByText(/No flags right now|Large caseload|Rides to court/)
      .first()
      .waitFor()
    return (await page.locator('main').textContent()) ?? ''
  }

  it('T4: shows a flag to the peer first, with evidence, rule and figure, and to the supervisor once it is opened', async () => {
    const page = await journey.open(people.actors.peer)
    await page.goto('/today')
    await page.getByText("Something about your role needs a look. You're the first to see it.").waitFor()
    await page.getByRole('link', { name: 'Look at my role' }).click()
    await heading(page, 'Large caseload', 2)
    expect(await page.getByText('above the usual range').count()).toBe(0)
    expect(await seenByTheSupervisor()).toContain('No flags right now')

    await page.getByRole('button', { name: 'Open it' }).click()
    await page.getByText("It's above the usual range for weekly contact.").waitFor()
    await page.getByText('73 people on your caseload.').waitFor()
    await page.getByText('Why this came up').first().click()
    await page.getByText('We flag a total caseload over 30').waitFor()
    await page.getByText('Work that was assigned').waitFor()
    await page.getByRole('button', { name: 'Add my view' }).click()
    await page.getByLabel('How do you see it?').fill(OWN_VIEW)
    await page.getByRole('button', { name: 'Add my view' }).click()
    await page.locator('ol').getByText(OWN_VIEW).waitFor()

    const seen = await seenByTheSupervisor()
    expect(seen).toContain(OWN_VIEW)
    expect(seen).toContain('We flag a total caseload over 30')
    expect(seen).not.toMatch(/\b73\b/)
  })

  it('keeps a flag as the draft of its peer until they send it', async () => {
    const page = await journey.open(people.actors.peer)
    await page.goto('/my-role')
    await page.getByRole('button', { name: 'Raise a flag' }).click()
    await page.getByLabel('What are you being asked to do').fill('Rides to court, twice a week.')
    await page.getByRole('button', { name: 'Keep it as my draft' }).click()
    await heading(page, 'My drafts', 2)
    expect(await seenByTheSupervisor()).not.toContain('Rides to court')
    await page.reload()
    await page.getByRole('button', { name: /Go back to the draft/ }).click()
    await page.getByLabel('Work that was assigned').check()
    await page.getByRole('button', { name: 'Send flag' }).click()
    await heading(page, 'A flag you raised', 2)
    expect(await page.getByRole('heading', { name: 'My drafts' }).count()).toBe(0)
    journey.api.at(new Date(NOW.getTime() + 60_000))
    expect(await seenByTheSupervisor()).toContain('Rides to court')
    journey.api.at(NOW)
  })

  it('T4: names who will see a flag before it is sent, leaves out whom the peer leaves out, and undoes it', async () => {
    const { supportive, educational } = people.actors
    const page = await journey.open(people.actors.peer)
    await page.goto('/my-role')
    await page.getByRole('button', { name: 'Raise a flag' }).click()
    const [first, second] = [educational.displayName, supportive.displayName].sort()
    await page.getByText(`${first} and ${second} will see this a minute after you send it.`).waitFor()
    await page.getByLabel(educational.displayName).uncheck()
    await page.getByText(`${supportive.displayName} will see this a minute after you send it.`).waitFor()
    await page.getByLabel(supportive.displayName).uncheck()
    await page.getByLabel('What are you being asked to do').fill('Rides to court, twice a week.')
    await page.getByLabel('Work that was assigned').check()
    await page.getByRole('button', { name: 'Send flag' }).click()
    await page.getByRole('alert').getByText('Who should see it?').waitFor()
    await page.getByLabel(supportive.displayName).check()
    await page.getByRole('button', { name: 'Send flag' }).click()
    await page.getByText(`Flag sent. ${supportive.displayName} will see it in a minute.`).waitFor()
    const own = page.getByRole('article').filter({ hasText: 'Rides to court' })
    await own.getByText('Who sees this').click()
    await own.getByText(`${educational.displayName} can't see it: you left them out.`).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Undo' }).click()
    await heading(page, 'My drafts', 2)
    journey.api.at(new Date(NOW.getTime() + 60_000))
    expect(await seenByTheSupervisor()).not.toContain('Rides to court')
    journey.api.at(NOW)
    // The choice comes back with the draft.
    await page.getByRole('button', { name: /Go back to the draft/ }).click()
    await page.getByText(`${supportive.displayName} will see this a minute after you send it.`).waitFor()
    expect(await page.getByLabel(educational.displayName).isChecked()).toBe(false)
  })

  it('lets a supervisor raise what they saw, says that the peer reads it first, and keeps it from them till then', async () => {
    const page = await journey.open(people.actors.educational, { width: 1280 })
    await page.goto('/flags')
    await page.getByRole('button', { name: 'Flag something I saw' }).click()
    await page.getByText('The peer reads it first.').first().waitFor()
    await page.getByRole('button', { name: 'Send flag' }).click()
    await page.getByRole('alert').getByText('Which peer?').waitFor()
    await page.getByLabel('Which peer?').selectOption(people.actors.peer.id)
    await page.getByLabel('What did you see?').fill('Asked to sit in on a drug test.')
    await page.getByLabel('Work that was assigned').check()
    await page.getByRole('button', { name: 'Send flag' }).click()
    await page.getByText(/You'll see it by Jun 24, 2026, .* EDT/).waitFor()
    await page.reload()
    await page.getByText('No flags right now').waitFor()
  })

  it('takes a flag step by step, and tells the second of two that it has moved', async () => {
    const { peer, supportive, educational } = people.actors
    await aFlag(journey.build, peer, {
      openedAt: NOW,
      raisedBy: educational,
      evidence: 'Typing officer reports.',
    })
    const page = await journey.open(supportive, { width: 1280 })
    const other = await journey.open(educational, { width: 1280 })
    await Promise.all([page.goto('/flags'), other.goto('/flags')])
    for (const each of [page, other]) await each.getByRole('button', { name: 'We talked about it' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Write a plan' }).click()
    await other.getByRole('button', { name: 'Save' }).click()
    await other.getByText('Someone else updated this flag.').waitFor()
    await page.getByLabel('What will change?').fill('The officer types them.')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The officer types them.').waitFor()
  })

  it('reaches the managers once the peer shares it', async () => {
    const { peer, manager } = people.actors
    await aFlag(journey.build, peer, {
      openedAt: NOW,
      raisedBy: peer,
      cause: 'AGENCY_POLICY',
      evidence: 'Notes go to officers.',
    })
    const office = await journey.open(manager, { width: 1280 })
    await office.goto('/flags/released')
    await office.getByText('Nothing shared right now').waitFor()
    const page = await journey.open(peer)
    await page.goto('/my-role')
    const own = page.getByRole('article').filter({ hasText: 'Notes go to officers.' })
    await own.getByText('Who sees this').click()
    await own.getByRole('button', { name: 'Share' }).click()
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByText('Managers, since you shared it on Jun 17, 2026.').waitFor()
    await office.reload()
    await office.getByText('Notes go to officers.').waitFor()
  })

  it.each([
    [390, 'es-US'],
    [1280, 'en-US'],
  ] as const)('is free of axe findings and fits at %i in %s', async (width, locale) => {
    const { peer, supportive, manager } = people.actors
    await aFlag(journey.build, peer, {
      openedAt: NOW,
      raisedBy: supportive,
      releasedAs: 'STRUCTURE',
      evidence: 'Typing officer reports.',
    })
    const pages = [
      { member: peer, path: '/my-role' },
      { member: supportive, path: '/flags' },
      { member: manager, path: '/flags/released' },
    ]
    for (const { member, path } of pages) {
      const page = await journey.open(member, { width, locale })
      await page.goto(path)
      await page.getByText('Typing officer reports.').waitFor()
      if (member === peer) await page.getByRole('article').nth(1).waitFor()
      expect(await axeFindings(page)).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0)
      const shots = process.env['ALONGSIDE_SHOTS']
      if (shots)
        await page.screenshot({
          path: `${shots}/${path.replaceAll('/', '-')}-${width}-${locale}.png`,
          fullPage: true,
        })
    }
  })
})
