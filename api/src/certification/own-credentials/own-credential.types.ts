import { Field, InputType } from 'type-graphql'

@InputType({ description: "A credential of the organization's own, which the catalogue does not hold." })
export class AddOwnCredentialInput {
  @Field(() => String, { description: '1-120 characters; once in a state.' })
  name!: string

  @Field(() => String, { description: '1-20 characters.' })
  abbreviation!: string

  @Field(() => String, { nullable: true, description: 'Who grants it; at most 200 characters.' })
  certifyingBody?: string | null

  @Field(() => String, { description: "Two letters; 'US' where it holds in every state." })
  state!: string
}
