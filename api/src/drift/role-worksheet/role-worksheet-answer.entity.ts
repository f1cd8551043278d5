import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { RoleWorksheet } from './role-worksheet.entity.ts'

/** The three answers of one person about one activity. Null is a question that was left open. */
@Entity()
@ForeignKey(
  () => RoleWorksheet,
  ['organizationId', 'worksheetId', 'memberId'],
  ['organizationId', 'id', 'memberId'],
  { name: 'role_worksheet_answer_of_member', onDelete: 'CASCADE' },
)
@Check('role_worksheet_answer_activity_form', "activity ~ '^([A-Z_]{3,60}|custom-[0-9a-f-]{36})$'")
@Check('role_worksheet_answer_better_suited_length', 'char_length(better_suited) between 1 and 80')
@Check('role_worksheet_answer_better_suited_if_so', 'better_suited is null or is_better_suited')
export class RoleWorksheetAnswer {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  worksheetId!: string

  /** A key of the catalogue, or `custom-` and the id of an activity of the organization. */
  @PrimaryColumn({ type: 'text' })
  activity!: string

  @Column({ type: 'uuid' })
  memberId!: string

  @Column({ type: 'boolean', nullable: true })
  isPartOfRole!: boolean | null

  @Column({ type: 'boolean', nullable: true })
  conflictsWithValues!: boolean | null

  @Column({ type: 'boolean', nullable: true })
  isBetterSuited!: boolean | null

  /** Who is better suited, by job. */
  @Column({ type: 'text', nullable: true })
  betterSuited!: string | null

  @Column({ type: 'timestamptz' })
  answeredAt!: Date
}
