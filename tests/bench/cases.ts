import { randomUUID } from 'node:crypto'
import type { BenchTokens } from './bench-database.ts'
import type { BenchRequest } from './load.ts'

export interface BenchCase {
  readonly name: 'caseload' | 'checkIn'
  readonly title: string
  requests(tokens: BenchTokens): BenchRequest[]
  /** What must be equal before anything is timed. */
  normalize(answer: unknown): unknown
}

export const CASELOAD_QUERY = `query Caseload {
  caseload(first: 25) {
    totalCount
    facets { overdue dueThisWeek onTrack }
    edges { node { type lastHeldOn peer { displayName } due { kind dueOn overdueDays } } }
  }
}`

export const CHECK_IN_MUTATION = `mutation CheckIn($input: SubmitWeeklyCheckInInput!) {
  submitWeeklyCheckIn(input: $input) { __typename ... on WeeklyCheckInSaved { replayed checkIn { weekStart weekFelt energy rest signs line } } }
}`

export const CASES: readonly BenchCase[] = [
  {
    name: 'caseload',
    title: 'Caseload of 25 peers',
    requests: ({ supervisors }) =>
      Array.from({ length: 800 }, (_, index) => ({
        page: supervisors[index % supervisors.length],
        body: JSON.stringify({ operationName: 'Caseload', query: CASELOAD_QUERY, variables: {} }),
      })),
    normalize: (answer) => answer,
  },
  {
    name: 'checkIn',
    title: 'Submitting a check-in',
    requests: ({ peers, thisWeek }) =>
      peers.map((page) => ({
        page,
        body: JSON.stringify({
          operationName: 'CheckIn',
          query: CHECK_IN_MUTATION,
          variables: { input: checkIn(thisWeek) },
        }),
      })),
    normalize: (answer) => answer,
  },
]

function checkIn(weekStart: string): Record<string, unknown> {
  return {
    idempotencyKey: randomUUID(),
    weekStart,
    weekFelt: 4,
    energy: 3,
    rest: 4,
    signs: ['IRRITABILITY', 'LACK_OF_SLEEP'],
    selfCare: ['SLEEP'],
    tags: ['COURT'],
    line: 'A long week with a good end.',
  }
}
