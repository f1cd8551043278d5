import type { Mail } from '../../server/mail/mailer.ts'

/** The mail that brings an invitation, in both languages: nobody's preference is known yet. */
export function invitationMail(to: string, organizationName: string, link: string): Mail {
  const lines = [
    `${organizationName} invited you to Alongside.`,
    'Open this link within 72 hours. It works once.',
    link,
    '',
    `${organizationName} le envió una invitación a Alongside.`,
    'Abra este enlace antes de 72 horas. Funciona una sola vez.',
    link,
  ]
  const html = lines.map((line) =>
    line === link ? `<p><a href="${link}">${link}</a></p>` : `<p>${escapeHtml(line)}</p>`,
  )
  return {
    to,
    subject: 'Your invitation to Alongside / Su invitación a Alongside',
    text: lines.join('\n'),
    html: html.join('\n'),
  }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
