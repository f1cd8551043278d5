import { linkMail } from '../../server/mail/link-mail.ts'
import type { Mail } from '../../server/mail/mailer.ts'

/** The mail that brings an invitation, in both languages: nobody's preference is known yet. */
export function invitationMail(to: string, organizationName: string, link: string): Mail {
  return linkMail({
    to,
    link,
    subject: 'Your invitation to Alongside / Su invitación a Alongside',
    paragraphs: [
      [`${organizationName} invited you to Alongside.`, 'Open this link within 72 hours. It works once.'],
      [
        `${organizationName} le envió una invitación a Alongside.`,
        'Abra este enlace antes de 72 horas. Funciona una sola vez.',
      ],
    ],
  })
}
