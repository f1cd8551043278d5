import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInputObjectType,
  isObjectType,
  isUnionType,
} from 'graphql'

/** A query of the reference, with the capability that a token needs for it. */
export interface ReferenceQuery {
  readonly capability: string
  readonly field: GraphQLField<unknown, unknown>
}

/** The listed queries that the schema has, in the order of the list. */
export function referenceQueries(
  schema: GraphQLSchema,
  listed: Readonly<Record<string, readonly string[]>>,
): ReferenceQuery[] {
  const fields = schema.getQueryType()?.getFields() ?? {}
  return Object.entries(listed).flatMap(([capability, names]) =>
    names.flatMap((name) => (fields[name] ? [{ capability, field: fields[name] }] : [])),
  )
}

/** Every type that one of these can take or answer, by name; nothing else of the schema. */
export function reachableTypes(
  queries: readonly ReferenceQuery[],
  schema: GraphQLSchema,
): GraphQLNamedType[] {
  const found = new Map<string, GraphQLNamedType>()
  const visit = (type: GraphQLNamedType): void => {
    if (found.has(type.name)) return
    found.set(type.name, type)
    if (isObjectType(type)) for (const field of Object.values(type.getFields())) visitField(field)
    else if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) visit(getNamedType(field.type))
    else if (isUnionType(type)) for (const member of schema.getPossibleTypes(type)) visit(member)
  }
  const visitField = (field: GraphQLField<unknown, unknown>): void => {
    visit(getNamedType(field.type))
    for (const argument of field.args) visit(getNamedType(argument.type))
  }
  for (const { field } of queries) visitField(field)
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
}
