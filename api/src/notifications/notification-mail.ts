import { LABELS } from '@alongside/shared/labels/labels'
import { mailPath, type NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import type { Language } from '@alongside/shared/people/account/languages'
import type { Mail } from '../server/mail/mailer.ts'
import { MAIL_WORDS } from './mail-words.ts'

export interface NewsMail {
  readonly id: string
  readonly to: string
  readonly locale: Language
  readonly organizationId: string
  readonly organizationName: string
  readonly kinds: readonly NotificationKind[]
  readonly publicUrl: string
}

/**
 * The mail that says that there is something new, and where: no names of others, no dates, nothing to be read over a
 * shoulder. One kind leads to its page, several to the list.
 */
export function notificationMail(news: NewsMail): Mail {
  const { id, to, locale, organizationId, organizationName, kinds, publicUrl } = news
  const words = MAIL_WORDS[locale]
  const texts = LABELS[locale].notifications.NotificationKind
  const counts = new Map<NotificationKind, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const [only] = counts.size === 1 ? counts.keys() : []
  // Somebody may work for several organizations: the page offers to go to the one that the mail is about.
  const linkTo = (path: string): string => `${publicUrl}${path}?organization=${organizationId}`
  const link = linkTo(only ? mailPath(only) : '/notifications')
  const choices = linkTo('/account')
  const lines = [...counts].map(([kind, count]) => texts[kind] + (count > 1 ? ` (${count})` : ''))
  const subject = lines.length > 1 ? words.severalSubject : words.subject
  const why = words.why(organizationName)
  return {
    to,
    messageId: `<${id}@${new URL(publicUrl).hostname}>`,
    subject,
    text: [
      words.greeting,
      '',
      ...lines.map((line) => (lines.length > 1 ? `- ${line}` : line)),
      '',
      `${words.open}: ${link}`,
      '',
      why,
      `${words.change}: ${choices}`,
    ].join('\n'),
    html: page(locale, subject, [
      paragraph(escaped(words.greeting)),
      lines.length > 1
        ? `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
        : paragraph(escaped(lines[0] ?? '')),
      paragraph(anchor(link, words.open)),
      paragraph(escaped(why)),
      paragraph(anchor(choices, words.change)),
    ]),
  }
}

/** Plain on purpose: any mail program, any size of text, light or dark, a screen reader. */
function page(language: Language, title: string, blocks: readonly string[]): string {
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(title)}</title>`,
    '</head>',
    '<body style="font-family: sans-serif; font-size: 1rem; line-height: 1.5; max-width: 36rem; padding: 1rem">',
    ...blocks,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const paragraph = (html: string): string => `<p>${html}</p>`
const anchor = (href: string, text: string): string => `<a href="${escaped(href)}">${escaped(text)}</a>`

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
