import { type Read, readSql, type SelectText } from '../../database/reads-and-writes.ts'
import { connectionOf, pageFrom } from '../../server/graphql/connection.ts'
import type { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { TAUGHT_OR_SUPPORTED } from '../drift-lists.service.ts'
import type {
  OwnWeekLog,
  OwnWeekLogConnection,
  PeerWeekLogsArgs,
  TeamWeekLog,
  TeamWeekLogConnection,
} from './week-log.types.ts'

// Reading weeks: one's own as last logged, and what a peer shows to those who teach or support them.

const WEEK = '2000-01-03'

export async function myWeekLogs(ctx: RequestContext, args: PageArgs): Promise<OwnWeekLogConnection> {
  const page = pageFrom(args, [WEEK])
  const [rows, [counted]] = await Promise.all([
    ctx.unit.run<OwnWeekLog>(
      `${OWN_WEEKS} and ($1::date is null or w.week_start < $1) order by w.week_start desc limit $2::integer + 1`,
      [page.after?.[0] ?? null, page.first],
    ),
    ctx.unit.run<{ total: number }>(`select count(*) as total from week_log w where ${MINE_NOW}`),
  ])
  return connectionOf(rows, page, counted?.total ?? 0, ({ weekStart }) => [weekStart])
}

export function ownWeekLog(weekStart: string): Read<OwnWeekLog> {
  return readSql(`${OWN_WEEKS} and w.week_start = $1`, [weekStart])
}

/** Policies say which weeks there are; a peer whom one neither teaches nor supports has none. */
export async function peerWeekLogs(
  ctx: RequestContext,
  { peerId, ...args }: PeerWeekLogsArgs,
): Promise<TeamWeekLogConnection> {
  const page = pageFrom(args, [WEEK])
  const [rows, [counted]] = await Promise.all([
    ctx.unit.run<TeamWeekLog>(
      `${TEAM_WEEKS} and ($2::date is null or t.week_start < $2)
        group by t.organization_id, t.log_id, t.week_start, t.only_totals
        order by t.week_start desc limit $3::integer + 1`,
      [peerId, page.after?.[0] ?? null, page.first],
    ),
    ctx.unit.run<{ total: number }>(
      `select count(distinct t.log_id) as total from week_log_total t where ${OF_MY_PEER}`,
      [peerId],
    ),
  ])
  return connectionOf(rows, page, counted?.total ?? 0, ({ weekStart }) => [weekStart])
}

const MINE_NOW = `w.organization_id = (select access.organization_id()) and w.peer_id = (select access.membership_id())
  and not w.is_undone and not exists (
    select from week_log n where n.organization_id = w.organization_id and n.peer_id = w.peer_id
       and n.week_start = w.week_start and n.revision > w.revision)`
const OF_MY_PEER = `t.organization_id = (select access.organization_id()) and t.peer_id = $1
  and t.peer_id = any (${TAUGHT_OR_SUPPORTED})`

const entriesOf = (log: string): string => `(
  select coalesce(json_agg(json_build_object('activity', l.activity, 'customName', c.name, 'function', l.function,
           'quarterHours', l.quarter_hours, 'askedBy', l.asked_by) order by l.quarter_hours desc, l.activity), '[]')
    from week_log_line l
    left join custom_activity c on c.organization_id = l.organization_id and 'custom-' || c.id = l.activity
   where l.organization_id = ${log.split('.')[0]}.organization_id and l.log_id = ${log})`

const OWN_WEEKS: SelectText = `select w.id, w.week_start as "weekStart", w.revision, w.only_totals as "onlyTotals",
    w.met_peers as "metPeers", w.logged_at as "loggedAt", ${entriesOf('w.id')} as entries
  from week_log w where ${MINE_NOW}`
const TEAM_WEEKS: SelectText = `select t.log_id as id, t.week_start as "weekStart", t.only_totals as "onlyTotals",
    json_agg(json_build_object('function', t.function, 'quarterHours', t.quarter_hours)
             order by t.quarter_hours desc, t.function) as totals, ${entriesOf('t.log_id')} as entries
  from week_log_total t where ${OF_MY_PEER}`
