import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { validateLearningGoal } from '@alongside/shared/supervision/learning-goals/learning-goal-input'
import { readSql, type SelectText } from '../../database/reads-and-writes.ts'
import { columnsOf, insertOf, ME, NOW, TODAY, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { AN_ID, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import type { OfPeerArgs } from '../agenda/agenda.types.ts'
import { otherOf, ownRelationship, refuseNotJoined } from '../relationships/own-relationship.service.ts'
import { LearningGoal } from './learning-goal.entity.ts'
import type {
  CreateLearningGoalInput,
  CreateLearningGoalPayload,
  LearningGoalConnection,
  LearningGoalShown,
  UpdateLearningGoalInput,
  UpdateLearningGoalPayload,
} from './learning-goal.types.ts'

// What a peer wants to learn. Managers read it, and change nothing.

interface GoalRow extends Omit<LearningGoalShown, 'supervisor'> {
  readonly supervisorId: string
  readonly supervisorName: string | null
}

const FACTS = columnsOf(LearningGoal, 'g', ['id', 'text', 'competency', 'targetOn', 'state', 'closedOn'])
const GOALS = /* sql */ `
  select ${FACTS}, r.supervisor_id as "supervisorId", s.display_name as "supervisorName",
         g.peer_id = (select access.membership_id())
           or g.peer_id = any ((select access.peers_of('EDUCATIONAL'))::uuid[]) as "canUpdate"
    from learning_goal g
    join supervision_relationship r on r.organization_id = g.organization_id and r.id = g.relationship_id
    left join membership s on s.organization_id = r.organization_id and s.id = r.supervisor_id
   where g.organization_id = (select access.organization_id())`
const BY_ID: SelectText = `select one.* from (${GOALS} and g.id = $1) one`
const OF_PEER: SelectText = `with listed as materialized (
    select one.*, row_number() over (
             order by one.state <> 'OPEN', case when one.state = 'OPEN' then one."targetOn" end,
                      one."closedOn" desc, one.id) as place
      from (${GOALS} and g.peer_id = coalesce($1::uuid, (select access.membership_id()))) one)
  select *, (select count(*) from listed) as total from listed l
   where $3::uuid is null or l.place > (select c.place from listed c where c.id = $3::uuid)
   order by l.place limit $2 + 1`

export function myLearningGoals(ctx: RequestContext, args: PageArgs): Promise<LearningGoalConnection> {
  return goalsPage(ctx, null, args)
}

/** To a manager, all of a peer; to an educational supervisor, open ones and those closed since they began; to anybody else, none. */
export function learningGoalsOf(
  ctx: RequestContext,
  { peerId, ...args }: OfPeerArgs,
): Promise<LearningGoalConnection> {
  return goalsPage(ctx, peerId, args)
}

async function goalsPage(
  ctx: RequestContext,
  peerId: string | null,
  args: PageArgs,
): Promise<LearningGoalConnection> {
  const page = pageFrom(args, [AN_ID])
  const rows = await ctx.unit.run<GoalRow & { total: number }>(OF_PEER, [
    peerId,
    page.first,
    page.after?.[0] ?? null,
  ])
  const connection = connectionOf(rows, page, rows[0]?.total ?? 0, ({ id }) => [id])
  return {
    ...connection,
    edges: connection.edges.map(({ node, cursor }) => ({ node: goalOf(node), cursor })),
  }
}

export async function createLearningGoal(
  ctx: RequestContext,
  input: CreateLearningGoalInput,
): Promise<CreateLearningGoalPayload> {
  const add = async (tx: Transaction, id: string) => {
    const relationship = await ownRelationship(tx, input.relationshipId)
    if (relationship.type !== 'EDUCATIONAL') throw notFound()
    rejectIfInvalid(validateLearningGoal(input, tx.actor.today))
    const { competency, targetOn } = input
    const goal = { text: input.text.trim(), competency, targetOn, madeBy: ME, madeAt: NOW }
    const told = notification({
      recipientId: otherOf(relationship),
      kind: NotificationKind.LEARNING_GOAL_ADDED,
      key: `learning-goal:${id}`,
      subjectId: relationship.id,
    })
    const { peerId } = relationship
    await tx
      .write([insertOf(LearningGoal, { id, relationshipId: relationship.id, peerId, ...goal }), ...told])
      .catch(refuseNotJoined('relationshipId'))
  }
  return once(ctx, 'createLearningGoal', input, add, async (id) => {
    const [goal] = await ctx.unit.run<GoalRow>(BY_ID, [id])
    if (!goal) throw notFound()
    return { learningGoal: goalOf(goal) }
  })
}

/** The peer, or whoever gives educational supervision now; a manager finds it, and is refused like anybody else. */
export function updateLearningGoal(
  ctx: RequestContext,
  { learningGoalId: id, state }: UpdateLearningGoalInput,
): Promise<UpdateLearningGoalPayload> {
  return ctx.unit.transaction(async (tx) => {
    const closed = state === 'OPEN' ? { closedOn: null, closedBy: null } : { closedOn: TODAY, closedBy: ME }
    const [[changed], [goal]] = await tx.write([
      updateOf(LearningGoal, { id }, { state, ...closed }, { returning: ['id'] }),
      readSql<GoalRow>(BY_ID, [id]),
    ])
    if (!changed || !goal) throw notFound()
    return { learningGoal: goalOf(goal) }
  })
}

function goalOf(row: GoalRow): LearningGoalShown {
  return { ...row, supervisor: { id: row.supervisorId, displayName: row.supervisorName } }
}
