import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Certification } from '../recording/certification.entity.ts'

/** Until when the holder of a certification wants no reminders of it. Nobody else knows. */
@Entity()
@ForeignKey(
  () => Certification,
  ['organizationId', 'certificationId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'renewal_pause_certification_fkey' },
)
export class RenewalPause {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  certificationId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'date' })
  pausedUntil!: string
}
