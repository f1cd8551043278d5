import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm'
import { Membership } from './membership.entity.ts'
import { Organization } from '../organization/organization.entity.ts'

/** A single-use, 72-hour invitation into an organization, bound to an address and roles; only a hash of its token is kept. */
@Entity()
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@ForeignKey(() => Membership, ['organizationId', 'invitedBy'], ['organizationId', 'id'])
@Unique(['tokenHash'])
@Check('invitation_email_form', 'email = lower(email) and char_length(email) <= 254')
@Check('invitation_display_name_length', 'char_length(display_name) between 1 and 80')
@Check('invitation_roles_known', 'roles <@ … and cardinality(roles) between 1 and 5')
export class Invitation {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'text' })
  email!: string

  @Column({ type: 'text' })
  displayName!: string

  @Column({ type: 'text', array: true })
  roles!: string[]

  @Column({ type: 'bytea' })
  tokenHash!: Buffer

  @Column({ type: 'uuid', nullable: true })
  invitedBy!: string | null

  @Column({ type: 'timestamptz' })
  createdAt!: Date

  @Column({ type: 'timestamptz' })
  expiresAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  acceptedAt!: Date | null
}
