import { useI18n } from '#i18n'
import type { MyTalkRequestsQuery } from '../../generated/graphql.ts'

type Request = MyTalkRequestsQuery['myTalkRequests']['edges'][number]['node']
export type TalkOffer = NonNullable<Request['offer']>

/** A time to talk in the words of the current language: "Thursday, Jun 18, 3:30 PM, phone". */
export function useTalkWords() {
  const { t, locale } = useI18n()
  function time({ onDay, atTime, modality }: TalkOffer): string {
    const words = new Intl.DateTimeFormat(locale.value, {
      ...({ weekday: 'long', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const),
      timeZone: 'UTC',
    })
    const when = words.format(new Date(`${onDay}T${atTime}:00Z`))
    return `${when} · ${t(`labels.supervision.SessionModality.${modality}`)}`
  }
  return { time }
}
