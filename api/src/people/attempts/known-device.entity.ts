import { Entity, ForeignKey, Index, PrimaryColumn, Column } from 'typeorm'
import { Account } from '../sign-in/account.entity.ts'

/** A browser that has signed in to the account: what strangers try never holds it back. */
@Entity()
@ForeignKey(() => Account, ['accountId'], ['id'])
@Index(['accountId'])
export class KnownDevice {
  @PrimaryColumn({ type: 'bytea' })
  tokenHash!: Buffer

  @PrimaryColumn({ type: 'uuid' })
  accountId!: string

  @Column({ type: 'timestamptz' })
  lastUsedAt!: Date
}
