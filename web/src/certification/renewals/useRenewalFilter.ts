import { VIEW_KEYS, type ViewKey } from '@alongside/shared/certification/saved-views/saved-view-input'
import { computed, ref, type WritableComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'
import type { RenewalOrder, CertificationStatus } from '../../generated/graphql.ts'
import { useQueryParams } from '../../ui/table/useQueryParams.ts'
import { STATUS_TONES } from '../status/status-tones.ts'

const ORDERS: readonly [RenewalOrder, ...RenewalOrder[]] = ['RISK', 'NAME', 'EXPIRY', 'CREDENTIAL']
const DUE = /^(30|60|90)$/
const STATE = /^[A-Z]{2}$/
const CREDENTIAL = /^[a-z0-9-]{1,60}$/
const ID = /^[0-9a-f-]{36}$/
const YES_NO = /^(yes|no)$/
const SIZE = /^(50|100)$/
const PAGE = /^[1-9]\d{0,4}$/
/** What the address keeps beside a view: where in the list one is. */
type Key = ViewKey | 'page'

/** The filters of the renewals as the address has them; what does not fit there is no filter. */
export function useRenewalFilter() {
  const route = useRoute()
  const router = useRouter()
  const address = useQueryParams<Key>(['page'])
  /** Not in the address, since it is somebody's name. */
  const search = ref('')
  const chosen = chosenIn(address)
  const { sorting, sort } = address.order(ORDERS)
  const query = computed(() => viewQuery(route.query))
  const isFiltered = computed(
    () => search.value.trim() !== '' || Object.values(filters(chosen)).some(({ value }) => value.length > 0),
  )
  function clear(): void {
    search.value = ''
    void router.replace({ query: {} })
  }
  function apply(view: string): void {
    void router.replace({ query: Object.fromEntries(new URLSearchParams(view)) })
  }
  /** One part of the status strip and nothing of its other parts. */
  function show(part: { readonly status?: string; readonly hours?: string; readonly none?: string }): void {
    address.write({ status: undefined, risk: undefined, hours: undefined, none: undefined, ...part })
  }
  function turnTo(page: number): void {
    void router.push({ query: { ...route.query, page: page > 1 ? String(page) : undefined } })
  }
  return {
    ...chosen,
    show,
    turnTo,
    search,
    sorting,
    sort,
    query,
    isFiltered,
    clear,
    apply,
    filter: filterOf(chosen, search),
  }
}

type Address = ReturnType<typeof useQueryParams<Key>>

/** What narrows the list, without how it is shown. */
function filters({ page: _page, size: _size, rows: _rows, ...rest }: ReturnType<typeof chosenIn>) {
  return rest
}

function chosenIn({ text, write, one }: Address) {
  const like = (name: Key, form: RegExp) => one(name, (value) => form.test(value))
  const several = (name: Key, isOne: (value: string) => boolean): WritableComputedRef<string[]> =>
    computed({
      get: () => [...new Set(text(name).split(',').filter(isOne))],
      set: (values) => write({ [name]: values.join(',') || undefined }),
    })
  return {
    due: like('due', DUE),
    risk: like('risk', /^1$/),
    states: several('state', (value) => STATE.test(value)),
    statuses: several('status', (value) => value in STATUS_TONES),
    credentials: several('credential', (value) => CREDENTIAL.test(value)),
    peer: like('peer', ID),
    team: like('team', ID),
    agency: like('agency', ID),
    hours: like('hours', YES_NO),
    checked: like('checked', YES_NO),
    none: like('none', /^1$/),
    size: like('size', SIZE),
    rows: like('rows', /^roomy$/),
    page: like('page', PAGE),
  }
}

type Chosen = Record<
  'due' | 'risk' | 'peer' | 'team' | 'agency' | 'hours' | 'checked',
  { readonly value: string }
> &
  Record<'states' | 'statuses' | 'credentials', { readonly value: readonly string[] }>

/** What the API is asked for. */
function filterOf(chosen: Chosen, search: { readonly value: string }) {
  const yesNo = { yes: true, no: false, '': null } as const
  const some = <Each extends string>(values: readonly string[]) =>
    values.length > 0 ? ([...values] as Each[]) : null
  return computed(() => ({
    dueWithinDays: chosen.due.value ? Number(chosen.due.value) : null,
    atRisk: chosen.risk.value ? true : null,
    state: some(chosen.states.value),
    status: some<CertificationStatus>(chosen.statuses.value),
    credential: some(chosen.credentials.value),
    peerId: chosen.peer.value || null,
    teamId: chosen.team.value || null,
    hostAgencyId: chosen.agency.value || null,
    hoursUnknown: yesNo[chosen.hours.value as keyof typeof yesNo],
    verified: yesNo[chosen.checked.value as keyof typeof yesNo],
    search: search.value.trim() || null,
  }))
}

/** The part of an address that a view keeps, always in one order, so that two that are alike are equal. */
export function viewQuery(query: LocationQuery): string {
  return VIEW_KEYS.flatMap((key) => {
    const value = query[key]
    return typeof value === 'string' && /^[A-Za-z0-9,_-]+$/.test(value) ? [`${key}=${value}`] : []
  }).join('&')
}
