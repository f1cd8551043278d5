import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { counting } from '../../support/counting.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'

// A session is held, signed, confirmed with a comment and amended; the auditor finds all of it in the record.

describe('signing, as the people see it', () => {
  let journey: Journey
  let people: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    journey = await startJourney()
    people = await cast(journey.build)
    const { supportive, peer } = people.actors
    const note = { type: 'SUPPORTIVE', aboutPeer: peer, note: 'We spoke about rest.' } as const
    await aSession(journey.api, supportive, [peer], { heldOn: '2026-06-15', notes: [note] })
    await aSession(journey.api, supportive, [peer], { heldOn: '2026-06-16', notes: [note] })
  })
  afterAll(() => journey.close())

  it('the supervisor looks at what waits and signs all of it; the line is gone', async () => {
    const page = await journey.open(people.actors.supportive, { width: 390 })
    await page.goto('/team')
    const { touch, report } = counting('sign')
    await touch(page.getByRole('button', { name: 'Sessions to sign 2' }))
    await page.getByRole('heading', { name: '2 sessions to sign' }).waitFor()
    await page.getByText('Jun 16, 2026').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await touch(page.getByRole('button', { name: 'Sign all 2' }))
    await page.getByText('2 sessions signed.').waitFor()
    expect(report().interactions).toBe(2)
    await page.getByText('2 sessions to sign').waitFor({ state: 'detached' })
  })

  it('the peer confirms one with a tap, and comments on the other for the supervisor alone', async () => {
    const page = await journey.open(people.actors.peer, { width: 390 })
    await page.goto('/supervision')
    const { touch, report } = counting('acknowledge')
    await touch(page.getByRole('button', { name: '2 sessions to confirm' }))
    await touch(page.getByRole('button', { name: 'Looks right: session of Jun 15, 2026' }))
    await page.getByText('1 session to confirm').waitFor()
    expect(report().interactions).toBe(2)
    await page.getByRole('button', { name: 'Comment on the session of Jun 16, 2026' }).click()
    await page.getByText(`Who can read this: ${people.actors.supportive.displayName} and you.`).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Confirm with comment' }).click()
    // Nothing written: the field says so.
    await page.getByRole('alert').first().waitFor()
    await page.getByRole('textbox').fill('It was closer to half an hour.')
    await page.getByRole('button', { name: 'Confirm with comment' }).click()
    await page.getByText('1 session to confirm').waitFor({ state: 'detached' })
    await page.locator('button[aria-expanded]').filter({ hasText: 'Jun 16, 2026' }).click()
    await page.getByText('Everyone signed').first().waitFor()
    await page.getByText('It was closer to half an hour.').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('the supervisor amends it; the old length stands struck through beside the new one, with why', async () => {
    const page = await journey.open(people.actors.supportive, { width: 1280 })
    await page.goto(`/team/${people.actors.peer.id}`)
    await page.getByText('It was closer to half an hour.').waitFor()
    const { touch, report } = counting('amend')
    await touch(page.getByRole('button', { name: 'Change the session of Jun 16, 2026' }))
    await touch(page.getByRole('menuitem', { name: 'Amend' }))
    await touch(
      page.getByLabel('Why does it change?'),
      async (each) => void (await each.selectOption('WRONG_LENGTH')),
    )
    await touch(page.getByLabel('In a few words'), (each) => each.fill('We stopped early.'))
    await touch(page.getByRole('radio', { name: '30' }))
    expect(await axeFindings(page)).toEqual([])
    await touch(page.getByRole('button', { name: 'Save and sign amendment' }))
    await page.getByText('Amendment saved.').waitFor()
    expect(report().interactions).toBeLessThanOrEqual(6)
    await page.getByText('History: 2 versions').click()
    await page.getByText('We stopped early.').first().waitFor()
    expect(await page.locator('del').allInnerTexts()).toContain('45 min')
    expect(await axeFindings(page)).toEqual([])
  })

  it('the auditor finds versions, signatures and an unbroken chain, and no comment', async () => {
    const page = await journey.open(people.actors.auditor, { width: 1280 })
    await page.goto(`/supervision/record/${people.actors.peer.id}`)
    await page.getByText('Amended: Wrong length.').waitFor()
    await page.getByText('Confirmed with a comment by', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Run check' }).click()
    // Two signatures, two answers, the amendment and the signature with it.
    await page.getByText('6 entries checked. Nothing was altered.').waitFor()
    expect(await page.getByText('It was closer to half an hour.').count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
  })
})
