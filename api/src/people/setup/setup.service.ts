import { SETUP_STEPS, SetupStepState } from '@alongside/shared/people/setup/setup-steps'
import { readSql, type SelectText } from '../../database/reads-and-writes.ts'
import { ME, NOW, insertOf } from '../../database/statements.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { OrganizationSetupStep } from './organization-setup-step.entity.ts'
import type {
  OrganizationSetupStepState,
  UpdateSetupStepInput,
  UpdateSetupStepPayload,
} from './setup.types.ts'

// How far setting up has come: each step is what an admin last decided about it, and can be taken up again.

const DECIDED: SelectText = /* sql */ `
  select step, case when done_at is not null then '${SetupStepState.DONE}'
                    when skipped_at is not null then '${SetupStepState.SKIPPED}'
                    else '${SetupStepState.OPEN}' end as state,
         coalesce(done_at, skipped_at) as "decidedAt",
         case when decided_by is not null
              then jsonb_build_object('id', decided_by, 'displayName', member.display_name) end as "decidedBy"
    from organization_setup_step decided
    left join membership member
      on member.organization_id = decided.organization_id and member.id = decided.decided_by
   where decided.organization_id = (select access.organization_id())`

export async function organizationSetup(ctx: RequestContext): Promise<OrganizationSetupStepState[]> {
  return everyStep(await ctx.unit.run<OrganizationSetupStepState>(DECIDED))
}

export async function updateSetupStep(
  ctx: RequestContext,
  { step, state }: UpdateSetupStepInput,
): Promise<UpdateSetupStepPayload> {
  const doneAt = state === 'DONE' ? NOW : null
  const skippedAt = state === 'SKIPPED' ? NOW : null
  const [, decided] = await ctx.unit.write([
    insertOf(
      OrganizationSetupStep,
      { step, doneAt, skippedAt, decidedBy: ME },
      { onConflict: DECIDED_BEFORE },
    ),
    readSql<OrganizationSetupStepState>(DECIDED),
  ])
  return { steps: everyStep(decided) }
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
        decidedBy: null,
      },
  )
}
