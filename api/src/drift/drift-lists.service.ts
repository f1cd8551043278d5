import { visibleToSupervisorsAt } from '@alongside/shared/drift/flag-visibility'
import { type Read, readSql, type SelectText, type Write } from '../database/reads-and-writes.ts'
import { connectionOf, type PageArgs, pageFrom } from '../server/graphql/connection.ts'
import { notFound } from '../server/graphql/domain-error.ts'
import type { RequestContext } from '../server/request-context.ts'
import { personPage } from '../people/person-page.service.ts'
import type { PersonConnection } from '../people/person.types.ts'
import type {
  OwnDriftFlag,
  OwnDriftFlagConnection,
  ReleasedDriftFlag,
  ReleasedDriftFlagConnection,
  TeamDriftFlag,
  TeamDriftFlagConnection,
  TeamDriftFlagsArgs,
} from './drift.types.ts'

// Reading flags: one's own with everything, a team's without figures, and those that peers shared with managers.

type OwnRow = Omit<OwnDriftFlag, 'seenBySupervisorsFrom'>

/** One flag of the reader's own, as it is after these writes; they take place with the reading or not at all. */
export async function ownFlagAfter(
  ctx: RequestContext,
  id: string,
  writes: readonly Write[],
): Promise<OwnDriftFlag> {
  const answers = await ctx.unit.write([...writes, readSql<OwnRow>(`${OWN_FLAGS} and f.id = $1`, [id])])
  const [row] = lastOf(answers)
  if (!row) throw notFound()
  return withVisibility(row)
}

function lastOf<Last>(answers: readonly [...unknown[], Last]): Last {
  return answers.at(-1) as Last
}

export async function myDriftFlags(ctx: RequestContext, args: PageArgs): Promise<OwnDriftFlagConnection> {
  const page = await pageOfFlags<OwnRow>(ctx, args, OWN_FLAGS, ABOUT_ME)
  return { ...page, edges: page.edges.map(({ node, cursor }) => ({ node: withVisibility(node), cursor })) }
}

export function teamDriftFlags(
  ctx: RequestContext,
  { peerId = null, ...args }: TeamDriftFlagsArgs,
): Promise<TeamDriftFlagConnection> {
  return pageOfFlags<TeamDriftFlag>(ctx, args, TEAM_FLAGS, ABOUT_MY_PEERS, peerId)
}

export function releasedDriftFlags(
  ctx: RequestContext,
  args: PageArgs,
): Promise<ReleasedDriftFlagConnection> {
  return pageOfFlags<ReleasedDriftFlag>(ctx, args, RELEASED_FLAGS, RELEASED_TO_ME)
}

/** Whom a supervisor can raise an observed flag about: nobody who has not joined. */
export function observablePeers(ctx: RequestContext, page: PageArgs): Promise<PersonConnection> {
  return personPage(
    ctx,
    page,
    `select m.id, m.display_name from membership m
      where m.organization_id = (select access.organization_id()) and m.id = any (${TAUGHT_OR_SUPPORTED})
        and m.account_id is not null`,
  )
}

export type RowToWorkOn = OwnRow & { readonly sessionFits: boolean }

/** A flag for one who may take a step with it, and whether its peer attended this session. */
export function flagToWorkOn(id: string, sessionId: string | null): Read<RowToWorkOn> {
  return readSql(`${ALL_OF_IT}, ${sessionFits('$2')} as "sessionFits" ${FROM_ALL} where ${TO_WORK_ON}`, [
    id,
    sessionId,
  ])
}

/** As the peer sees it, or as a supervisor does, who learns neither a figure nor what the peer has opened and shared. */
export function asItsReader(row: RowToWorkOn, readerId: string): OwnDriftFlag | TeamDriftFlag {
  const { sessionFits: _fits, ...own } = row
  if (own.peer.id === readerId) return withVisibility(own)
  const {
    openedAt: _opened,
    releasedAt: _at,
    releasedAs: _as,
    figure: _figure,
    readers: _readers,
    onlyChosenReaders: _chosen,
    ...shared
  } = own
  return shared
}

