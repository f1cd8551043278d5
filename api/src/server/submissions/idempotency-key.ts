import { GraphQLScalarType } from 'graphql'
import { GraphQLUUID } from 'graphql-scalars'
import { Field } from 'type-graphql'

/**
 * Keys have their own type because a malformed `UUID` is parsed as one fixed id (`malformed-ids.ts`): every submission with
 * a malformed key would then share that key. Malformed keys are refused instead.
 */
export const GraphQLIdempotencyKey = new GraphQLScalarType({
  ...GraphQLUUID.toConfig(),
  name: 'IdempotencyKey',
  description: 'A random id (UUID) made by the sender. One that is malformed is refused with BAD_USER_INPUT.',
})

/** The field of an input by which `once` knows that it was sent before. */
export function IdempotencyKey(): PropertyDecorator {
  return Field(() => GraphQLIdempotencyKey, {
    nullable: true,
    description:
      'A random id, the same whenever this is sent again: it is added once, and answered alike. CONFLICT (`input.key-used`) where it was sent with other content.',
  })
}

export interface Idempotent {
  readonly idempotencyKey?: string | null
}
