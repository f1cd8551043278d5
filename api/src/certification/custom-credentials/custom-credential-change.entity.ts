import { Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { CustomCredential } from './custom-credential.entity.ts'

/** One correction of a credential of the organization's own: the values that changed, before and after. Written by a trigger. */
@Entity()
@ForeignKey(() => CustomCredential, ['organizationId', 'customCredentialId'], ['organizationId', 'id'], {
  name: 'custom_credential_change_credential_fkey',
})
@ForeignKey(() => Membership, ['organizationId', 'changedBy'], ['organizationId', 'id'])
@Unique('custom_credential_change_revision_once', ['organizationId', 'customCredentialId', 'revision'])
export class CustomCredentialChange {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  customCredentialId!: string

  /** The one that it led to. */
  @Column({ type: 'integer' })
  revision!: number

  @Column({ type: 'jsonb' })
  before!: object

  @Column({ type: 'jsonb' })
  after!: object

  @Column({ type: 'uuid' })
  changedBy!: string

  @Column({ type: 'timestamptz' })
  changedAt!: Date
}
