import { validateLine } from '../../validation/one-line.ts'
import { type ValidationError } from '../../validation/validation-error.ts'
import { ATTENDEES } from '../sessions/session-minutes.ts'

export const GROUP_NAME_LIMIT = 60
/** One person is no group; more than a session can have is none either. */
export const GROUP_PEERS = { from: 2, to: ATTENDEES.to } as const

export interface GroupInput {
  readonly name: string
  readonly peerIds: readonly string[]
}

export function validateGroup({ name, peerIds }: GroupInput): ValidationError[] {
  const ids = new Set(peerIds.map((id) => id.toLowerCase()))
  return [
    ...validateLine('name', name, GROUP_NAME_LIMIT, { isRequired: true }),
    ...(ids.size < GROUP_PEERS.from
      ? [{ field: 'peerIds', problem: 'too-few', limit: GROUP_PEERS.from } as const]
      : []),
    ...(peerIds.length > GROUP_PEERS.to
      ? [{ field: 'peerIds', problem: 'too-many', limit: GROUP_PEERS.to } as const]
      : []),
    ...(ids.size < peerIds.length ? [{ field: 'peerIds', problem: 'repeated' } as const] : []),
  ]
}
