import type { ApolloServerPlugin } from '@apollo/server'
import type { GraphQLFormattedError } from 'graphql'
import type { ApolloContext } from '../request-context.ts'
import { isOnly, setStatus } from './answer-status.ts'

/**
 * The last look at an answer before it leaves: whether it may, and with which status.
 *
 * Fails closed. If an answer is about to leave before its capabilities were checked (the input was rejected, or there was
 * nothing to read), they are checked now. Whoever lacks one learns only that. An answer that says nothing but that it failed needs
 * no second question to a database that has just not answered the first.
 */
export function enforceCapabilities(
  format: (formatted: GraphQLFormattedError, thrown: unknown) => GraphQLFormattedError,
): ApolloServerPlugin<ApolloContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ contextValue, response }) => {
        const { unit } = contextValue.request
        const { body } = response
        const saysNothing = isOnly(body, ['UNAVAILABLE', 'INTERNAL'])
        if (body.kind === 'single' && unit.isSignedIn && unit.hasUncheckedCapabilities && !saysNothing) {
          try {
            await unit.asker()
          } catch (error) {
            body.singleResult = { data: null, errors: [format({ message: 'refused' }, error)] }
          }
        }
        setStatus(response)
      },
    }),
  }
}
