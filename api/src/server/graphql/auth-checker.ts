import type { AuthCheckerFn } from 'type-graphql'
import type { Capability } from '@alongside/shared/people/capabilities'
import { SignedOutError } from '../../database/unit-of-work.ts'
import type { ApolloContext } from '../request-context.ts'

/**
 * Requires the capability that the root field names. `access.enter` checks it in the batch of the first statement, before
 * that statement. If no statement is sent, the plugin `enforceCapabilities` asks the database before the answer leaves.
 */
export const authChecker: AuthCheckerFn<ApolloContext, Capability> = ({ context }, capabilities) => {
  if (!context.request.unit.isSignedIn) throw new SignedOutError('signed out')
  for (const capability of capabilities) context.request.unit.requireCapability(capability)
  return true
}
