import { createTransport } from 'nodemailer'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Sends a mail or throws; subjects carry no content about anybody. */
export type Mailer = (mail: Mail) => Promise<void>

export function createMailer(smtpUrl: string | null, from: string): Mailer | null {
  if (!smtpUrl) return null
  const transport = createTransport(smtpUrl)
  return async (mail) => {
    await transport.sendMail({ from, ...mail })
  }
}
