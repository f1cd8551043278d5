// What the tests of corrections send, once.

const PERSON = '{ id displayName }'
const COURSE = `peers ${PERSON} course { revision hours { hours courseId voidedAt } peers ${PERSON} }`
const STALE = '... on StaleRevision { currentRevision }'

export interface HoursChange {
  readonly peers: readonly { id: string }[]
  readonly course: { readonly revision: number }
}
export const RECORD_HOURS = `mutation ($input: RecordContinuingEducationInput!) {
  recordContinuingEducation(input: $input) { peerCount earnedHours { activityId courseId hours } } }`
export const RECORDED_COURSE = `query ($activityId: UUID!) {
  recordedCourse(activityId: $activityId) { revision hours { hours } peers ${PERSON} } }`
export const CORRECT_HOURS = `mutation ($input: CorrectContinuingEducationInput!) {
  correctContinuingEducation(input: $input) { __typename
    ... on ContinuingEducationCorrected { replayed ${COURSE} } ${STALE} } }`
export const VOID_HOURS = `mutation ($input: VoidContinuingEducationInput!) {
  voidContinuingEducation(input: $input) { __typename ... on ContinuingEducationVoided { ${COURSE} } ${STALE} } }`
export const RESTORE_HOURS = `mutation ($input: RestoreContinuingEducationInput!) {
  restoreContinuingEducation(input: $input) { __typename ... on ContinuingEducationRestored { ${COURSE} } ${STALE} } }`

export const RECORD_CERTIFICATION = `mutation ($input: RecordCertificationInput!) {
  recordCertification(input: $input) { certification { id } } }`
export const VOID_CERTIFICATION = `mutation ($input: VoidCertificationInput!) { voidCertification(input: $input) {
  __typename ... on CertificationVoided { voided { id number voidedBy ${PERSON} credential { id } } } ${STALE} } }`
export const RESTORE_CERTIFICATION = `mutation ($input: RestoreCertificationInput!) {
  restoreCertification(input: $input) { __typename ... on CertificationRestored { certification { status } } ${STALE} } }`
export const CORRECT_NUMBER = `mutation ($input: CorrectCertificationNumberInput!) {
  correctCertificationNumber(input: $input) { __typename
    ... on CertificationNumberCorrected { certification { number } holder { revision number } } ${STALE} } }`
export const VOIDED = `query ($peerId: UUID) { voidedCertifications(peerId: $peerId) { edges { node {
  id number revision peer ${PERSON} credential { id } voidedBy ${PERSON} } } } }`
export const HISTORY = `query ($id: UUID!) { certificationHistory(certificationId: $id) {
  voidedAt numbers { before after recordedBy ${PERSON} }
  holder { revision number }
  statuses { id status startsOn corrects isCorrected voidedBy ${PERSON} }
  verifications { id source result corrects isCorrected voidedBy ${PERSON} } } }`
export const CORRECT_STATUS = `mutation ($input: CorrectBoardStatusInput!) {
  correctBoardStatus(input: $input) { boardStatus { id corrects } certification { status } } }`
export const CORRECT_VERIFICATION = `mutation ($input: CorrectVerificationInput!) {
  correctVerification(input: $input) { verification { id corrects result } } }`
export const VOID_VERIFICATION = `mutation ($input: VoidVerificationInput!) {
  voidVerification(input: $input) { verification { id voidedBy ${PERSON} } } }`
export const RESTORE_VERIFICATION = `mutation ($input: RestoreVerificationInput!) {
  restoreVerification(input: $input) { verification { id voidedBy ${PERSON} } } }`
