import type { RowProblem } from '@alongside/shared/imports/row-problems'
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { ImportBatch } from './import-batch.entity.ts'

/** One line of an imported file as it stood there, what is wrong with it, and what it made; erased after a day. */
@Entity()
@ForeignKey(() => ImportBatch, ['organizationId', 'batchId'], ['organizationId', 'id'])
@Check(
  'import_row_outcome_known',
  "outcome in ('NEW', 'PRESENT', 'PROBLEM', 'MADE', 'LEFT_OUT', 'REMOVED', 'KEPT')",
)
@Check('import_row_kept_because_known', "kept_because in ('JOINED', 'HAS_RECORDS')")
@Check('import_row_kept_has_reason', "(outcome = 'KEPT') = (kept_because is not null)")
export class ImportRow {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  batchId!: string

  @PrimaryColumn({ type: 'integer' })
  line!: number

  @Column({ type: 'uuid' })
  importedBy!: string

  @Column({ type: 'jsonb' })
  values!: string[]

  @Column({ type: 'jsonb', default: [] })
  problems!: RowProblem[]

  @Column({ type: 'text' })
  outcome!: string

  @Column({ type: 'text', nullable: true })
  keptBecause!: string | null

  @Column({ type: 'uuid', nullable: true })
  membershipId!: string | null

  @Column({ type: 'uuid', nullable: true })
  placementId!: string | null

  /** The certification, or the training, that the line made about the membership. */
  @Column({ type: 'uuid', nullable: true })
  recordId!: string | null

  @Column({ type: 'uuid', nullable: true })
  invitationId!: string | null
}
