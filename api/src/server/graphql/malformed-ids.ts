import { Kind } from 'graphql'
import { GraphQLUUID } from 'graphql-scalars'

/** An id that no row has. */
const NO_ID = '00000000-0000-0000-0000-000000000000'

const { parseValue, parseLiteral } = GraphQLUUID

export function isId(text: string): boolean {
  return idOr(NO_ID, () => parseValue(text)) !== NO_ID
}

/**
 * Makes a text that is not an id read as the id of nothing, so that malformed, unknown, foreign and forbidden ids are
 * answered alike. What is not a text is still refused, and so is a malformed key of a submission (`readable-input.ts`).
 */
export function readMalformedIdsAsUnknown(): void {
  GraphQLUUID.parseValue = (value) =>
    typeof value === 'string' ? idOr(NO_ID, () => parseValue(value)) : parseValue(value)
  GraphQLUUID.parseLiteral = (node, variables) =>
    node.kind === Kind.STRING
      ? idOr(NO_ID, () => parseLiteral(node, variables))
      : parseLiteral(node, variables)
}

function idOr(otherwise: string, parse: () => string): string {
  try {
    return parse()
  } catch {
    return otherwise
  }
}
