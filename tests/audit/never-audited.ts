// Tables that leave no entry in the organization's audit trail, each with the reason.

const PRIVATE = "the peer's own: that it is there, and when, is nobody else's business"
const NOTE = 'content of supervision; that the session took place has its entry'

export const NEVER_AUDITED: Readonly<Record<string, string>> = {
  administrative_note: NOTE,
  educational_note: NOTE,
  supportive_note: NOTE,
  audit_entry: 'the trail itself',
  ce_activity: 'a course, of nobody; the hours that somebody got for it have their entry',
  certification_assessment: 'made by the program from what has entries, and made again at any time',
  certification_status: 'made by the program from what has entries, and made again at any time',
  drift_flag: PRIVATE,
  drift_flag_draft: PRIVATE,
  drift_flag_response: PRIVATE,
  drift_flag_share: PRIVATE,
  drift_flag_step: PRIVATE,
  drift_signal_figure: PRIVATE,
  exclusion_preference: 'a trail would be a list of who does not want whom',
  import_row: 'a line of a file; the import has its entry, and so has everything that it made',
  earlier_holder_answer: 'what an answer was before; the change itself has its entry',
  issue_day_correction: 'it changes the certification, which has its entry',
  member_preference: 'language and colours, which change nothing for anybody else',
  notification: 'what somebody was told of has its entry where it happened',
  notification_choice: 'how somebody likes to be told, which changes nothing for anybody else',
  custom_credential_change: 'what a credential was before; the correction itself has its entry',
  saved_view: 'how somebody likes to look at a list, which changes nothing for anybody else',
  session_segment: 'a part of a session, which has its entry',
  session_submission: 'a hash by which a repeated sending is recognized',
  check_in_lock: PRIVATE,
  erasure: 'a receipt for the person alone: that somebody left is in the entry of their employment',
  known_device: 'by which a browser is known again, of the account and no organization',
  leaver_pass: 'half an hour to the own data: nobody learns who took theirs along',
  sign_in_attempt: 'counts tries, of nobody in particular',
  sign_in_session: 'where and when somebody is signed in is theirs to see, on their account page',
  weekly_check_in: PRIVATE,
}
