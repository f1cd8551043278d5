import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { SeriesScope } from '@alongside/shared/supervision/planning/planned-reasons'
import { hasBegun } from '@alongside/shared/supervision/planning/planned-times'
import { validateMeetingTime, validateReason } from '@alongside/shared/supervision/planning/planning-input'
import { moveFromHere } from '@alongside/shared/supervision/planning/series'
import { SessionFormat, SessionStatus } from '@alongside/shared/supervision/sessions/session-formats'
import type { Write } from '../../database/reads-and-writes.ts'
import { ME, NOW, columnsOf, updateOf, type Values } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import { orStale, StaleRevisionError } from '../../server/graphql/payload.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type {
  CancelPlannedSessionInput,
  MarkPlannedSessionMissedInput,
  RestorePlannedSessionInput,
  UpdatePlannedSessionInput,
} from './planned-session-changes.types.ts'
import { PlannedSession } from './planned-session.entity.ts'
import { plannedSessionById } from './planned-sessions.service.ts'

// Either of the two moves and cancels a session, and the other one is told. Of two at once the second is told to look
// again: the rows are locked, and each change counts the revision.

type Kept = Pick<
  PlannedSession,
  | 'id'
  | 'supervisorId'
  | 'startsOn'
  | 'minutes'
  | 'format'
  | 'status'
  | 'revision'
  | 'seriesId'
  | 'seriesPosition'
  | 'seriesWeeks'
> & { readonly startTime: string; readonly peerIds: readonly string[]; readonly endsOn: string | null }

const KEPT = columnsOf(PlannedSession, 'p', [
  ...(['id', 'supervisorId', 'startsOn', 'minutes', 'format', 'status', 'revision'] as const),
  ...(['seriesId', 'seriesPosition', 'seriesWeeks'] as const),
])

export function updatePlannedSession(ctx: RequestContext, input: UpdatePlannedSessionInput) {
  const { startsOn, startTime, minutes, modality } = input
  return changing(ctx, input, async (tx, session, following) => {
    rejectIfInvalid(validateMeetingTime(input, tx.actor.today))
    if (hasBegun(input, tx.actor.timeZone, ctx.now))
      rejectIfInvalid([{ field: 'startTime', problem: 'too-long-ago' }])
    requireScheduled(session)
    const all = movedDays(session, following, startsOn)
    refuseAfterTheEnd(session, all)
    const meeting = { startTime, minutes, modality }
    // By itself it leaves its series: what later moves the rest does not move it.
    const apart = following.length === 0 && input.scope === SeriesScope.ONE && session.seriesId !== null
    const out = apart ? { seriesId: null, seriesPosition: null, seriesWeeks: null } : {}
    return [
      ...all.map((each) => change(each.id, { ...meeting, ...out, startsOn: each.startsOn })),
      ...tell(tx, session, NotificationKind.SESSION_MOVED),
    ]
  })
}

export function cancelPlannedSession(ctx: RequestContext, input: CancelPlannedSessionInput) {
  const { reason } = input
  return changing(ctx, input, async (tx, session, following) => {
    rejectIfInvalid(validateReason(reason))
    requireScheduled(session)
    if (hasBegun(session, tx.actor.timeZone, ctx.now)) throw hasBegunAlready()
    const set = { status: SessionStatus.CANCELLED, reason }
    return [
      ...[session, ...following].map(({ id }) => change(id, set)),
      ...tell(tx, session, NotificationKind.SESSION_CANCELLED),
    ]
  })
}

export function markPlannedSessionMissed(ctx: RequestContext, input: MarkPlannedSessionMissedInput) {
  const { reason } = input
  return changing(ctx, input, async (tx, session) => {
    rejectIfInvalid(validateReason(reason))
    requireScheduled(session)
    if (!hasBegun(session, tx.actor.timeZone, ctx.now)) throw hasNotBegun()
    return [
      change(session.id, { status: SessionStatus.MISSED, reason }),
      ...tell(tx, session, NotificationKind.SESSION_CANCELLED),
    ]
  })
}

/** A slip of the hand: it is scheduled again, for the same day and time. */
export function restorePlannedSession(ctx: RequestContext, input: RestorePlannedSessionInput) {
  return changing(ctx, input, async (tx, session) => {
    if (session.status !== SessionStatus.CANCELLED && session.status !== SessionStatus.MISSED)
      throw notCancelled()
    refuseAfterTheEnd(session, [session])
    return [
      change(session.id, { status: SessionStatus.SCHEDULED, reason: null }),
      ...tell(tx, session, NotificationKind.SESSION_MOVED),
    ]
  })
}

