import { computed } from 'vue'
import { useI18n } from '#i18n'
import { useMySupervisors } from '../../supervision/useMySupervisors.ts'

export interface FlagReader {
  readonly id: string
  readonly name: string
  /** What they give: educational, supportive, or both. */
  readonly types: readonly string[]
}

/** Who would see a flag that the signed-in peer raises: whoever teaches or supports them now, each once. */
export function useFlagReaders() {
  const { t, locale } = useI18n()
  const { current, all } = useMySupervisors()
  const readers = computed<FlagReader[]>(() => {
    const found = new Map<string, { name: string; types: string[] }>()
    for (const { supervisor, type } of current.value) {
      if (type === 'ADMINISTRATIVE') continue
      const reader = found.get(supervisor.id) ?? { name: supervisor.displayName ?? '', types: [] }
      reader.types.push(t(`labels.supervision.SupervisionType.${type}`))
      found.set(supervisor.id, reader)
    }
    return [...found].map(([id, reader]) => ({ id, ...reader }))
  })
  /** The chosen ones; null stands for all of them. */
  const among = (chosen: readonly string[] | null): FlagReader[] =>
    readers.value.filter(({ id }) => chosen === null || chosen.includes(id))
  const namesOf = (chosen: readonly string[] | null): string =>
    new Intl.ListFormat(locale.value, { type: 'conjunction' }).format(among(chosen).map(({ name }) => name))
  const known = computed(() => all.value !== undefined)
  return { readers, among, namesOf, known }
}
