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

/** A link to a new password, which an admin had sent to the address of a member's account; only its hash is kept. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'memberId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'startedBy'], ['organizationId', 'id'])
@Unique(['tokenHash'])
@Index(['organizationId', 'memberId'])
@Index(['organizationId', 'startedBy'])
@Index('password_reset_one_open', ['organizationId', 'memberId'], {
  unique: true,
  where: 'used_at is null and revoked_at is null',
})
@Index('password_reset_to_mail', ['createdAt'], { where: 'mailed_at is null' })
@Check('password_reset_mail_failure_known', `mail_failure in ('RETURNED', 'NOT_SENT')`)
export class PasswordReset {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  memberId!: string

  @Column({ type: 'uuid' })
  startedBy!: string

  /** None while the mail that brings the link waits to be sent. */
  @Column({ type: 'bytea', nullable: true })
  tokenHash!: Buffer | null

  @Column({ type: 'timestamptz' })
  createdAt!: Date

  @Column({ type: 'timestamptz' })
  expiresAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null

  @Column({ type: 'timestamptz', nullable: true })
  mailTakenAt!: Date | null

  @Column({ type: 'integer', default: 0 })
  mailAttempts!: number

  @Column({ type: 'text', nullable: true })
  mailFailure!: string | null

  @Column({ type: 'timestamptz', nullable: true })
  mailedAt!: Date | null
}
