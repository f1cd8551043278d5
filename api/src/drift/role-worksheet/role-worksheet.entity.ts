import type { RoleSide } from '@alongside/shared/drift/role-agreement/role-agreement'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { HostAgency } from '../../people/host-agencies/host-agency.entity.ts'
import { Membership } from '../../people/members/membership.entity.ts'

/** One person's answers about the peer role at one host agency. Nobody else reads them before both have handed theirs in. */
@Entity()
@ForeignKey(() => HostAgency, ['organizationId', 'hostAgencyId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'memberId'], ['organizationId', 'id'])
@Unique('role_worksheet_of_member', ['organizationId', 'id', 'memberId'])
@Unique('role_worksheet_once', ['organizationId', 'hostAgencyId', 'memberId', 'side'])
@Index(['organizationId', 'memberId'])
@Check('role_worksheet_side_known', "side in ('PEER', 'SUPERVISOR', 'HOST_AGENCY')")
@Check('role_worksheet_on_behalf_of_length', 'char_length(on_behalf_of) between 1 and 80')
@Check('role_worksheet_on_behalf_of_agency', "on_behalf_of is null or side = 'HOST_AGENCY'")
export class RoleWorksheet {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  hostAgencyId!: string

  @Column({ type: 'uuid' })
  memberId!: string

  @Column({ type: 'text' })
  side!: RoleSide

  /** Who at the agency answered, where a manager writes it down. */
  @Column({ type: 'text', nullable: true })
  onBehalfOf!: string | null

  @Column({ type: 'timestamptz' })
  startedAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  handedInAt!: Date | null
}
