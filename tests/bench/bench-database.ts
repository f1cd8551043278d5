import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { runMigrations } from '../../api/dist/database/data-source.js'
import { startEmbeddedPostgres } from '../../api/dist/database/embedded/embedded-postgres.js'
import { prepareRoles } from '../../api/dist/database/roles.js'

/** What a page of the web app sends with each request: its session, and for whom it was drawn. */
export interface BenchPage {
  readonly token: string
  readonly membershipId: string
}

export interface BenchTokens {
  readonly supervisors: readonly BenchPage[]
  readonly peers: readonly BenchPage[]
  readonly thisWeek: string
}
export interface BenchDatabase {
  readonly appUrl: string
  readonly superuserUrl: string
  readonly tokens: BenchTokens
  stop(): Promise<void>
}

const ORGANIZATIONS = 20
const PEERS_EACH = 25

/** A small database of its own: 20 organizations of 25 peers, three relationships each, half a year of sessions. */
export async function benchDatabase(dataDirectory: string): Promise<BenchDatabase> {
  const cluster = await startEmbeddedPostgres({ dataDirectory, log: () => undefined })
  const [owner, application] = [randomBytes(12).toString('hex'), randomBytes(12).toString('hex')]
  await prepareRoles(cluster.superuserUrl('postgres'), {
    owner: { name: 'alongside_owner', password: owner },
    application: { name: 'alongside_app', password: application },
  })
  const urlOf = (role: string, password: string): string =>
    `postgres://${role}:${password}@127.0.0.1:${cluster.port}/bench`
  await withClient(cluster.superuserUrl('postgres'), (client) =>
    client.query('create database bench owner alongside_owner'),
  )
  await runMigrations(urlOf('alongside_owner', owner))
  const superuserUrl = cluster.superuserUrl('bench')
  const tokens = await withClient(superuserUrl, seed)
  return { appUrl: urlOf('alongside_app', application), superuserUrl, tokens, stop: () => cluster.stop() }
}

export async function emptyCheckIns(superuserUrl: string): Promise<void> {
  await withClient(superuserUrl, (client) => client.query('truncate weekly_check_in'))
}

async function withClient<Answer>(
  url: string,
  work: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function seed(client: pg.Client): Promise<BenchTokens> {
  await client.query('begin')
  await client.query(PEOPLE, [ORGANIZATIONS, PEERS_EACH])
  await client.query(SESSIONS)
  await client.query('commit')
  const members = await client.query<{
    organization_id: string
    id: string
    account_id: string
    roles: string[]
  }>('select organization_id, id, account_id, roles from membership order by organization_id, id')
  const supervisors: BenchPage[] = []
  const peers: BenchPage[] = []
  for (const member of members.rows) {
    const token = randomBytes(32).toString('base64url')
    await client.query(
      `insert into sign_in_session (organization_id, token_hash, account_id, membership_id, created_at, last_seen_at, confirmed_at, expires_at, idle_minutes)
       values ($1, $2, $3, $4, now(), now(), now(), now() + interval '1 day', 1440)`,
      [member.organization_id, createHash('sha256').update(token).digest(), member.account_id, member.id],
    )
    ;(member.roles.includes('PEER') ? peers : supervisors).push({ token, membershipId: member.id })
  }
  await client.query('analyze')
  const { rows } = await client.query<{ week: string }>(
    "select date_trunc('week', now() at time zone 'UTC')::date::text as week",
  )
  return { supervisors, peers, thisWeek: rows[0]?.week ?? '' }
}

const PEOPLE = /* sql */ `
  with made as (
    insert into organization (name, kind, home_state, time_zone)
    select 'Organization ' || n, 'OTHER', 'OH', 'UTC' from generate_series(1, $1) n returning id),
  people as (
    select made.id as organization_id, gen_random_uuid() as id, gen_random_uuid() as account_id, n
      from made, generate_series(0, $2) n),
  accounts as (
    insert into account (id, email, password_hash) select account_id, account_id || '@example.org', 'none' from people),
  members as (
    insert into membership (organization_id, id, account_id, display_name, roles, joined_on)
    select organization_id, id, account_id, 'Member ' || n, array[case n when 0 then 'SUPERVISOR' else 'PEER' end], current_date - 400
      from people),
  agreements as (
    insert into supervision_agreement (organization_id, id, peer_id, agreed_on)
    select organization_id, gen_random_uuid(), id, current_date - 300 from people where n > 0 returning *),
  terms as (
    insert into supervision_agreement_term (organization_id, agreement_id, type, peer_id, cadence_days)
    select a.organization_id, a.id, type, a.peer_id, 14
      from agreements a, unnest(array['ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE']) type)
  insert into supervision_relationship (organization_id, supervisor_id, peer_id, type, starts_on, proposed_at, accepted_at)
  select p.organization_id, s.id, p.id, 'SUPPORTIVE', current_date - 300, now(), now()
    from people p join people s on s.organization_id = p.organization_id and s.n = 0 where p.n > 0`

const SESSIONS = /* sql */ `
  with held as (
    select r.organization_id, gen_random_uuid() as id, r.supervisor_id, r.peer_id, current_date - (w * 14 + abs(hashtext(r.id::text)) % 20) as held_on
      from supervision_relationship r, generate_series(0, 12) w),
  sessions as (
    insert into supervision_session (organization_id, id, supervisor_id, held_on, minutes, status, format, modality, logged_at)
    select organization_id, id, supervisor_id, held_on, 45, 'HELD', 'INDIVIDUAL', 'VIDEO', now() from held),
  attendance as (
    insert into session_attendance (organization_id, session_id, peer_id, minutes, supervisor_id, held_on, logged_at)
    select organization_id, id, peer_id, 45, supervisor_id, held_on, now() from held)
  insert into session_segment (organization_id, session_id, type, minutes)
  select organization_id, id, 'SUPPORTIVE', 45 from held`
