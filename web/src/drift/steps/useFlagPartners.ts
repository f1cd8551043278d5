import { computed } from 'vue'
import { useI18n } from '#i18n'
import { useCaseload } from '../../supervision/team/useCaseload.ts'
import { useMySupervisors } from '../../supervision/useMySupervisors.ts'

/**
 * The supervision in which a plan can become a task: one's own with whoever teaches or supports (null), or with a peer
 * whom one teaches or supports.
 */
export function useFlagPartners(peerId: () => string | null) {
  const { t } = useI18n()
  const own = peerId() === null ? useMySupervisors().current : null
  const team = own ? null : useCaseload().rows
  const rows = computed(() => [
    ...(own?.value ?? []).map(({ id, type, supervisor }) => ({
      id,
      type,
      name: supervisor.displayName ?? '',
    })),
    ...(team?.value ?? [])
      .filter(({ peer, peerHasJoined }) => peer.id === peerId() && peerHasJoined)
      .map(({ id, type, peer }) => ({ id, type, name: peer.displayName ?? '' })),
  ])
  const partners = computed(() =>
    rows.value
      .filter(({ type }) => type !== 'ADMINISTRATIVE')
      .map((row) => ({
        ...row,
        label: `${row.name} · ${t(`labels.supervision.SupervisionType.${row.type}`)}`,
      })),
  )
  return { partners }
}
