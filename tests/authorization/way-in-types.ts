import type { TypeRule } from './plain-types.ts'

/** Types of ways in and out of an account. */
export const WAY_IN_TYPES: Readonly<Record<string, TypeRule>> = {
  PasswordResetPreview: { rule: 'whoever holds the link', fields: 'email organizationName' },
  PasswordResetCreated: { rule: 'the admin who asked for it', fields: 'expiresAt member' },
  PastCheckInsOpened: { rule: 'self (T1)', fields: 'lockedBefore' },
  OwnDeparture: { rule: 'self', fields: 'dataUntil erasedOn lastDay' },
  AccessEnded: { rule: 'self, by password', fields: 'dataUntil erasedAt lastDay organizationName pass' },
  InvitationPreview: {
    rule: 'whoever holds the link',
    fields: 'displayName email hasAccount organizationName roles',
  },
  OwnPasswordUpdated: { rule: 'self', fields: 'endedSessions' },
  CreateRecoveryCodePayload: { rule: 'self, once', fields: 'recoveryCode' },
  MyOrganization: { rule: 'self', fields: 'id isCurrent name roles' },
}
