import { findsEntry } from '@alongside/shared/certification/catalogue/catalogue-search'
import { stateName } from '@alongside/shared/people/organization/state-names'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from '#i18n'
import { useRoute, useRouter } from 'vue-router'
import { everyPage } from '../../app/lists/every-page.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { CatalogueQuery, RuleKnowledge } from '../../generated/graphql.ts'
import { catalogueQuery } from './catalogue.operations.ts'

export type CatalogueRow = CatalogueQuery['credentialCatalogue']['edges'][number]['node']
export const KNOWLEDGE: readonly RuleKnowledge[] = ['COMPLETE', 'PARTIAL', 'NONE']
const NATIONAL = 'US'

/** The whole catalogue, narrowed by what stands in the address: it speaks of nobody, so the search may stand there too. */
export function useCatalogue() {
  const { t } = useI18n()
  const chosen = useChosen()
  const { nameOf, byName } = useStateNames()
  const { data, error, refetch } = useCatalogueRows()
  const all = computed(() => data.value?.filter(({ isArchived }) => !isArchived))
  const archived = computed(() => data.value?.filter(({ isArchived }) => isArchived) ?? [])
  const found = computed(() =>
    (all.value ?? []).filter(
      (row) =>
        (!chosen.state.value || row.state === chosen.state.value) &&
        findsEntry({ ...row, stateName: nameOf(row.state) }, chosen.search.value),
    ),
  )
  const counts = computed(() =>
    KNOWLEDGE.map((level) => ({
      value: level,
      label: t(`labels.rules.RuleKnowledge.${level}`),
      count: found.value.filter(({ knowledge }) => knowledge === level).length,
    })),
  )
  const shown = computed(() => {
    const levels = chosen.levels.value
    return levels.length === 0 ? found.value : found.value.filter((row) => levels.includes(row.knowledge))
  })
  const groups = computed(() =>
    byName(shown.value).map((code) => ({
      code,
      name: nameOf(code),
      rows: shown.value.filter(({ state }) => state === code),
    })),
  )
  const states = computed(() => byName(all.value ?? []).map((value) => ({ value, label: nameOf(value) })))
  return { ...chosen, all, archived, shown, counts, groups, states, error, refetch, nameOf }
}

/** Managers see what is archived too. */
function useCatalogueRows() {
  const session = useSession()
  const includesArchived = computed(() => session.activeRole === 'MANAGER')
  return useQuery({
    key: () => ['catalogue', includesArchived.value ? 'with what is archived' : 'all'],
    query: () =>
      everyPage(
        async (page) =>
          (await ask(catalogueQuery, { includesArchived: includesArchived.value, ...page }))
            .credentialCatalogue,
      ),
  })
}

function useStateNames() {
  const { t, locale } = useI18n()
  const nameOf = (code: string): string =>
    code === NATIONAL ? t('certification.renewals.national') : stateName(code, locale.value)
  /** Each state once, by its name in the language that is on; the national boards come last. */
  const byName = (rows: readonly { state: string }[]): string[] =>
    [...new Set(rows.map(({ state }) => state))].sort(
      (one, other) =>
        Number(one === NATIONAL) - Number(other === NATIONAL) ||
        nameOf(one).localeCompare(nameOf(other), locale.value),
    )
  return { nameOf, byName }
}

function useChosen() {
  const route = useRoute()
  const router = useRouter()
  const text = (name: string) => String(route.query[name] ?? '')
  const write = (query: Record<string, string | undefined>) =>
    void router.replace({ query: { ...route.query, ...query } })
  const state = computed({
    get: () => (/^[A-Z]{2}$/.test(text('state')) ? text('state') : ''),
    set: (code) => write({ state: code || undefined }),
  })
  const search = computed({
    get: () => text('q').slice(0, 100),
    set: (typed) => write({ q: typed || undefined }),
  })
  const levels = computed({
    get: () => KNOWLEDGE.filter((level) => text('known').split(',').includes(level)),
    set: (chosen: RuleKnowledge[]) => write({ known: chosen.join(',') || undefined }),
  })
  const clear = () => write({ state: undefined, q: undefined, known: undefined })
  return { state, search, levels, clear }
}
