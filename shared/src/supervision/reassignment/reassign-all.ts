import type { PlainDate } from '../../calendar/plain-date.ts'
import type { ValidationError } from '../../validation/validation-error.ts'
import { SupervisionType } from '../supervision-types.ts'
import { validateReassignment } from '../relationships/relationship-input.ts'

export interface ReassignAllInput {
  readonly supervisorId: string
  readonly lastOn: string
  readonly assignments: readonly { readonly relationshipId: string; readonly supervisorId: string }[]
}

/**
 * Everything that is wrong with a hand-over as entered. One last day holds for all types, so it is the one that the
 * strictest of them allows; whether each may take over is asked elsewhere.
 */
export function validateReassignAll(input: ReassignAllInput, today: PlainDate): ValidationError[] {
  const { supervisorId, lastOn, assignments } = input
  const ids = assignments.map(({ relationshipId }) => relationshipId.toLowerCase())
  const errors = validateReassignment({ supervisorId, lastOn }, SupervisionType.ADMINISTRATIVE, today)
  if (assignments.length === 0) errors.push({ field: 'assignments', problem: 'required' })
  assignments.forEach((each, at) => {
    const field = `assignments.${at}.supervisorId`
    const next = each.supervisorId.toLowerCase()
    if (ids.indexOf(each.relationshipId.toLowerCase()) < at)
      errors.push({ field: `assignments.${at}.relationshipId`, problem: 'repeated' })
    if (next === '') errors.push({ field, problem: 'required' })
    else if (next === supervisorId.toLowerCase()) errors.push({ field, problem: 'not-an-option' })
  })
  return errors
}
