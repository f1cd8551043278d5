import { CrowdSubject, periodEnd, periodStart } from '@alongside/shared/wellness/crowd-figures/crowd-periods'
import { CORE_VALUES, validateCoreValues } from '@alongside/shared/wellness/core-values/core-values'
import { columnsOf, insertOf, ME, NOW, updateOf } from '../../database/statements.ts'
import { DomainError, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { CoreValueReflection } from './core-value-reflection.entity.ts'
import type { MyCoreValues, SubmitCoreValuesInput, SubmitCoreValuesPayload } from './core-values.types.ts'

// Twice a year a peer says how far the work allows each of the values. A later answer replaces the earlier one.

const ANSWERS = columnsOf(CoreValueReflection, '', ['answers'])

export async function myCoreValues(ctx: RequestContext): Promise<MyCoreValues> {
  const startsOn = periodStart(CrowdSubject.CORE_VALUES, (await ctx.unit.actor()).today)
  const [kept] = await ctx.unit.run<Pick<CoreValueReflection, 'answers'>>(
    `select ${ANSWERS} from core_value_reflection
      where organization_id = (select access.organization_id()) and member_id = (select access.membership_id())
        and starts_on = $1`,
    [startsOn],
  )
  return {
    startsOn,
    endsOn: periodEnd(CrowdSubject.CORE_VALUES, startsOn),
    isSaved: kept !== undefined,
    answers: CORE_VALUES.map((value, index) => ({ value, answer: kept?.answers[index] ?? null })),
  }
}

export async function submitCoreValues(
  ctx: RequestContext,
  { answers: given }: SubmitCoreValuesInput,
): Promise<SubmitCoreValuesPayload> {
  rejectIfInvalid(validateCoreValues(given))
  const startsOn = periodStart(CrowdSubject.CORE_VALUES, (await ctx.unit.actor()).today)
  const named = new Map(given.map(({ value, answer }) => [value, answer ?? null]))
  const answers = CORE_VALUES.map((value) => named.get(value) ?? null)
  const [, saved] = await ctx.unit.write([
    insertOf(
      CoreValueReflection,
      { memberId: ME, startsOn, answers, savedAt: NOW },
      { onConflict: 'nothing' },
    ),
    updateOf(
      CoreValueReflection,
      { memberId: ME, startsOn },
      { answers, savedAt: NOW },
      { returning: ['startsOn'] },
    ),
  ])
  if (saved.length === 0) throw isLocked()
  return { coreValues: await myCoreValues(ctx) }
}

function isLocked(): DomainError {
  return new DomainError(
    'CONFLICT',
    'wellness.core-values.locked',
    'This half of the year was answered before the password was reset by somebody else: the old recovery code opens it.',
  )
}
