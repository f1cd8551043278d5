// What the tests of histories ask, once.

export const HISTORY = `query ($id: UUID!) { certificationHistory(certificationId: $id) {
  issuedOn
  issueDays { before after recordedByName }
  holder { revision number birthday conditionsHeld conditionsNotHeld chosenCycleMonths examYear
    asked { conditions cycleMonths examYear birthday } }
  certificates { id startsOn expiresOn isFirst isCorrected corrects recordedByName withdrawnByName }
  statuses { id status startsOn endsOn recordedByName endedByName withdrawnByName }
  verifications { id checkedOn source result expiresOnSeen note recordedByName } } }`
export const RECORD_CERTIFICATE = `mutation ($id: UUID!, $days: CertificateDays!) {
  recordCertificate(certificationId: $id, days: $days) }`
export const CORRECT_CERTIFICATE = `mutation ($id: UUID!, $days: CertificateDays!) {
  correctCertificate(certificateId: $id, days: $days) }`
export const WITHDRAW_CERTIFICATE = `mutation ($id: UUID!, $withdrawn: Boolean!) {
  withdrawCertificate(certificateId: $id, withdrawn: $withdrawn) }`
export const RECORD_STATUS = `mutation ($id: UUID!, $status: BoardStatusDetails!) {
  recordBoardStatus(certificationId: $id, status: $status) }`
export const END_STATUS = `mutation ($id: UUID!, $endsOn: LocalDate) { endBoardStatus(statusId: $id, endsOn: $endsOn) }`
export const WITHDRAW_STATUS = `mutation ($id: UUID!, $withdrawn: Boolean!) {
  withdrawBoardStatus(statusId: $id, withdrawn: $withdrawn) }`
export const RECORD_VERIFICATION = `mutation ($id: UUID!, $verification: VerificationDetails!) {
  recordVerification(certificationId: $id, verification: $verification) }`
export const CORRECT_ISSUE_DAY = `mutation ($id: UUID!, $issuedOn: LocalDate!) {
  correctIssueDay(certificationId: $id, issuedOn: $issuedOn) }`
export const CHANGE_FACTS = `mutation ($id: UUID!, $facts: HolderFactsDetails!) {
  changeHolderFacts(certificationId: $id, facts: $facts) }`
export const RECORD_SERVICE = `mutation ($input: ServiceHoursDetails!) { recordServiceHours(input: $input) }`
export const WITHDRAW_SERVICE = `mutation ($id: UUID!, $withdrawn: Boolean!) {
  withdrawServiceHours(entryId: $id, withdrawn: $withdrawn) }`
export const SERVICE = `query ($peerId: UUID!) { serviceHours(peerId: $peerId) {
  id startsOn endsOn hours withdrawnByName } }`
