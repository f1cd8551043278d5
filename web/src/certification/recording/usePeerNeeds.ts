import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from '#i18n'
import { everyPage } from '../../app/lists/every-page.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import { renewalsQuery } from '../certification.operations.ts'
import { useStillNeeded } from '../renewal-list/still-needed.ts'
import type { RenewalRow } from '../renewals/renewal-words.ts'
import { isShort } from '../requirements/requirement-words.ts'

type Category = Extract<RenewalRow['requirements'][number]['requirement'], { category: unknown }>['category']

/** What each person still needs for all that they hold: beside their names, and summed over those who are chosen. */
export function usePeerNeeds() {
  const { t } = useI18n()
  const session = useSession()
  const stillNeeded = useStillNeeded()
  const { data, refresh } = useQuery({
    key: () => ['renewals', session.me?.membershipId ?? '', 'needs'],
    query: () => everyPage(async (page) => (await ask(renewalsQuery, page)).renewals),
  })
  const held = computed(() => {
    const byPeer = new Map<string, RenewalRow[]>()
    for (const row of data.value ?? []) byPeer.set(row.peer.id, [...(byPeer.get(row.peer.id) ?? []), row])
    return byPeer
  })
  const of = (peerIds: readonly string[]): RenewalRow[] => peerIds.flatMap((id) => held.value.get(id) ?? [])

  function hintOf(peerId: string): string {
    const rows = held.value.get(peerId)
    if (!rows) return data.value ? t('certification.renewal-list.without') : ''
    const said = rows.map((row) => {
      const { sum, named, quiet } = stillNeeded(row)
      const needs = quiet ? named : [sum, named].filter(Boolean).join(' · ')
      const isOver = ['LAPSED', 'REVOKED', 'SUSPENDED'].includes(row.status)
      const state = isOver ? `${t(`labels.certification.CertificationStatus.${row.status}`)}. ` : ''
      return `${state}${needs}`
    })
    return [...new Set(said)].join('; ')
  }
  const topicsOf = (peerIds: readonly string[], most: number) => topicsIn(of(peerIds), most)
  const isAtRisk = (peerId: string): boolean => of([peerId]).some(({ status }) => status === 'AT_RISK')
  /** Waits for the list: whoever saves quickly learns of it all the same. */
  async function atRiskOf(peerIds: readonly string[]): Promise<string[]> {
    await refresh()
    return of(peerIds)
      .filter(({ status }) => status === 'AT_RISK')
      .map(({ id }) => id)
  }
  return { hintOf, topicsOf, isAtRisk, atRiskOf }
}

/** Topics that most hours are short in, the most first. */
function topicsIn(rows: readonly RenewalRow[], most: number): { topic: Category; hours: number }[] {
  const sums = new Map<Category, number>()
  for (const line of rows.flatMap(({ requirements }) => requirements.filter(isShort)))
    if (line.requirement.__typename === 'MinimumRequirement') {
      const { category } = line.requirement
      sums.set(category, (sums.get(category) ?? 0) + line.shortBy)
    }
  return [...sums]
    .map(([topic, hours]) => ({ topic, hours }))
    .sort((one, other) => other.hours - one.hours)
    .slice(0, most)
}

/** How many of these certifications are at risk now. */
export async function countAtRisk(certificationIds: readonly string[]): Promise<number> {
  if (certificationIds.length === 0) return 0
  const filter = { certificationIds: certificationIds.slice(0, 500), status: ['AT_RISK' as const] }
  return (await ask(renewalsQuery, { filter, first: 1 })).renewals.totalCount
}
