import { randomBytes, randomUUID } from 'node:crypto'
import type { ImportedPerson } from '@alongside/shared/imports/people-row'
import { type Write, writeSql } from '../../database/reads-and-writes.ts'
import { ME, NOW, TODAY, insertFrom } from '../../database/statements.ts'
import { Employment } from '../../people/employment/employment.entity.ts'
import { Invitation } from '../../people/invitations/invitation.entity.ts'
import { Membership } from '../../people/members/membership.entity.ts'
import { Placement } from '../../people/placements/placement.entity.ts'
import { hashToken } from '../../server/request-context.ts'
import type { NewLine } from './new-line.ts'

// What a confirmed file becomes: members who wait, their invitations, teams and placements.

const INVITED_FOR_HOURS = 72

/** Five statements, however many people. */
export function peopleMade(
  now: Date,
  importId: string,
  assessed: readonly NewLine<ImportedPerson>[],
  isMailWanted: boolean,
): Write[] {
  const people = assessed.map(({ line, made }) => madeOf(line, made))
  const parameters = { made: JSON.stringify(people) }
  return [
    insertFrom(Membership, MEMBERS, MEMBER, { parameters }),
    invitationsMade(now, parameters.made, isMailWanted ? null : people.length),
    insertFrom(Employment, TEAMS, { memberId: () => 'id', teamId: () => 'team' }, { parameters }),
    insertFrom(Placement, PLACEMENTS, PLACEMENT, { parameters }),
    outcomesNoted(importId, parameters.made),
  ]
}

const ROLES = () => 'array(select jsonb_array_elements_text(roles))'

const MEMBERS = 'from jsonb_to_recordset(:made::jsonb) as made (id uuid, name text, roles jsonb)'
const MEMBER = { id: () => 'id', displayName: () => 'name', roles: ROLES, joinedOn: TODAY }

const TEAMS = 'from jsonb_to_recordset(:made::jsonb) as made (id uuid, team uuid) where team is not null'

const PLACEMENTS = `from jsonb_to_recordset(:made::jsonb) as made (
  id uuid, placement uuid, agency uuid, title text, starts date, share numeric) where placement is not null`
const PLACEMENT = {
  id: () => 'placement',
  peerId: () => 'id',
  hostAgencyId: () => 'agency',
  jobTitle: () => 'title',
  startsOn: () => 'starts',
  fullTimeShare: () => 'share',
}

const INVITATIONS = `from rows from (jsonb_to_recordset(:made::jsonb) as (
    id uuid, name text, roles jsonb, invitation uuid, email text)) with ordinality
  as made (id, name, roles, invitation, email, place)`
const INVITATION = {
  id: () => 'invitation',
  email: () => 'email',
  displayName: () => 'name',
  roles: ROLES,
  membershipId: () => 'id',
  tokenHash: () => '(:hashes::bytea[])[place::integer]',
  invitedBy: ME,
  createdAt: NOW,
}

/** An invitation that is not mailed keeps the address and opens nothing: its link is made later. */
function invitationsMade(now: Date, made: string, unmailed: number | null): Write {
  const openHours = unmailed === null ? INVITED_FOR_HOURS : 0
  const expiresAt = new Date(now.getTime() + openHours * 3_600_000)
  const mailWantedAt = unmailed === null ? NOW : null
  const hashes =
    unmailed === null
      ? null
      : Array.from({ length: unmailed }, () => hashToken(randomBytes(32).toString('hex')))
  const row = { ...INVITATION, expiresAt, mailWantedAt }
  return insertFrom(Invitation, INVITATIONS, row, { parameters: { made, hashes } })
}

function outcomesNoted(importId: string, outcomes: string): Write {
  return writeSql(
    `update import_row r
        set outcome = 'MADE', membership_id = now.id,
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
