import { GraphQLDateTime } from 'graphql-scalars'
import { Field, Int, ObjectType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'

@ObjectType('CustomCredentialNames', {
  simpleResolvers: true,
  description: 'What changed of a credential; null is what did not.',
})
export class CustomCredentialNamesType {
  @Field(() => String, { nullable: true })
  name!: string | null

  @Field(() => String, { nullable: true })
  abbreviation!: string | null

  @Field(() => String, { nullable: true, description: 'Empty where nobody is named.' })
  certifyingBody!: string | null

  @Field(() => String, { nullable: true })
  state!: string | null

  @Field(() => Boolean, { nullable: true, description: 'Whether it was archived.' })
  isArchived!: boolean | null
}

@ObjectType('CustomCredentialChange', { simpleResolvers: true, description: 'One correction. It stays.' })
export class CustomCredentialChangeType {
  @Field(() => CustomCredentialNamesType)
  before!: CustomCredentialNamesType

  @Field(() => CustomCredentialNamesType)
  after!: CustomCredentialNamesType

  @Field(() => Person)
  changedBy!: Person

  @Field(() => GraphQLDateTime)
  changedAt!: Date
}

@ObjectType('CustomCredential', {
  simpleResolvers: true,
  description: 'A credential of the organization as its office keeps it.',
})
export class CustomCredentialType {
  @Field(() => Int, { description: 'Grows with each change; sent back as `expectedRevision`.' })
  revision!: number

  @Field(() => Boolean, { description: 'It is offered nowhere any more.' })
  isArchived!: boolean

  @Field(() => Boolean, { description: 'Somebody holds it or held it, so that it cannot be archived.' })
  isHeld!: boolean

  @Field(() => [CustomCredentialChangeType], { description: 'The newest first, at most 100.' })
  changes!: CustomCredentialChangeType[]
}
