import type { Mail } from './mailer.ts'

interface LinkMail {
  readonly to: string
  readonly subject: string
  readonly link: string
  /** One for each language; the link stands below each. */
  readonly paragraphs: readonly (readonly string[])[]
}

/** A mail that brings a link. */
export function linkMail({ to, subject, link, paragraphs }: LinkMail): Mail {
  const anchor = `<p><a href="${link}">${link}</a></p>`
  const html = paragraphs.map((lines) =>
    [...lines.map((line) => `<p>${escapeHtml(line)}</p>`), anchor].join('\n'),
  )
  return {
    to,
    subject,
    text: paragraphs.map((lines) => [...lines, link].join('\n')).join('\n\n'),
    html: html.join('\n'),
  }
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
