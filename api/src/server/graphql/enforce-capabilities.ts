import type { ApolloServerPlugin } from '@apollo/server'
import type { GraphQLFormattedError } from 'graphql'
import type { ApolloContext } from '../request-context.ts'

/**
 * Fails closed. If an answer is about to leave before its capabilities were checked (the input was rejected, or there was
 * nothing to read), they are checked now. Whoever lacks one learns only that.
 */
export function enforceCapabilities(
  format: (formatted: GraphQLFormattedError, thrown: unknown) => GraphQLFormattedError,
): ApolloServerPlugin<ApolloContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ contextValue, response }) => {
        const { unit } = contextValue.request
        if (response.body.kind !== 'single' || !unit.isSignedIn || !unit.hasUncheckedCapabilities) return
        try {
          await unit.asker()
        } catch (error) {
          response.body.singleResult = { data: null, errors: [format({ message: 'refused' }, error)] }
        }
      },
    }),
  }
}
