import { GraphQLDateTime } from 'graphql-scalars'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { RecordChainProblem } from '@alongside/shared/supervision/signing/record-chain'

registerEnumType(RecordChainProblem, {
  name: 'RecordChainProblem',
  description: 'Why a link of the record chain does not fit what it speaks of.',
})

@ObjectType({ simpleResolvers: true, description: 'The first link that does not fit.' })
export class BrokenRecordLink {
  @Field(() => Int, { nullable: true, description: 'Null where a signature has no link at all.' })
  number!: number | null

  @Field(() => GraphQLDateTime)
  at!: Date

  @Field(() => RecordChainProblem)
  problem!: RecordChainProblem
}

@ObjectType({
  simpleResolvers: true,
  description: 'What the check of every night found last.',
})
export class NightlyRecordCheck {
  @Field(() => GraphQLDateTime)
  checkedAt!: Date

  @Field(() => Int, { description: 'How many signatures and amendments there were.' })
  links!: number

  @Field(() => BrokenRecordLink, { nullable: true, description: 'Null: all of them fit.' })
  firstBroken!: BrokenRecordLink | null
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Signatures and amendments of the organization, each chained to the one before (docs/operating.md).',
})
export class RecordChainCheck {
  @Field(() => Int, { description: 'How many signatures and amendments there are.' })
  links!: number

  @Field(() => String, {
    nullable: true,
    description:
      'The hash of the last link, 64 hexadecimal digits; kept elsewhere, it shows that none was cut off.',
  })
  lastHash!: string | null

  @Field(() => BrokenRecordLink, { nullable: true, description: 'Null: all of them fit.' })
  firstBroken!: BrokenRecordLink | null
}
