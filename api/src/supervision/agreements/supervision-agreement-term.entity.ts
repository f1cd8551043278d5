import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { SupervisionAgreement } from './supervision-agreement.entity.ts'

/** How often one type of supervision is due, in days, and whether group sessions count. */
@Entity()
@ForeignKey(() => SupervisionAgreement, ['organizationId', 'agreementId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'supervisorId'], ['organizationId', 'id'])
@Index(['organizationId', 'peerId'])
@Index(['organizationId', 'supervisorId'])
@Check('supervision_agreement_term_type_known', "type in ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE')")
@Check('supervision_agreement_term_cadence_range', 'cadence_days between 1 and 366')
export class SupervisionAgreementTerm {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  agreementId!: string

  @PrimaryColumn({ type: 'text' })
  type!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'integer' })
  cadenceDays!: number

  @Column({ type: 'boolean', default: false })
  groupSessionsCount!: boolean

  /** Who gives this type; null where nobody did yet when it was agreed. */
  @Column({ type: 'uuid', nullable: true })
  supervisorId!: string | null
}
