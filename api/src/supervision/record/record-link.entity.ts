import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { SupervisionSession } from '../sessions/supervision-session.entity.ts'

/** A link of the chain of signatures and amendments: it holds the hash of the link before. Triggers append it. */
@Entity('record_chain')
@ForeignKey(() => SupervisionSession, ['organizationId', 'sessionId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'memberId'], ['organizationId', 'id'])
@Index(['organizationId', 'sessionId'])
@Index(['organizationId', 'memberId'])
@Check('record_chain_kind_known', "kind in ('SIGNATURE', 'AMENDMENT')")
export class RecordLink {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'bigint' })
  linkNumber!: number

  @Column({ type: 'timestamptz' })
  at!: Date

  @Column({ type: 'text' })
  kind!: string

  @Column({ type: 'uuid' })
  sessionId!: string

  @Column({ type: 'uuid' })
  memberId!: string

  /** SHA-256 of the signature or amendment. */
  @Column({ type: 'bytea' })
  contentHash!: Buffer

  @Column({ type: 'bytea' })
  previousHash!: Buffer

  @Column({ type: 'bytea' })
  hash!: Buffer
}
