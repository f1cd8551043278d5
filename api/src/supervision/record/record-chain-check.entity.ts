import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Organization } from '../../people/organization/organization.entity.ts'

/** What the nightly check of an organization's record chain found last. */
@Entity('record_chain_check')
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@Check(
  'record_chain_check_problem_known',
  `problem in ('LINK_MISSING', 'LINK_CHANGED', 'SIGNATURE_CHANGED', 'AMENDMENT_CHANGED', 'SESSION_CHANGED')`,
)
@Check('record_chain_check_broken_since', '(problem is null) = (broken_at is null)')
export class StoredRecordChainCheck {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @Column({ type: 'timestamptz' })
  checkedAt!: Date

  @Column({ type: 'bigint' })
  links!: number

  @Column({ type: 'bigint', nullable: true })
  firstBroken!: number | null

  @Column({ type: 'timestamptz', nullable: true })
  brokenAt!: Date | null

  @Column({ type: 'text', nullable: true })
  problem!: string | null
}
