import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { SupervisionAgreement } from './supervision-agreement.entity.ts'

/** That the peer, or a supervisor whom a term names, agrees; each signs for themselves, once. */
@Entity()
@ForeignKey(() => SupervisionAgreement, ['organizationId', 'agreementId'], ['organizationId', 'id'], {
  name: 'supervision_agreement_signature_agreement_fkey',
})
@ForeignKey(() => Membership, ['organizationId', 'memberId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@Index(['organizationId', 'memberId'])
@Index(['organizationId', 'peerId'])
export class SupervisionAgreementSignature {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  agreementId!: string

  @PrimaryColumn({ type: 'uuid' })
  memberId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'timestamptz' })
  signedAt!: Date
}
