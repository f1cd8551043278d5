import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm'
import { Membership } from '../members/membership.entity.ts'

/** With it somebody who has left takes their own data along, within half an hour; it opens nothing else. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'memberId'], ['organizationId', 'id'])
@Unique(['tokenHash'])
@Index(['organizationId', 'memberId'])
export class LeaverPass {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  memberId!: string

  @Column({ type: 'bytea' })
  tokenHash!: Buffer

  @Column({ type: 'timestamptz' })
  expiresAt!: Date
}
