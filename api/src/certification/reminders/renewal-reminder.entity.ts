import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { Certification } from '../recording/certification.entity.ts'

/** That a manager reminded the holder of a certification on a day: once a day at most. */
@Entity()
@ForeignKey(
  () => Certification,
  ['organizationId', 'certificationId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'renewal_reminder_certification_fkey' },
)
@ForeignKey(() => Membership, ['organizationId', 'recordedBy'], ['organizationId', 'id'])
export class RenewalReminder {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  certificationId!: string

  @PrimaryColumn({ type: 'date' })
  remindedOn!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'uuid' })
  recordedBy!: string

  @Column({ type: 'timestamptz' })
  recordedAt!: Date
}
