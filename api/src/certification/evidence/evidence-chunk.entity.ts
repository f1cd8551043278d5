import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { EvidenceFile } from './evidence-file.entity.ts'

/** A piece of the content of a file, so that none of them is large. */
@Entity()
@ForeignKey(() => EvidenceFile, ['organizationId', 'fileId', 'peerId'], ['organizationId', 'id', 'peerId'], {
  name: 'evidence_chunk_file_fkey',
})
@Index(['organizationId', 'peerId'])
@Check('evidence_chunk_place_range', 'place between 0 and 31')
@Check('evidence_chunk_data_length', 'octet_length(data) between 1 and 262144')
export class EvidenceChunk {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  fileId!: string

  @PrimaryColumn({ type: 'integer' })
  place!: number

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'bytea' })
  data!: Buffer
}