async function pageOfFlags<Flag extends { id: string }>(
  ctx: RequestContext,
  args: PageArgs,
  select: SelectText,
  scope: string,
  peerId: string | null = null,
) {
  const page = pageFrom(args, [''])
  const [flags, [count]] = await Promise.all([
    ctx.unit.run<Flag>(`${select} and ${PAGE}`, [page.first + 1, page.after?.[0] ?? null, peerId]),
    ctx.unit.run<{ total: number }>(
      `select count(*) as total from drift_flag f where ${scope} and ${ofPeer('$1')}`,
      [peerId],
    ),
  ])
  return connectionOf(flags, page, count?.total ?? 0, ({ id }) => [id])
}

function withVisibility(flag: OwnRow): OwnDriftFlag {
  return { ...flag, seenBySupervisorsFrom: visibleToSupervisorsAt(flag) ?? flag.raisedAt }
}

const ofPeer = (peer: string): string => `(${peer}::uuid is null or f.peer_id = ${peer})`
/** The last flag of the page before is looked up under the same policies: a foreign cursor leads nowhere. */
const PAGE = `${ofPeer('$3')} and ($2::text is null or (f.raised_at, f.id) < (select c.raised_at, c.id from drift_flag c
    where c.organization_id = f.organization_id and c.id::text = $2))
  order by f.raised_at desc, f.id desc limit $1`

const HERE = 'f.organization_id = (select access.organization_id())'
export const TAUGHT_OR_SUPPORTED =
  "(select access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE'))::uuid[]"
const ABOUT_ME = `${HERE} and f.peer_id = (select access.membership_id())`
const ABOUT_MY_PEERS = `${HERE} and f.peer_id = any (${TAUGHT_OR_SUPPORTED})
  and access.may_work_on_flag(f.id, f.peer_id, f.raised_at, f.only_chosen_readers)`
/** A manager sees a released flag but takes no step with it, unless they taught or supported the peer at that time. */
export const TO_WORK_ON = `${HERE} and f.id = $1
  and (f.peer_id = (select access.membership_id())
    or access.may_work_on_flag(f.id, f.peer_id, f.raised_at, f.only_chosen_readers))`
/** A session to which the flag's peer came. */
export const sessionFits = (sessionId: string): string => `(${sessionId}::uuid is null or exists (
  select from session_attendance a
    join supervision_session s
      on s.organization_id = a.organization_id and s.id = a.session_id and s.voided_at is null
   where a.organization_id = f.organization_id and a.session_id = ${sessionId} and a.peer_id = f.peer_id))`
const RELEASED_TO_ME = `${HERE} and f.released_at is not null and (select access.has_role('MANAGER'))`

const FACTS = `f.id, json_build_object('id', f.peer_id, 'displayName', peer.display_name) as peer,
  f.raised_by_kind as origin, f.signal, f.rule_version as "ruleVersion", f.evidence, f.cause,
  responses.listed as responses`
const PROGRESS = `f.status, f.raised_at as "raisedAt", steps.taken as revision, steps.listed as steps,
  case when f.raised_by_id is not null then json_build_object(
    'id', f.raised_by_id, 'displayName', raiser.display_name) end as "raisedBy"`

const RESPONSES = `cross join lateral (
  select coalesce(json_agg(json_build_object('id', v.id, 'text', v.text, 'writtenAt', v.written_at)
                           order by v.written_at, v.id), '[]') as listed
    from (select * from drift_flag_response v where v.organization_id = f.organization_id and v.flag_id = f.id
           order by v.written_at, v.id limit 50) v) responses`
/** The task of a plan, under the policies of its own table: whoever cannot read it finds none. */
const FOLLOW_UP = `(select json_build_object('owner', t.owner, 'dueOn', t.due_on,
    'state', case when t.closed_in is null or access.session_counts(t.closed_in) then t.state else 'OPEN' end,
    'supervisor', json_build_object('id', r.supervisor_id, 'displayName', agreed.display_name))
  from (select 'EDUCATIONAL' as type, organization_id, id, relationship_id, owner, due_on, state, closed_in
          from educational_follow_up
        union all
        select 'SUPPORTIVE', organization_id, id, relationship_id, owner, due_on, state, closed_in
          from supportive_follow_up) t
  join supervision_relationship r on r.organization_id = t.organization_id and r.id = t.relationship_id
  left join membership agreed on agreed.organization_id = r.organization_id and agreed.id = r.supervisor_id
 where t.organization_id = s.organization_id
   and t.id = case t.type when 'EDUCATIONAL' then s.educational_follow_up_id else s.supportive_follow_up_id end)`
