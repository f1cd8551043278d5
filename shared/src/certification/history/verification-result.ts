/** What a look into a board's register showed. */
export const VerificationResult = {
  AS_RECORDED: 'AS_RECORDED',
  DIFFERS: 'DIFFERS',
  NOT_FOUND: 'NOT_FOUND',
  NO_REGISTER: 'NO_REGISTER',
} as const
export type VerificationResult = (typeof VerificationResult)[keyof typeof VerificationResult]
export const VERIFICATION_RESULTS: readonly VerificationResult[] = Object.values(VerificationResult)
