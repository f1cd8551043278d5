import { randomUUID } from 'node:crypto'
import type { Builders, Member } from './builders.ts'
import { NOW } from '../fixed-today.ts'
import type { Caller } from '../test-api.ts'

interface FlagParts {
  readonly evidence: string
  readonly cause: string
  readonly status: string
  readonly raisedBy: Member | 'SIGNAL'
  readonly raisedAt: Date
  readonly openedAt: Date | null
  readonly releasedAs: string | null
}

/** A flag about a peer, by default from a signal, raised right now and not opened, with its figure and a response. */
export async function aFlag(build: Builders, peer: Member, parts: Partial<FlagParts> = {}): Promise<string> {
  const id = randomUUID()
  const { raisedBy = 'SIGNAL', raisedAt = NOW, openedAt = null, releasedAs = null } = parts
  const own = { organization_id: peer.organizationId, peer_id: peer.id }
  const isSignal = raisedBy === 'SIGNAL'
  const origin = isSignal
    ? { raised_by_kind: 'SIGNAL', signal: 'CASELOAD_ABOVE_RANGE', rule_version: 1 }
    : { raised_by_kind: raisedBy.id === peer.id ? 'PEER' : 'SUPERVISOR', raised_by_id: raisedBy.id }
  await build.insert('drift_flag', {
    ...own,
    ...origin,
    id,
    evidence: parts.evidence ?? 'Evidence in words',
    cause: parts.cause ?? 'ASSIGNED_WORK',
    status: parts.status ?? 'OPEN',
    raised_at: raisedAt,
    opened_at: openedAt,
    released_at: releasedAs ? (openedAt ?? raisedAt) : null,
    released_as: releasedAs,
  })
  if (isSignal) {
    await build.insert('drift_signal_figure', {
      ...own,
      flag_id: id,
      figure: 41,
      threshold: 30,
      entries: '[]',
    })
  }
  await build.insert('drift_flag_response', {
    ...own,
    id: randomUUID(),
    flag_id: id,
    text: 'How I see it',
    written_at: raisedAt,
  })
  return id
}

export interface ListedFlag {
  readonly id: string
  readonly status?: string
  readonly responses?: { text: string }[]
}

/** The ids that one of the three lists shows this caller; null where the list is not part of their role. */
export async function flagsSeenIn(
  caller: Caller,
  list: 'myDriftFlags' | 'teamDriftFlags' | 'releasedDriftFlags',
) {
  const { data, errors } = await caller.ask<Record<string, { edges: { node: ListedFlag }[] }>>(
    `{ ${list} { edges { node { id } } totalCount } }`,
  )
  return errors ? null : (data?.[list]?.edges.map(({ node }) => node.id) ?? null)
}

interface AgreedLine {
  readonly activity: string
  readonly answer: string
  readonly doneBy: string | null
}

/** A role agreement of a placement that is in force. */
export async function aRoleAgreement(
  build: Builders,
  peer: Member,
  placementId: string,
  lines: readonly AgreedLine[],
): Promise<string> {
  const id = randomUUID()
  await build.insert('role_agreement', {
    ...{ organization_id: peer.organizationId, id, placement_id: placementId, peer_id: peer.id, version: 1 },
    ...{ starts_on: '2026-06-01', in_force_from: '2026-06-01', lines: JSON.stringify(lines) },
    ...{ proposed_by: peer.id, proposed_at: NOW },
  })
  return id
}
