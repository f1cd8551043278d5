import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { SessionAttendance } from '../sessions/session-attendance.entity.ts'
import { SupervisionSession } from '../sessions/supervision-session.entity.ts'

/** That the supervisor signed a session, or that a peer acknowledged it: once each, and never changed. */
@Entity()
@ForeignKey(
  () => SupervisionSession,
  ['organizationId', 'sessionId', 'supervisorId'],
  ['organizationId', 'id', 'supervisorId'],
  { name: 'session_signature_of_session' },
)
@ForeignKey(
  () => SessionAttendance,
  ['organizationId', 'sessionId', 'peerId'],
  ['organizationId', 'sessionId', 'peerId'],
  { name: 'session_signature_by_attendee' },
)
@Index(['organizationId', 'supervisorId'])
@Index(['organizationId', 'peerId'])
@Check('session_signature_kind_known', "kind in ('SIGNED', 'ACKNOWLEDGED', 'COMMENTED')")
@Check('session_signature_record_hash_length', 'octet_length(record_hash) = 32')
@Check(
  'session_signature_for_oneself',
  `case when peer_id is null then signer_id = supervisor_id and kind = 'SIGNED'
        else signer_id = peer_id and kind <> 'SIGNED' end`,
)
export class SessionSignature {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  sessionId!: string

  @PrimaryColumn({ type: 'uuid' })
  signerId!: string

  @Column({ type: 'uuid' })
  supervisorId!: string

  /** Who acknowledges that they were there; null where it is the supervisor's signature. */
  @Column({ type: 'uuid', nullable: true })
  peerId!: string | null

  @Column({ type: 'text' })
  kind!: string

  @Column({ type: 'timestamptz' })
  signedAt!: Date

  /** SHA-256 of the session as it was then; the database makes it. */
  @Column({ type: 'bytea' })
  recordHash!: Buffer
}
