import type { Mail } from '../../server/mail/mailer.ts'
import { linkMail } from '../../server/mail/link-mail.ts'

/** The mail with the link for a new password, in both languages. */
export function passwordResetMail(to: string, organizationName: string, link: string): Mail {
  return linkMail({
    to,
    link,
    subject: 'A new password for Alongside / Una contraseña nueva para Alongside',
    paragraphs: [
      [
        `An admin at ${organizationName} asked us to send you this link. Choose a new password within 72 hours.`,
        'If you still have your old recovery code, keep it: it opens your past check-ins.',
      ],
      [
        `La administración de ${organizationName} nos pidió enviarle este enlace. Elija una contraseña nueva antes de 72 horas.`,
        'Si todavía tiene su código de recuperación anterior, guárdelo: abre sus registros anteriores.',
      ],
    ],
  })
}
