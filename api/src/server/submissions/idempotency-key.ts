import { GraphQLUUID } from 'graphql-scalars'
import { Field } from 'type-graphql'

/** The field of an input by which `once` knows that it was sent before. */
export function IdempotencyKey(): PropertyDecorator {
  return Field(() => GraphQLUUID, {
    nullable: true,
    description:
      'A random id, the same whenever this is sent again: it is added once, and answered alike. CONFLICT (`input.key-used`) where it was sent with other content.',
  })
}

export interface Idempotent {
  readonly idempotencyKey?: string | null
}
