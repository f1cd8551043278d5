import { Kind } from 'graphql'
import { GraphQLUUID } from 'graphql-scalars'

/** An id that no row has. */
const NO_ID = '00000000-0000-0000-0000-000000000000'

const { parseValue, parseLiteral } = GraphQLUUID

/**
 * Parses text that is not a valid UUID as an id that no row has, so that malformed, unknown, foreign and forbidden ids
 * are answered alike. A value that is not text is still refused.
 */
export function readMalformedIdsAsUnknown(): void {
  GraphQLUUID.parseValue = (value) =>
    typeof value === 'string' ? idOrNone(() => parseValue(value)) : parseValue(value)
  GraphQLUUID.parseLiteral = (node, variables) =>
    node.kind === Kind.STRING ? idOrNone(() => parseLiteral(node, variables)) : parseLiteral(node, variables)
}

function idOrNone(parse: () => string): string {
  try {
    return parse()
  } catch {
    return NO_ID
  }
}
