import { randomUUID } from 'node:crypto'
import { NOW, TODAY } from '../../support/fixed-today.ts'
import { type Attempt, insertion, update } from './attempt.ts'
import { attemptsOnCatalogue } from './attempts-on-catalogue.ts'
import { attemptsOnCertificationHistory } from './attempts-on-certification-history.ts'
import { attemptsOnImports } from './attempts-on-imports.ts'
import { attemptsOnMembers } from './attempts-on-members.ts'
import { attemptsOnNotifications } from './attempts-on-notifications.ts'
import { attemptsOnOwnAccount } from './attempts-on-own-account.ts'
import { attemptsOnPlanning } from '../planning/attempts-on-planning.ts'
import { attemptsOnRenewals } from '../renewals/attempts-on-renewals.ts'
import { attemptsOnRules } from './attempts-on-rules.ts'
import { attemptsOnSettingUp } from './attempts-on-setting-up.ts'
import { attemptsOnStructure } from './drift/attempts-on-structure.ts'
import { attemptsOnClimate } from './wellness/attempts-on-climate.ts'
import { attemptsOnQuestionnaires } from './wellness/attempts-on-questionnaires.ts'
import { attemptsOnSupervisorsOwn } from '../oversight/attempts-on-supervisors-own.ts'
import { attemptsOnTaskRequests } from './task-requests/attempts-on-task-requests.ts'
import { attemptsOnWork } from './attempts-on-work.ts'
import { attemptsOnSigning } from './signing/attempts-on-signing.ts'
import { attemptsOnWeeks } from './drift/attempts-on-weeks.ts'
import { attemptsOnWellness } from '../wellness/attempts-on-wellness.ts'
import { attemptsOnSupervision } from './attempts-on-supervision.ts'
import { attemptsOnAgendas } from './supervision/attempts-on-agendas.ts'
import { attemptsOnRoles } from './drift/attempts-on-roles.ts'
import { SUPERVISORS } from '../walls-expected.ts'
import type { WallsWorld } from '../walls-world.ts'

// Who may write what, tried row by row: the other half of the trust rules.

const at = NOW.toISOString()

