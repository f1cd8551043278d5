import type { ApolloServerPlugin } from '@apollo/server'
import {
  type ArgumentNode,
  getNamedType,
  getNullableType,
  type GraphQLInputType,
  type GraphQLScalarType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { type ClassType, Extensions, Field } from 'type-graphql'
import type { ValidationError } from '@alongside/shared/validation/validation-error'
import { rejectIfInvalid } from '../graphql/domain-error.ts'
import type { ApolloContext } from '../request-context.ts'
import { fieldAt } from './readable-input.ts'

// Whatever comes in has a limit before any service looks at it. A list of an enum holds at most each of its values; every
// other list says how much it holds, with `AtMost`.

/** Of a text for which nothing shorter is said. */
export const TEXT_LIMIT = 5_000
const NO_LIST_HAS_MORE = 100

interface InputPlace {
  readonly type: GraphQLInputType
  readonly extensions: Readonly<Record<string, unknown>>
  description?: string | null | undefined
}

/** The most entries of a list, or characters of a text. */
export function AtMost(most: number): PropertyDecorator {
  return Extensions({ most })
}

/** A list that several inputs have: what one inherits, it inherits without its limit, so each says it again. */
export function ListOf(
  most: number,
  type: () => ClassType | GraphQLScalarType | StringConstructor,
  description: string,
  nullable = false,
): PropertyDecorator {
  return (target, name) => {
    AtMost(most)(target, name)
    Field(() => [type()], { nullable, description })(target, name)
  }
}

export function limitOf({ type, extensions }: InputPlace): number {
  const { most } = extensions
  if (typeof most === 'number') return most
  if (!isListType(getNullableType(type))) return TEXT_LIMIT
  const named = getNamedType(type)
  return isEnumType(named) ? named.getValues().length : NO_LIST_HAS_MORE
}

/** Each argument and each field of an input, with its name in the schema. */
export function inputPlaces(schema: GraphQLSchema): [where: string, place: InputPlace][] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__')) return []
    if (isInputObjectType(type))
      return Object.values(type.getFields()).map((field): [string, InputPlace] => [
        `${type.name}.${field.name}`,
        field,
      ])
    if (!isObjectType(type)) return []
    return Object.values(type.getFields()).flatMap((field) =>
      field.args.map((arg): [string, InputPlace] => [`${type.name}.${field.name}(${arg.name})`, arg]),
    )
  })
}

/** Puts the limit of each list into its description, where that does not say it yet. */
export function describeLimits(schema: GraphQLSchema): GraphQLSchema {
  for (const [, place] of inputPlaces(schema)) {
    const limit = limitOf(place)
    if (!isListType(getNullableType(place.type)) || namesLimit(place.description, limit)) continue
    place.description = [place.description, `At most ${limit}.`].filter(Boolean).join(' ')
  }
  return schema
}

export function namesLimit(description: string | null | undefined, limit: number): boolean {
  const numbers = description?.match(/\d[\d,]*/g) ?? []
  return numbers.some((number) => Number(number.replaceAll(',', '')) === limit)
}

/** Refuses lists and texts beyond their limit, wherever they stand: no service is handed 9,000 values. */
export function refuseTooMuchInput(): ApolloServerPlugin<ApolloContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ request, schema, document }) => {
        const found: ValidationError[] = []
        const info = new TypeInfo(schema)
        const Argument = ({ name, value }: ArgumentNode): void => {
          const place = info.getArgument()
          const given: unknown = valueFromASTUntyped(value, request.variables)
          if (place) found.push(...tooMuchIn(place, given, [name.value]))
        }
        visit(document, visitWithTypeInfo(info, { Argument }))
        rejectIfInvalid(found)
      },
    }),
  }
}

export function tooMuchIn(place: InputPlace, value: unknown, path: readonly string[]): ValidationError[] {
  const limit = limitOf(place)
  const type = getNullableType(place.type)
  if (typeof value === 'string')
    return value.length > limit && !isListType(type)
      ? [{ field: fieldAt(path), problem: 'too-long', limit }]
      : []
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value) && isListType(type)) {
    if (value.length > limit) return [{ field: fieldAt(path), problem: 'too-many', limit }]
    const inner = { type: type.ofType, extensions: {} }
    return value.flatMap((each: unknown, at) => tooMuchIn(inner, each, [...path, String(at)]))
  }
  const named = getNamedType(type)
  if (!isInputObjectType(named)) return []
  const fields = named.getFields()
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = fields[name]
    return field ? tooMuchIn(field, inner, [...path, name]) : []
  })
}