const STEPS = `left join membership raiser on raiser.organization_id = f.organization_id and raiser.id = f.raised_by_id
  cross join lateral (
    select coalesce(json_agg(json_build_object('id', s.id, 'from', s.from_status, 'to', s.to_status,
             'takenBy', json_build_object('id', s.taken_by, 'displayName', taker.display_name),
             'takenAt', s.taken_at, 'plan', s.plan, 'reason', s.reason, 'sessionId', s.session_id,
             'discussedOn', held.held_on, 'followUp', ${FOLLOW_UP})
             order by s.number), '[]') as listed,
           count(*) as taken
      from drift_flag_step s
      left join membership taker on taker.organization_id = s.organization_id and taker.id = s.taken_by
      left join supervision_session held on held.organization_id = s.organization_id
       and held.voided_at is null and coalesce(held.version_of, held.id) = (
         select coalesce(o.version_of, o.id) from supervision_session o
          where o.organization_id = s.organization_id and o.id = s.session_id)
     where s.organization_id = f.organization_id and s.flag_id = f.id) steps`
/** Whom the peer can choose from: their own educational and supportive supervisors, and who of them reaches the flag. */
const READERS = `cross join lateral (
  select coalesce(json_agg(json_build_object('relationshipId', r.id, 'type', r.type, 'canRead', r.reaches,
           'supervisor', json_build_object('id', r.supervisor_id, 'displayName', sup.display_name))
           order by sup.display_name, r.id), '[]') as listed
    from (select r.*, access.reaches_flag(r.id, f.id, f.raised_at, f.only_chosen_readers) as reaches
            from supervision_relationship r
           where r.organization_id = f.organization_id and r.peer_id = f.peer_id and r.accepted_at is not null
             and r.type in ('EDUCATIONAL', 'SUPPORTIVE') and r.starts_on <= (select access.today())
             and (r.ends_on is null or r.ends_on >= (select access.today())) order by r.id limit 50) r
    left join membership sup on sup.organization_id = r.organization_id and sup.id = r.supervisor_id) readers`
/** An entry is called after the placement's agency, the relationship's supervisor, the course or the week, whichever it is. */
const FIGURE = `left join lateral (
  select json_build_object('figure', g.figure, 'threshold', g.threshold, 'entries', coalesce((
           select json_agg(json_build_object('id', e.id, 'label', coalesce(h.name, sup.display_name, a.title),
                                            'weekStart', w.week_start) order by w.week_start, e.id)
             from jsonb_array_elements_text(g.entries) e (id)
             left join placement p on p.organization_id = g.organization_id and p.id = e.id::uuid
             left join host_agency h on h.organization_id = g.organization_id and h.id = p.host_agency_id
             left join supervision_relationship r on r.organization_id = g.organization_id and r.id = e.id::uuid
             left join membership sup on sup.organization_id = g.organization_id and sup.id = r.supervisor_id
             left join ce_activity a on a.organization_id = g.organization_id and a.id = e.id::uuid
             left join week_log w on w.organization_id = g.organization_id and w.id = e.id::uuid), '[]')
         ) as shown
    from drift_signal_figure g where g.organization_id = f.organization_id and g.flag_id = f.id) figure on true`
const PEER = 'join membership peer on peer.organization_id = f.organization_id and peer.id = f.peer_id'

const ALL_OF_IT: SelectText = `select ${FACTS}, ${PROGRESS}, f.opened_at as "openedAt", f.released_at as "releasedAt",
    f.released_as as "releasedAs", f.only_chosen_readers as "onlyChosenReaders", figure.shown as figure,
    readers.listed as readers`
const FROM_ALL = `from drift_flag f ${PEER} ${STEPS} ${RESPONSES} ${FIGURE} ${READERS}`
const OWN_FLAGS: SelectText = `${ALL_OF_IT} ${FROM_ALL} where ${ABOUT_ME}`
const TEAM_FLAGS: SelectText = `select ${FACTS}, ${PROGRESS}
  from drift_flag f ${PEER} ${STEPS} ${RESPONSES} where ${ABOUT_MY_PEERS}`
const RELEASED_FLAGS: SelectText = `select ${FACTS}, f.released_at as "releasedAt", f.released_as as "releasedAs"
  from drift_flag f ${PEER} ${RESPONSES} where ${RELEASED_TO_ME}`
