import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { SupervisionAgreement } from './supervision-agreement.entity.ts'

/** How one type of supervision is given: how often, how long, by whom, and what of it stays between the two. */
@Entity()
@ForeignKey(() => SupervisionAgreement, ['organizationId', 'agreementId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'supervisorId'], ['organizationId', 'id'])
@Index(['organizationId', 'peerId'])
@Index(['organizationId', 'supervisorId'])
@Check('supervision_agreement_term_type_known', "type in ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE')")
@Check('supervision_agreement_term_cadence_range', 'cadence_days between 1 and 366')
@Check('supervision_agreement_term_minutes_range', 'session_minutes between 5 and 480')
@Check('supervision_agreement_term_confidence_size', 'char_length(confidence) between 1 and 500')
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

  /** Null in an agreement from before minutes were agreed on. */
  @Column({ type: 'integer', nullable: true })
  sessionMinutes!: number | null

  /** What stays between the two and what is passed on; for those who may read the agreement. */
  @Column({ type: 'text', nullable: true })
  confidence!: string | null
}
