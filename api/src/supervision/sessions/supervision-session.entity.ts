import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** One meeting of a supervisor with one peer or several: that it took place, never what was said. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'supervisorId'], ['organizationId', 'id'])
@ForeignKey(
  () => SupervisionSession,
  ['organizationId', 'versionOf', 'supervisorId'],
  ['organizationId', 'id', 'supervisorId'],
  { name: 'supervision_session_version_of_fkey' },
)
@ForeignKey(() => Membership, ['organizationId', 'voidedBy'], ['organizationId', 'id'], {
  name: 'supervision_session_voided_by_fkey',
})
@Index(['organizationId', 'supervisorId'])
@Index('supervision_session_versions', ['organizationId', 'versionOf'])
@Unique('supervision_session_of_supervisor', ['organizationId', 'id', 'supervisorId'])
@Index('supervision_session_one_counts', { synchronize: false })
@Check('supervision_session_voided_by_somebody', '(voided_by is null) = (voided_at is null)')
@Check('supervision_session_version_of_another', 'version_of <> id')
@Unique('supervision_session_as_logged', ['organizationId', 'id', 'supervisorId', 'heldOn', 'loggedAt'])
@Check('supervision_session_minutes_range', 'minutes between 1 and 600')
@Check('supervision_session_status_known', "status in ('SCHEDULED', 'HELD', 'CANCELLED', 'MISSED')")
@Check(
  'supervision_session_format_known',
  "format in ('INDIVIDUAL', 'GROUP', 'TEAM_CHECK_IN', 'CO_REFLECTION')",
)
@Check('supervision_session_modality_known', "modality in ('IN_PERSON', 'VIDEO', 'PHONE')")
export class SupervisionSession {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  /** Who held it. */
  @Column({ type: 'uuid' })
  supervisorId!: string

  @Column({ type: 'date' })
  heldOn!: string

  @Column({ type: 'integer' })
  minutes!: number

  @Column({ type: 'text' })
  status!: string

  @Column({ type: 'text' })
  format!: string

  @Column({ type: 'text' })
  modality!: string

  /** The supervisor watched the peer at work. */
  @Column({ type: 'boolean', default: false })
  observed!: boolean

  @Column({ type: 'timestamptz' })
  loggedAt!: Date

  /** The first version, where this one corrects it; at most one version counts. */
  @Column({ type: 'uuid', nullable: true })
  versionOf!: string | null

  /** Entered by mistake, or replaced by a later version: it stays, and counts for nothing. */
  @Column({ type: 'uuid', nullable: true })
  voidedBy!: string | null

  @Column({ type: 'timestamptz', nullable: true })
  voidedAt!: Date | null
}

/** What is told of a session to whoever may know of it, and kept in one's own data. */
export const SESSION_FACTS = [
  'heldOn',
  'minutes',
  'status',
  'format',
  'modality',
  'observed',
] as const satisfies readonly (keyof SupervisionSession)[]
