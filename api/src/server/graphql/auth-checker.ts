import type { AuthCheckerFn } from 'type-graphql'
import type { Capability } from '@alongside/shared/people/capabilities'
import { SignedOutError } from '../../database/unit-of-work.ts'
import type { ApolloContext } from '../request-context.ts'

/**
 * "May this role ever?" Notes the capability; `access.enter` checks it in the same write as the reading, and
 * before it. What never reached the database is held back by `hold-unmet-demands`.
 */
export const authChecker: AuthCheckerFn<ApolloContext, Capability> = ({ context }, capabilities) => {
  if (!context.request.unit.isSignedIn) throw new SignedOutError('signed out')
  for (const capability of capabilities) context.request.unit.demand(capability)
  return true
}
