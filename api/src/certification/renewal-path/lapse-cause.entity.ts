import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import type { LapseCause as Cause } from '@alongside/shared/certification/renewal-path/submission-input'
import { Membership } from '../../people/members/membership.entity.ts'
import { Certification } from '../recording/certification.entity.ts'

/** Why a certification lapsed. A later record says otherwise; the latest one counts. */
@Entity()
@ForeignKey(
  () => Certification,
  ['organizationId', 'certificationId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'lapse_cause_certification_fkey' },
)
@ForeignKey(() => Membership, ['organizationId', 'recordedBy'], ['organizationId', 'id'])
@Index('lapse_cause_of_certification', ['organizationId', 'certificationId'])
@Check(
  'lapse_cause_known',
  `cause in ('HOURS_SHORT', 'PROOF_MISSING', 'SUBMITTED_LATE', 'FEE_UNPAID', 'NOT_REMINDED', 'ON_LEAVE',
   'BOARD_DELAY', 'CHOSE_NOT_TO_RENEW', 'OTHER')`,
)
export class LapseCause {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  certificationId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'date' })
  expiredOn!: string

  @Column({ type: 'text' })
  cause!: Cause

  @Column({ type: 'uuid' })
  recordedBy!: string

  @Column({ type: 'timestamptz' })
  recordedAt!: Date
}
