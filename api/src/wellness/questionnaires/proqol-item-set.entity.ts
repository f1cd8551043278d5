import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** The sentences of ProQOL 5 as an organization brought them, unchanged and with the author's credit. The latest counts. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'importedBy'], ['organizationId', 'id'])
@Index(['organizationId', 'importedAt'])
@Check('proqol_item_set_thirty_items', 'cardinality(items) = 30 and array_position(items, null) is null')
@Check(
  'proqol_item_set_credit_named',
  "char_length(credit) <= 300 and credit ~* 'stamm' and credit ~* 'proqol\\.org'",
)
export class ProqolItemSet {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'text', array: true })
  items!: string[]

  @Column({ type: 'text' })
  credit!: string

  @Column({ type: 'uuid' })
  importedBy!: string

  @Column({ type: 'timestamptz' })
  importedAt!: Date
}
