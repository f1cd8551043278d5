import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError, OperationTypeNode } from 'graphql'
import { TOKEN_QUERIES } from '@alongside/shared/integrations/token-capabilities'
import { rootFieldsOf } from '../graphql/selection.ts'
import type { ApolloContext } from '../request-context.ts'

/** Every query that some token may ask; whether this one may is decided by its capabilities, in the database. */
const OPEN_TO_TOKENS: ReadonlySet<string> = new Set(['__typename', ...Object.values(TOKEN_QUERIES).flat()])

/** A token reads what is listed and nothing else: no mutation, nothing "own", no door of signing in. */
export function refuseOtherThanTokenQueries(): ApolloServerPlugin<ApolloContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ contextValue, operation, document }) => {
        if (!contextValue.request.isToken) return
        const isOpen =
          operation?.operation === OperationTypeNode.QUERY &&
          rootFieldsOf(operation, document).every((name) => OPEN_TO_TOKENS.has(name))
        if (isOpen) return
        throw new GraphQLError('A token may not ask for this.', { extensions: { code: 'FORBIDDEN' } })
      },
    }),
  }
}
