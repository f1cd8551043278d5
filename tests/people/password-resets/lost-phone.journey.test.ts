import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword, hashRecoveryCode } from '../../../api/src/people/sign-in/secrets.ts'
import { mailRounds, type MailRounds } from '../../support/builders/notification-builders.ts'
import { aCheckIn } from '../../support/builders/wellness-builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { axeFindings, type Journey, startJourney } from '../../support/journey.ts'
import { Mailbox } from '../../support/mailbox.ts'

// Lost phone, lost code: an admin starts a reset, and still nobody but the peer reads what was answered before.

const OLD_CODE = 'ABCDE-FGHJK-MNPQR-STVWX-YZ012-3'
const NEXT = 'nine slow barges on the canal'

describe('lost phone, lost code', () => {
  let journey: Journey
  let mailbox: Mailbox
  let rounds: MailRounds
  beforeAll(async () => {
    mailbox = await Mailbox.open()
    journey = await startJourney({ sendsMail: true })
    rounds = await mailRounds(journey.api, mailbox)
  })
  afterAll(async () => {
    await rounds.close()
    await journey.close()
    await mailbox.close()
  })

  const press = (page: Page, name: string, role: 'button' | 'menuitem' = 'button') =>
    page.getByRole(role, { name, exact: true }).click()
  const heading = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor()

  it('T1: leads back in by the mailbox, and to past check-ins by the code of before only', async () => {
    const { build } = journey
    const organization = await build.organization()
    const admin = await build.member(organization, ['ADMIN'])
    const passwordHash = await hashPassword('seven quiet herons by the river')
    const peer = await build.member(organization, ['PEER'], { passwordHash })
    await journey.api.superuser.query('update account set recovery_code_hash = $2 where id = $1', [
      peer.accountId,
      hashRecoveryCode(OLD_CODE),
    ])
    for (const weekStart of ['2026-05-25', '2026-06-01', '2026-06-08'])
      await aCheckIn(build, peer, { weekStart, submittedAt: NOW })

    const office = await journey.open(admin, { width: 1280 })
    await office.goto('/settings/members')
    await press(office, `Actions for ${peer.displayName}`)
    await press(office, 'Reset password', 'menuitem')
    await heading(office, `Reset the password of ${peer.displayName}`)
    await press(office, 'Send the link')
    await office.getByText(`We're sending ${peer.displayName} an email with a link.`).waitFor()
    expect(await office.content()).not.toContain('/reset-password#')

    await rounds.invitations()
    const mail = (await mailbox.mailsTo(peer.email)).at(-1)?.text ?? ''
    const link = /\/reset-password#[A-Za-z0-9_-]{43}/.exec(mail)?.[0] ?? ''
    const page = await journey.open(null)
    await page.goto(link)
    await page.getByText('Your past check-ins stay locked for now.').waitFor()
    await page.getByLabel('New password').fill(NEXT)
    await press(page, 'Save and sign in')
    await press(page, 'I saved it')
    await heading(page, `Hello, ${peer.displayName}`)

    await page.goto('/trends')
    await heading(page, 'Your past check-ins are locked')
    expect(await axeFindings(page)).toEqual([])
    expect(await page.getByText('What the chart shows').count()).toBe(0)
    await page.getByLabel('Old recovery code').fill('ABCDE-FGHJK-MNPQR-STVWX-YZ012-4')
    await press(page, 'Unlock')
    await page.getByRole('alert').getByText("That isn't the code you had before the reset.").waitFor()
    await page.getByLabel('Old recovery code').fill(OLD_CODE.toLowerCase())
    await press(page, 'Unlock')
    await page.getByRole('heading', { name: 'Your past check-ins are locked' }).waitFor({ state: 'detached' })
    expect(await page.getByRole('heading', { name: 'Your past check-ins are locked' }).count()).toBe(0)
  })
})
