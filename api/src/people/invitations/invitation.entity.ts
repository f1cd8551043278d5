import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm'
import { Membership } from '../members/membership.entity.ts'
import { Organization } from '../organization/organization.entity.ts'

/** A single-use, 72-hour invitation into an organization, bound to an address and roles; only a hash of its token is kept. */
@Entity()
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@ForeignKey(() => Membership, ['organizationId', 'invitedBy'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'membershipId'], ['organizationId', 'id'])
@Unique(['tokenHash'])
@Index(['organizationId', 'membershipId'])
@Index(['organizationId', 'invitedBy'])
@Index('invitation_one_open', ['organizationId', 'membershipId'], {
  unique: true,
  where: 'accepted_at is null and revoked_at is null',
})
@Index('invitation_to_mail', ['mailWantedAt'], { where: 'mailed_at is null' })
@Check('invitation_reachable', 'token_hash is not null or mail_wanted_at is not null')
@Check('invitation_email_form', 'email = lower(email) and char_length(email) <= 254')
@Check('invitation_mail_failure_known', `mail_failure in ('RETURNED', 'NOT_SENT')`)
@Check('invitation_display_name_length', 'char_length(display_name) between 1 and 80')
@Check(
  'invitation_roles_known',
  `roles <@ array['PEER', 'SUPERVISOR', 'MANAGER', 'ADMIN', 'AUDITOR'] and cardinality(roles) between 1 and 5`,
)
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

  /** None while the mail that brings the link waits to be sent. */
  @Column({ type: 'bytea', nullable: true })
  tokenHash!: Buffer | null

  @Column({ type: 'uuid', nullable: true })
  membershipId!: string | null

  @Column({ type: 'uuid', nullable: true })
  invitedBy!: string | null

  @Column({ type: 'timestamptz' })
  createdAt!: Date

  @Column({ type: 'timestamptz' })
  expiresAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  acceptedAt!: Date | null

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null

  @Column({ type: 'timestamptz', nullable: true })
  mailWantedAt!: Date | null

  @Column({ type: 'timestamptz', nullable: true })
  mailedAt!: Date | null

  @Column({ type: 'timestamptz', nullable: true })
  mailTakenAt!: Date | null

  @Column({ type: 'integer', default: 0 })
  mailAttempts!: number

  /** RETURNED: the mail server of the address refused it. NOT_SENT: it was tried often enough. */
  @Column({ type: 'text', nullable: true })
  mailFailure!: string | null
}
