import { Any } from 'typeorm'
import {
  addMonths,
  isPlainDate,
  LAST_YEAR,
  startOfMonth,
  yearOf,
} from '@alongside/shared/calendar/plain-date'
import type { WorkedDays } from '@alongside/shared/certification/history/service-hours-overlap'
import {
  daysOfMonth,
  monthCell,
  monthsFrom,
  MONTHS_MOST,
  validateMonthHours,
} from '@alongside/shared/certification/service-hours/monthly-hours'
import { Role } from '@alongside/shared/people/roles'
import {
  validateText,
  validateWholeNumber,
  type ValidationError,
} from '@alongside/shared/validation/validation-error'
import type { SelectText, Write } from '../../database/reads-and-writes.ts'
import { ME, NOW, insertRowsOf, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import type { Person } from '../../people/person.types.ts'
import { AN_ID, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { DomainError, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { ServiceHours } from './service-hours.entity.ts'
import type {
  ServiceMonthInput,
  ServiceMonthsArgs,
  ServiceMonthsConnection,
  SetServiceMonthsInput,
  SetServiceMonthsPayload,
} from './monthly-hours.types.ts'

// Service hours of many people on one sheet of months. What a cell held before is voided, never overwritten.

const SEARCH_LIMIT = 100

interface Row {
  readonly id: string
  readonly displayName: string
  readonly sortKey: string
  readonly entries: readonly WorkedDays[]
  readonly total: number
}

/** One statement, however many peers and entries. */
export async function serviceMonths(
  ctx: RequestContext,
  args: ServiceMonthsArgs,
  pageArgs: PageArgs,
): Promise<ServiceMonthsConnection> {
  validateSheet(args)
  const page = pageFrom(pageArgs, ['', AN_ID])
  const [key = null, id = null] = page.after ?? []
  const { from, monthCount } = args
  const rows = await ctx.unit.run<Row>(SHEET, [...valuesOfSheet(args), key, id, page.first + 1])
  const found = rows.filter((row) => row.id !== null)
  const connection = connectionOf(found, page, rows[0]?.total ?? 0, (row) => [row.sortKey, row.id])
  return {
    ...connection,
    edges: connection.edges.map(({ node, cursor }) => ({
      cursor,
      node: {
        peer: { id: node.id, displayName: node.displayName } satisfies Person,
        months: monthsFrom(from, monthCount).map((month) => monthCell(month, node.entries)),
      },
    })),
  }
}

export function validateSheet({ from, monthCount, search }: ServiceMonthsArgs): void {
  const isFirst = isPlainDate(from) && startOfMonth(from) === from && yearOf(from) < LAST_YEAR
  rejectIfInvalid([
    ...(isFirst ? [] : [{ field: 'from', problem: 'not-a-date' } as const]),
    ...validateWholeNumber('monthCount', monthCount, 1, MONTHS_MOST),
    ...validateText('search', search, SEARCH_LIMIT),
  ])
}

/** $1 to $3: part of a name, the first day, and the day after the last. */
export function valuesOfSheet({ from, monthCount, search }: ServiceMonthsArgs): (string | null)[] {
  return [search?.trim() || null, from, addMonths(from, monthCount)]
}

const SHEET: SelectText = /* sql */ `
  with shown as materialized (
    select m.id, m.display_name, m.folded_name from membership m
     where m.organization_id = (select access.organization_id()) and m.disabled_at is null
       and m.roles @> array['${Role.PEER}']
       and ($1::text is null or strpos(m.folded_name, access.folded($1)) > 0)),
  counted as (select count(*)::integer as total from shown),
  page as materialized (
    select * from shown where $4::text is null or (folded_name, id) > ($4, $5::uuid)
     order by folded_name, id limit $6),
  worked as (
    select h.peer_id, jsonb_agg(jsonb_build_object(
             'startsOn', h.starts_on, 'endsOn', h.ends_on, 'hours', h.hours)) as entries
      from service_hours h
     where h.organization_id = (select access.organization_id()) and h.voided_at is null
       and h.peer_id in (select id from page) and h.starts_on < $3::date and h.ends_on >= $2::date
     group by h.peer_id)
  select page.id, page.display_name as "displayName", page.folded_name as "sortKey", counted.total,
         coalesce(worked.entries, '[]') as entries
    from counted
    left join page on true
    left join worked on worked.peer_id = page.id
   order by page.folded_name, page.id`

interface Entry extends WorkedDays {
  readonly id: string
  readonly peerId: string
}

export function setServiceMonths(
  ctx: RequestContext,
  { cells }: SetServiceMonthsInput,
): Promise<SetServiceMonthsPayload> {
  return ctx.unit.transaction(async (tx) => {
    rejectIfInvalid(validateMonthHours(cells, tx.actor.today))
    const entries = await entriesOf(tx, cells)
    const entriesOfPeer = Map.groupBy(entries, ({ peerId }) => peerId)
    const changes = cells.map((cell, place) => changeOf(cell, place, entriesOfPeer.get(cell.peerId) ?? []))
    rejectIfInvalid(changes.flatMap(({ errors }) => errors))
    const changed = changes.filter(({ isChange }) => isChange)
    if (changed.some(({ isStale }) => isStale))
      throw new DomainError(
        'CONFLICT',
        'certification.service-hours.changed-meanwhile',
        'Somebody else changed one of these months. Please load them again.',
      )
    if (changed.length > 0) await tx.write(writesOf(changed, tx.actor.today))
    return { changedCount: changed.length }
  })
}

/** One manager after the other for each peer, as where hours are recorded one by one; peers in one order. */
async function entriesOf(tx: Transaction, cells: readonly ServiceMonthInput[]): Promise<Entry[]> {
  const peerIds = [...new Set(cells.map(({ peerId }) => peerId))].sort()
  const peers = await tx.run<{ id: string }>(
    `select id from membership where organization_id = (select access.organization_id())
        and id = any ($1::uuid[]) and roles @> array['${Role.PEER}']`,
    [peerIds],
  )
  const known = new Set(peers.map(({ id }) => id))
  rejectIfInvalid(
    cells.flatMap(({ peerId }, place) =>
      known.has(peerId) ? [] : [{ field: `cells.${place}.peerId`, problem: 'not-found' } as const],
    ),
  )
  await tx.run(
    `select pg_advisory_xact_lock(hashtextextended('hours of work of ' || peer, 0))
       from (select unnest($1::text[]) as peer order by 1) peers`,
    [peerIds],
  )
  return tx.run<Entry>(
    `select id, peer_id as "peerId", starts_on as "startsOn", ends_on as "endsOn", hours from service_hours
      where organization_id = (select access.organization_id()) and peer_id = any ($1::uuid[])
        and voided_at is null`,
    [peerIds],
  )
}

interface Change {
  readonly cell: ServiceMonthInput
  /** The entry that stood for the month. */
  readonly before: Entry | undefined
  readonly isChange: boolean
  readonly isStale: boolean
  readonly errors: readonly ValidationError[]
}

/** What is there already is no change: the same cells sent twice are set once. */
function changeOf(cell: ServiceMonthInput, place: number, entries: readonly Entry[]): Change {
  const { month, hours, expectedHours } = cell
  const now = monthCell(month, entries)
  const isChange = (now.hours ?? 0) !== hours
  const isFixed = isChange && !now.isSettable
  return {
    cell,
    before: entries.find(({ startsOn }) => startsOn === month),
    isChange,
    isStale: (now.hours ?? 0) !== (expectedHours ?? 0),
    errors: isFixed ? [{ field: `cells.${place}.hours`, problem: 'overlaps', limit: month }] : [],
  }
}

function writesOf(changed: readonly Change[], today: string): Write[] {
  const voided = changed.flatMap(({ before }) => before?.id ?? [])
  const made = changed
    .filter(({ cell }) => cell.hours > 0)
    .map(({ cell }) => ({ ...cell, ...daysOfMonth(cell.month, today) }))
  const rows = {
    peerId: made.map(({ peerId }) => peerId),
    startsOn: made.map(({ startsOn }) => startsOn),
    endsOn: made.map(({ endsOn }) => endsOn),
    hours: made.map(({ hours }) => hours),
  }
  const recorded = { allowsOverlap: false, recordedBy: ME, recordedAt: NOW }
  return [
    ...(voided.length === 0
      ? []
      : [updateOf(ServiceHours, { id: Any(voided), voidedAt: null }, { voidedBy: ME, voidedAt: NOW })]),
    ...(made.length === 0 ? [] : [insertRowsOf(ServiceHours, rows, recorded)]),
  ]
}
