import { SETUP_STEPS, type SetupStep, SetupStepState } from '@alongside/shared/people/setup/setup-steps'
import { readSql, type SelectText } from '../../database/reads-and-writes.ts'
import { ME, NOW, insertOf } from '../../database/statements.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { OrganizationSetupStepState } from '../organization/organization.types.ts'
import { OrganizationSetupStep } from './organization-setup-step.entity.ts'

// How far setting up has come: each step is what an admin last decided about it, and can be taken up again.

const DECIDED: SelectText = /* sql */ `
  select step, case when done_at is not null then '${SetupStepState.DONE}'
                    when skipped_at is not null then '${SetupStepState.SKIPPED}'
                    else '${SetupStepState.OPEN}' end as state,
         coalesce(done_at, skipped_at) as "decidedAt", member.display_name as "decidedByName"
    from organization_setup_step decided
    left join membership member
      on member.organization_id = decided.organization_id and member.id = decided.decided_by
   where decided.organization_id = (select access.organization_id())`

export async function organizationSetup(ctx: RequestContext): Promise<OrganizationSetupStepState[]> {
  return everyStep(await ctx.unit.run<OrganizationSetupStepState>(DECIDED))
}

export async function decideSetupStep(
  ctx: RequestContext,
  step: SetupStep,
  decision: SetupStepState,
): Promise<OrganizationSetupStepState[]> {
  const doneAt = decision === 'DONE' ? NOW : null
  const skippedAt = decision === 'SKIPPED' ? NOW : null
  const [, decided] = await ctx.unit.write([
    insertOf(
      OrganizationSetupStep,
      { step, doneAt, skippedAt, decidedBy: ME },
      { onConflict: DECIDED_BEFORE },
    ),
    readSql<OrganizationSetupStepState>(DECIDED),
  ])
  return everyStep(decided)
}

const DECIDED_BEFORE = {
  of: ['organizationId', 'step'],
  set: ['doneAt', 'skippedAt', 'decidedBy'],
} as const

function everyStep(decided: readonly OrganizationSetupStepState[]): OrganizationSetupStepState[] {
  return SETUP_STEPS.map(
    (step) =>
      decided.find((each) => each.step === step) ?? {
        step,
        state: SetupStepState.OPEN,
        decidedAt: null,
        decidedByName: null,
      },
  )
}
