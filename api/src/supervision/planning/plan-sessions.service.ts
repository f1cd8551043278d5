import { randomUUID } from 'node:crypto'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { validatePlanSession } from '@alongside/shared/supervision/planning/planning-input'
import { hasBegun } from '@alongside/shared/supervision/planning/planned-times'
import { seriesDays } from '@alongside/shared/supervision/planning/series'
import { SessionFormat, SessionStatus } from '@alongside/shared/supervision/sessions/session-formats'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import type { ValidationError } from '@alongside/shared/validation/validation-error'
import type { Write } from '../../database/reads-and-writes.ts'
import { ME, NOW, insertRowsOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { answerWithPlan } from '../requests/time-requests.service.ts'
import { PlannedAttendance } from './planned-attendance.entity.ts'
import type {
  CreatePlannedSessionInput,
  CreatePlannedSessionPayload,
} from './planned-session-changes.types.ts'
import { PlannedSession } from './planned-session.entity.ts'
import { plannedSessionById } from './planned-sessions.service.ts'

// A supervisor plans a session, or a series of them. Every day of it lies within the supervision as it is known today.

interface Supervision {
  readonly peerId: string
  readonly type: SupervisionType
  readonly startsOn: string
  readonly endsOn: string | null
}

export function createPlannedSession(
  ctx: RequestContext,
  sent: CreatePlannedSessionInput,
): Promise<CreatePlannedSessionPayload> {
  const input = { ...sent, peerIds: sent.peerIds.map((id) => id.toLowerCase()) }
  const days = () =>
    input.repeat ? seriesDays(input.startsOn, input.repeat.everyWeeks, input.repeat.times) : [input.startsOn]
  const add = async (tx: Transaction, id: string) => {
    const { today, timeZone } = tx.actor
    rejectIfInvalid(validatePlanSession(input, today))
    if (hasBegun(input, timeZone, ctx.now)) rejectIfInvalid([{ field: 'startTime', problem: 'too-long-ago' }])
    const supervision = await currentSupervision(tx, input.peerIds)
    rejectIfInvalid(validateCaseload(input, days(), supervision))
    await tx.write([...planned(id, input, days()), ...tell(id, input.peerIds)])
    if (input.timeRequestId != null) await answerWithPlan(tx, input.timeRequestId, id, input)
  }
  return once(ctx, 'createPlannedSession', input, add, (id) => ({
    plannedSession: () => plannedSessionById(ctx, id),
    plannedCount: days().length,
  }))
}

/** Whom the caller supervises today, and until when. Nobody else is in it, whoever they are. */
export function currentSupervision(tx: Transaction, peerIds: readonly string[]): Promise<Supervision[]> {
  return tx.run<Supervision>(
    `select r.peer_id as "peerId", r.type, r.starts_on as "startsOn", r.ends_on as "endsOn"
       from supervision_relationship r
      where r.organization_id = (select access.organization_id()) and r.supervisor_id = (select access.membership_id())
        and r.peer_id = any ($1) and r.accepted_at is not null and r.starts_on <= (select access.today())
        and (r.ends_on is null or r.ends_on >= (select access.today()))`,
    [peerIds],
  )
}

/** Unknown peers, another organization's and those of colleagues answer alike: they are not in the caseload. */
export function validateCaseload(
  { peerIds, types }: { readonly peerIds: readonly string[]; readonly types: readonly string[] },
  days: readonly string[],
  supervision: readonly Supervision[],
): ValidationError[] {
  const given = (peerId: string, type: string) =>
    supervision.filter((one) => one.peerId === peerId && one.type === type)
  const last = [...days].sort().at(-1) ?? ''
  return peerIds.flatMap((peerId, at): ValidationError[] => {
    if (types.some((type) => given(peerId, type).length === 0))
      return [{ field: `peerIds.${at}`, problem: 'not-in-caseload' }]
    const until = types.map((type) => latestEnd(given(peerId, type))).sort()[0] ?? NEVER
    return last > until ? [{ field: 'startsOn', problem: 'too-far-ahead', limit: until }] : []
  })
}
const NEVER = '9999-12-31'
const latestEnd = (all: readonly Supervision[]): string =>
  all
    .map(({ endsOn }) => endsOn ?? NEVER)
    .sort()
    .at(-1) ?? ''

function planned(id: string, input: CreatePlannedSessionInput, days: readonly string[]): Write[] {
  const { peerIds, types, startTime, minutes, modality, repeat } = input
  const ids = days.map((_day, at) => (at === 0 ? id : randomUUID()))
  const pairs = ids.flatMap((plannedSessionId) =>
    peerIds.flatMap((peerId) => types.map((type) => ({ plannedSessionId, peerId, type }))),
  )
  const format = peerIds.length > 1 ? SessionFormat.GROUP : SessionFormat.INDIVIDUAL
  const series = repeat
    ? {
        lists: { seriesPosition: days.map((_day, at) => at) },
        shared: { seriesId: id, seriesWeeks: repeat.everyWeeks },
      }
    : { lists: {}, shared: {} }
  return [
    insertRowsOf(
      PlannedSession,
      { id: ids, startsOn: days, ...series.lists },
      {
        ...series.shared,
        ...{ supervisorId: ME, startTime, minutes, format, modality, status: SessionStatus.SCHEDULED },
        ...{ plannedBy: ME, plannedAt: NOW, changedBy: ME, changedAt: NOW },
      },
    ),
    insertRowsOf(
      PlannedAttendance,
      {
        plannedSessionId: pairs.map((pair) => pair.plannedSessionId),
        peerId: pairs.map(({ peerId }) => peerId),
        type: pairs.map(({ type }) => type),
      },
      { supervisorId: ME },
    ),
  ]
}

function tell(id: string, peerIds: readonly string[]): Write[] {
  return notification({
    recipientId: peerIds,
    kind: NotificationKind.SESSION_PLANNED,
    key: `planned:${id}`,
    subjectId: id,
  })
}
