import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { SupervisionAgreement } from './supervision-agreement.entity.ts'

/** That somebody whom an agreement names wants it otherwise, in a line that the others named read. */
@Entity()
@ForeignKey(() => SupervisionAgreement, ['organizationId', 'agreementId'], ['organizationId', 'id'], {
  name: 'supervision_agreement_objection_agreement_fkey',
})
@ForeignKey(() => Membership, ['organizationId', 'memberId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@Index(['organizationId', 'memberId'])
@Index(['organizationId', 'peerId'])
@Check(
  'supervision_agreement_objection_type_known',
  "type in ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE')",
)
@Check('supervision_agreement_objection_line_length', 'char_length(line) between 1 and 300')
export class SupervisionAgreementObjection {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  agreementId!: string

  @PrimaryColumn({ type: 'uuid' })
  memberId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  /** The type of supervision it is about; null: all of the agreement. */
  @Column({ type: 'text', nullable: true })
  type!: string | null

  @Column({ type: 'text' })
  line!: string

  @Column({ type: 'timestamptz' })
  madeAt!: Date
}
