import type { Logger } from 'pino'
import { MAILS_AT_ONCE } from './mailer.ts'

/** Few, since a node that stops first sends what it has taken. */
const TAKEN_TOGETHER = 20

export interface Sending<Mail> {
  readonly stopping: AbortSignal
  readonly logger: Logger
  take(most: number): Promise<readonly Mail[]>
  send(mail: Mail): Promise<unknown>
  /** What could not be sent: given up where it came back, since trying again changes nothing. */
  fail(mail: Mail, isReturned: boolean): Promise<unknown>
  /** Right after the sending: what lies between is all that a crash can send twice. */
  mark(mail: Mail): Promise<unknown>
}

/** Sends what can be taken until nothing is left; a mail that fails is left to its lease, a mail server that is down to the next run. */
export async function sendMails<Mail>(sending: Sending<Mail>): Promise<void> {
  while (!sending.stopping.aborted) {
    const taken = await sending.take(TAKEN_TOGETHER)
    if (taken.length === 0) return
    const waiting = [...taken]
    let sent = 0
    const inTurn = async (): Promise<void> => {
      for (let mail = waiting.shift(); mail !== undefined; mail = waiting.shift()) {
        if (await isSent(sending, mail)) sent++
      }
    }
    await Promise.all(Array.from({ length: MAILS_AT_ONCE }, inTurn))
    if (sent === 0) return
  }
}

/** The log has no address: what a mail server answers can hold one. */
async function isSent<Mail>({ send, fail, mark, logger }: Sending<Mail>, mail: Mail): Promise<boolean> {
  try {
    await send(mail)
  } catch (error) {
    const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
    logger.warn({ code, responseCode }, 'mail not sent')
    await fail(mail, isReturned(error))
    return false
  }
  await mark(mail)
  return true
}

/** A refusal for good (RFC 5321, 4.2.1: 5yz) of the recipient or the mail; of our own sign-in or sender it is our fault. */
function isReturned(error: unknown): boolean {
  const { code, command, responseCode } = error as {
    code?: unknown
    command?: unknown
    responseCode?: unknown
  }
  const isAboutTheMail = code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM')
  return isAboutTheMail && typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600
}
