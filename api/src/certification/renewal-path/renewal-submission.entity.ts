import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import type {
  RenewalDecision,
  ReturnReason,
} from '@alongside/shared/certification/renewal-path/submission-input'
import { Membership } from '../../people/members/membership.entity.ts'
import { Certification } from '../recording/certification.entity.ts'

/** That a renewal was sent to the board, and what the board decided. Voided where it was a mistake, never overwritten. */
@Entity()
@ForeignKey(
  () => Certification,
  ['organizationId', 'certificationId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'renewal_submission_certification_fkey' },
)
@ForeignKey(() => Membership, ['organizationId', 'recordedBy'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'decidedBy'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'voidedBy'], ['organizationId', 'id'])
@Index('renewal_submission_one_a_cycle', ['organizationId', 'certificationId', 'cycleEndsOn'], {
  unique: true,
  where: "voided_at is null and outcome is distinct from 'RETURNED'",
})
@Index('renewal_submission_of_certification', ['organizationId', 'certificationId'])
@Check('renewal_submission_after_opening', 'submitted_on >= opened_on')
@Check('renewal_submission_receipt_length', 'char_length(receipt_number) between 1 and 60')
@Check('renewal_submission_fee_range', 'fee_usd between 0 and 10000')
@Check('renewal_submission_outcome_known', "outcome in ('APPROVED', 'RETURNED')")
@Check('renewal_submission_decided_by_somebody', 'num_nulls(outcome, decided_on, decided_by) in (0, 3)')
@Check('renewal_submission_decided_after', 'decided_on >= submitted_on')
@Check(
  'renewal_submission_return_reason_known',
  "return_reason in ('HOURS_SHORT', 'PROOF_MISSING', 'FORM_INCOMPLETE', 'FEE_UNPAID', 'TOO_LATE', 'OTHER')",
)
@Check(
  'renewal_submission_returned_for_a_reason',
  "(return_reason is not null) = (outcome is not distinct from 'RETURNED')",
)
@Check('renewal_submission_voided_by_somebody', '(voided_by is null) = (voided_at is null)')
export class RenewalSubmission {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  certificationId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  /** The expiry that it renews: it names the cycle. */
  @Column({ type: 'date' })
  cycleEndsOn!: string

  /** The opening by the board's rule as it was read then; null where none was. */
  @Column({ type: 'date', nullable: true })
  openedOn!: string | null

  @Column({ type: 'date' })
  submittedOn!: string

  @Column({ type: 'text', nullable: true })
  receiptNumber!: string | null

  @Column({ type: 'integer', nullable: true })
  feeUsd!: number | null

  @Column({ type: 'text', nullable: true })
  outcome!: RenewalDecision | null

  @Column({ type: 'date', nullable: true })
  decidedOn!: string | null

  @Column({ type: 'text', nullable: true })
  returnReason!: ReturnReason | null

  @Column({ type: 'uuid', nullable: true })
  decidedBy!: string | null

  @Column({ type: 'uuid' })
  recordedBy!: string

  @Column({ type: 'timestamptz' })
  recordedAt!: Date

  @Column({ type: 'uuid', nullable: true })
  voidedBy!: string | null

  @Column({ type: 'timestamptz', nullable: true })
  voidedAt!: Date | null
}
