import type { ApolloServerPlugin } from '@apollo/server'
import type { GraphQLFormattedError } from 'graphql'
import type { ApolloContext } from './request-context.ts'

/**
 * Fails closed: an answer whose capabilities were never put to the database (refused input, nothing to read) is put
 * to it before it is sent. Whoever lacks the capability learns that, and nothing else.
 */
export const holdUnmetDemands: ApolloServerPlugin<ApolloContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response }) => {
      const { unit } = contextValue.request
      if (response.body.kind !== 'single' || !unit.isSignedIn || !unit.hasUnmetDemands) return
      try {
        await unit.actor()
      } catch (error) {
        const isSignedOut = (error as { code?: string }).code === 'AL401'
        response.body.singleResult = { data: null, errors: [isSignedOut ? SIGNED_OUT : NOT_PERMITTED] }
      }
    },
  }),
}

const SIGNED_OUT: GraphQLFormattedError = {
  message: 'Please sign in.',
  extensions: { code: 'UNAUTHENTICATED' },
}
const NOT_PERMITTED: GraphQLFormattedError = {
  message: 'This is not part of your role here.',
  extensions: { code: 'FORBIDDEN' },
}
