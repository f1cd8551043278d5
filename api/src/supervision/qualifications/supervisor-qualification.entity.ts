import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** A course or certificate that qualifies somebody to supervise, as a manager recorded it. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'supervisorId'], ['organizationId', 'id'])
@ForeignKey(
  () => SupervisorQualification,
  ['organizationId', 'correctsId', 'supervisorId'],
  ['organizationId', 'id', 'supervisorId'],
  { name: 'supervisor_qualification_corrects_fkey' },
)
@ForeignKey(() => Membership, ['organizationId', 'recordedBy'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'voidedBy'], ['organizationId', 'id'])
@Unique('supervisor_qualification_of_supervisor', ['organizationId', 'id', 'supervisorId'])
@Index(['organizationId', 'supervisorId'])
@Check('supervisor_qualification_course_length', 'char_length(course) between 1 and 200')
@Check('supervisor_qualification_hours_range', 'hours between 0.25 and 2000 and hours * 4 = floor(hours * 4)')
@Check('supervisor_qualification_number_length', 'char_length(certificate_number) between 1 and 100')
@Check('supervisor_qualification_ends_after_start', 'valid_until >= valid_from')
@Check('supervisor_qualification_voided_by_somebody', '(voided_by is null) = (voided_at is null)')
@Check('supervisor_qualification_not_oneself', 'recorded_by <> supervisor_id')
export class SupervisorQualification {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  supervisorId!: string

  @Column({ type: 'text' })
  course!: string

  @Column({ type: 'numeric', precision: 6, scale: 2, nullable: true })
  hours!: number | null

  @Column({ type: 'text', nullable: true })
  certificateNumber!: string | null

  @Column({ type: 'date' })
  validFrom!: string

  /** Null: it has no end. */
  @Column({ type: 'date', nullable: true })
  validUntil!: string | null

  /** The record that this one takes the place of. */
  @Column({ type: 'uuid', nullable: true })
  correctsId!: string | null

  @Column({ type: 'uuid' })
  recordedBy!: string

  @Column({ type: 'timestamptz' })
  recordedAt!: Date

  @Column({ type: 'uuid', nullable: true })
  voidedBy!: string | null

  @Column({ type: 'timestamptz', nullable: true })
  voidedAt!: Date | null
}
