import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import pg from 'pg'
import { StatementBatch, type Statement } from '../../api/dist/database/statement-batch.js'
import { answerCpu } from './answer-cpu.ts'

// The hand-written limit: bare http, one statement a request behind the same session check, the same policies.

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 16 })

const ENTER = 'select from access.enter($1, $2, $3, null)'

/** The whole answer as PostgreSQL's own JSON. */
const CASELOAD = /* sql */ `
  with mine as (
    select r.id, r.type, m.display_name, last.held_on, coalesce(last.held_on, r.starts_on) + t.cadence_days as due_on
      from supervision_relationship r
      join membership m on m.organization_id = r.organization_id and m.id = r.peer_id
      join supervision_agreement g on g.organization_id = r.organization_id and g.peer_id = r.peer_id and g.ends_on is null
      join supervision_agreement_term t on t.organization_id = g.organization_id and t.agreement_id = g.id and t.type = r.type
      left join lateral (
        select a.held_on from session_attendance a
          join session_segment s on s.organization_id = a.organization_id and s.session_id = a.session_id and s.type = r.type
         where a.organization_id = r.organization_id and a.peer_id = r.peer_id order by a.held_on desc limit 1) last on true
     where r.organization_id = (select access.organization_id()) and r.supervisor_id = (select access.membership_id())
       and r.accepted_at is not null and r.ends_on is null),
  day as (select access.today() as today, date_trunc('week', access.today())::date + 6 as sunday)
  select json_build_object('data', json_build_object('caseload', json_build_object(
    'totalCount', count(*),
    'facets', json_build_object(
      'overdue', count(*) filter (where due_on < today),
      'dueThisWeek', count(*) filter (where due_on between today and sunday),
      'onTrack', count(*) filter (where due_on > sunday)),
    'edges', json_agg(json_build_object('node', json_build_object(
      'type', type, 'lastHeldOn', held_on, 'peer', json_build_object('displayName', display_name),
      'due', json_build_object(
        'kind', case when due_on < today then 'OVERDUE' when due_on <= sunday then 'DUE_THIS_WEEK' else 'ON_TRACK' end,
        'dueOn', due_on, 'overdueDays', greatest(today - due_on, 0)))) order by due_on, id))))::text as answer
    from mine, day`

const CHECK_IN = /* sql */ `
  insert into weekly_check_in (organization_id, id, peer_id, week_start, week_felt, energy, rest, signs, self_care, tags, line,
    instrument_version, idempotency_key, body_hash, submitted_at)
  values (access.organization_id(), $1, access.membership_id(), $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11, access.now())
  returning json_build_object('data', json_build_object('submitWeeklyCheckIn', json_build_object(
    '__typename', 'WeeklyCheckInSaved', 'replayed', false, 'checkIn', json_build_object(
      'weekStart', week_start, 'weekFelt', week_felt, 'energy', energy, 'rest', rest, 'signs', signs, 'line', line))))::text as answer`

interface Asked {
  operationName: string
  variables: { input: Record<string, unknown> }
}

const server = createServer((request, response) => {
  answer(request).then(
    (text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text),
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
})

async function answer(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const asked = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Asked
  const token = /alongside-sid=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
  const isCaseload = asked.operationName === 'Caseload'
  const client = await pool.connect()
  try {
    const batch = new StatementBatch([
      {
        text: ENTER,
        values: [
          hash(token),
          new Date().toISOString(),
          [isCaseload ? 'team.read:SUPERVISOR' : 'check-in.own:PEER'],
        ],
      },
      isCaseload ? { text: CASELOAD, values: [] } : checkIn(asked.variables.input),
    ])
    const [, rows] = await client.query(batch).done
    return String(rows?.[0]?.['answer'])
  } finally {
    client.release()
  }
}

function checkIn(input: Record<string, unknown>): Statement {
  const { weekStart, weekFelt, energy, rest, signs, selfCare, tags, line, idempotencyKey } = input
  const values = [
    randomUUID(),
    weekStart,
    weekFelt,
    energy,
    rest,
    signs,
    selfCare,
    tags,
    line,
    idempotencyKey,
    hash(JSON.stringify(input)),
  ]
  return { text: CHECK_IN, values }
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

server.listen(0, '127.0.0.1', () => answerCpu(server))
