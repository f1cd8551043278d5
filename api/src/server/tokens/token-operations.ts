import type { ApolloServerPlugin } from '@apollo/server'
import {
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql'
import { TOKEN_QUERIES } from '@alongside/shared/integrations/token-capabilities'
import type { ApolloContext } from '../request-context.ts'

/** Every query that some token may ask; whether this one may is decided by its capabilities, in the database. */
const OPEN_TO_TOKENS: ReadonlySet<string> = new Set(['__typename', ...Object.values(TOKEN_QUERIES).flat()])

/** A token reads what is listed and nothing else: no mutation, nothing "own", no door of signing in. */
export function refuseOtherThanTokenQueries(): ApolloServerPlugin<ApolloContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ contextValue, operation, document }) => {
        if (!contextValue.request.isToken) return
        const fragments = new Map(
          document.definitions.flatMap((each) =>
            each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : [],
          ),
        )
        if (isOpen(operation, fragments)) return
        throw new GraphQLError('A token may not ask for this.', { extensions: { code: 'FORBIDDEN' } })
      },
    }),
  }
}

function isOpen(
  operation: OperationDefinitionNode | undefined,
  fragments: ReadonlyMap<string, SelectionSetNode>,
): boolean {
  // Validation has refused fragments that run in circles.
  const names = (set: SelectionSetNode | undefined): string[] =>
    (set?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection.name.value]
      return names(
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments.get(selection.name.value),
      )
    })
  return (
    operation?.operation === OperationTypeNode.QUERY &&
    names(operation.selectionSet).every((name) => OPEN_TO_TOKENS.has(name))
  )
}
