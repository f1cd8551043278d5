import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { EvidenceFile } from './evidence-file.entity.ts'

/** That a manager or an auditor opened a file: written before its content leaves, and read by the holder. */
@Entity()
@ForeignKey(() => EvidenceFile, ['organizationId', 'fileId', 'peerId'], ['organizationId', 'id', 'peerId'], {
  name: 'evidence_look_file_fkey',
})
@ForeignKey(() => Membership, ['organizationId', 'viewerId'], ['organizationId', 'id'])
@Index(['organizationId', 'fileId'])
@Index(['organizationId', 'peerId'])
@Check('evidence_look_by_another', 'viewer_id <> peer_id')
export class EvidenceLook {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  fileId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'uuid' })
  viewerId!: string

  @Column({ type: 'timestamptz' })
  lookedAt!: Date

  /** The policy of the content asks for it: what was looked at is read in the same transaction, and in no other. */
  @Column({ type: 'bigint', default: () => 'txid_current()' })
  inTransaction!: string
}
