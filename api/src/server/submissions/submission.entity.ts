import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'

/**
 * What a device sent under one key, so that sending it again adds nothing. The hash covers everything that was written:
 * only its sender reads it, or others could try out what stands in it.
 */
@Entity()
@ForeignKey('Membership', ['organizationId', 'memberId'], ['organizationId', 'id'])
@Index(['sentAt'])
@Check('submission_mutation_length', 'length(mutation) between 1 and 80')
@Check('submission_body_hash_length', 'octet_length(body_hash) = 32')
export class Submission {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  memberId!: string

  @PrimaryColumn({ type: 'text' })
  mutation!: string

  @PrimaryColumn({ type: 'uuid' })
  idempotencyKey!: string

  /** What the first sending added. */
  @Column({ type: 'uuid' })
  recordId!: string

  @Column({ type: 'bytea' })
  bodyHash!: Buffer

  @Column({ type: 'timestamptz' })
  sentAt!: Date
}