export function attempts(world: WallsWorld): Attempt[] {
  const { cast, flags, agencyId, justLogged, pastCheckIn } = world
  const { peer, colleague, educational } = cast.actors
  const id = (): string => randomUUID()
  return [
    ...attemptsOnCertificationHistory(world),
    ...attemptsOnImports(world),
    ...attemptsOnMembers(world),
    ...attemptsOnRenewals(world),
    ...attemptsOnNotifications(world),
    ...attemptsOnOwnAccount(world),
    ...attemptsOnSupervisorsOwn(world),
    ...attemptsOnWork(world),
    ...attemptsOnTaskRequests(world),
    ...attemptsOnSupervision(world),
    ...attemptsOnPlanning(world),
    ...attemptsOnSigning(world),
    ...attemptsOnAgendas(world),
    ...attemptsOnWellness(world),
    ...attemptsOnWeeks(world),
    ...attemptsOnCatalogue(),
    ...attemptsOnRules(world),
    ...attemptsOnSettingUp(world),
    ...attemptsOnClimate(world),
    ...attemptsOnRoles(world),
    ...attemptsOnStructure(world),
    ...attemptsOnQuestionnaires(world),
    insertion(
      'add a placement',
      'placement',
      ['peer_id', 'host_agency_id', 'job_title', 'starts_on'],
      () => [peer.id, agencyId, 'PEER_BRIDGER', TODAY],
      ['manager'],
    ),
    insertion(
      'make a supervision agreement',
      'supervision_agreement',
      ['peer_id', 'agreed_on'],
      () => [colleague.id, TODAY],
      ['manager'],
    ),
    insertion(
      'add a term to a supervision agreement',
      'supervision_agreement_term',
      ['agreement_id', 'type', 'peer_id', 'cadence_days'],
      () => [null, 'EDUCATIONAL', peer.id, 7],
      ['manager'],
    ),
    insertion(
      'propose a supervision relationship',
      'supervision_relationship',
      ['supervisor_id', 'peer_id', 'type', 'starts_on', 'proposed_at'],
      () => [educational.id, colleague.id, 'SUPPORTIVE', TODAY, at],
      ['manager'],
    ),
    insertion(
      'add a supervision relationship as accepted',
      'supervision_relationship',
      ['supervisor_id', 'peer_id', 'type', 'starts_on', 'proposed_at', 'accepted_at'],
      () => [educational.id, colleague.id, 'SUPPORTIVE', TODAY, at, at],
      [],
    ),
    insertion(
      'check in for oneself',
      'weekly_check_in',
      [
        'id',
        'peer_id',
        'week_start',
        'week_felt',
        'instrument_version',
        'idempotency_key',
        'body_hash',
        'submitted_at',
      ],
      (me) => [id(), me, '2026-06-08', 3, 1, id(), Buffer.alloc(32), at],
      ['peer', 'colleague'],
    ),
    insertion(
      'check in for the peer',
      'weekly_check_in',
      [
        'id',
        'peer_id',
        'week_start',
        'week_felt',
        'instrument_version',
        'idempotency_key',
        'body_hash',
        'submitted_at',
      ],
      () => [id(), peer.id, '2026-06-08', 3, 1, id(), Buffer.alloc(32), at],
      ['peer'],
    ),
    insertion(
      'check in for a past month',
      'weekly_check_in',
      [
        'id',
        'peer_id',
        'week_start',
        'week_felt',
        'instrument_version',
        'idempotency_key',
        'body_hash',
        'submitted_at',
      ],
      (me) => [id(), me, '2026-04-06', 3, 1, id(), Buffer.alloc(32), at],
      [],
    ),
    insertion(
      'record a certification',
      'certification',
      ['id', 'peer_id', 'credential_id', 'issued_on', 'recorded_by', 'recorded_at'],
      (me) => [id(), peer.id, 'us-oh-cprs', TODAY, me, at],
      ['manager'],
    ),
    insertion(
      'record a CE course',
      'ce_activity',
      ['id', 'title', 'held_on', 'delivery_mode', 'recorded_by', 'recorded_at'],
      (me) => [id(), 'Ethics', TODAY, 'IN_PERSON', me, at],
      ['manager'],
    ),
    insertion(
      'flag something about oneself',
      'drift_flag',
      ['id', 'peer_id', 'raised_by_kind', 'raised_by_id', 'evidence', 'cause', 'raised_at'],
      (me) => [id(), me, 'PEER', me, 'words', 'STRUCTURE', at],
      ['peer', 'colleague', 'administrative', 'educational', 'supportive', 'manager', 'admin', 'auditor'],
    ),
    insertion(
      'flag something seen at the peer',
      'drift_flag',
      ['id', 'peer_id', 'raised_by_kind', 'raised_by_id', 'evidence', 'cause', 'raised_at'],
      (me) => [id(), peer.id, 'SUPERVISOR', me, 'words', 'STRUCTURE', at],
      ['educational', 'supportive'],
    ),
    insertion(
      'record a board status',
      'board_status_period',
      ['id', 'certification_id', 'peer_id', 'status', 'starts_on', 'recorded_by', 'recorded_at'],
      (me) => [id(), id(), peer.id, 'ACTIVE', TODAY, me, at],
      ['manager'],
    ),
    insertion(
      'record a CE credit',
      'ce_credit',
      ['activity_id', 'peer_id', 'hours', 'categories'],
      () => [id(), peer.id, 2, ['ethics']],
      ['manager'],
    ),
    insertion(
      'log a supervision session',
      'supervision_session',
      ['id', 'supervisor_id', 'held_on', 'minutes', 'status', 'format', 'modality', 'logged_at'],
      (me) => [id(), me, TODAY, 30, 'HELD', 'INDIVIDUAL', 'PHONE', at],
      SUPERVISORS,
    ),
    insertion(
      'log attendance',
      'session_attendance',
      ['session_id', 'peer_id', 'minutes', 'supervisor_id', 'held_on', 'logged_at'],
      (me) => [id(), peer.id, 30, me, TODAY, at],
      SUPERVISORS,
    ),
    insertion(
      'save the idempotency key of a session',
      'session_submission',
      ['supervisor_id', 'idempotency_key', 'session_id', 'body_hash'],
      () => [educational.id, id(), id(), Buffer.alloc(32)],
      ['educational'],
    ),
    ...(['administrative', 'educational', 'supportive'] as const).flatMap((type) => [
      insertion(
        `log the ${type} segment of a session`,
        'session_segment',
        ['session_id', 'type', 'minutes'],
        () => [justLogged[type], type.toUpperCase(), 30],
        [type],
      ),
      insertion(
        `write the ${type} note of a session`,
        `${type}_note`,
        ['id', 'session_id', 'about_peer_id', 'supervisor_id', 'activities', 'note', 'written_at'],
        (me) => [id(), justLogged[type], peer.id, me, [], 'words', at],
        [type],
      ),
    ]),
    insertion(
      'save the figure of a drift signal',
      'drift_signal_figure',
      ['flag_id', 'peer_id', 'figure', 'threshold', 'entries'],
      () => [flags.unopened, peer.id, 1, 2, '[]'],
      ['peer'],
    ),
    insertion(
      "add the peer's response to a flag",
      'drift_flag_response',
      ['flag_id', 'peer_id', 'text', 'written_at'],
      () => [flags.released, peer.id, 'words', at],
      ['peer'],
    ),
    insertion(
      'take a step on a flag',
      'drift_flag_step',
      ['flag_id', 'peer_id', 'from_status', 'to_status', 'taken_by', 'taken_at'],
      (me) => [flags.released, peer.id, 'OPEN', 'DISCUSSED', me, at],
      ['peer', 'educational', 'supportive'],
    ),
    update('change a caseload size', 'placement', 'caseload_size = 20', 'peer_id', peer.id, [
      'peer',
      'manager',
    ]),
    update(
      'end a supervision relationship',
      'supervision_relationship',
      'ends_on = current_date',
      'peer_id',
      peer.id,
      ['peer', 'manager'],
    ),
    update('replace the check-in of this week', 'weekly_check_in', 'energy = 4', 'peer_id', peer.id, [
      'peer',
    ]),
    update('move an opened flag', 'drift_flag', "status = 'DISCUSSED'", 'id', flags.opened, [
      'peer',
      'educational',
      'supportive',
    ]),
    update('move a released flag', 'drift_flag', "status = 'DISCUSSED'", 'id', flags.released, [
      'peer',
      'educational',
      'supportive',
    ]),
    update('replace the check-in of a past month', 'weekly_check_in', 'energy = 4', 'id', pastCheckIn, []),
    update('move a flag not opened', 'drift_flag', "status = 'DISCUSSED'", 'id', flags.unopened, ['peer']),
  ]
}
