import type { RoleSide } from '@alongside/shared/drift/role-agreement/role-agreement'
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { RoleAgreement } from './role-agreement.entity.ts'

/** That one side accepted a version. A manager accepts for the agency by the name of who agreed there. */
@Entity()
@ForeignKey(
  () => RoleAgreement,
  ['organizationId', 'agreementId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  {
    name: 'role_agreement_acceptance_of_peer',
  },
)
@ForeignKey(() => Membership, ['organizationId', 'acceptedBy'], ['organizationId', 'id'])
@Unique('role_agreement_acceptance_one_side', ['organizationId', 'agreementId', 'acceptedBy'])
@Check('role_agreement_acceptance_side_known', "side in ('PEER', 'SUPERVISOR', 'HOST_AGENCY')")
@Check('role_agreement_acceptance_on_behalf_of_length', 'char_length(on_behalf_of) between 1 and 80')
@Check('role_agreement_acceptance_on_behalf_of_agency', "on_behalf_of is null or side = 'HOST_AGENCY'")
export class RoleAgreementAcceptance {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  agreementId!: string

  @PrimaryColumn({ type: 'text' })
  side!: RoleSide

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'uuid' })
  acceptedBy!: string

  @Column({ type: 'text', nullable: true })
  onBehalfOf!: string | null

  @Column({ type: 'timestamptz' })
  acceptedAt!: Date
}
