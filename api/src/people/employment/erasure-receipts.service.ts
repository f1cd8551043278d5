import type { Logger } from 'pino'
import type { Language } from '@alongside/shared/people/account/languages'
import { runUnauthenticated } from '../../database/unit-of-work.ts'
import { escapeHtml } from '../../server/mail/link-mail.ts'
import type { Mail } from '../../server/mail/mailer.ts'
import { sendMails } from '../../server/mail/send-mails.ts'
import type { AppServices } from '../../server/request-context.ts'

/** Once every hour, and longer after each. */
const MAX_ATTEMPTS = 8

interface Receipt {
  readonly organization_id: string
  readonly id: string
  readonly email: string
  readonly locale: Language
  readonly organization_name: string
  readonly left_on: string
  readonly erased_on: string
}

/** Proof in the hand of whoever left: what was erased and when, and nothing of what it was. */
export async function sendErasureReceipts(
  { database, mailer, clock, environment }: AppServices,
  stopping: AbortSignal,
  logger: Logger,
): Promise<void> {
  if (!mailer) return
  const now = () => clock().toISOString()
  await sendMails<Receipt>({
    stopping,
    logger,
    take: (most) =>
      runUnauthenticated<Receipt>(database, 'select * from access.take_erasure_receipts($1, $2)', [
        now(),
        most,
      ]),
    send: (receipt) => mailer(receiptMail(receipt, environment.publicUrl)),
    fail: ({ organization_id, id }, isReturned) =>
      runUnauthenticated(database, 'select access.mark_receipt_unsent($1, $2, $3, $4)', [
        organization_id,
        id,
        isReturned,
        MAX_ATTEMPTS,
      ]),
    mark: ({ organization_id, id }) =>
      runUnauthenticated(database, 'select access.mark_receipt_mailed($1, $2, $3)', [
        organization_id,
        id,
        now(),
      ]),
  })
}

const WORDS: Record<Language, { subject: string; lines: (receipt: Receipt, day: DayWords) => string[] }> = {
  en: {
    subject: 'Your private data was erased from Alongside',
    lines: ({ organization_name, left_on, erased_on }, day) => [
      `You left ${organization_name} on ${day(left_on)}.`,
      `On ${day(erased_on)} we erased what was only yours: check-ins, the figures behind your flags, your choices about supervisors, and notifications.`,
      'Records that the organization has to keep stay: supervision sessions, hours, and certifications.',
      'This is your receipt. It can’t be undone.',
    ],
  },
  es: {
    subject: 'Sus datos privados se borraron de Alongside',
    lines: ({ organization_name, left_on, erased_on }, day) => [
      `Usted dejó ${organization_name} el ${day(left_on)}.`,
      `El ${day(erased_on)} borramos lo que era solo suyo: registros semanales, las cifras de sus alertas, sus preferencias sobre supervisores y notificaciones.`,
      'Lo que la organización debe conservar se queda: sesiones de supervisión, horas y certificaciones.',
      'Este es su comprobante. No se puede deshacer.',
    ],
  },
}
type DayWords = (day: string) => string

function receiptMail(receipt: Receipt, publicUrl: string): Mail {
  const { subject, lines } = WORDS[receipt.locale]
  const words = new Intl.DateTimeFormat(receipt.locale === 'es' ? 'es-US' : 'en-US', {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  const said = lines(receipt, (day) => words.format(new Date(`${day}T00:00:00Z`)))
  return {
    to: receipt.email,
    messageId: `<${receipt.id}@${new URL(publicUrl).hostname}>`,
    subject,
    text: said.join('\n\n'),
    html: said.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n'),
  }
}
