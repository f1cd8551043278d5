import { createTransport } from 'nodemailer'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same for a mail that is sent again, so that a mail program shows it once. */
  readonly messageId?: string
}

/** How many mails are under way at the same time. */
export const MAILS_AT_ONCE = 4

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** Sends a mail or throws; subjects carry no content about anybody. */
export type Mailer = (mail: Mail) => Promise<void>

export function createMailer(smtpUrl: string | null, from: string): Mailer | null {
  if (!smtpUrl) return null
  // A few connections that are kept: a new one for each mail costs more than the mail.
  const url = new URL(smtpUrl)
  url.searchParams.set('pool', 'true')
  url.searchParams.set('maxConnections', String(MAILS_AT_ONCE))
  // Well within the ten minutes for which a mail is taken: else another node would send it as well.
  for (const [wait, milliseconds] of Object.entries(PATIENCE))
    url.searchParams.set(wait, String(milliseconds))
  const transport = createTransport(url.href)
  return async (mail) => {
    // Nobody's out-of-office answers a mail that a program sent.
    await transport.sendMail({ from, headers: { 'Auto-Submitted': 'auto-generated' }, ...mail })
  }
}
