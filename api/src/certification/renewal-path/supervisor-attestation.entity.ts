import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import type {
  AttestationAnswer,
  DeclineReason,
} from '@alongside/shared/certification/renewal-path/supervisor-attestation'
import { Membership } from '../../people/members/membership.entity.ts'
import { Certification } from '../recording/certification.entity.ts'

/** That a peer asked a supervisor to confirm a cycle, and what they answered: never answered twice. */
@Entity()
@ForeignKey(
  () => Certification,
  ['organizationId', 'certificationId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'supervisor_attestation_certification_fkey' },
)
@ForeignKey(() => Membership, ['organizationId', 'supervisorId'], ['organizationId', 'id'])
@Index('supervisor_attestation_one_a_cycle', ['organizationId', 'certificationId', 'cycleEndsOn'], {
  unique: true,
  where: "withdrawn_at is null and outcome is distinct from 'DECLINED'",
})
@Index('supervisor_attestation_of_supervisor', ['organizationId', 'supervisorId'])
@Check('supervisor_attestation_not_oneself', 'supervisor_id <> peer_id')
@Check('supervisor_attestation_credential_length', 'char_length(credential) between 1 and 200')
@Check('supervisor_attestation_outcome_known', "outcome in ('ATTESTED', 'DECLINED')")
@Check('supervisor_attestation_answered_on_a_day', '(outcome is null) = (answered_at is null)')
@Check('supervisor_attestation_withdrawn_unanswered', 'withdrawn_at is null or outcome is null')
@Check(
  'supervisor_attestation_decline_reason_known',
  "decline_reason in ('NOT_MY_TIME', 'HOURS_DIFFER', 'NOT_QUALIFIED', 'TALK_FIRST')",
)
@Check(
  'supervisor_attestation_declined_for_a_reason',
  "(decline_reason is not null) = (outcome is not distinct from 'DECLINED')",
)
export class SupervisorAttestation {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  certificationId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'uuid' })
  supervisorId!: string

  /** The expiry that is renewed: it names the cycle. */
  @Column({ type: 'date' })
  cycleEndsOn!: string

  /** What the supervisor is told of the certification: its name, and nothing else. */
  @Column({ type: 'text' })
  credential!: string

  @Column({ type: 'timestamptz' })
  askedAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null

  @Column({ type: 'text', nullable: true })
  outcome!: AttestationAnswer | null

  @Column({ type: 'text', nullable: true })
  declineReason!: DeclineReason | null

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt!: Date | null
}
