// What the tests of histories ask, once.

const PERSON = '{ displayName }'
export const HISTORY = `query ($id: UUID!) { certificationHistory(certificationId: $id) {
  issuedOn
  issueDays { before after recordedBy ${PERSON} }
  holder { revision number birthday conditionsHeld conditionsNotHeld chosenCycleMonths examYear
    asked { conditions cycleMonths examYear birthday } }
  certificates { id startsOn expiresOn isFirst isCorrected corrects recordedBy ${PERSON} voidedBy ${PERSON} }
  statuses { id status startsOn endsOn recordedBy ${PERSON} endedBy ${PERSON} voidedBy ${PERSON} }
  verifications { id checkedOn source result expiresOnSeen note recordedBy ${PERSON} } } }`
export const RECORD_CERTIFICATE = `mutation ($input: RecordCertificateInput!) {
  recordCertificate(input: $input) { certificate { id } } }`
export const CORRECT_CERTIFICATE = `mutation ($input: CorrectCertificateInput!) {
  correctCertificate(input: $input) { certificate { id corrects } } }`
export const VOID_CERTIFICATE = `mutation ($input: VoidCertificateInput!) {
  voidCertificate(input: $input) { certificate { id voidedBy ${PERSON} } } }`
export const RESTORE_CERTIFICATE = `mutation ($input: RestoreCertificateInput!) {
  restoreCertificate(input: $input) { certificate { id voidedBy ${PERSON} } } }`
export const RECORD_STATUS = `mutation ($input: RecordBoardStatusInput!) {
  recordBoardStatus(input: $input) { boardStatus { id } } }`
export const END_STATUS = `mutation ($input: EndBoardStatusInput!) {
  endBoardStatus(input: $input) { boardStatus { id endsOn } } }`
export const VOID_STATUS = `mutation ($input: VoidBoardStatusInput!) {
  voidBoardStatus(input: $input) { boardStatus { voidedBy ${PERSON} } } }`
export const RESTORE_STATUS = `mutation ($input: RestoreBoardStatusInput!) {
  restoreBoardStatus(input: $input) { boardStatus { voidedBy ${PERSON} } } }`
export const RECORD_VERIFICATION = `mutation ($input: RecordVerificationInput!) {
  recordVerification(input: $input) { verification { source } } }`
export const CORRECT_ISSUE_DAY = `mutation ($input: CorrectIssueDayInput!) {
  correctIssueDay(input: $input) { certification { issuedOn } } }`
export const UPDATE_FACTS = `mutation ($input: UpdateHolderFactsInput!) { updateHolderFacts(input: $input) {
  __typename ... on HolderFactsUpdated { holder { revision number birthday asked { examYear } } }
  ... on StaleRevision { currentRevision } } }`
export const RECORD_SERVICE = `mutation ($input: RecordServiceHoursInput!) {
  recordServiceHours(input: $input) { serviceHours { id hours } } }`
export const VOID_SERVICE = `mutation ($input: VoidServiceHoursInput!) {
  voidServiceHours(input: $input) { serviceHours { voidedBy ${PERSON} } } }`
export const RESTORE_SERVICE = `mutation ($input: RestoreServiceHoursInput!) {
  restoreServiceHours(input: $input) { serviceHours { voidedBy ${PERSON} } } }`
export const SERVICE = `query ($peerId: UUID!, $first: Int, $after: String) {
  serviceHours(peerId: $peerId, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id startsOn endsOn hours voidedBy ${PERSON} } } } }`
