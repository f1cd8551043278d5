import { GOOD_PRACTICE } from './agreement-input.ts'
import { SUPERVISION_REQUIREMENTS, type SupervisionRequirement } from './supervision-requirements.ts'

/** Held in every state: what a payer asks of all, and what the toolkit calls good practice. */
const EVERYWHERE = ['US Medicaid', GOOD_PRACTICE]

/** What is asked of the supervision of a peer's supervisor says nothing on the peer's own. */
const ABOUT_SUPERVISORS = ['supervision of supervisors', 'supervisor qualification']

/**
 * What is known to be asked of the supervision of peers in these states ('OH'), the states' own first. A state that
 * is missing has no rule that was read: that is unknown, and never the same as none.
 */
export function requirementsThatApply(
  states: readonly string[],
  requirements: readonly SupervisionRequirement[] = SUPERVISION_REQUIREMENTS,
): SupervisionRequirement[] {
  return ofStates(
    states,
    requirements.filter(({ shape }) => !ABOUT_SUPERVISORS.includes(shape)),
  )
}

/** The same with what is asked of the supervisors themselves, for a record that an auditor reads. */
export function requirementsWithSupervisors(
  states: readonly string[],
  requirements: readonly SupervisionRequirement[] = SUPERVISION_REQUIREMENTS,
): SupervisionRequirement[] {
  return ofStates(states, requirements)
}

function ofStates(
  states: readonly string[],
  about: readonly SupervisionRequirement[],
): SupervisionRequirement[] {
  return [
    ...about.filter(({ jurisdiction }) => states.includes(jurisdiction)),
    ...about.filter(({ jurisdiction }) => EVERYWHERE.includes(jurisdiction)),
  ]
}
