import { validateLine } from '../../validation/one-line.ts'
import { validateChoice, type ValidationError } from '../../validation/validation-error.ts'
import { validateEmail } from '../account/email.ts'
import { DEFLECTION_PATHWAYS, HOST_AGENCY_KINDS, SEQUENTIAL_INTERCEPTS } from './host-agency-kinds.ts'
import { HOME_STATES } from '../organization/organization-input.ts'
import { validatePeriod } from '../placements/placement-input.ts'

/** What an office states of a host agency. */
export interface HostAgencyInput {
  readonly name: string
  readonly kind: string
  readonly state: string
  readonly sequentialIntercept: number
  readonly deflectionPathway?: string | null | undefined
}

/** Somebody to call there, and what for. */
export interface HostAgencyContactInput {
  readonly name: string
  readonly purpose: string
  readonly phone?: string | null | undefined
  readonly email?: string | null | undefined
}

/** The paper under which data is shared, by its reference. */
export interface DataSharingInput {
  readonly reference: string
  readonly startsOn: string
  readonly endsOn?: string | null | undefined
}

export const HOST_AGENCY_TEXT = {
  name: 120,
  contactName: 80,
  purpose: 120,
  phone: 40,
  reference: 120,
} as const

/** Deflection happens before an arrest or at it: at intercepts 0 and 1, and nowhere later. */
export function allowsDeflection(sequentialIntercept: number): boolean {
  return sequentialIntercept <= 1
}

export function validateHostAgency(input: HostAgencyInput): ValidationError[] {
  const { name, kind, state, sequentialIntercept, deflectionPathway } = input
  return [
    ...neededText('name', name, HOST_AGENCY_TEXT.name),
    ...validateChoice('kind', [kind], HOST_AGENCY_KINDS),
    ...validateChoice('state', [state], HOME_STATES),
    ...validateChoice(
      'sequentialIntercept',
      [String(sequentialIntercept)],
      SEQUENTIAL_INTERCEPTS.map(String),
    ),
    ...(deflectionPathway == null
      ? []
      : validateChoice(
          'deflectionPathway',
          [deflectionPathway],
          allowsDeflection(sequentialIntercept) ? DEFLECTION_PATHWAYS : [],
        )),
  ]
}

/** Refuses a contact without a name or a purpose, and one that nobody could reach. */
export function validateHostAgencyContact({
  name,
  purpose,
  phone,
  email,
}: HostAgencyContactInput): ValidationError[] {
  const number = phone?.trim() ?? ''
  const address = email?.trim() ?? ''
  return [
    ...neededText('name', name, HOST_AGENCY_TEXT.contactName),
    ...neededText('purpose', purpose, HOST_AGENCY_TEXT.purpose),
    ...(number === '' && address === '' ? [{ field: 'phone', problem: 'required' } as const] : []),
    ...validateLine('phone', number, HOST_AGENCY_TEXT.phone),
    ...(number !== '' && number.length < 3
      ? [{ field: 'phone', problem: 'too-short', limit: 3 } as const]
      : []),
    ...(address === '' ? [] : validateEmail('email', address)),
  ]
}

export function validateDataSharing({ reference, startsOn, endsOn }: DataSharingInput): ValidationError[] {
  return [
    ...neededText('reference', reference, HOST_AGENCY_TEXT.reference),
    ...validatePeriod(startsOn, endsOn),
  ]
}

function neededText(field: string, text: string, limit: number): ValidationError[] {
  return validateLine(field, text, limit, { isRequired: true })
}
