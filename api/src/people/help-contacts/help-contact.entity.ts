import { GraphQLUUID } from 'graphql-scalars'
import { Field, ObjectType } from 'type-graphql'
import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { Organization } from '../organization/organization.entity.ts'

/** Somebody an organization offers when a peer wants a person to talk to: a warmline, an assistance program. */
@ObjectType({
  simpleResolvers: true,
  description: 'Somebody to turn to for help. Opening one is never logged.',
})
@Entity()
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@Check('help_contact_label_length', 'char_length(label) between 1 and 80')
@Check('help_contact_url_form', "url ~ '^https://'")
@Check('help_contact_open_hours_length', 'char_length(open_hours) between 1 and 80')
@Check('help_contact_reachable', 'phone is not null or url is not null')
export class HelpContact {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @Field(() => GraphQLUUID)
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Field(() => String)
  @Column({ type: 'text' })
  label!: string

  @Field(() => String, { nullable: true, description: 'A telephone number as it is dialled.' })
  @Column({ type: 'text', nullable: true })
  phone!: string | null

  @Field(() => String, { nullable: true, description: 'An https address.' })
  @Column({ type: 'text', nullable: true })
  url!: string | null

  @Field(() => String, { nullable: true, description: 'When they can be reached, in words.' })
  @Column({ type: 'text', nullable: true })
  openHours!: string | null

  @Column({ type: 'integer', default: 0 })
  position!: number

  /** Taken away from the help page, kept in the records. */
  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null
}
