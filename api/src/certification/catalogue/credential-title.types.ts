import { Field, ObjectType } from 'type-graphql'

@ObjectType('CredentialTitle', {
  simpleResolvers: true,
  description: 'One of several titles of a credential that a person may hold side by side.',
})
export class CredentialTitleType {
  @Field(() => String)
  abbreviation!: string

  @Field(() => String)
  name!: string
}
