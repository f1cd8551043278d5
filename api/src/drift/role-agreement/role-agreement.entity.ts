import type { AgreementLine } from '@alongside/shared/drift/role-agreement/role-agreement'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { Placement } from '../../people/placements/placement.entity.ts'
import { HouseRules } from '../house-rules/house-rules.entity.ts'

/** A version of what is, and is not, the work of a peer in a placement. It is never edited: a change is a next version. */
@Entity()
@ForeignKey(
  () => Placement,
  ['organizationId', 'placementId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  {
    name: 'role_agreement_of_placement',
  },
)
@ForeignKey(() => HouseRules, ['organizationId', 'houseRulesId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'proposedBy'], ['organizationId', 'id'])
@Unique('role_agreement_of_peer', ['organizationId', 'id', 'peerId'])
@Unique('role_agreement_version_once', ['organizationId', 'placementId', 'version'])
@Index('role_agreement_one_open', ['organizationId', 'placementId'], {
  unique: true,
  where: 'in_force_from is null and withdrawn_at is null',
})
@Index('role_agreement_one_a_day', ['organizationId', 'placementId', 'inForceFrom'], { unique: true })
@Index(['organizationId', 'peerId'])
@Check('role_agreement_version_range', 'version between 1 and 1000')
@Check('role_agreement_lines_form', "jsonb_typeof(lines) = 'array'")
@Check('role_agreement_begins_when_agreed', 'in_force_from >= starts_on')
@Check('role_agreement_agreed_or_withdrawn', 'in_force_from is null or withdrawn_at is null')
export class RoleAgreement {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  placementId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'integer' })
  version!: number

  /** The first day that was proposed. */
  @Column({ type: 'date' })
  startsOn!: string

  @Column({ type: 'jsonb' })
  lines!: AgreementLine[]

  /** The house rules that were there when it was proposed. */
  @Column({ type: 'uuid', nullable: true })
  houseRulesId!: string | null

  @Column({ type: 'uuid' })
  proposedBy!: string

  @Column({ type: 'timestamptz' })
  proposedAt!: Date

  /** Set by the database once all sides have accepted; the next version's day ends it. */
  @Column({ type: 'date', nullable: true })
  inForceFrom!: string | null

  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null
}
