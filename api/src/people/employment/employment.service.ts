import { validateLeaving, validateReturn } from '@alongside/shared/people/employment/leaving-input'
import { writeSql } from '../../database/reads-and-writes.ts'
import { updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { orStale, StaleRevisionError } from '../../server/graphql/payload.ts'
import type { StaleRevision } from '../../server/graphql/stale-revision.types.ts'
import { requireConfirmedPassword } from '../sign-in/password-confirmation.service.ts'
import { peerById } from '../peers/peers.service.ts'
import { Employment } from './employment.entity.ts'
import type {
  AssignTeamInput,
  CancelDepartureInput,
  CancelRehireInput,
  DepartureCancelled,
  EmploymentEnded,
  EndEmploymentInput,
  PeerRehired,
  RehireCancelled,
  RehirePeerInput,
  TeamAssigned,
} from './employment.types.ts'

// What the organization decides about somebody's place in it: the team, the last day, and the first one back.

interface Place {
  readonly joinedOn: string
  /** Null again once somebody who left is back. */
  readonly leavesOn: string | null
  readonly returnsOn: string | null
}

/** Into a team that is in use, or out of any. */
export function assignTeam(
  ctx: RequestContext,
  input: AssignTeamInput,
): Promise<TeamAssigned | StaleRevision> {
  const { peerId, teamId = null, expectedRevision } = input
  return changing(ctx, peerId, async (tx) => {
    const [, teams] = await Promise.all([
      placeOf(tx, peerId),
      tx.run(
        `select 1 from reporting_team
          where organization_id = (select access.organization_id()) and id = $1 and archived_at is null`,
        [teamId],
      ),
    ])
    if (teamId !== null && teams.length === 0) rejectIfInvalid([{ field: 'teamId', problem: 'not-found' }])
    await change(tx, peerId, expectedRevision, { team_id: teamId })
  })
}

/**
 * The last day: placements and supervision end with it, in this one step. From the day after nothing can be opened.
 * What the ends were before stands beside them, so that until the day has come it can be undone.
 */
export function endEmployment(
  ctx: RequestContext,
  { peerId, leavesOn, expectedRevision }: EndEmploymentInput,
): Promise<EmploymentEnded | StaleRevision> {
  return changing(ctx, peerId, async (tx) => {
    requireConfirmedPassword(tx.actor)
    const { joinedOn, leavesOn: before, returnsOn } = await placeOf(tx, peerId)
    if (before !== null && before < tx.actor.today) throw leftAlready()
    rejectIfInvalid(validateLeaving(leavesOn, returnsOn ?? joinedOn, tx.actor.today))
    await change(tx, peerId, expectedRevision, { leaves_on: leavesOn, returns_on: null })
    if (before !== null) await restoreEnds(tx, peerId)
    await endAll(tx, peerId, leavesOn)
  })
}

/** CONFLICT days-taken where somebody was placed or proposed anew for the days that would come back. */
export function cancelDeparture(
  ctx: RequestContext,
  { peerId, expectedRevision }: CancelDepartureInput,
): Promise<DepartureCancelled | StaleRevision> {
  return changing(ctx, peerId, async (tx) => {
    const { leavesOn } = await placeOf(tx, peerId)
    if (leavesOn === null) throw notFound()
    if (leavesOn < tx.actor.today) throw leftAlready()
    await change(tx, peerId, expectedRevision, { leaves_on: null })
    await restoreEnds(tx, peerId)
  })
}

/**
 * Rehires somebody who has left: from the day on they may sign in anew. What ended with their leaving stays ended for
 * good; supervision and placements begin as they do for anybody new, support by acceptance only.
 */
export function rehirePeer(
  ctx: RequestContext,
  { peerId, returnsOn, expectedRevision }: RehirePeerInput,
): Promise<PeerRehired | StaleRevision> {
  return changing(ctx, peerId, async (tx) => {
    const { leavesOn } = await placeOf(tx, peerId)
    if (leavesOn === null || leavesOn >= tx.actor.today) throw notLeft()
    rejectIfInvalid(validateReturn(returnsOn, leavesOn, tx.actor.today))
    await setReturn(tx, peerId, expectedRevision, returnsOn)
    // What was to begin with an earlier return never takes place.
    await endAll(tx, peerId, leavesOn, returnsOn)
    const stays = `set ends_with_leaving = false, ends_on_before_leaving = null
                   where organization_id = access.organization_id() and ends_with_leaving`
    await tx.write(inBothTables(stays, [peerId]))
  })
}

/** Until the day itself: from then on they are here, and leave with a last day as everybody does. */
export function cancelRehire(
  ctx: RequestContext,
  { peerId, expectedRevision }: CancelRehireInput,
): Promise<RehireCancelled | StaleRevision> {
  return changing(ctx, peerId, async (tx) => {
    const { leavesOn, returnsOn } = await placeOf(tx, peerId)
    if (returnsOn === null) throw notFound()
    if (leavesOn === null) throw backAlready()
    await setReturn(tx, peerId, expectedRevision, null)
    // What was to begin with the return never takes place.
    await endAll(tx, peerId, leavesOn)
  })
}

/** The change in one transaction; the peer as they are after it, for whoever asks. */
function changing(ctx: RequestContext, peerId: string, work: (tx: Transaction) => Promise<void>) {
  return orStale(
    ctx.unit.transaction(async (tx) => {
      await work(tx)
      return { peer: () => peerById(ctx, peerId) }
    }),
  )
}

/** Placements and supervision end alike. People come before supervision, so its entity is not known here. */
function inBothTables(change: string, values: readonly unknown[]) {
  return [
    writeSql(`update placement ${change} and peer_id = $1`, values),
    writeSql(`update supervision_relationship ${change} and (peer_id = $1 or supervisor_id = $1)`, values),
  ]
}

/** What begins later ends before it begins: it never takes place. */
const ENDS = /* sql */ `
  set ends_on_before_leaving = ends_on, ends_with_leaving = true, ends_on = greatest($2::date, starts_on - 1)
  where organization_id = access.organization_id() and not ends_with_leaving
    and (ends_on is null or ends_on > greatest($2::date, starts_on - 1))
    and ($3::date is null or starts_on < $3)`

/** With the last day; of somebody who is to come back, what begins before. */
async function endAll(
  tx: Transaction,
  peerId: string,
  leavesOn: string,
  returnsOn: string | null = null,
): Promise<void> {
  await tx.write(inBothTables(ENDS, [peerId, leavesOn, returnsOn]))
}

async function restoreEnds(tx: Transaction, peerId: string): Promise<void> {
  const back = `set ends_on = ends_on_before_leaving, ends_on_before_leaving = null, ends_with_leaving = false
                where organization_id = access.organization_id() and ends_with_leaving`
  await tx.write(inBothTables(back, [peerId])).catch((error: unknown) => {
    // Somebody was placed or proposed anew in the meantime: two of the same would stand side by side.
    const { code } = error as { code?: string }
    if (code === '23505' || code === '23514')
      throw new DomainError(
        'CONFLICT',
        'people.employment.days-taken',
        'Another placement or supervision covers these days by now.',
      )
    throw error
  })
}

async function placeOf(tx: Transaction, peerId: string): Promise<Place> {
  const [place] = await tx.run<Place>(
    `select m.joined_on as "joinedOn", e.returns_on as "returnsOn",
            case when e.returns_on <= (select access.today()) then null else e.leaves_on end as "leavesOn"
       from membership m
       left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
      where m.organization_id = (select access.organization_id()) and m.id = $1 and 'PEER' = any (m.roles)`,
    [peerId],
  )
  if (!place) throw notFound()
  return place
}

type Change = Partial<Record<'team_id' | 'leaves_on' | 'returns_on', string | null>>

/** The first change makes the row (revision 0 until then); a later one must have seen the one before it. */
async function change(tx: Transaction, peerId: string, revision: number, to: Change): Promise<void> {
  const columns = Object.keys(to)
  const changing = writeSql(
    `insert into employment (organization_id, member_id, ${columns.join(', ')})
     values (access.organization_id(), $1, ${columns.map((_, at) => `$${at + 3}`).join(', ')})
     on conflict (organization_id, member_id)
     do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')},
                   revision = employment.revision + 1
       where employment.revision = $2
     returning revision`,
    [peerId, revision, ...Object.values(to)],
  )
  const [changed] = await tx.write([changing]).catch((error: unknown) => {
    if ((error as { constraint?: string }).constraint === 'employment_last_admin')
      throw new DomainError(
        'CONFLICT',
        'people.employment.last-admin',
        'The last admin stays: give the role to somebody first.',
      )
    throw error
  })
  if (changed.length === 0) throw await stale(tx, peerId)
}

async function setReturn(
  tx: Transaction,
  peerId: string,
  revision: number,
  day: string | null,
): Promise<void> {
  const set = { returnsOn: day, revision: () => 'revision + 1' }
  const where = { memberId: peerId, revision }
  const [changed] = await tx.write([updateOf(Employment, where, set, { returning: ['revision'] })])
  if (changed.length === 0) throw await stale(tx, peerId)
}

/** Until the first change there is no row, and the revision is 0. */
async function stale(tx: Transaction, peerId: string): Promise<StaleRevisionError> {
  const [row] = await tx.run<{ revision: number }>(
    'select revision from employment where organization_id = (select access.organization_id()) and member_id = $1',
    [peerId],
  )
  return new StaleRevisionError(row?.revision ?? 0)
}

function notLeft(): DomainError {
  return new DomainError(
    'CONFLICT',
    'people.employment.not-left',
    'Only somebody who has left can be rehired.',
  )
}

function backAlready(): DomainError {
  return new DomainError(
    'CONFLICT',
    'people.employment.back-already',
    'The first day back has come: record a last day.',
  )
}

function leftAlready(): DomainError {
  return new DomainError(
    'CONFLICT',
    'people.employment.left-already',
    'The last day is over: it cannot be changed any more.',
  )
}
