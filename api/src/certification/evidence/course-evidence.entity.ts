import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { CeCredit } from '../recording/ce-credit.entity.ts'
import { EvidenceFile } from './evidence-file.entity.ts'

/** A file that speaks for a course, and for every version of it. */
@Entity()
@ForeignKey(
  () => CeCredit,
  ['organizationId', 'courseId', 'peerId'],
  ['organizationId', 'activityId', 'peerId'],
  { name: 'course_evidence_credit_fkey' },
)
@ForeignKey(() => EvidenceFile, ['organizationId', 'fileId', 'peerId'], ['organizationId', 'id', 'peerId'], {
  name: 'course_evidence_file_fkey',
})
@Index(['organizationId', 'fileId'])
@Index(['organizationId', 'peerId'])
export class CourseEvidence {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  /** The first version of the course. */
  @PrimaryColumn({ type: 'uuid' })
  courseId!: string

  @PrimaryColumn({ type: 'uuid' })
  fileId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'timestamptz' })
  attachedAt!: Date
}
