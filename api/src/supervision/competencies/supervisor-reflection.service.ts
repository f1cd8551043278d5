import {
  type SkillRating,
  SUPERVISOR_SKILLS,
  type SupervisorSkill,
  validateRatings,
} from '@alongside/shared/supervision/competencies/supervisor-skills'
import { columnsOf, insertOf, ME, NOW, TODAY, updateOf } from '../../database/statements.ts'
import { connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { DomainError, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { SupervisorReflection } from './supervisor-reflection.entity.ts'
import type {
  MySupervisorReflection,
  MySupervisorReflectionConnection,
  RecordSupervisorReflectionInput,
} from './supervisor-reflection.types.ts'

// A supervisor's view of their own skills, day by day. Like a check-in it is theirs alone.

type Row = Pick<SupervisorReflection, 'answeredOn' | 'ratings'>
const COLUMNS = columnsOf(SupervisorReflection, '', ['answeredOn', 'ratings'])
const MINE = `organization_id = (select access.organization_id()) and member_id = (select access.membership_id())`

export async function mySupervisorReflections(
  ctx: RequestContext,
  args: PageArgs,
): Promise<MySupervisorReflectionConnection> {
  const page = pageFrom(args, ['2026-01-01'])
  const [after = null] = page.after ?? []
  const [rows, [counted]] = await Promise.all([
    ctx.unit.run<Row>(
      `select ${COLUMNS} from supervisor_reflection
        where ${MINE} and ($1::text is null or answered_on::text < $1) order by answered_on desc limit $2 + 1`,
      [after, page.first],
    ),
    ctx.unit.run<{ total: number }>(
      `select count(*)::integer as total from supervisor_reflection where ${MINE}`,
    ),
  ])
  return connectionOf(rows.map(shown), page, counted?.total ?? 0, ({ answeredOn }) => [answeredOn])
}

/** One for each day: the same day again replaces it, so that sending twice changes nothing. */
export async function recordSupervisorReflection(
  ctx: RequestContext,
  { ratings }: RecordSupervisorReflectionInput,
): Promise<MySupervisorReflection> {
  rejectIfInvalid(validateRatings(ratings))
  const kept: Partial<Record<SupervisorSkill, SkillRating>> = Object.fromEntries(
    ratings.map(({ skill, rating }) => [skill, rating]),
  )
  const [, replaced] = await ctx.unit.write([
    insertOf(
      SupervisorReflection,
      { memberId: ME, answeredOn: TODAY, ratings: kept, savedAt: NOW },
      { onConflict: 'nothing' },
    ),
    updateOf(
      SupervisorReflection,
      { memberId: ME, answeredOn: TODAY },
      { ratings: kept, savedAt: NOW },
      { returning: ['answeredOn'] },
    ),
  ])
  if (replaced.length === 0) throw todaysIsLocked()
  const { today } = await ctx.unit.actor()
  return shown({ answeredOn: today, ratings: kept })
}

function todaysIsLocked(): DomainError {
  return new DomainError(
    'CONFLICT',
    'supervision.competencies.locked',
    'Today was answered before the password was reset by somebody else: the old recovery code opens it.',
  )
}

function shown({ answeredOn, ratings }: Row): MySupervisorReflection {
  const rated = SUPERVISOR_SKILLS.flatMap((skill) => {
    const rating = ratings[skill]
    return rating ? [{ skill, rating }] : []
  })
  return { answeredOn, ratings: rated }
}
