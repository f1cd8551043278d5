import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, ObjectType } from 'type-graphql'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { HostAgency } from '../host-agencies/host-agency.entity.ts'

/** The paper under which a host agency and the organization share data, by its reference, with the days it holds. */
@ObjectType({
  simpleResolvers: true,
  description: 'The paper under which data is shared with a host agency.',
})
@Entity()
@ForeignKey(() => HostAgency, ['organizationId', 'hostAgencyId'], ['organizationId', 'id'])
@Index(['organizationId', 'hostAgencyId'])
@Check('data_sharing_agreement_reference_length', 'char_length(reference) between 1 and 120')
@Check('data_sharing_agreement_ends_after_start', 'ends_on >= starts_on')
export class DataSharingAgreement {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @Field(() => GraphQLUUID)
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  hostAgencyId!: string

  @Field(() => String, { description: 'How the paper is found in the files.' })
  @Column({ type: 'text' })
  reference!: string

  @Field(() => GraphQLLocalDate)
  @Column({ type: 'date' })
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null without an end.' })
  @Column({ type: 'date', nullable: true })
  endsOn!: string | null
}
