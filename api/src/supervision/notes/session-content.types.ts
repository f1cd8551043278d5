import { SupervisionActivity, SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { GraphQLDateTime } from 'graphql-scalars'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'
import { SessionComment } from '../signing/signature.types.ts'

registerEnumType(SupervisionActivity, {
  name: 'SupervisionActivity',
  description: 'What can take place in a session; each belongs to one type (LAPPA toolkit 2021, table 5).',
})

@ObjectType({
  simpleResolvers: true,
  description: 'What was written in a segment; only for those whom the wall lets in.',
})
export class SessionNote {
  @Field(() => Boolean, {
    description: 'True: about the group, for every attendee to read; false: about one peer.',
  })
  aboutGroup!: boolean

  @Field(() => Person, { nullable: true, description: 'The peer whom it is about; null: the group.' })
  about!: Person | null

  @Field(() => [SupervisionActivity])
  activities!: SupervisionActivity[]

  @Field(() => String, { nullable: true, description: 'At most 4,000 characters.' })
  note!: string | null

  @Field(() => GraphQLDateTime)
  writtenAt!: Date
}

@ObjectType({
  simpleResolvers: true,
  description: 'The part of a session that served one type.',
})
export class SessionSegment {
  @Field(() => SupervisionType)
  type!: SupervisionType

  @Field(() => Int)
  minutes!: number

  @Field(() => [SessionNote], {
    description: 'Empty where nothing was written, and just so where it is not for the reader.',
  })
  notes!: () => SessionNote[]

  @Field(() => [SessionComment], {
    description:
      'What peers put beside it; empty where there is nothing, and just so where it is not for the reader.',
  })
  comments!: () => SessionComment[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'A peer who took part; a peer sees only themselves.',
})
export class SessionAttendee {
  @Field(() => Person)
  peer!: Person

  @Field(() => Int)
  minutes!: number
}
