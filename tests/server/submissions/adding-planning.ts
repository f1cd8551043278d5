import type { Member } from '../../support/builders/builders.ts'

interface PlanningWorld {
  readonly actors: Readonly<Record<'peer' | 'colleague' | 'supportive' | 'educational', Member>>
}

let requests = 0

/** What adds a planned session or a request. */
export const PLANNING = {
  createPlannedSession: {
    by: ({ actors }: PlanningWorld) => actors.supportive,
    input: ({ actors }: PlanningWorld, n: number) => ({
      ...{ peerIds: [actors.peer.id], types: ['SUPPORTIVE'], startsOn: `2026-06-2${n}`, startTime: '14:00' },
      ...{ minutes: 45, modality: 'PHONE' },
    }),
    select: 'plannedSession { id startsOn }',
    table: 'planned_session',
  },
  createTimeRequest: {
    by: ({ actors }: PlanningWorld) => actors.peer,
    input: ({ actors }: PlanningWorld, n: number) => ({
      ...{
        supervisorId: n === 0 ? actors.supportive.id : actors.educational.id,
        weekdays: [],
        timesOfDay: [],
      },
      type: n === 0 ? 'SUPPORTIVE' : 'EDUCATIONAL',
    }),
    select: 'timeRequest { id status }',
    table: 'time_request',
  },
  createSupervisionRequest: {
    // One of each peer waits at a time: another one asks for the second.
    by: ({ actors }: PlanningWorld) => (requests++ === 0 ? actors.peer : actors.colleague),
    input: (_: PlanningWorld, n: number) => ({ wish: n === 0 ? 'MORE' : 'OTHER', type: 'SUPPORTIVE' }),
    select: 'supervisionRequest { id }',
    table: 'supervision_request',
  },
}
