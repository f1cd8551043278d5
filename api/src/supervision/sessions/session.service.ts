import type { SupervisionActivity, SupervisionType } from '@alongside/shared/supervision/supervision-types'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { columnsOf } from '../../database/statements.ts'
import { connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { requireUnlockedDevice } from '../../people/sign-in/password-confirmation.service.ts'
import { notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { Actor } from '../../database/unit-of-work.ts'
import { dayAndId } from '../caseload.service.ts'
import {
  readableComments,
  SIGNATURE_COLUMNS,
  type SignatureColumns,
  signaturesIn,
} from '../signing/signature-rows.ts'
import { requireUnlockedSupport } from '../relationships/own-relationship.service.ts'
import { type LoadedNote, mayReadNote, type NoteReader } from './session-note.policy.ts'
import type {
  LoggedSession,
  LoggedSessionsArgs,
  MySessionsArgs,
  SupervisionSession,
  SupervisionSessionConnection,
} from './session.types.ts'
import { SESSION_FACTS, SupervisionSession as SessionEntity } from './supervision-session.entity.ts'

// Sessions of one peer, the latest first, with as much of each as the reader may see.

interface NoteRow extends LoadedNote {
  readonly activities: SupervisionActivity[]
  readonly note: string | null
  readonly writtenAt: string
}
export interface SessionRow
  extends Pick<SupervisionSession, 'id' | (typeof SESSION_FACTS)[number]>, SignatureColumns {
  readonly supervisorId: string
  readonly supervisorName: string | null
  readonly loggedAt: string | Date
  readonly voidedAt: string | Date | null
  /** Of the first version. */
  readonly firstId: string
  readonly isCorrected: boolean
  readonly attendees: { id: string; displayName: string | null; minutes: number }[]
  readonly segments: { type: SupervisionType; minutes: number }[]
  readonly notes: NoteRow[]
}
export interface LedRow extends SessionRow {
  readonly attendees: (SessionRow['attendees'][number] & { currentTypes: SupervisionType[] })[]
}

/** The peer asked for; nobody named: the one who asks. */
const PEER = 'coalesce($1::uuid, (select access.membership_id()))'
export const ABOUT_PEER = `(n.about_peer_id is null or n.about_peer_id = ${PEER})`

const FACTS = columnsOf(SessionEntity, 's', SESSION_FACTS)
/** All versions of a session name the first one. */
const first = (session: string): string => `coalesce(${session}.version_of, ${session}.id)`

/** The later of two versions is greater; of one moment, the first one is the earlier. */
const order = (session: string): string =>
  `(${session}.logged_at, ${session}.version_of is not null, ${session}.id)`

/** What is shown of a session `s`; what the reader may not see is not there for the statement. */
export const shown = (ofAttendee: string, about: string): string => {
  const notes = (table: string): string => /* sql */ `
    select json_build_object('type', n.type, 'supervisorId', n.supervisor_id, 'aboutPeerId', n.about_peer_id,
             'activities', n.activities, 'note', n.note, 'writtenAt', n.written_at) as one
      from ${table} n where n.organization_id = s.organization_id and n.session_id = s.id and ${about}`
  return /* sql */ `
    s.id, ${FACTS}, s.supervisor_id as "supervisorId", holder.display_name as "supervisorName",
    s.logged_at as "loggedAt", s.voided_at as "voidedAt", ${first('s')} as "firstId",
    exists (select from supervision_session v
             where v.organization_id = s.organization_id and v.id <> s.id and ${first('v')} = ${first('s')}) as "isCorrected",
    (select json_agg(json_build_object('id', x.peer_id, 'displayName', m.display_name, 'minutes', x.minutes${ofAttendee})
                     order by m.display_name, x.peer_id)
       from session_attendance x
       left join membership m on m.organization_id = x.organization_id and m.id = x.peer_id
      where x.organization_id = s.organization_id and x.session_id = s.id) as attendees,
    (select json_agg(json_build_object('type', g.type, 'minutes', g.minutes) order by g.type)
       from session_segment g where g.organization_id = s.organization_id and g.session_id = s.id) as segments,
    (select coalesce(json_agg(notes.one), '[]') from (
       ${['administrative_note', 'educational_note', 'supportive_note'].map(notes).join(' union all ')}) notes) as notes,
    ${SIGNATURE_COLUMNS}`
}
export const HOLDER = /* sql */ `
  left join membership holder on holder.organization_id = s.organization_id and holder.id = s.supervisor_id`
/** The types in which the reader supervises the person today. */
export const currentTypes = (person: string): string => /* sql */ `
  array(select type from unnest(array['ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE']) type
         where ${person} = any (access.peers_of(type)))`

/** A version is not listed where the peer took part in a later one, or in the one that counts. */
const LISTED = /* sql */ `not exists (
  select from supervision_session old
    join supervision_session v
      on v.organization_id = old.organization_id and ${first('v')} = ${first('old')} and v.id <> old.id
    join session_attendance va
      on va.organization_id = v.organization_id and va.session_id = v.id and va.peer_id = a.peer_id
   where old.organization_id = a.organization_id and old.id = a.session_id and old.voided_at is not null
     and (v.voided_at is null or ${order('v')} > ${order('old')}))`

/** The words of who led it, or of what the reader may read about the peer. */
const foundBy = (search: string): string => {
  const inNotes = ['administrative_note', 'educational_note', 'supportive_note'].map(
    (table) => /* sql */ `exists (
      select from ${table} n where n.organization_id = a.organization_id and n.session_id = a.session_id
         and ${ABOUT_PEER} and strpos(access.folded(n.note), access.folded(${search}::text)) > 0)`,
  )
  return /* sql */ `(${search}::text is null or exists (
    select from membership h where h.organization_id = a.organization_id and h.id = a.supervisor_id
       and strpos(h.folded_name, access.folded(${search}::text)) > 0) or ${inNotes.join(' or ')})`
}

/** No branch here asks who is reading. */
const SESSIONS: SelectText = /* sql */ `
  select ${shown('', ABOUT_PEER)}
    from (select a.organization_id, a.session_id, a.held_on from session_attendance a
           where a.organization_id = (select access.organization_id()) and a.peer_id = ${PEER}
             and ($3::date is null or (a.held_on, a.session_id) < ($3::date, $4::uuid)) and ${LISTED} and ${foundBy('$5')}
           order by a.held_on desc, a.session_id desc limit $2 + 1) attended
    join supervision_session s on s.organization_id = attended.organization_id and s.id = attended.session_id
    ${HOLDER}
   order by s.held_on desc, s.id desc`

/** The versions that the peer took part in, the latest first. */
export const VERSIONS: SelectText = /* sql */ `
  select ${shown('', ABOUT_PEER)}
    from supervision_session s ${HOLDER}
    join session_attendance a
      on a.organization_id = s.organization_id and a.session_id = s.id and a.peer_id = ${PEER}
   where s.organization_id = (select access.organization_id()) and ${first('s')} = $2
   order by ${order('s')} desc`

const LED_BY_ME: SelectText = /* sql */ `
  select ${shown(`, 'currentTypes', ${currentTypes('x.peer_id')}`, 'true')}
    from supervision_session s ${HOLDER}
   where s.organization_id = (select access.organization_id()) and ${first('s')} = (
     select ${first('one')} from supervision_session one
      where one.organization_id = (select access.organization_id()) and one.id = $1)
     and s.supervisor_id = (select access.membership_id())
   order by ${order('s')} desc`

/** The own sessions of the signed-in peer, with every note about them (T3). */
export async function mySessions(
  ctx: RequestContext,
  { search, ...args }: MySessionsArgs,
): Promise<SupervisionSessionConnection> {
  const wanted = search?.trim() || null
  if (wanted !== null) await requireUnlockedSupport(ctx, null)
  return sessionsPage(ctx, null, args, wanted)
}

/** What the reader has logged of these peers and types on that day already: asked before it is logged again. */
export function sessionsAlreadyLogged(
  ctx: RequestContext,
  { heldOn, peerIds, types }: LoggedSessionsArgs,
): Promise<LoggedSession[]> {
  return ctx.unit.run<LoggedSession>(
    `select s.id, s.held_on as "heldOn", s.minutes,
            json_agg(json_build_object('id', m.id, 'displayName', m.display_name) order by m.display_name, m.id) as peers
       from supervision_session s
       join session_attendance a on a.organization_id = s.organization_id and a.session_id = s.id
       join membership m on m.organization_id = a.organization_id and m.id = a.peer_id
      where s.organization_id = (select access.organization_id()) and s.supervisor_id = (select access.membership_id())
        and s.held_on = $1 and s.voided_at is null and a.peer_id = any ($2::uuid[])
        and exists (select from session_segment g where g.organization_id = s.organization_id
                       and g.session_id = s.id and g.type = any ($3))
      group by s.organization_id, s.id order by s.logged_at, s.id limit 10`,
    [heldOn, peerIds, types],
  )
}

/** A peer whom one may not know of answers like one who is not there. */
export function sessionsOf(
  ctx: RequestContext,
  peerId: string,
  args: PageArgs,
): Promise<SupervisionSessionConnection> {
  return sessionsPage(ctx, peerId, args)
}

async function sessionsPage(
  ctx: RequestContext,
  of: string | null,
  args: PageArgs,
  search: string | null = null,
): Promise<SupervisionSessionConnection> {
  const page = pageFrom(args, ['2026-01-01', 'id'])
  const [heldOn = null, sessionId = null] = dayAndId(page.after)
  const [[peer], rows, [counted]] = await Promise.all([
    ctx.unit.run<{ id: string; currentTypes: SupervisionType[] }>(READABLE_PEER, [of]),
    ctx.unit.run<SessionRow>(SESSIONS, [of, page.first, heldOn, sessionId, search]),
    ctx.unit.run<{ total: number }>(ATTENDED, [of, search]),
  ])
  if (!peer) throw notFound()
  const actor = await ctx.unit.actor()
  const reader = { membershipId: actor.membershipId, peerId: peer.id, currentTypes: peer.currentTypes }
  const session = (row: SessionRow): SupervisionSession => sessionOf(row, [reader], actor, versions)
  const versions = async ({ firstId }: SessionRow) =>
    (await ctx.unit.run<SessionRow>(VERSIONS, [of, firstId])).map(session)
  const connection = connectionOf(rows, page, counted?.total ?? 0, (row) => [row.heldOn, row.id])
  return {
    ...connection,
    edges: connection.edges.map(({ node, cursor }) => ({ node: session(node), cursor })),
  }
}

/** A session that the signed-in supervisor led; a note stays behind its wall once they supervise nobody whom it is about. */
export async function loggedSession(ctx: RequestContext, sessionId: string): Promise<SupervisionSession> {
  const rows = await ctx.unit.run<LedRow>(LED_BY_ME, [sessionId])
  const actor = await ctx.unit.actor()
  const session = (row: LedRow): SupervisionSession =>
    sessionOf(row, readersOf(row, actor), actor, () => Promise.resolve(rows.map(session)))
  const asked = rows.find(({ id }) => id === sessionId.toLowerCase())
  if (!asked) throw notFound()
  return session(asked)
}

export function readersOf({ attendees }: LedRow, { membershipId }: Actor): NoteReader[] {
  return attendees.map(({ id, currentTypes: types }) => ({ membershipId, peerId: id, currentTypes: types }))
}

const READABLE_PEER: SelectText = /* sql */ `
  select m.id, ${currentTypes('m.id')} as "currentTypes" from membership m
   where m.organization_id = (select access.organization_id()) and m.id = ${PEER}
     and (m.id = (select access.membership_id()) or m.id = any ((select access.peers_of_any_type())::uuid[])
       or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')))`

const ATTENDED: SelectText = /* sql */ `
  select count(*) as total from session_attendance a
   where a.organization_id = (select access.organization_id()) and a.peer_id = ${PEER} and ${LISTED} and ${foundBy('$2')}`

/** Whether the reader may find supportive notes here: on a locked device the database hides that there are any. */
function hasSupportiveNotes(row: SessionRow, readers: readonly NoteReader[]): boolean {
  const note = { type: 'SUPPORTIVE', supervisorId: row.supervisorId, aboutPeerId: null } as const
  return readers.some((reader) => mayReadNote(reader, note))
}

/** With the notes that the reader may read about one of these peers, and its other versions where they are asked for. */
export function sessionOf<Row extends SessionRow>(
  row: Row,
  readers: readonly NoteReader[],
  actor: Actor,
  versions: (row: Row) => Promise<SupervisionSession[]>,
): SupervisionSession {
  const readable = row.notes.filter((note) => readers.some((reader) => mayReadNote(reader, note)))
  const session: SupervisionSession = {
    ...row,
    supervisor: { id: row.supervisorId, displayName: row.supervisorName },
    loggedAt: new Date(row.loggedAt),
    voidedAt: row.voidedAt === null ? null : new Date(row.voidedAt),
    ...signaturesIn(row, actor.membershipId),
    attendees: row.attendees.map(({ id, displayName, minutes }) => ({ peer: { id, displayName }, minutes })),
    segments: row.segments.map((segment) => {
      const open = (): void => {
        if (segment.type === 'SUPPORTIVE' && hasSupportiveNotes(row, readers)) requireUnlockedDevice(actor)
      }
      return {
        ...segment,
        notes: () => {
          open()
          return readable.filter(({ type }) => type === segment.type).map((note) => noteOf(note, row))
        },
        comments: () => {
          open()
          return readableComments(row, segment.type, readers)
        },
      }
    }),
    versions: () => (row.isCorrected ? versions(row) : Promise.resolve([session])),
  }
  return session
}

function noteOf({ aboutPeerId, activities, note, writtenAt }: NoteRow, { attendees }: SessionRow) {
  const about = attendees.find(({ id }) => id === aboutPeerId)
  return {
    aboutGroup: aboutPeerId === null,
    about: about ? { id: about.id, displayName: about.displayName } : null,
    activities,
    note,
    writtenAt: new Date(writtenAt),
  }
}
