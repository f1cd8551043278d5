import { createTransport } from 'nodemailer'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same for a mail that is sent again, so that a mail program shows it once. */
  readonly messageId?: string
}

/** Sends a mail or throws; subjects carry no content about anybody. */
export type Mailer = (mail: Mail) => Promise<void>

export function createMailer(smtpUrl: string | null, from: string): Mailer | null {
  if (!smtpUrl) return null
  const transport = createTransport(smtpUrl)
  return async (mail) => {
    // Nobody's out-of-office answers a mail that a program sent.
    await transport.sendMail({ from, headers: { 'Auto-Submitted': 'auto-generated' }, ...mail })
  }
}
