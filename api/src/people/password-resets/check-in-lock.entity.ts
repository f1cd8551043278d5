import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm'
import { Account } from '../sign-in/account.entity.ts'

/** What was answered before a password was reset for somebody stays locked until they give the recovery code of before. */
@Entity()
@ForeignKey(() => Account, ['accountId'], ['id'])
@Index(['accountId'], { where: 'opened_at is null' })
export class CheckInLock {
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  accountId!: string

  @Column({ type: 'timestamptz' })
  lockedBefore!: Date

  @Column({ type: 'bytea', nullable: true })
  codeHash!: Buffer | null

  @Column({ type: 'timestamptz', nullable: true })
  openedAt!: Date | null
}
