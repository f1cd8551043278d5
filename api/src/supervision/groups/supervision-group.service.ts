import { validateGroup } from '@alongside/shared/supervision/groups/group-input'
import { readSql, type SelectText } from '../../database/reads-and-writes.ts'
import { insertFrom, insertOf, ME, NOW, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { type PageArgs, pageOfAll } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { SupervisionGroupMember } from './supervision-group-member.entity.ts'
import { SupervisionGroup } from './supervision-group.entity.ts'
import type {
  CreateSupervisionGroupInput,
  CreateSupervisionGroupPayload,
  RemoveSupervisionGroupInput,
  RemoveSupervisionGroupPayload,
  SupervisionGroupConnection,
  SupervisionGroupShown,
} from './supervision-group.types.ts'

// Peers whom a supervisor meets together, so that a session with them is logged by one tap.

const MINE: SelectText = `select g.id, g.name, coalesce((
    select json_agg(json_build_object('id', p.id, 'displayName', p.display_name) order by p.display_name, p.id)
      from supervision_group_member m
      join membership p on p.organization_id = m.organization_id and p.id = m.peer_id
     where m.organization_id = g.organization_id and m.group_id = g.id
       and m.peer_id = any ((select access.peers_of_any_type())::uuid[])), '[]') as peers
  from supervision_group g
 where g.organization_id = (select access.organization_id()) and g.supervisor_id = (select access.membership_id())`

/** A supervisor has a handful of groups: they are read at once. */
export async function supervisionGroups(
  ctx: RequestContext,
  args: PageArgs,
): Promise<SupervisionGroupConnection> {
  const groups = await ctx.unit.run<SupervisionGroupShown>(
    `${MINE} and g.removed_at is null order by g.name collate "C", g.id limit 100`,
  )
  return pageOfAll(groups, args, ['name', 'id'], ({ name, id }) => [name, id])
}

export function createSupervisionGroup(
  ctx: RequestContext,
  input: CreateSupervisionGroupInput,
): Promise<CreateSupervisionGroupPayload> {
  const add = async (tx: Transaction, id: string) => {
    rejectIfInvalid(validateGroup(input))
    const [, members] = await tx.write([
      insertOf(SupervisionGroup, { id, supervisorId: ME, name: input.name.trim(), madeAt: NOW }),
      insertFrom(
        SupervisionGroupMember,
        `from unnest(:peers::uuid[]) p (id) where p.id = any (access.peers_of_any_type())`,
        { groupId: id, peerId: () => 'p.id', supervisorId: ME },
        { parameters: { peers: input.peerIds }, returning: ['peerId'] },
      ),
    ])
    if (members.length < input.peerIds.length)
      rejectIfInvalid([{ field: 'peerIds', problem: 'not-in-caseload' }])
  }
  return once(ctx, 'createSupervisionGroup', input, add, async (id) => {
    const [group] = await ctx.unit.run<SupervisionGroupShown>(`${MINE} and g.id = $1`, [id])
    if (!group) throw notFound()
    return { group }
  })
}

export async function removeSupervisionGroup(
  ctx: RequestContext,
  { groupId: id }: RemoveSupervisionGroupInput,
): Promise<RemoveSupervisionGroupPayload> {
  const [[removed], [group]] = await ctx.unit.write([
    updateOf(
      SupervisionGroup,
      { id, supervisorId: ME, removedAt: null },
      { removedAt: NOW },
      { returning: ['id'] },
    ),
    readSql<SupervisionGroupShown>(`${MINE} and g.id = $1`, [id]),
  ])
  if (!removed || !group) throw notFound()
  return { group }
}
