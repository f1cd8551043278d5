import { validateText } from '@alongside/shared/validation/validation-error'
import { readSql, writeSql } from '../../database/reads-and-writes.ts'
import { insertFrom, ME, NOW } from '../../database/statements.ts'
import { personPage } from '../../people/person-page.service.ts'
import type { PersonConnection } from '../../people/person.types.ts'
import { AN_ID, connectionOf, pageFrom } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { SUPERVISED_ROLES } from '../supervised.ts'
import { ExclusionPreference } from './exclusion-preference.entity.ts'
import type { ExclusionChoicesArgs } from './exclusion.types.ts'
import type {
  CreateUnavailablePairInput,
  CreateUnavailablePairPayload,
  RemoveUnavailablePairInput,
  RemoveUnavailablePairPayload,
  UnavailablePair,
  UnavailablePairConnection,
  UnavailablePairsArgs,
} from './unavailable-pair.types.ts'

// Pairs that a supervisor or a manager keeps apart. They lie among the peers' own exclusions, so that nobody can tell
// them apart; like those, they are neither audited nor told to anybody, and have no reason.

const MAX_SEARCH_CHARACTERS = 80

interface PairRow {
  readonly peerId: string
  readonly peerName: string | null
  readonly supervisorId: string
  readonly supervisorName: string | null
}

const PAIRS_OF_MINE = `
  select x.peer_id as "peerId", p.display_name as "peerName",
         x.excluded_id as "supervisorId", s.display_name as "supervisorName"
    from exclusion_preference x
    left join membership p on p.organization_id = x.organization_id and p.id = x.peer_id
    left join membership s on s.organization_id = x.organization_id and s.id = x.excluded_id
   where x.organization_id = (select access.organization_id()) and x.made_by = (select access.membership_id())
     and x.peer_id <> x.made_by`

export async function unavailablePairs(
  ctx: RequestContext,
  args: UnavailablePairsArgs,
): Promise<UnavailablePairConnection> {
  const page = pageFrom(args, [AN_ID, AN_ID])
  const [afterPeer = null, afterSupervisor = null] = page.after ?? []
  const found = await ctx.unit.run<PairRow & { total: number }>(
    `with listed as materialized (${PAIRS_OF_MINE} and ($1::uuid is null or x.peer_id = $1))
     select l.*, (select count(*) from listed) as total from listed l
      where $2::uuid is null or (l."peerId", l."supervisorId") > ($2, $3::uuid)
      order by l."peerId", l."supervisorId" limit $4 + 1`,
    [args.peerId ?? null, afterPeer, afterSupervisor, page.first],
  )
  return connectionOf(found.map(toPair), page, found[0]?.total ?? 0, ({ peer, supervisor }) => [
    peer.id,
    supervisor.id,
  ])
}

/** Peers whom the supervisor has not marked yet. */
export async function unavailablePeerChoices(
  ctx: RequestContext,
  args: ExclusionChoicesArgs,
): Promise<PersonConnection> {
  rejectIfInvalid(validateText('search', args.search, MAX_SEARCH_CHARACTERS))
  return personPage(
    ctx,
    args,
    `select m.id, m.display_name from membership m
      where m.organization_id = (select access.organization_id()) and m.id <> (select access.membership_id())
        and m.roles && ${SUPERVISED_ROLES} and m.disabled_at is null and strpos(m.folded_name, access.folded($1)) > 0
        and not exists (
          select from exclusion_preference x
           where x.organization_id = m.organization_id and x.made_by = (select access.membership_id())
             and x.peer_id = m.id and x.excluded_id = x.made_by)`,
    [args.search?.trim() ?? ''],
  )
}

/** A manager marks any two; a supervisor only themselves and a peer. Somebody else answers like one who is not there. */
export async function createUnavailablePair(
  ctx: RequestContext,
  { peerId, supervisorId }: CreateUnavailablePairInput,
): Promise<CreateUnavailablePairPayload> {
  const [, [pair]] = await ctx.unit.write([
    insertFrom(
      ExclusionPreference,
      `from membership p
         join membership s on s.organization_id = p.organization_id and s.id = :supervisorId
        where p.organization_id = (select access.organization_id()) and p.id = :peerId and p.id <> s.id
          and p.roles && ${SUPERVISED_ROLES} and 'SUPERVISOR' = any (s.roles) and p.id <> (select access.membership_id())
          and ((select access.has_role('MANAGER')) or s.id = (select access.membership_id()))`,
      { peerId: () => 'p.id', excludedId: () => 's.id', madeBy: ME, madeAt: NOW },
      { onConflict: 'nothing', parameters: { peerId, supervisorId } },
    ),
    readSql<PairRow>(`${PAIRS_OF_MINE} and x.peer_id = $1 and x.excluded_id = $2`, [peerId, supervisorId]),
  ])
  if (!pair) throw notFound()
  return { pair: toPair(pair) }
}

export async function removeUnavailablePair(
  ctx: RequestContext,
  { peerId, supervisorId }: RemoveUnavailablePairInput,
): Promise<RemoveUnavailablePairPayload> {
  const [[pair], [gone]] = await ctx.unit.write([
    readSql<PairRow>(`${PAIRS_OF_MINE} and x.peer_id = $1 and x.excluded_id = $2`, [peerId, supervisorId]),
    writeSql<{ count: number }>(
      `select access.remove_exclusion($1, $2) as count where $1 <> (select access.membership_id())`,
      [peerId, supervisorId],
    ),
  ])
  if (!pair || !gone?.count) throw notFound()
  return { pair: toPair(pair) }
}

function toPair(row: PairRow): UnavailablePair {
  return {
    peer: { id: row.peerId, displayName: row.peerName },
    supervisor: { id: row.supervisorId, displayName: row.supervisorName },
  }
}
