import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { hashToken } from '../../../api/src/server/request-context.ts'
import type { SupervisionType } from '../../../shared/src/supervision/supervision-types.ts'
import type { Member } from './builders.ts'
import { NOW, TODAY } from '../fixed-today.ts'
import type { TestApi } from '../test-api.ts'

export interface BuiltSession {
  readonly heldOn?: string
  readonly format?: string
  readonly modality?: string
  readonly segments?: Partial<Record<SupervisionType, number>>
  readonly notes?: readonly { type: SupervisionType; aboutPeer?: Member; note: string }[]
}

/** A held session with all its rows, past the walls. One transaction: its segments add up at commit. */
export async function aSession(
  api: TestApi,
  supervisor: Member,
  peers: readonly Member[],
  {
    heldOn = TODAY,
    format,
    modality = 'VIDEO',
    segments = { SUPPORTIVE: 45 },
    notes = [],
  }: BuiltSession = {},
): Promise<string> {
  const id = randomUUID()
  const { organizationId } = supervisor
  const minutes = Object.values(segments).reduce((sum, part) => sum + part, 0)
  const base = { organization_id: organizationId, session_id: id }
  await api.superuser.query('begin')
  await api.build.insert('supervision_session', {
    organization_id: organizationId,
    id,
    supervisor_id: supervisor.id,
    held_on: heldOn,
    minutes,
    status: 'HELD',
    format: format ?? (peers.length > 1 ? 'GROUP' : 'INDIVIDUAL'),
    modality,
    logged_at: NOW,
  })
  for (const peer of peers) {
    await api.build.insert('session_attendance', {
      ...base,
      peer_id: peer.id,
      minutes,
      supervisor_id: supervisor.id,
      held_on: heldOn,
      logged_at: NOW,
    })
  }
  for (const [type, part] of Object.entries(segments)) {
    await api.build.insert('session_segment', { ...base, type, minutes: part })
  }
  for (const { type, aboutPeer, note } of notes) {
    await api.build.insert(`${type.toLowerCase()}_note`, {
      ...base,
      id: randomUUID(),
      about_peer_id: aboutPeer?.id ?? null,
      supervisor_id: supervisor.id,
      activities: [],
      note,
      written_at: NOW,
    })
  }
  await api.superuser.query('commit')
  return id
}

/** What a supervisor's form sends for one peer; parts are replaced by `over`. */
export function sessionInput(
  peers: readonly { id: string }[],
  over: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    idempotencyKey: randomUUID(),
    heldOn: TODAY,
    minutes: 45,
    format: peers.length > 1 ? 'GROUP' : 'INDIVIDUAL',
    modality: 'VIDEO',
    attendees: peers.map(({ id }) => ({ peerId: id })),
    segments: [{ type: 'SUPPORTIVE', minutes: 45, activities: ['SELF_CARE'], note: 'We spoke about rest.' }],
    ...over,
  }
}

const logSession = (answered: string): string =>
  `mutation ($input: LogSupervisionSessionInput!) { logSupervisionSession(input: $input) { ${answered} } }`
/** As the form sends it. */
export const LOG_SESSION = logSession('replayed')
export const LOG_AND_READ_SESSION = logSession(
  'replayed session { id attendees { peer { id } } segments { notes { note } } }',
)

/** Statements as the application role, with the settings that `access.enter` makes for a session of the reader. */
export async function inDatabaseAs<Found extends object>(
  api: TestApi,
  reader: Member,
  ...statements: readonly (string | { text: string; values: unknown[] })[]
): Promise<Found[]> {
  const token = await api.session(reader)
  const client = new pg.Client({ connectionString: api.urls.appUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query("select access.enter($1, $2, '{}', null)", [hashToken(token), NOW.toISOString()])
    let rows: Found[] = []
    for (const statement of statements) rows = (await client.query<Found>(statement as string)).rows
    await client.query('commit')
    return rows
  } finally {
    await client.end()
  }
}

/** The peer's relationship of a type, as the cast has it. */
export async function relationshipOf(api: TestApi, peer: Member, type: SupervisionType): Promise<string> {
  const { rows } = await api.superuser.query<{ id: string }>(
    'select id from supervision_relationship where peer_id = $1 and type = $2',
    [peer.id, type],
  )
  return rows[0]?.id ?? ''
}
