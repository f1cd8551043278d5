import { GraphQLUUID } from 'graphql-scalars'
import { Field, ObjectType } from 'type-graphql'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { HostAgency } from './host-agency.entity.ts'

/** Somebody to call at a host agency, and what for. */
@ObjectType({
  simpleResolvers: true,
  description: 'Somebody to call at a host agency.',
})
@Entity()
@ForeignKey(() => HostAgency, ['organizationId', 'hostAgencyId'], ['organizationId', 'id'])
@Index(['organizationId', 'hostAgencyId'])
@Check('host_agency_contact_name_length', 'char_length(name) between 1 and 80')
@Check('host_agency_contact_purpose_length', 'char_length(purpose) between 1 and 120')
@Check('host_agency_contact_phone_length', 'char_length(phone) between 3 and 40')
@Check('host_agency_contact_email_form', 'email = lower(email) and char_length(email) <= 254')
@Check('host_agency_contact_reachable', 'phone is not null or email is not null')
export class HostAgencyContact {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @Field(() => GraphQLUUID)
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  hostAgencyId!: string

  @Field(() => String)
  @Column({ type: 'text' })
  name!: string

  @Field(() => String, { description: 'What to call about.' })
  @Column({ type: 'text' })
  purpose!: string

  @Field(() => String, { nullable: true })
  @Column({ type: 'text', nullable: true })
  phone!: string | null

  @Field(() => String, { nullable: true })
  @Column({ type: 'text', nullable: true })
  email!: string | null

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null
}
