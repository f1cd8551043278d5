import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Certification } from '../recording/certification.entity.ts'

/** That the holder says: what is recorded for this cycle is right. Once a cycle. */
@Entity()
@ForeignKey(
  () => Certification,
  ['organizationId', 'certificationId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'renewal_attestation_certification_fkey' },
)
export class RenewalAttestation {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  certificationId!: string

  @PrimaryColumn({ type: 'date' })
  cycleEndsOn!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'timestamptz' })
  attestedAt!: Date
}
