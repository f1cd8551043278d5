import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** A manager's note that a credential's rule seems to have changed, open until somebody has looked into it. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'reportedBy'], ['organizationId', 'id'])
@Index(['organizationId', 'credentialId'])
@Check('catalogue_report_credential_id_form', "credential_id ~ '^us-[a-z]+(-[a-z]+)+$'")
@Check('catalogue_report_what_changed_length', 'char_length(what_changed) between 1 and 1000')
@Check('catalogue_report_source_url_form', "source_url ~ '^https://' and char_length(source_url) <= 500")
export class CatalogueReport {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'text' })
  credentialId!: string

  @Column({ type: 'text' })
  whatChanged!: string

  @Column({ type: 'text', nullable: true })
  sourceUrl!: string | null

  @Column({ type: 'uuid' })
  reportedBy!: string

  @Column({ type: 'timestamptz' })
  reportedAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  settledAt!: Date | null
}
