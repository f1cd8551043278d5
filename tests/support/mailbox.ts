import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** What a mail server took in: to whom, and the mail as it travelled. */
export interface ReceivedMail {
  readonly to: string
  readonly raw: string
}

/** A mail server on this machine that keeps what it is sent. */
export class Mailbox {
  readonly received: ReceivedMail[] = []
  /** Set, it answers every mail with this refusal. */
  refusal: (Error & { responseCode: number }) | null = null
  readonly #smtp: SMTPServer

  private constructor() {
    this.#smtp = new SMTPServer({
      authOptional: true,
      disableReverseLookup: true,
      // The mailer keeps its connections; nobody waits for them.
      closeTimeout: 100,
      disabledCommands: ['STARTTLS'],
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          if (this.refusal) return done(this.refusal)
          const raw = Buffer.concat(chunks).toString('utf8')
          for (const { address } of envelope.rcptTo) this.received.push({ to: address, raw })
          done()
        })
      },
    })
  }

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox()
    // A sender that is killed breaks its connection off.
    mailbox.#smtp.on('error', () => undefined)
    mailbox.#smtp.listen(0, '127.0.0.1')
    await once(mailbox.#smtp.server, 'listening')
    return mailbox
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#smtp.server.address() as AddressInfo).port}`
  }

  /** The mails to an address, as a mail program reads them. */
  async mailsTo(address: string): Promise<Email[]> {
    return Promise.all(
      this.received.filter(({ to }) => to === address).map(({ raw }) => PostalMime.parse(raw)),
    )
  }

  async close(): Promise<void> {
    await new Promise<void>((closed) => this.#smtp.close(closed))
  }
}
