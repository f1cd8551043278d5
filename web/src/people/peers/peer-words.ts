import { type CaseloadFinding, caseloadFinding } from '@alongside/shared/people/placements/caseload'
import { useI18n } from '#i18n'
import type { PeerQuery, PeersQuery, PeerState } from '../../generated/graphql.ts'
import type { Tone } from '../../ui/feedback/StatusBadge.vue'

export type PeerRow = PeersQuery['peers']['edges'][number]['node']
export type Peer = PeerQuery['peer']
export type Placement = Peer['placements'][number]
export type Leave = Peer['leavePeriods'][number]

const STATE_TONES: Record<PeerState, Tone> = {
  CURRENT: 'onTrack',
  ON_LEAVE: 'info',
  LEAVING: 'dueSoon',
  LEFT: 'neutral',
  NOT_JOINED: 'neutral',
}
/** The states that a sentence names with their day. */
const UNTIL: Partial<Record<PeerState, string>> = { ON_LEAVE: 'on-leave', LEAVING: 'leaving', LEFT: 'left' }
/** More than usual is something to look at; it is no fault, and never late. */
const CASELOAD_TONES: Record<CaseloadFinding['kind'], Tone> = {
  unknown: 'neutral',
  'below-usual-range': 'info',
  'within-usual-range': 'onTrack',
  'above-usual-range': 'dueSoon',
}

/** Days and shares as the language that is on writes them. */
function useFigures() {
  const { t, locale } = useI18n()

  function day(date: string): string {
    const format = new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeZone: 'UTC' })
    return format.format(new Date(`${date}T00:00:00Z`))
  }
  function month(date: string): string {
    const format = new Intl.DateTimeFormat(locale.value, { month: 'short', year: '2-digit', timeZone: 'UTC' })
    return format.format(new Date(`${date}T00:00:00Z`))
  }
  function share(part: number | null): string {
    if (part === null) return t('people.peers.share.none')
    const digits = { minimumFractionDigits: 1, maximumFractionDigits: 2 }
    return t('people.peers.share.of', { share: new Intl.NumberFormat(locale.value, digits).format(part) })
  }
  function days({ startsOn, endsOn }: { startsOn: string; endsOn?: string | null | undefined }): string {
    return endsOn
      ? t('people.peers.days.from-to', { from: day(startsOn), to: day(endsOn) })
      : t('people.peers.days.from', { from: day(startsOn) })
  }
  return { day, month, share, days }
}

interface Badge {
  readonly tone: Tone
  readonly label: string
}
type State = Pick<PeerRow, 'state' | 'stateUntil'>

/** Days, states and shares in the words of the language that is on. */
export function usePeerWords() {
  const { t } = useI18n()
  const figures = useFigures()

  function state({ state: kind, stateUntil }: State): Badge {
    const until = UNTIL[kind]
    if (!until || !stateUntil) return stateInShort({ state: kind })
    return {
      tone: STATE_TONES[kind],
      label: t(`people.peers.until.${until}`, { day: figures.day(stateUntil) }),
    }
  }
  /** For a narrow column: the day stands below it. */
  function stateInShort({ state: kind }: Pick<State, 'state'>): Badge {
    return { tone: STATE_TONES[kind], label: t(`labels.people.PeerState.${kind}`) }
  }
  function untilWhen({ state: kind, stateUntil }: State): string {
    const which = kind === 'ON_LEAVE' ? 'until' : 'on'
    return stateUntil ? t(`people.peers.days.${which}`, { day: figures.day(stateUntil) }) : ''
  }
  function caseload(size: number | null): Badge {
    const { kind } = caseloadFinding(size)
    return { tone: CASELOAD_TONES[kind], label: t(`labels.people.CaseloadFinding.${kind}`) }
  }
  return { ...figures, state, stateInShort, untilWhen, caseload }
}
