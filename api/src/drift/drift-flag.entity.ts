import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../people/members/membership.entity.ts'

/**
 * Something in a peer's work pulls them away from the peer role: what it rests on, who set it up this way, where it
 * stands. The peer sees it first; the table's policies say who sees it then, and from when.
 */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'raisedById'], ['organizationId', 'id'])
@Unique(['organizationId', 'id', 'peerId'])
@Index(['organizationId', 'peerId'])
@Index('drift_flag_one_open_per_signal', ['organizationId', 'peerId', 'signal'], {
  unique: true,
  where: "signal is not null and status not in ('RESOLVED', 'NOT_DRIFT')",
})
@Index('drift_flag_released', ['organizationId', 'releasedAt'], { where: 'released_at is not null' })
@Check('drift_flag_raised_by_kind_known', "raised_by_kind in ('SIGNAL', 'PEER', 'SUPERVISOR')")
@Check(
  'drift_flag_signal_known',
  `signal in ('CASELOAD_ABOVE_RANGE', 'SUPERVISED_ADMINISTRATIVELY_ONLY', 'OUT_OF_ROLE', 'AGAINST_VALUES',
   'CLINICAL_SUBSTITUTION', 'SURVEILLANCE', 'ERRANDS', 'FALLING_LIVED_EXPERIENCE', 'NO_OTHER_PEERS',
   'CE_TURNING_CLINICAL')`,
)
@Check('drift_flag_evidence_length', 'char_length(evidence) between 1 and 2000')
@Check('drift_flag_cause_known', "cause in ('OWN_PRACTICE', 'ASSIGNED_WORK', 'AGENCY_POLICY', 'STRUCTURE')")
@Check(
  'drift_flag_status_known',
  `status in ('OPEN', 'DISCUSSED', 'PLANNED', 'PROPOSED_RESOLVED', 'PROPOSED_NOT_DRIFT', 'NOT_AGREED',
   'RESOLVED', 'NOT_DRIFT')`,
)
@Check('drift_flag_released_as_known', "released_as in ('AGENCY_POLICY', 'STRUCTURE')")
@Check(
  'drift_flag_raised_by_fits',
  `(raised_by_kind = 'SIGNAL') = (raised_by_id is null)
   and (raised_by_kind = 'PEER') = (raised_by_id is not distinct from peer_id)`,
)
@Check(
  'drift_flag_signal_fits',
  "(raised_by_kind = 'SIGNAL') = (signal is not null) and (signal is null) = (rule_version is null)",
)
@Check(
  'drift_flag_released_by_who_opened',
  '(released_at is null) = (released_as is null) and (released_at is null or opened_at is not null)',
)
@Check('drift_flag_readers_chosen_by_peer', "not only_chosen_readers or raised_by_kind = 'PEER'")
export class DriftFlag {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'text' })
  raisedByKind!: string

  /** Null for a signal: nobody raised it, a rule did. */
  @Column({ type: 'uuid', nullable: true })
  raisedById!: string | null

  @Column({ type: 'text', nullable: true })
  signal!: string | null

  @Column({ type: 'integer', nullable: true })
  ruleVersion!: number | null

  @Column({ type: 'text' })
  evidence!: string

  @Column({ type: 'text' })
  cause!: string

  @Column({ type: 'text', default: 'OPEN' })
  status!: string

  @Column({ type: 'timestamptz' })
  raisedAt!: Date

  /** Of a flag that its peer raised: when they can no longer undo it, and others begin to see it. */
  @Column({ type: 'timestamptz', nullable: true })
  openedAt!: Date | null

  @Column({ type: 'timestamptz', nullable: true })
  releasedAt!: Date | null

  @Column({ type: 'text', nullable: true })
  releasedAs!: string | null

  /** Of the supervisors, only those see it to whom it is shared. */
  @Column({ type: 'boolean', default: false })
  onlyChosenReaders!: boolean
}
