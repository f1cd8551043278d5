import { createHash, randomUUID } from 'node:crypto'
import type { Builders, Member } from './builders.ts'
import { THIS_WEEK } from '../fixed-today.ts'

interface Answers {
  weekStart?: string
  weekFelt?: number | null
  energy?: number | null
  rest?: number | null
  signs?: string[]
  selfCare?: string[]
  line?: string | null
  wentWell?: string | null
  tags?: string[]
  key?: string
  submittedAt?: Date
}

/** A check-in that a peer once saved; of the fixed day's week unless told. */
export async function aCheckIn(build: Builders, peer: Member, answers: Answers = {}): Promise<string> {
  const id = randomUUID()
  await build.insert('weekly_check_in', {
    organization_id: peer.organizationId,
    id,
    peer_id: peer.id,
    week_start: answers.weekStart ?? THIS_WEEK,
    week_felt: answers.weekFelt === undefined ? 3 : answers.weekFelt,
    energy: answers.energy === undefined ? 3 : answers.energy,
    rest: answers.rest === undefined ? 4 : answers.rest,
    signs: answers.signs ?? [],
    self_care: answers.selfCare ?? [],
    line: answers.line ?? null,
    went_well: answers.wentWell ?? null,
    tags: answers.tags ?? [],
    instrument_version: 1,
    idempotency_key: answers.key ?? randomUUID(),
    body_hash: createHash('sha256').update(id).digest(),
    submitted_at: answers.submittedAt ?? `${answers.weekStart ?? THIS_WEEK}T16:00:00Z`,
  })
  return id
}

/** One check-in a week, the newest `weeksAgo` before the fixed day's week; null leaves a gap. */
export async function aHistory(
  build: Builders,
  peer: Member,
  felt: readonly (number | null)[],
  { weeksAgo = 0 } = {},
): Promise<void> {
  for (const [back, weekFelt] of [...felt].reverse().entries()) {
    if (weekFelt === null) continue
    await aCheckIn(build, peer, { weekStart: mondayBefore(back + weeksAgo), weekFelt })
  }
}

export function mondayBefore(weeks: number): string {
  const date = new Date(`${THIS_WEEK}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 7 * weeks)
  return date.toISOString().slice(0, 10)
}

/** A closed month as it was published: one figure of everyone. */
export async function aPublishedMonth(build: Builders, organization_id: string): Promise<string> {
  const id = randomUUID()
  await build.insert('crowd_snapshot', {
    ...{ organization_id, id, subject: 'CHECK_IN', starts_on: '2026-05-01', ends_on: '2026-05-31' },
    ...{ smallest_group: 7, frozen_at: '2026-06-04T12:00:00Z' },
  })
  const group = { organization_id, snapshot_id: id, position: 0 }
  await build.insert('crowd_block', { ...group, kind: 'ORGANIZATION', count_band: 'FROM_5' })
  await build.insert('crowd_figure', { ...group, measure: 'WEEK_FELT', mean: 3.5 })
  return id
}

/** A request to talk that waits for a time. */
export async function aTalkRequest(build: Builders, peer: Member, relationshipId: string): Promise<string> {
  const id = randomUUID()
  await build.insert('talk_request', {
    ...{ organization_id: peer.organizationId, id, peer_id: peer.id, relationship_id: relationshipId },
    asked_at: `${THIS_WEEK}T14:00:00Z`,
  })
  return id
}
