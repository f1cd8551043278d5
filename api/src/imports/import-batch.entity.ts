import type { ValueMatches } from '@alongside/shared/imports/row-problems'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { Membership } from '../people/members/membership.entity.ts'

/** One file that brings many records: assessed when it is sent, made whole or not at all, taken back for a day. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'importedBy'], ['organizationId', 'id'])
@Index(['organizationId', 'importedBy'])
@Index('import_batch_rows_until_idx', ['rowsUntil'])
@Check('import_batch_kind_known', "kind in ('PEOPLE', 'CERTIFICATIONS', 'CE_HOURS', 'SERVICE_HOURS')")
@Check('import_batch_file_name_length', 'char_length(file_name) between 1 and 200')
@Check('import_batch_state_known', "state in ('PREVIEWED', 'CONFIRMED', 'UNDONE', 'EXPIRED')")
@Check('import_batch_encoding_known', "encoding in ('UTF_8', 'UTF_16', 'WINDOWS_1252')")
@Check('import_batch_date_order_known', "date_order in ('MONTH_FIRST', 'DAY_FIRST')")
@Check('import_batch_columns_length', 'cardinality(headings) <= 100 and cardinality(columns) <= 120')
@Check('import_batch_row_count_range', 'row_count between 1 and 5000')
@Check('import_batch_counts_add_up', 'new_count + present_count + problem_count = row_count')
export class ImportBatch {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'text' })
  kind!: string

  @Column({ type: 'text' })
  fileName!: string

  @Column({ type: 'text' })
  state!: string

  @Column({ type: 'text' })
  encoding!: string

  @Column({ type: 'text', array: true, default: '{}' })
  headings!: string[]

  /** What stands at each place of a row, further places than headings too; null: a column that is not read. */
  @Column({ type: 'text', array: true, default: '{}' })
  columns!: (string | null)[]

  /** Which number of 03/04/2026 is the month; null: the file does not say, and nobody did. */
  @Column({ type: 'text', nullable: true })
  dateOrder!: string | null

  /** What a text of a column stands for, by the column and the text. */
  @Column({ type: 'jsonb', default: {} })
  valueMatches!: ValueMatches

  @Column({ type: 'integer' })
  rowCount!: number

  @Column({ type: 'integer' })
  newCount!: number

  @Column({ type: 'integer' })
  presentCount!: number

  @Column({ type: 'integer' })
  problemCount!: number

  @Column({ type: 'integer', default: 0 })
  madeCount!: number

  @Column({ type: 'integer', default: 0 })
  removedCount!: number

  @Column({ type: 'uuid' })
  importedBy!: string

  @Column({ type: 'timestamptz' })
  uploadedAt!: Date

  /** A day after it was sent, or after it was confirmed: until then it is confirmed or taken back; then rows go. */
  @Column({ type: 'timestamptz' })
  rowsUntil!: Date

  /** Made when the form is sent: the same key again is the same confirmation. */
  @Column({ type: 'uuid', nullable: true })
  confirmKey!: string | null

  @Column({ type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null

  @Column({ type: 'timestamptz', nullable: true })
  undoneAt!: Date | null
}
