import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { SupervisionSession } from './supervision-session.entity.ts'

/**
 * What a supervisor's device sent under one key, so that sending it again logs nothing twice. The hash covers the
 * notes: only its sender reads it, or others could try out what stands in them.
 */
@Entity()
@ForeignKey(() => SupervisionSession, ['organizationId', 'sessionId'], ['organizationId', 'id'])
@Check('session_submission_body_hash_length', 'octet_length(body_hash) = 32')
export class SessionSubmission {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  supervisorId!: string

  @PrimaryColumn({ type: 'uuid' })
  idempotencyKey!: string

  @Column({ type: 'uuid' })
  sessionId!: string

  @Column({ type: 'bytea' })
  bodyHash!: Buffer
}
