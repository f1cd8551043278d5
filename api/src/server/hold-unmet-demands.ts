import type { ApolloServerPlugin } from '@apollo/server'
import type { ApolloContext } from './request-context.ts'

/** Fails closed: an answer whose capabilities were never put to the database is not sent. */
export const holdUnmetDemands: ApolloServerPlugin<ApolloContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response }) => {
      if (response.body.kind !== 'single' || !contextValue.request.unit.hasUnmetDemands) return
      if (response.body.singleResult.errors?.length) {
        response.body.singleResult.data = null
        return
      }
      await contextValue.request.unit.actor().catch(() => {
        if (response.body.kind !== 'single') return
        response.body.singleResult = {
          data: null,
          errors: [{ message: 'This is not part of your role here.', extensions: { code: 'FORBIDDEN' } }],
        }
      })
    },
  }),
}
