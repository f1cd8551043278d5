import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError } from 'graphql'
import { SignedOutError } from '../../database/unit-of-work.ts'
import type { ApolloContext, RequestContext } from '../request-context.ts'
import { SQLSTATE_SIGNED_OUT } from '../graphql/format-error.ts'
import { rootFieldsOf } from '../graphql/selection.ts'

/** What a page asks before it knows whose it is, or to sign in. Everything else enters as the membership it names. */
const BEFORE_A_MEMBERSHIP: ReadonlySet<string> = new Set([
  '__typename',
  'me',
  'demoSignIns',
  'invitation',
  'signIn',
  'signOut',
  'acceptInvitation',
  'recoverAccount',
  'passwordReset',
  'replacePassword',
])

/**
 * Holds the operations that need no session to the membership that the page was drawn for, where the page names one.
 * The unit of work does it for all the others, and lets nothing in that names none.
 */
export function bindTabs(): ApolloServerPlugin<ApolloContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ contextValue: { request }, operation, document }) => {
        if (request.isToken || !request.unit.isSignedIn) return
        if (!rootFieldsOf(operation, document).every((name) => BEFORE_A_MEMBERSHIP.has(name))) return
        if (request.drawnFor === null) request.openToAnyMembership()
        else await refuseOtherMembership(request)
      },
    }),
  }
}

/** An ended session belongs to nobody, so signing out and in again still works. */
async function refuseOtherMembership({ unit }: RequestContext): Promise<void> {
  try {
    await unit.asker()
  } catch (error) {
    const { code } = error as { code?: string }
    if (error instanceof SignedOutError || code === SQLSTATE_SIGNED_OUT) return
    throw new GraphQLError('refused', { originalError: error as Error })
  }
}
