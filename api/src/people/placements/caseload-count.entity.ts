import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Int, ObjectType } from 'type-graphql'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../members/membership.entity.ts'
import { Placement } from './placement.entity.ts'

/** How many people a peer stood by at one placement on one day; the latest one stands on the placement too. */
@ObjectType({
  simpleResolvers: true,
  description: 'How many people a peer supported at one placement on one day.',
})
@Entity()
@ForeignKey(() => Placement, ['organizationId', 'placementId', 'peerId'], ['organizationId', 'id', 'peerId'])
@ForeignKey(() => Membership, ['organizationId', 'enteredBy'], ['organizationId', 'id'])
@Index(['organizationId', 'peerId'])
@Check('caseload_count_people_range', 'people between 0 and 500')
export class CaseloadCount {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @Field(() => GraphQLUUID)
  @PrimaryColumn({ type: 'uuid' })
  placementId!: string

  @Field(() => GraphQLLocalDate)
  @PrimaryColumn({ type: 'date' })
  countedOn!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Field(() => Int)
  @Column({ type: 'integer' })
  people!: number

  @Column({ type: 'uuid' })
  enteredBy!: string

  @Column({ type: 'timestamptz' })
  enteredAt!: Date
}
