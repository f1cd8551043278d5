import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** A photo or PDF file of a certificate, without its content. It has no name: names of files can name people. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'removedBy'], ['organizationId', 'id'])
@Unique('evidence_file_of_peer', ['organizationId', 'id', 'peerId'])
@Index('evidence_file_once', ['organizationId', 'peerId', 'sha256'], {
  unique: true,
  where: '(removed_at IS NULL)',
})
@Check('evidence_file_media_type_known', "media_type in ('image/jpeg', 'image/png', 'application/pdf')")
@Check('evidence_file_size_range', 'size_bytes between 1 and 8388608')
@Check('evidence_file_sha256_length', 'octet_length(sha256) = 32')
@Check('evidence_file_removed_by_somebody', '(removed_by is null) = (removed_at is null)')
export class EvidenceFile {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  /** The holder, who uploaded it. */
  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'text' })
  mediaType!: string

  @Column({ type: 'integer' })
  sizeBytes!: number

  /** Of what is kept: the same picture with another place or device in it is the same file. */
  @Column({ type: 'bytea' })
  sha256!: Buffer

  /** In pixels as stored, before any orientation; null of a PDF file. */
  @Column({ type: 'integer', nullable: true })
  width!: number | null

  @Column({ type: 'integer', nullable: true })
  height!: number | null

  @Column({ type: 'timestamptz' })
  uploadedAt!: Date

  @Column({ type: 'uuid', nullable: true })
  removedBy!: string | null

  /** Its content was erased then. */
  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null
}
