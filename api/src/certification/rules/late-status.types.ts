import { registerEnumType } from 'type-graphql'
import type { LateStep } from '@alongside/shared/certification/rules/submission'

export const LateStatus = {
  GRACE: 'grace',
  INACTIVE: 'inactive',
  LAPSED: 'lapsed',
} as const satisfies Record<string, LateStep['status']>

registerEnumType(LateStatus, {
  name: 'LateStatus',
  description: 'What a credential counts as after its expiry.',
})
