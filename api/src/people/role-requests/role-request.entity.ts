import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import type { Role } from '@alongside/shared/people/roles'
import { Membership } from '../members/membership.entity.ts'

/** The roles that an admin asked for themselves; another admin or an auditor accepts them, in time or never. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'memberId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'decidedBy'], ['organizationId', 'id'])
@Index(['organizationId', 'memberId'])
@Index(['organizationId', 'decidedBy'])
@Check(
  'role_request_roles_known',
  `roles <@ array['PEER', 'SUPERVISOR', 'MANAGER', 'ADMIN', 'AUDITOR'] and cardinality(roles) between 1 and 5`,
)
@Check('role_request_expires_in_time', "expires_at <= requested_at + interval '169 hours'")
@Check(
  'role_request_decided_whole',
  '(decided_at is null) = (decided_by is null) and (decided_at is null) = (is_accepted is null)',
)
@Check('role_request_accepted_by_another', 'is_accepted is not true or decided_by <> member_id')
export class RoleRequest {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  memberId!: string

  /** The member as they were then: a request for somebody who has changed since is not accepted. */
  @Column({ type: 'integer' })
  memberRevision!: number

  @Column({ type: 'text', array: true })
  roles!: Role[]

  @Column({ type: 'timestamptz' })
  requestedAt!: Date

  @Column({ type: 'timestamptz' })
  expiresAt!: Date

  @Column({ type: 'uuid', nullable: true })
  decidedBy!: string | null

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null

  @Column({ type: 'boolean', nullable: true })
  isAccepted!: boolean | null
}
