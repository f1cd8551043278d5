import { randomUUID } from 'node:crypto'
import type { Answer, Caller } from '../../support/test-api.ts'

// What the tests of a peer's own courses send and read.

export const HOURS = `activityId courseId title heldOn hours deliveryMode origin voidedAt
  review { state reason reviewedBy { displayName } } evidence { id mediaType sizeBytes sha256 looks { viewer { displayName } } }`

export const ADD = `mutation ($input: AddOwnCourseInput!) {
  addOwnCourse(input: $input) { replayed earnedHours { ${HOURS} } } }`
export const CORRECT = `mutation ($input: CorrectOwnCourseInput!) {
  correctOwnCourse(input: $input) { replayed earnedHours { ${HOURS} } } }`
export const VOID = `mutation ($input: VoidOwnCourseInput!) { voidOwnCourse(input: $input) { earnedHours { ${HOURS} } } }`
export const CONFIRM = `mutation ($input: ConfirmCoursesInput!) { confirmCourses(input: $input) { activityIds } }`
export const SEND_BACK = `mutation ($input: ReturnCourseInput!) {
  returnCourse(input: $input) { earnedHours { ${HOURS} } } }`
export const WAITING = `{ coursesToReview(first: 10) { totalCount edges { node { peer { displayName } earnedHours { ${HOURS} } } } } }`
export const MINE = `{ myCertifications { edges { node { status hoursAwaitingReview gaps { hours }
  plannedAhead { adds gaps { hours } } earnedHours { ${HOURS} } voidedHours { ${HOURS} } } } } }`

export interface Course {
  readonly activityId: string
  readonly courseId: string
  readonly title: string
  readonly hours: number
  readonly review: { readonly state: string; readonly reason: string | null } | null
  readonly evidence: readonly { readonly id: string; readonly mediaType: string; readonly sha256: string }[]
}
export interface OwnCertification {
  readonly status: string
  readonly hoursAwaitingReview: number | null
  readonly gaps: { readonly hours: number }
  readonly plannedAhead: { readonly adds: number; readonly gaps: { readonly hours: number } } | null
  readonly earnedHours: readonly Course[]
  readonly voidedHours: readonly Course[]
}

export const course = (change: object = {}) => ({
  idempotencyKey: randomUUID(),
  title: 'Listening well',
  heldOn: '2026-06-10',
  hours: 6,
  categories: ['ANY'],
  ...change,
})

export async function add(caller: Caller, change: object = {}): Promise<Course> {
  const { addOwnCourse } = await caller.data<{ addOwnCourse: { earnedHours: Course } }>(ADD, {
    input: course(change),
  })
  return addOwnCourse.earnedHours
}

export async function mine(caller: Caller): Promise<OwnCertification> {
  const answer = await caller.data<{ myCertifications: { edges: { node: OwnCertification }[] } }>(MINE)
  const [first] = answer.myCertifications.edges
  if (!first) throw new Error('no certification')
  return first.node
}

export const problemsOf = ({ errors }: Answer<unknown>): string[] =>
  (errors ?? []).flatMap(
    ({ extensions }) =>
      extensions.validationErrors?.map(
        ({ field, problem, limit }: { field: string; problem: string; limit?: number | string }) =>
          `${field} ${problem}${limit === undefined ? '' : ` ${String(limit)}`}`,
      ) ?? [`${extensions.code} ${extensions.fact ?? ''}`.trim()],
  )
