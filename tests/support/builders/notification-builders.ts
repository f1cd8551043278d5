import { randomUUID } from 'node:crypto'
import { createDataSource } from '../../../api/src/database/data-source.ts'
import { sendDueMails } from '../../../api/src/notifications/due-mails.service.ts'
import { sendLinkMails } from '../../../api/src/people/invitations/link-mails.service.ts'
import { createLogger } from '../../../api/src/server/logger.ts'
import { createMailer } from '../../../api/src/server/mail/mailer.ts'
import type { AppServices } from '../../../api/src/server/request-context.ts'
import type { Builders, Member } from './builders.ts'
import { NOW } from '../fixed-today.ts'
import type { Mailbox } from '../mailbox.ts'
import { TEST_ENVIRONMENT, type TestApi } from '../test-api.ts'

export async function aNotification(
  build: Builders,
  recipient: Member,
  { kind = 'SESSION_LOGGED', key = randomUUID(), createdAt = NOW, seenAt = null as Date | null } = {},
): Promise<string> {
  const id = randomUUID()
  await build.insert('notification', {
    organization_id: recipient.organizationId,
    id,
    recipient_id: recipient.id,
    kind,
    key,
    created_at: createdAt,
    seen_at: seenAt,
  })
  return id
}

export async function aNotificationChoice(
  build: Builders,
  { organizationId, id }: Member,
  { mail = 'AT_ONCE', digestHour = 8, quietFrom = '21:00', quietUntil = '07:00' } = {},
): Promise<void> {
  await build.insert('notification_choice', {
    organization_id: organizationId,
    member_id: id,
    mail,
    digest_hour: digestHour,
    quiet_from: quietFrom,
    quiet_until: quietUntil,
  })
}

/** The jobs that send mail, run by hand at the API's time. */
export interface MailRounds {
  readonly services: AppServices
  readonly logLines: string[]
  /** One round of the news. */
  news(): Promise<void>
  invitations(): Promise<void>
  close(): Promise<void>
}

export async function mailRounds(api: TestApi, mailbox: Mailbox): Promise<MailRounds> {
  const database = createDataSource(api.urls.appUrl, { poolSize: 6, waitMs: 20_000 })
  await database.initialize()
  const logLines: string[] = []
  const logger = createLogger('info', { write: (line: string) => void logLines.push(line) })
  const services: AppServices = {
    database,
    environment: { ...TEST_ENVIRONMENT, publicUrl: 'https://alongside.example.org' },
    mailer: createMailer(mailbox.url, 'Alongside <no-reply@example.org>'),
    clock: () => api.now,
  }
  const { signal } = new AbortController()
  return {
    services,
    logLines,
    news: () => sendDueMails(services, signal, logger),
    invitations: () => sendLinkMails(services, signal, logger),
    close: () => database.destroy(),
  }
}
