import type { ApolloServerPlugin } from '@apollo/server'
import type { GraphQLFormattedError } from 'graphql'
import type { ApolloContext } from '../request-context.ts'

/**
 * Fails closed: an answer whose capabilities were never put to the database (refused input, nothing to read) is put
 * to it before it is sent. Whoever lacks the capability learns that, and nothing else.
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
