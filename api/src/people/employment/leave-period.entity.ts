import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, ObjectType } from 'type-graphql'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { Membership } from '../members/membership.entity.ts'

/** Days on which a peer is away, with no reason; what is due stands still on them. Without an end, until further notice. */
@ObjectType({
  simpleResolvers: true,
  description: 'Days on which a peer is away. There is no reason.',
})
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'enteredBy'], ['organizationId', 'id'])
@Index(['organizationId', 'peerId'])
@Check('leave_period_ends_after_start', 'ends_on >= starts_on')
export class LeavePeriod {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @Field(() => GraphQLUUID)
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Field(() => GraphQLLocalDate)
  @Column({ type: 'date' })
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null until further notice.' })
  @Column({ type: 'date', nullable: true })
  endsOn!: string | null

  @Column({ type: 'uuid' })
  enteredBy!: string

  @Column({ type: 'timestamptz' })
  enteredAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null
}
