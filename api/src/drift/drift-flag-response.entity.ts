import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { Field, ObjectType } from 'type-graphql'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../people/members/membership.entity.ts'
import { DriftFlag } from './drift-flag.entity.ts'

/** Both the table and what the API shows of it: the columns without a field stay inside. */
@ObjectType({
  simpleResolvers: true,
  description: 'How the peer sees a flag, in their own words. It stays with the flag for good.',
})
@Entity()
@ForeignKey(() => DriftFlag, ['organizationId', 'flagId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@Index(['organizationId', 'flagId'])
@Check('drift_flag_response_text_length', 'char_length(text) between 1 and 2000')
export class DriftFlagResponse {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @Field(() => GraphQLUUID)
  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  flagId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Field(() => String)
  @Column({ type: 'text' })
  text!: string

  @Field(() => GraphQLDateTime)
  @Column({ type: 'timestamptz' })
  writtenAt!: Date
}
