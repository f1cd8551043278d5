import { codeOf } from '../certification/rules/codes.ts'

/** Under which keys the names of an audit entry's facts, and their values from closed lists, stand in the labels. */

/** The columns whose values are codes, each with the list that names them. */
const LIST_OF_COLUMN: Readonly<Record<string, string>> = {
  'api_token.capabilities': 'labels.integrations.TokenCapability',
  'board_status_period.status': 'labels.certification.BoardStatus',
  'certification.conditions_held': 'labels.rules.HolderCondition',
  'certification.conditions_not_held': 'labels.rules.HolderCondition',
  'certification_verification.result': 'labels.certification.VerificationResult',
  'course_review.outcome': 'labels.courses.ReviewOutcome',
  'course_review.reason': 'labels.courses.SendBackReason',
  'lapse_cause.cause': 'labels.status.LapseCause',
  'renewal_submission.outcome': 'labels.certification.RenewalDecision',
  'custom_activity.activity_function': 'labels.drift.ActivityFunction',
  'role_agreement_acceptance.side': 'labels.drift.RoleSide',
  'host_agency.deflection_pathway': 'labels.people.DeflectionPathway',
  'host_agency.kind': 'labels.people.HostAgencyKind',
  'host_agency.sequential_intercept': 'labels.people.SequentialIntercept',
  'import_batch.kind': 'labels.imports.ImportKind',
  'import_batch.state': 'labels.imports.ImportState',
  'invitation.roles': 'labels.account.Role',
  'membership.roles': 'labels.account.Role',
  'role_request.roles': 'labels.account.Role',
  'organization.kind': 'labels.people.OrganizationKind',
  'organization.locale': 'labels.account.Language',
  'organization_setup_step.step': 'labels.people.SetupStep',
  'placement.job_title': 'labels.people.JobTitle',
  'planned_attendance.type': 'labels.supervision.SupervisionType',
  'planned_session.format': 'labels.supervision.SessionFormat',
  'planned_session.modality': 'labels.supervision.SessionModality',
  'planned_session.reason': 'labels.supervision.PlannedSessionReason',
  'planned_session.status': 'labels.supervision.SessionStatus',
  'session_amendment.reason': 'labels.supervision.AmendmentReason',
  'session_signature.kind': 'labels.supervision.SignatureKind',
  'supervision_agreement_objection.type': 'labels.supervision.SupervisionType',
  'supervision_agreement_term.type': 'labels.supervision.SupervisionType',
  'supervision_relationship.type': 'labels.supervision.SupervisionType',
  'supervision_session.format': 'labels.supervision.SessionFormat',
  'supervision_session.modality': 'labels.supervision.SessionModality',
  'supervision_session.status': 'labels.supervision.SessionStatus',
}

/** The key of a column's name: `ends_on` is `endsOn` among the labels. */
export function columnKey(column: string): string {
  return `labels.records.Column.${column.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())}`
}

export function recordKey(record: string): string {
  return `labels.records.RecordKind.${record}`
}

/** The key of a value's name; undefined where the column holds no codes. */
export function valueKey(record: string, column: string, value: string): string | undefined {
  const list = LIST_OF_COLUMN[`${record}.${column}`]
  return list === undefined ? undefined : `${list}.${codeIn(list, value)}`
}

/** The database has some lists of certification in lower case with dashes, and capabilities with a dot. */
function codeIn(list: string, value: string): string {
  return /^labels\.(certification|courses|rules|status)\./.test(list)
    ? codeOf(value)
    : value.replaceAll('.', '-')
}

/** What is shown of a code that has no name yet: `SOME_CODE` as "some code". */
export function plainCode(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ')
}
