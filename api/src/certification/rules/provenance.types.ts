import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, ObjectType, registerEnumType } from 'type-graphql'
import type { Provenance } from '@alongside/shared/certification/catalogue/provenance'

const Confidence = {
  OFFICIAL_CURRENT: 'official-current',
  OFFICIAL_UNDATED: 'official-undated',
  OFFICIAL_OLDER: 'official-older',
  SECONDARY: 'secondary',
  NOT_FOUND: 'not-found',
} as const satisfies Record<string, Provenance['confidence']>

registerEnumType(Confidence, {
  name: 'Confidence',
  description: 'How far the page of a rule can be trusted.',
})

@ObjectType('Provenance', { simpleResolvers: true, description: 'Where a rule was read, and when.' })
export class ProvenanceType {
  @Field(() => String, { nullable: true, description: 'Null where no page was found.' })
  url!: string | null

  @Field(() => String, { nullable: true })
  title!: string | null

  @Field(() => String, { nullable: true, description: 'As printed on the page: a year, a month or a day.' })
  date!: string | null

  @Field(() => Confidence)
  confidence!: Provenance['confidence']

  @Field(() => GraphQLLocalDate)
  readOn!: string
}