interface Change {
  readonly plannedSessionId: string
  readonly expectedRevision: number
  readonly scope?: SeriesScope
}

function changing(
  ctx: RequestContext,
  { plannedSessionId: id, expectedRevision, scope = SeriesScope.ONE }: Change,
  work: (tx: Transaction, session: Kept, following: readonly Kept[]) => Promise<Write[]>,
) {
  const changed = ctx.unit.transaction(async (tx) => {
    const [session] = await tx.run<Kept>(`${CHANGEABLE} and p.id = $1 for update of p`, [id])
    if (!session) throw notFound()
    if (session.revision !== expectedRevision) throw new StaleRevisionError(session.revision)
    const following =
      scope === SeriesScope.FROM_HERE && session.seriesId !== null
        ? await tx.run<Kept>(FOLLOWING, [session.seriesId, session.seriesPosition])
        : []
    await tx.write(await work(tx, session, following))
    return { plannedSession: () => plannedSessionById(ctx, id) }
  })
  return orStale(changed)
}

/** A manager or an auditor finds none here: they read dates, and move nobody's. */
const CHANGEABLE = /* sql */ `
  select ${KEPT}, to_char(p.start_time, 'HH24:MI') as "startTime",
         array(select distinct a.peer_id from planned_attendance a
                where a.organization_id = p.organization_id and a.planned_session_id = p.id) as "peerIds",
         (select min(until) from (
            select (select max(coalesce(r.ends_on, 'infinity')) from supervision_relationship r
                     where r.organization_id = a.organization_id and r.supervisor_id = a.supervisor_id
                       and r.peer_id = a.peer_id and r.type = a.type and r.accepted_at is not null) as until
              from planned_attendance a
             where a.organization_id = p.organization_id and a.planned_session_id = p.id) ends
           where until <> 'infinity') as "endsOn"
    from planned_session p
   where p.organization_id = (select access.organization_id())
     and (p.supervisor_id = (select access.membership_id()) or p.format = '${SessionFormat.INDIVIDUAL}' and exists (
       select from planned_attendance a
        where a.organization_id = p.organization_id and a.planned_session_id = p.id
          and a.peer_id = (select access.membership_id())))` as const

const FOLLOWING = `${CHANGEABLE} and p.series_id = $1 and p.series_position > $2 and p.status = 'SCHEDULED'
  order by p.series_position for update of p` as const

function movedDays(session: Kept, following: readonly Kept[], startsOn: string) {
  const { seriesPosition, seriesWeeks } = session
  if (following.length === 0 || seriesPosition === null || seriesWeeks === null)
    return [{ id: session.id, startsOn }]
  const inSeries = (each: Kept) => ({ ...each, seriesPosition: each.seriesPosition ?? 0, seriesWeeks })
  return moveFromHere(inSeries(session), following.map(inSeries), startsOn)
}

function change(id: string, set: Values<PlannedSession>): Write {
  return updateOf(
    PlannedSession,
    { id },
    { ...set, changedBy: ME, changedAt: NOW, revision: () => 'revision + 1' },
  )
}

/** The other one, and in a group everybody but the one who acts. */
function tell({ actor }: Transaction, session: Kept, kind: NotificationKind): Write[] {
  const concerned = [session.supervisorId, ...session.peerIds].filter((id) => id !== actor.membershipId)
  return notification({
    recipientId: concerned,
    kind,
    key: `planned:${session.id}:${session.revision + 1}`,
    subjectId: session.id,
  })
}

function requireScheduled({ status }: Kept): void {
  if (status === SessionStatus.SCHEDULED) return
  throw new DomainError(
    'CONFLICT',
    'supervision.planning.not-scheduled',
    'This session is not scheduled any more.',
  )
}

function refuseAfterTheEnd({ endsOn }: Kept, days: readonly { readonly startsOn: string }[]): void {
  if (endsOn === null) return
  const last =
    days
      .map(({ startsOn }) => startsOn)
      .sort()
      .at(-1) ?? ''
  if (last > endsOn) rejectIfInvalid([{ field: 'startsOn', problem: 'too-far-ahead', limit: endsOn }])
}

const hasBegunAlready = () =>
  new DomainError(
    'CONFLICT',
    'supervision.planning.has-begun',
    'This session has begun: it was held or missed.',
  )
const hasNotBegun = () =>
  new DomainError(
    'CONFLICT',
    'supervision.planning.has-not-begun',
    'This session has not begun: it can be cancelled.',
  )
const notCancelled = () =>
  new DomainError('CONFLICT', 'supervision.planning.not-cancelled', 'This session is not cancelled.')
