import { PlannedSessionView } from '@alongside/shared/supervision/planning/planned-reasons'
import { TimeRequestStatus } from '@alongside/shared/supervision/requests/request-choices'
import type { RequestContext } from '../../server/request-context.ts'
import { mySupervisionAgreements } from '../agreements/agreement.service.ts'
import { myPlannedSessions } from '../planning/planned-sessions.service.ts'
import { timeRequests } from '../requests/time-requests.service.ts'
import { sessionsToSign } from '../signing/waiting-sessions.service.ts'
import { myTeam } from '../team/team.service.ts'
import type { SupervisorMorning } from './morning.types.ts'

// A supervisor's first page. The same lists as on the pages behind it, so that no number here contradicts one there.

const MOST_DUE = 5
const MOST_TODAY = 20

export async function supervisorMorning(ctx: RequestContext): Promise<SupervisorMorning> {
  const { membershipId, today } = await ctx.unit.actor()
  const [team, planned, toSign, times, agreements] = await Promise.all([
    myTeam(ctx, {}, { first: MOST_DUE }),
    myPlannedSessions(ctx, { view: PlannedSessionView.UPCOMING, first: MOST_TODAY }),
    sessionsToSign(ctx, { first: 1 }),
    timeRequests(ctx, { first: 50 }),
    mySupervisionAgreements(ctx, { first: 100 }),
  ])
  const { overdue, next7Days, later } = team.facets
  const waits = times.edges.filter(
    ({ node }) => node.status === TimeRequestStatus.OPEN && node.supervisor.id === membershipId,
  )
  const lackMine = agreements.edges.filter(
    ({ node }) =>
      node.peer.id !== membershipId &&
      node.signers.some(({ member, signedAt }) => member.id === membershipId && !signedAt),
  )
  return {
    ...{ overdue, next7Days, later },
    dueSoon: team.edges.map(({ node }) => node).filter(({ group }) => group !== 'LATER'),
    sessionsToday: planned.edges
      .map(({ node }) => node)
      .filter(({ startsOn, status }) => startsOn === today && status === 'SCHEDULED'),
    sessionsToSign: toSign.totalCount,
    timeRequests: waits.length,
    agreementsToSign: lackMine.length,
  }
}
