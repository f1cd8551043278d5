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
import { Account } from './account.entity.ts'
import { Membership } from '../members/membership.entity.ts'

/** A signed-in device: a hash of its token, what it is good for, and when its holder last gave the password. */
@Entity()
@ForeignKey(() => Account, ['accountId'], ['id'])
@ForeignKey(() => Membership, ['organizationId', 'membershipId'], ['organizationId', 'id'])
@Unique(['tokenHash'])
@Check('sign_in_session_user_agent_length', 'char_length(user_agent) <= 400')
@Check(
  'sign_in_session_shared_is_short',
  "not is_shared_device or (idle_minutes <= 15 and expires_at <= created_at + interval '12 hours')",
)
@Index(['accountId'])
@Index(['organizationId', 'membershipId'])
export class SignInSession {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'bytea' })
  tokenHash!: Buffer

  @Column({ type: 'uuid' })
  accountId!: string

  @Column({ type: 'uuid' })
  membershipId!: string

  @Column({ type: 'timestamptz' })
  createdAt!: Date

  @Column({ type: 'timestamptz' })
  lastSeenAt!: Date

  @Column({ type: 'timestamptz' })
  confirmedAt!: Date

  @Column({ type: 'timestamptz' })
  expiresAt!: Date

  @Column({ type: 'integer' })
  idleMinutes!: number

  @Column({ type: 'boolean', default: false })
  isSharedDevice!: boolean

  @Column({ type: 'text', nullable: true })
  userAgent!: string | null

  @Column({ type: 'text', nullable: true })
  lastAddress!: string | null

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null
}
