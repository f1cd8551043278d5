import { randomUUID } from 'node:crypto'
import { type Builders, cast } from '../support/builders/builders.ts'
import { placeSupervisorsOwn } from './oversight/rows-of-supervisors.ts'
import { LAST_MONTH, type PlacedRow, RowPlacing } from './rows/row-placing.ts'
import { placeStructure } from './rows/drift/rows-of-structure.ts'
import { placeClimate } from './rows/wellness/rows-of-climate.ts'
import { placeWeeks } from './rows/drift/rows-of-weeks.ts'
import { placeQuestionnaires } from './rows/wellness/rows-of-questionnaires.ts'
import { placeImports } from './rows/rows-of-imports.ts'
import { placeMembers } from './rows/rows-of-members.ts'
import { placeNotifications } from './rows/rows-of-notifications.ts'
import { placeOwnAccount } from './rows/rows-of-own-account.ts'
import { placePeople, placeSessions } from './rows/rows-of-people-and-sessions.ts'
import { placePlanning } from './planning/rows-of-planning.ts'
import { placeSigning } from './rows/signing/rows-of-signing.ts'
import { placeTaskRequests } from './rows/task-requests/rows-of-task-requests.ts'
import { placeAgendas } from './rows/supervision/rows-of-agendas.ts'
import { placeRenewals } from './renewals/rows-of-renewals.ts'
import { placeRoles } from './rows/drift/rows-of-roles.ts'
import { placeRules } from './rows/rows-of-rules.ts'
import { placeSupervision } from './rows/rows-of-supervision.ts'
import { placeWork } from './rows/rows-of-work.ts'
import { placeWellness } from './wellness/rows-of-wellness.ts'
import { placeSettingUp } from './rows/rows-of-setting-up.ts'
import { placeCertificationHistory } from './rows/rows-of-certification-history.ts'
import { placeCertification, placeCheckIns, placeFlags } from './rows/rows-of-one-peer.ts'

export type Cast = Awaited<ReturnType<typeof cast>>
export type ActorName = keyof Cast['actors']
export interface WallsWorld {
  readonly cast: Cast
  readonly rows: readonly PlacedRow[]
  /** The same rows in another organization, about members of the same ids: no wall but the organization's holds them back. */
  readonly twins: readonly PlacedRow[]
  readonly members: Awaited<ReturnType<typeof placeMembers>>
  readonly imports: Awaited<ReturnType<typeof placeImports>>
  readonly notifications: Awaited<ReturnType<typeof placeNotifications>>
  readonly rules: Awaited<ReturnType<typeof placeRules>>
  readonly work: Awaited<ReturnType<typeof placeWork>>
  readonly supervision: Awaited<ReturnType<typeof placeSupervision>>
  readonly planning: Awaited<ReturnType<typeof placePlanning>>
  readonly agendas: Awaited<ReturnType<typeof placeAgendas>>
  readonly tasks: Awaited<ReturnType<typeof placeTaskRequests>>
  readonly flags: Awaited<ReturnType<typeof placeFlags>>
  readonly weeks: Awaited<ReturnType<typeof placeWeeks>>
  /** Sessions that their holder has just logged, with the segment that another wrote missing. */
  readonly justLogged: Readonly<Record<'administrative' | 'educational' | 'supportive', string>>
  readonly signing: Awaited<ReturnType<typeof placeSigning>>
  readonly pastCheckIn: string
  readonly roles: Awaited<ReturnType<typeof placeRoles>>
  readonly wellness: Awaited<ReturnType<typeof placeWellness>>
  /** Held by the educational supervisor. */
  readonly session: string
  readonly history: Awaited<ReturnType<typeof placeCertificationHistory>>
  readonly agencyId: string
  /** Ids that a curious caller could try: of people, certifications, sessions, flags. */
  readonly ids: readonly string[]
}

/** One row of every table about one peer, placed past the walls. */
export async function buildWallsWorld(build: Builders): Promise<WallsWorld> {
  const world = await cast(build)
  const { peer, colleague, stranger } = world.actors
  const own = await placeRows(build, world, world.organization.id, world.hostAgencyId)
  const twinAgency = await build.hostAgency(world.elsewhere)
  for (const actor of Object.values(world.actors).filter(
    (one) => one.organizationId === world.organization.id,
  )) {
    const accountId = randomUUID()
    await build.insert('account', {
      id: accountId,
      email: `twin-${accountId}@example.org`,
      password_hash: 'none',
    })
    await build.insert('membership', {
      organization_id: world.elsewhere.id,
      id: actor.id,
      account_id: accountId,
      display_name: 'Twin',
      roles: ['PEER'],
      joined_on: LAST_MONTH,
    })
  }
  const twin = await placeRows(build, world, world.elsewhere.id, twinAgency)
  const person = (label: string, organization_id: string, id: string): PlacedRow => ({
    label,
    table: 'membership',
    where: { organization_id, id },
  })
  const rows = [
    ...own.rows,
    { label: 'organization', table: 'organization', where: { id: world.organization.id } },
    { label: 'account', table: 'account', where: { id: peer.accountId } },
    person('membership', world.organization.id, peer.id),
    person('membership of a colleague', world.organization.id, colleague.id),
  ]
  const twins = [
    ...twin.rows,
    { label: 'organization', table: 'organization', where: { id: world.elsewhere.id } },
    { label: 'account', table: 'account', where: { id: stranger.accountId } },
    person('membership', world.elsewhere.id, peer.id),
  ]
  return {
    ...own,
    cast: world,
    rows,
    twins,
    agencyId: world.hostAgencyId,
    ids: [
      peer.id,
      colleague.id,
      own.certification,
      twin.certification,
      own.session,
      ...Object.values(own.flags),
      twin.flags.opened,
    ],
  }
}

async function placeRows(build: Builders, { actors }: Cast, organizationId: string, hostAgencyId: string) {
  const placing = new RowPlacing(build, organizationId, hostAgencyId, actors)
  const members = await placeMembers(placing)
  const imports = await placeImports(placing)
  await placeSettingUp(placing)
  const rules = await placeRules(placing)
  const notifications = await placeNotifications(placing)
  await placeOwnAccount(placing)
  await placeSupervisorsOwn(placing)
  const agreement = await placePeople(placing)
  const work = await placeWork(placing)
  const supervision = await placeSupervision(placing, agreement)
  const agendas = await placeAgendas(placing)
  const { justLogged, session } = await placeSessions(placing)
  const planning = await placePlanning(placing)
  const signing = await placeSigning(placing, agreement)
  const pastCheckIn = await placeCheckIns(placing)
  await placeClimate(placing)
  await placeStructure(placing)
  await placeQuestionnaires(placing)
  const certification = await placeCertification(placing)
  const history = await placeCertificationHistory(placing, certification)
  await placeRenewals(placing, certification)
  const flags = await placeFlags(placing)
  const tasks = await placeTaskRequests(placing)
  const weeks = await placeWeeks(placing)
  const wellness = await placeWellness(placing, pastCheckIn)
  const roles = await placeRoles(placing, work.placementId)
  return {
    rows: placing.rows,
    members,
    imports,
    notifications,
    rules,
    work,
    supervision,
    planning,
    agendas,
    flags,
    tasks,
    weeks,
    justLogged,
    signing,
    pastCheckIn,
    wellness,
    roles,
    certification,
    history,
    session,
  }
}
