import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** Filters of the renewals that somebody keeps under a name; nobody else sees them. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'memberId'], ['organizationId', 'id'])
@Index('saved_view_position_once', ['organizationId', 'memberId', 'position'], {
  unique: true,
  where: 'removed_at is null',
})
@Index('saved_view_name_once', { synchronize: false })
@Index('saved_view_one_default', ['organizationId', 'memberId'], {
  unique: true,
  where: 'is_default and removed_at is null',
})
@Check('saved_view_name_length', 'char_length(name) between 1 and 60')
@Check('saved_view_query_form', "char_length(query) <= 500 and query ~ '^[A-Za-z0-9=&,_-]*$'")
@Check('saved_view_position_range', 'position between 1 and 20')
export class SavedView {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  memberId!: string

  @Column({ type: 'text' })
  name!: string

  /** The part of the page's address after the question mark: filters and order, never what was searched for. */
  @Column({ type: 'text' })
  query!: string

  @Column({ type: 'integer' })
  position!: number

  @Column({ type: 'boolean', default: false })
  isDefault!: boolean

  @Column({ type: 'timestamptz' })
  savedAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null
}
