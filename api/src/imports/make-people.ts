import { randomBytes, randomUUID } from 'node:crypto'
import type { ImportedPerson } from '@alongside/shared/imports/people-row'
import type { Transaction } from '../database/unit-of-work.ts'
import { hashToken } from '../server/request-context.ts'
import type { validateLines } from './people-file/people-facts.ts'

// What a confirmed file becomes: members who wait, their invitations, teams and placements.

const INVITED_FOR_HOURS = 72

type Assessed = ReturnType<typeof validateLines>[number]

/** Five statements, however many people. */
export async function makePeople(
  tx: Transaction,
  importId: string,
  assessed: readonly Assessed[],
  isMailWanted: boolean,
): Promise<void> {
  const people = assessed.flatMap((each) => (each.kind === 'new' ? [madeOf(each.line, each.person)] : []))
  const leftOut = assessed.filter(({ kind }) => kind === 'problem').map(({ line }) => ({ line }))
  const made = JSON.stringify(people)
  await Promise.all([
    addMembers(tx, made),
    addInvitations(tx, made, isMailWanted ? null : people.length),
    addToTeams(tx, made),
    addPlacements(tx, made),
    noteOutcomes(tx, importId, JSON.stringify([...people, ...leftOut])),
  ])
}

function addMembers(tx: Transaction, made: string) {
  return tx.run(
    `insert into membership (organization_id, id, display_name, roles, joined_on)
     select access.organization_id(), id, name, array(select jsonb_array_elements_text(roles)), access.today()
       from jsonb_to_recordset($1::jsonb) as made (id uuid, name text, roles jsonb)`,
    [made],
  )
}

/** An invitation that is not mailed keeps the address and opens nothing: its link is made later. */
function addInvitations(tx: Transaction, made: string, unmailed: number | null) {
  const openHours = unmailed === null ? INVITED_FOR_HOURS : 0
  const expiresAt = new Date(tx.actor.now.getTime() + openHours * 3_600_000).toISOString()
  const ofNobody =
    unmailed === null
      ? null
      : Array.from({ length: unmailed }, () => hashToken(randomBytes(32).toString('hex')))
  return tx.run(
    `insert into invitation (organization_id, id, email, display_name, roles, token_hash, invited_by, created_at,
       expires_at, membership_id, mail_wanted_at)
     select access.organization_id(), invitation, email, name, array(select jsonb_array_elements_text(roles)),
            ($3::bytea[])[place::integer], access.membership_id(), access.now(), $2, id,
            case when $3::bytea[] is null then access.now() end
       from rows from (jsonb_to_recordset($1::jsonb) as (
              id uuid, name text, roles jsonb, invitation uuid, email text)) with ordinality
            as made (id, name, roles, invitation, email, place)`,
    [made, expiresAt, ofNobody],
  )
}

function addToTeams(tx: Transaction, made: string) {
  return tx.run(
    `insert into employment (organization_id, member_id, team_id)
     select access.organization_id(), id, team
       from jsonb_to_recordset($1::jsonb) as made (id uuid, team uuid) where team is not null`,
    [made],
  )
}

function addPlacements(tx: Transaction, made: string) {
  return tx.run(
    `insert into placement (organization_id, id, peer_id, host_agency_id, job_title, starts_on, full_time_share)
     select access.organization_id(), placement, id, agency, title, starts, share
       from jsonb_to_recordset($1::jsonb) as made (
              id uuid, placement uuid, agency uuid, title text, starts date, share numeric)
      where placement is not null`,
    [made],
  )
}

function noteOutcomes(tx: Transaction, importId: string, outcomes: string) {
  return tx.run(
    `update import_row r
        set outcome = case when now.id is null then 'LEFT_OUT' else 'MADE' end, membership_id = now.id,
            placement_id = now.placement, invitation_id = now.invitation
       from jsonb_to_recordset($2::jsonb) as now (line integer, id uuid, placement uuid, invitation uuid)
      where r.organization_id = (select access.organization_id()) and r.batch_id = $1 and r.line = now.line`,
    [importId, outcomes],
  )
}

function madeOf(line: number, { displayName, email, roles, teamId, placement }: ImportedPerson) {
  return {
    line,
    id: randomUUID(),
    name: displayName,
    email,
    roles,
    invitation: randomUUID(),
    team: teamId,
    placement: placement ? randomUUID() : null,
    agency: placement?.hostAgencyId ?? null,
    title: placement?.jobTitle ?? null,
    starts: placement?.startsOn ?? null,
    share: placement?.fullTimeShare ?? null,
  }
}
