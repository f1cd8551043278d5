import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { CertificationStatus } from '@alongside/shared/certification/status/status'
import { Certification } from '../recording/certification.entity.ts'

/** How a certification stands, and nothing else of it: all that a peer's supervisors may know. Made again at any time. */
@Entity('certification_status')
@ForeignKey(
  () => Certification,
  ['organizationId', 'certificationId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  {
    name: 'certification_status_certification_fkey',
    onDelete: 'CASCADE',
  },
)
@Index(['organizationId', 'peerId'])
@Check(
  'certification_status_status_known',
  `status in ('REVOKED', 'SUSPENDED', 'LAPSED', 'INACTIVE', 'GRACE', 'AT_RISK', 'RENEWAL_OPEN',
   'CURRENT', 'NOT_CERTIFIED')`,
)
export class StoredCertificationStatus {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  certificationId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'text' })
  status!: CertificationStatus
}
