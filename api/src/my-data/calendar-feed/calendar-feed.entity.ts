import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** The secret address of somebody's calendar file. Only its hash is kept, and never when it was read. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'memberId'], ['organizationId', 'id'])
@Index('calendar_feed_token_hash', ['tokenHash'], { unique: true })
@Check('calendar_feed_token_hash_length', 'octet_length(token_hash) = 32')
export class CalendarFeed {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  memberId!: string

  @Column({ type: 'bytea' })
  tokenHash!: Buffer

  /** The owner chose that titles say with whom. */
  @Column({ type: 'boolean' })
  showsNames!: boolean

  @Column({ type: 'timestamptz' })
  createdAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null
}
