import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../support/builders/builders.ts'
import { counting } from '../../support/counting.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'

const DESK = 1280

describe('supervision as a conversation', () => {
  let journey: Journey
  let [peer, supervisor]: Member[] = []
  let organization: Awaited<ReturnType<Journey['build']['organization']>>
  beforeAll(async () => {
    journey = await startJourney()
    const { build, api } = journey
    organization = await build.organization()
    supervisor = await build.supervisor(organization)
    peer = await build.peer(organization)
    const relationship = await build.relationship(supervisor, peer, 'SUPPORTIVE', { startsOn: '2026-05-01' })
    await build.agreement(peer, { SUPPORTIVE: 14 })
    await aSession(api, supervisor, [peer], { heldOn: '2026-06-05', modality: 'PHONE' })
    await build.insert('supportive_follow_up', {
      ...{ organization_id: organization.id, id: '0f6b1f0e-2a55-4c39-8d6a-7f3c2b1a9e01' },
      ...{
        relationship_id: relationship,
        peer_id: peer.id,
        text: 'Take the quiet Friday off',
        owner: 'PEER',
      },
      ...{ due_on: '2026-06-19', made_by: supervisor.id, made_at: '2026-06-05T15:00:00Z' },
    })
  })
  afterAll(() => journey.close())

  const bringUp = async (page: Page, text: string) => {
    await page.getByLabel('Something to bring up').fill(text)
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.locator('li', { hasText: text }).waitFor()
  }
  const logPage = async (): Promise<Page> => {
    const page = await journey.open(supervisor as Member)
    await page.goto(`/sessions/log?peer=${peer?.id}&type=SUPPORTIVE`)
    await page.getByRole('radio', { name: 'Phone' }).waitFor()
    return page
  }

  it('lets a peer see what is due, and bring something up in two interactions', async () => {
    const page = await journey.open(peer as Member)
    await page.goto('/today')
    await page.getByText('One thing you agreed on is due this week.').waitFor()
    const { touch, report } = counting('prepare')
    await touch(page.getByRole('link', { name: 'Something to bring up' }))
    await page.getByLabel('Something to bring up').and(page.locator(':focus')).waitFor()
    // The field is in focus: what is written and the button make two.
    await touch(page.getByLabel('Something to bring up'), (field) => field.fill('The nights are long'))
    await touch(page.getByRole('button', { name: 'Add', exact: true }))
    await page.locator('li', { hasText: 'The nights are long' }).waitFor()
    expect(report().interactions).toBe(3)
    await page.getByLabel('Just for me').check()
    await page.getByText('Who can read this: only you.').waitFor()
    await bringUp(page, 'How do I say no?')
    expect(await axeFindings(page)).toEqual([])
  })

  it('starts the log from last time, and carries over what was not checked', async () => {
    const page = await logPage()
    await page.getByText('From last time: what').waitFor()
    const { touch, report } = counting('hold')
    // While the form is open, the peer thinks of one more thing.
    const phone = await journey.open(peer as Member)
    await phone.goto('/supervision')
    await bringUp(phone, 'And the bus pass')
    await touch(page.getByRole('checkbox', { name: 'Take the quiet Friday off' }))
    await touch(page.getByRole('checkbox', { name: 'The nights are long' }))
    expect(await page.getByText('How do I say no?').count()).toBe(0)
    expect(await page.getByRole('radio', { name: 'Phone' }).isChecked()).toBe(true)
    await touch(page.getByRole('radio', { name: '45' }))
    await touch(page.getByRole('button', { name: 'Add a follow-up' }))
    await touch(page.getByLabel('What needs to be done?'), (each) => each.fill('Ask about a room with a door'))
    expect(await axeFindings(page)).toEqual([])
    await touch(page.getByRole('button', { name: 'Save session' }))
    await page.getByText('Session saved.').waitFor()
    expect(report().interactions).toBeLessThanOrEqual(6)
    await page.goto(`/team/${peer?.id}`)
    await page.locator('li', { hasText: 'And the bus pass' }).waitFor()
    expect(await page.getByText('The nights are long').count()).toBe(0)
    await page.locator('li', { hasText: 'Ask about a room with a door' }).waitFor()
  })

  it('shows the peer what came of it, and lets them tick what they have done', async () => {
    const page = await journey.open(peer as Member, { width: DESK })
    await page.goto('/supervision')
    const task = page.getByRole('checkbox', { name: 'Ask about a room with a door' })
    await task.waitFor()
    await page.locator('li', { hasText: 'And the bus pass' }).waitFor()
    await task.click()
    await page.getByText('Done.', { exact: true }).waitFor()
    await page.getByText('2 closed').waitFor()
    await page.getByRole('searchbox', { name: 'Find by word or name' }).fill('nobody of that name')
    await page.getByText('No sessions with').waitFor()
    await page.getByRole('button', { name: 'Show all sessions' }).click()
    await page.getByRole('button', { name: /^Jun 17, 2026/ }).click()
    await page.getByText('One-on-one · Phone').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('saves who meets together as a group, and logs how long each one was there', async () => {
    const another = await journey.build.peer(organization)
    await journey.build.relationship(supervisor as Member, another, 'SUPPORTIVE', { startsOn: '2026-05-01' })
    const page = await logPage()
    await page.getByLabel('Add a peer').selectOption({ label: another.displayName })
    await page.getByRole('button', { name: 'Save as a group' }).click()
    await page.getByLabel('Group name').fill('Tuesday circle')
    await page.getByRole('button', { name: 'Save group' }).click()
    await page.getByRole('button', { name: 'Tuesday circle (2)', pressed: true }).waitFor()
    await page.getByRole('radio', { name: '60' }).check()
    await page.getByText('Not everyone stayed the whole time').click()
    await page.getByLabel(another.displayName, { exact: true }).fill('20')
    await page.getByRole('button', { name: 'Save session' }).click()
    // One of the two had a session on the same day.
    await page.getByRole('button', { name: 'Save anyway' }).click()
    await page.getByText('Session saved.').waitFor()
    const { rows } = await journey.api.superuser.query<{ minutes: number }>(
      'select minutes from session_attendance where peer_id = $1',
      [another.id],
    )
    expect(rows).toEqual([{ minutes: 20 }])
  })

  it('plans the next session of the group with one tap on its name', async () => {
    const page = await journey.open(supervisor as Member)
    await page.goto('/sessions')
    await page.getByRole('button', { name: 'Plan a group session' }).click()
    await page.getByRole('button', { name: 'Plan it' }).click()
    // Nobody is chosen yet: the form says so, and nothing is planned.
    await page.getByRole('alert').first().waitFor()
    await page.getByRole('button', { name: 'Tuesday circle (2)' }).click()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Plan it' }).click()
    await page.getByText('Session planned.').waitFor()
    const { rows } = await journey.api.superuser.query<{ format: string; peers: number }>(
      `select p.format, count(*)::integer as peers from planned_session p
         join planned_attendance a on a.planned_session_id = p.id group by p.id, p.format`,
    )
    expect(rows).toEqual([{ format: 'GROUP', peers: 2 }])
  })
})
