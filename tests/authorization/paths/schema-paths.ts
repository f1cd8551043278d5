import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  print,
  type SelectionNode,
} from 'graphql'

/** A way from a root field to an object, with everything that can be read at its end. */
export interface SchemaPath {
  readonly root: string
  /** `mySessions.edges.node` */
  readonly name: string
  /** The leaf fields at its end: each is one path of the count. */
  readonly leaves: readonly string[]
  /** The query, with the ids of `ids` in every place that asks for one. */
  readonly queries: readonly string[]
}

const LONGEST = 6

/**
 * Every path of at most six steps from a query field to something that can be read; each asked with each id. Below a
 * type that leads to nothing but plain types (a rule, and all that it consists of) one path is gone, not each.
 */
export function queryPaths(
  schema: GraphQLSchema,
  ids: readonly string[],
  isPlain: (typeName: string) => boolean = () => false,
): SchemaPath[] {
  const query = schema.getQueryType()
  if (!query) throw new Error('no query type')
  const lookedInto = new Set<string>()
  const isKnown = (type: GraphQLObjectType): boolean => {
    if (!leadsToPlainOnly(type, isPlain)) return false
    if (lookedInto.has(type.name)) return true
    lookedInto.add(type.name)
    return false
  }
  return Object.values(query.getFields()).flatMap((field) => pathsBelow(schema, field, ids, isKnown))
}

function leadsToPlainOnly(
  type: GraphQLObjectType,
  isPlain: (typeName: string) => boolean,
  passed: ReadonlySet<string> = new Set(),
): boolean {
  if (!isPlain(type.name)) return false
  const below = Object.values(type.getFields()).map((field) => getNamedType(field.type))
  return below.every((next) => {
    if (isLeafType(next) || passed.has(next.name)) return true
    return isObjectType(next) && leadsToPlainOnly(next, isPlain, new Set([...passed, type.name]))
  })
}

/** `Type.field` for every field of every object type that a caller can reach. */
export function typeFields(schema: GraphQLSchema): Record<string, string[]> {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('__'),
  )
  return Object.fromEntries(
    types.map((type) => [type.name, isObjectType(type) ? Object.keys(type.getFields()).sort() : []]),
  )
}

/** One query for several: what they share is asked for once, so that it also counts once against the API's limits. */
export function mergedQuery(queries: readonly string[]): string {
  const selections = queries.flatMap((query) =>
    parse(query, { noLocation: true }).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [],
    ),
  )
  return `{ ${mergedSelections(selections).map(print).join(' ')} }`
}

function mergedSelections(selections: readonly SelectionNode[]): SelectionNode[] {
  const merged = new Map<string, SelectionNode[]>()
  for (const one of selections) {
    const head = print(one).replace(/ \{\n[^]*/, '')
    merged.set(head, [...(merged.get(head) ?? []), one])
  }
  return [...merged.values()].map(([first, ...others]) => {
    if (!first) throw new Error('no selection')
    const below = [first, ...others].flatMap((one) =>
      'selectionSet' in one ? (one.selectionSet?.selections ?? []) : [],
    )
    if (below.length === 0) return first
    return {
      ...first,
      selectionSet: { kind: Kind.SELECTION_SET, selections: mergedSelections(below) },
    } as SelectionNode
  })
}

/** An operation that calls just this root field, with values of the right form. */
export function rootOperation(
  kind: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  id: string,
): string {
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'
  return `${kind} { ${field.name}${argumentsOf(field.args, id)}${selection} }`
}

function pathsBelow(
  schema: GraphQLSchema,
  root: GraphQLField<unknown, unknown>,
  ids: readonly string[],
  isKnown: (type: GraphQLObjectType) => boolean,
): SchemaPath[] {
  const found: SchemaPath[] = []
  const asksForId = argumentsOf(root.args, 'PLACE').includes('PLACE')
  const add = (
    names: readonly string[],
    leaves: readonly string[],
    wrap: (inner: string) => string,
  ): void => {
    const at = asksForId ? ids : ['']
    const queries = at.map((id) => `{ ${root.name}${argumentsOf(root.args, id)} ${wrap(leaves.join(' '))} }`)
    found.push({
      root: root.name,
      name: names.join('.'),
      leaves: leaves.length > 0 ? leaves : [root.name],
      queries,
    })
  }
  const walk = (type: GraphQLOutputType, names: readonly string[], wrap: (inner: string) => string): void => {
    for (const object of objectsOf(schema, type)) {
      const inside = isAbstractType(getNamedType(type))
        ? (inner: string) => wrap(`... on ${object.name} { ${inner} }`)
        : wrap
      const fields = Object.values(object.getFields())
      const leaves = fields.filter((field) => isLeafType(getNamedType(field.type))).map((field) => field.name)
      if (leaves.length > 0) add(names, leaves, inside)
      if (names.length >= LONGEST - 1 || isKnown(object)) continue
      for (const field of fields.filter((one) => !isLeafType(getNamedType(one.type)))) {
        const nested = (inner: string): string =>
          inside(`${field.name}${argumentsOf(field.args, ids[0] ?? '')} { ${inner} }`)
        walk(field.type, [...names, field.name], nested)
      }
    }
  }
  if (isLeafType(getNamedType(root.type))) add([root.name], [], () => '')
  else walk(root.type, [root.name], (inner) => `{ ${inner} }`)
  return found
}

function objectsOf(schema: GraphQLSchema, type: GraphQLOutputType) {
  const named = getNamedType(type)
  if (isObjectType(named)) return [named]
  return isAbstractType(named) ? [...schema.getPossibleTypes(named)] : []
}

function argumentsOf(args: readonly GraphQLArgument[], id: string): string {
  const given = args.filter(
    ({ name, type, defaultValue }) => (isNonNullType(type) && defaultValue === undefined) || name === 'first',
  )
  return given.length > 0
    ? `(${given.map(({ name, type }) => `${name}: ${valueOf(type, name, id)}`).join(', ')})`
    : ''
}

function valueOf(type: GraphQLInputType, name: string, id: string): string {
  if (isNonNullType(type)) return valueOf(type.ofType, name, id)
  if (isListType(type)) return `[${valueOf(type.ofType, name, id)}]`
  if (isEnumType(type)) return type.getValues()[0]?.name ?? ''
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type))
    return `{ ${fields.map((field) => `${field.name}: ${valueOf(field.type, field.name, id)}`).join(', ')} }`
  }
  return SCALARS[type.name]?.(name, id) ?? '"x"'
}

const SCALARS: Readonly<Record<string, ((name: string, id: string) => string) | undefined>> = {
  UUID: (_name, id) => `"${id}"`,
  IdempotencyKey: (_name, id) => `"${id}"`,
  // The ids of text are those of credentials: this is the one that the rows are about.
  ID: () => '"us-oh-cprs"',
  Int: (name) => (name === 'first' ? '50' : '30'),
  Float: () => '1',
  Boolean: () => 'true',
  LocalDate: () => '"2026-06-17"',
  DateTime: () => '"2026-06-17T12:00:00Z"',
}
