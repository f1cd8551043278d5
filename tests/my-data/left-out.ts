// Columns that name a person and do not bring a row into that person's own file, each with the reason.

const WHO_ENTERED = 'says who entered it, in their work for the organization; the row is about somebody else'
const OTHERS_DATA = "the row is another peer's; their data goes into their own file"

export const LEFT_OUT: Readonly<Record<string, string>> = {
  'administrative_note.supervisor_id': OTHERS_DATA,
  'educational_note.supervisor_id': OTHERS_DATA,
  'supportive_note.supervisor_id': OTHERS_DATA,
  'api_token.made_by': "the organization's access for a program, not the maker's data",
  'caseload_count.entered_by': WHO_ENTERED,
  'catalogue_report.reported_by': WHO_ENTERED,
  'ce_activity.recorded_by': WHO_ENTERED,
  'certification.recorded_by': WHO_ENTERED,
  'board_status_period.ended_by': WHO_ENTERED,
  'board_status_period.recorded_by': WHO_ENTERED,
  'board_status_period.voided_by': WHO_ENTERED,
  'certification_term.recorded_by': WHO_ENTERED,
  'certification_term.voided_by': WHO_ENTERED,
  'certification_verification.recorded_by': WHO_ENTERED,
  'earlier_holder_answer.recorded_by': WHO_ENTERED,
  'issue_day_correction.recorded_by': WHO_ENTERED,
  'certification_assessment.peer_id':
    'made by the program from the certification and the hours, which are there',
  'certification_status.peer_id': 'made by the program from the certification and the hours, which are there',
  'erasure.member_id': 'that something was erased before; it was mailed as a receipt',
  'leaver_pass.member_id': 'a pass of half an hour to this very file',
  'password_reset.member_id': 'a link of three days; the activity log of the person has it',
  'password_reset.started_by': WHO_ENTERED,
  'drift_flag.raised_by_id': OTHERS_DATA,
  'drift_flag_step.taken_by': OTHERS_DATA,
  'exclusion_preference.excluded_id':
    'only whoever marked the pair ever reads it; whom it names must not learn of it',
  'import_batch.imported_by': WHO_ENTERED,
  'import_row.imported_by': WHO_ENTERED,
  'import_row.membership_id': 'a line of a file that the office read in; what came of it is in the profile',
  'invitation.invited_by': WHO_ENTERED,
  'invitation.membership_id': 'only the office reads it; what came of it is in the profile',
  'leave_period.entered_by': WHO_ENTERED,
  'organization_setup_step.decided_by': WHO_ENTERED,
  'custom_credential.recorded_by': WHO_ENTERED,
  'custom_credential_change.changed_by': WHO_ENTERED,
  'placement.voided_by': WHO_ENTERED,
  'renewal_rule_version.published_by': WHO_ENTERED,
  'renewal_rule_end.recorded_by': WHO_ENTERED,
  'service_hours.recorded_by': WHO_ENTERED,
  'service_hours.voided_by': WHO_ENTERED,
  'session_attendance.supervisor_id': 'the session that they held is there, without the names of its peers',
  'session_submission.supervisor_id': 'a hash by which a repeated sending is recognized',
  'supervision_agreement_term.supervisor_id': OTHERS_DATA,
  'role_request.decided_by': OTHERS_DATA,
  'role_request.member_id':
    'a wish of seven days; what came of it stands in the roles and in the activity log',
}
