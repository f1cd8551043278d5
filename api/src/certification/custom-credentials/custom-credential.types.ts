import { GraphQLDateTime } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType } from 'type-graphql'

@InputType({ description: "A credential of the organization's own, which the catalogue does not hold." })
export class AddCustomCredentialInput {
  @Field(() => String, { description: '1-120 characters; once in a state.' })
  name!: string

  @Field(() => String, { description: '1-20 characters.' })
  abbreviation!: string

  @Field(() => String, { nullable: true, description: 'Who grants it; at most 200 characters.' })
  certifyingBody?: string | null

  @Field(() => String, { description: "Two letters; 'US' where it holds in every state." })
  state!: string
}

@InputType({ description: 'What it is called from now on, all of it. It keeps its id.' })
export class CorrectCustomCredentialInput extends AddCustomCredentialInput {
  @Field(() => Int, { description: 'As last read; another number answers CONFLICT.' })
  revision!: number
}

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

  @Field(() => Boolean, { nullable: true, description: 'Whether it was put away.' })
  isRetired!: boolean | null
}

@ObjectType('CustomCredentialChange', { simpleResolvers: true, description: 'One correction. It stays.' })
export class CustomCredentialChangeType {
  @Field(() => CustomCredentialNamesType)
  before!: CustomCredentialNamesType

  @Field(() => CustomCredentialNamesType)
  after!: CustomCredentialNamesType

  @Field(() => String)
  changedBy!: string

  @Field(() => GraphQLDateTime)
  changedAt!: Date
}

@ObjectType('CustomCredential', {
  simpleResolvers: true,
  description: 'A credential of the organization as its office keeps it.',
})
export class CustomCredentialType {
  @Field(() => Int, { description: 'To be sent with a correction.' })
  revision!: number

  @Field(() => Boolean, { description: 'Put away: it is offered nowhere any more.' })
  isRetired!: boolean

  @Field(() => Boolean, { description: 'Somebody holds it or held it, so that it cannot be put away.' })
  isHeld!: boolean

  @Field(() => [CustomCredentialChangeType], { description: 'The newest first, at most 100.' })
  changes!: CustomCredentialChangeType[]
}
