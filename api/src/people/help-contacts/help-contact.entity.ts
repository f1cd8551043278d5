import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { Organization } from '../organization/organization.entity.ts'

/** Somebody an organization offers when a peer wants a person to talk to: a warmline, an assistance program. */
@Entity()
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@Check('help_contact_label_length', 'char_length(label) between 1 and 80')
@Check('help_contact_url_form', "url ~ '^https://'")
@Check('help_contact_reachable', 'phone is not null or url is not null')
export class HelpContact {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'text' })
  label!: string

  @Column({ type: 'text', nullable: true })
  phone!: string | null

  @Column({ type: 'text', nullable: true })
  url!: string | null

  @Column({ type: 'integer', default: 0 })
  position!: number

  /** Taken away from the help page, kept in the records. */
  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null
}
