import { randomUUID } from 'node:crypto'
import { NOW } from '../../../support/fixed-today.ts'
import { MEMBERS } from '../../walls-expected.ts'
import type { WallsWorld } from '../../walls-world.ts'
import { type Attempt, insertion, update } from '../attempt.ts'

// Who answers, who proposes, who accepts, and who sets the frame.

const at = NOW.toISOString()
const id = (): string => randomUUID()

export function attemptsOnRoles(world: WallsWorld): Attempt[] {
  return [...onTheFrame(world), ...onWorksheets(world), ...onAgreements(world)]
}

function onTheFrame({ cast, agencyId }: WallsWorld): Attempt[] {
  const { peer, manager } = cast.actors
  const activity = ['id', 'name', 'activity_group', 'activity_function', 'set_by', 'set_at']
  const rules = ['id', 'host_agency_id', 'version', 'transport', 'written_by', 'written_at']
  const added = (by: string): unknown[] => [id(), `Activity ${id()}`, 'AGENCY', 'ERRAND', by, at]
  const written = (by: string): unknown[] => [id(), agencyId, 2, 'No rides.', by, at]
  const archive = (label: string, by: string, allowed: Attempt['allowed']) =>
    update(
      label,
      'custom_activity',
      `archived_at = access.now(), set_at = access.now(), set_by = ${by}`,
      'name',
      'Roll call',
      allowed,
    )
  const rename = (label: string, by: string, allowed: Attempt['allowed']) =>
    update(
      label,
      'custom_activity',
      `name = 'Renamed', set_at = access.now(), set_by = ${by}`,
      'name',
      'Roll call',
      allowed,
    )
  return [
    rename('rename an activity', 'access.membership_id()', ['manager']),
    rename("rename an activity in the peer's name", `'${peer.id}'`, []),
    insertion('add an activity', 'custom_activity', activity, (me) => added(me), ['manager']),
    insertion("add an activity in the manager's name", 'custom_activity', activity, () => added(manager.id), [
      'manager',
    ]),
    archive('archive an activity', 'access.membership_id()', ['manager']),
    archive("archive an activity in the peer's name", `'${peer.id}'`, []),
    insertion('write house rules', 'house_rules', rules, (me) => written(me), ['administrative', 'manager']),
    insertion("write house rules in the manager's name", 'house_rules', rules, () => written(manager.id), [
      'manager',
    ]),
    update(
      'say whether participants are ordered to take part',
      'placement',
      'is_participation_ordered = true',
      'peer_id',
      peer.id,
      ['peer', 'manager'],
    ),
  ]
}

function onWorksheets({ cast, agencyId, roles }: WallsWorld): Attempt[] {
  const { peer } = cast.actors
  const worksheet = ['id', 'host_agency_id', 'member_id', 'side', 'started_at']
  const answer = ['worksheet_id', 'activity', 'member_id', 'is_part_of_role', 'answered_at']
  const start = (label: string, side: string, allowed: Attempt['allowed'], over?: string) =>
    insertion(label, 'role_worksheet', worksheet, (me) => [id(), agencyId, over ?? me, side, at], allowed)
  return [
    start('start a worksheet as a peer', 'PEER', ['peer']),
    start('start a worksheet as a supervisor', 'SUPERVISOR', ['educational', 'supportive']),
    start('start a worksheet for the agency', 'HOST_AGENCY', ['administrative', 'manager']),
    start("start the peer's worksheet", 'PEER', ['peer'], peer.id),
    insertion(
      'start a worksheet as handed in',
      'role_worksheet',
      [...worksheet, 'handed_in_at'],
      (me) => [id(), agencyId, me, 'HOST_AGENCY', at, at],
      [],
    ),
    update(
      'hand a worksheet in',
      'role_worksheet',
      'handed_in_at = access.now()',
      'id',
      roles.worksheets.open,
      ['supportive'],
    ),
    update(
      'hand a worksheet in for the past',
      'role_worksheet',
      "handed_in_at = '2026-01-01'",
      'id',
      roles.worksheets.open,
      [],
    ),
    // The foreign key then holds it to a worksheet of one's own.
    insertion(
      'answer in a worksheet',
      'role_worksheet_answer',
      answer,
      (me) => [roles.worksheets.peer, 'SOCIALIZING', me, true, at],
      MEMBERS,
    ),
    insertion(
      "answer in the peer's worksheet",
      'role_worksheet_answer',
      answer,
      () => [roles.worksheets.peer, 'SOCIALIZING', peer.id, true, at],
      ['peer'],
    ),
    update(
      "change an answer in the peer's worksheet",
      'role_worksheet_answer',
      'is_part_of_role = false, answered_at = access.now()',
      'worksheet_id',
      roles.worksheets.peer,
      ['peer'],
    ),
  ]
}

function onAgreements({ cast, roles }: WallsWorld): Attempt[] {
  const { peer } = cast.actors
  const version = [
    'id',
    'placement_id',
    'peer_id',
    'version',
    'starts_on',
    'lines',
    'proposed_by',
    'proposed_at',
  ]
  const proposal = (by: string): unknown[] => [id(), id(), peer.id, 9, '2026-07-01', '[]', by, at]
  const acceptance = ['agreement_id', 'side', 'peer_id', 'accepted_by', 'on_behalf_of', 'accepted_at']
  const accept = (
    label: string,
    side: string,
    allowed: Attempt['allowed'],
    {
      agreement = roles.proposed,
      by,
      name = null,
    }: { agreement?: string; by?: string; name?: string | null } = {},
  ) =>
    insertion(
      label,
      'role_agreement_acceptance',
      acceptance,
      (me) => [agreement, side, peer.id, by ?? me, name, at],
      allowed,
    )
  const withdraw = (label: string, agreement: string, allowed: Attempt['allowed']) =>
    update(label, 'role_agreement', 'withdrawn_at = access.now()', 'id', agreement, allowed)
  return [
    insertion('propose a role agreement', 'role_agreement', version, (me) => proposal(me), [
      ...(['peer', 'educational', 'supportive'] as const),
    ]),
    insertion(
      "propose a role agreement in the peer's name",
      'role_agreement',
      version,
      () => proposal(peer.id),
      ['peer'],
    ),
    insertion(
      'propose a role agreement as agreed',
      'role_agreement',
      [...version, 'in_force_from'],
      (me) => [...proposal(me), '2026-07-01'],
      [],
    ),
    withdraw('withdraw a proposed role agreement', roles.proposed, ['peer', 'educational', 'supportive']),
    withdraw('withdraw an agreed role agreement', roles.agreed, []),
    accept('accept a role agreement as the peer', 'PEER', ['peer']),
    accept('accept a role agreement as a supervisor', 'SUPERVISOR', ['educational', 'supportive']),
    accept('accept a role agreement for the agency', 'HOST_AGENCY', ['administrative']),
    accept('accept a role agreement for the agency by name', 'HOST_AGENCY', ['administrative', 'manager'], {
      name: 'Lt. Ames',
    }),
    accept("accept a role agreement in the peer's name", 'PEER', ['peer'], { by: peer.id }),
    accept('accept a role agreement that is in force', 'PEER', [], { agreement: roles.agreed }),
  ]
}
