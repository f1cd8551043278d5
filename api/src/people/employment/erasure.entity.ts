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

/** That the private data of somebody who left was erased, and when; never what or how much it was. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'memberId'], ['organizationId', 'id'])
@Unique(['organizationId', 'memberId', 'leftOn'])
@Index('erasure_to_mail', ['erasedAt'], { where: 'mailed_at is null' })
@Check('erasure_mail_failure_known', `mail_failure in ('RETURNED', 'NOT_SENT')`)
export class Erasure {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  memberId!: string

  @Column({ type: 'date' })
  leftOn!: string

  @Column({ type: 'timestamptz' })
  erasedAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  mailTakenAt!: Date | null

  @Column({ type: 'integer', default: 0 })
  mailAttempts!: number

  @Column({ type: 'text', nullable: true })
  mailFailure!: string | null

  @Column({ type: 'timestamptz', nullable: true })
  mailedAt!: Date | null
}
