import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { Membership } from '../../people/members/membership.entity.ts'

/** One supervisor, one peer, one type of supervision, from a day to a day; a supportive one counts once the peer accepts. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'supervisorId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@ForeignKey(() => SupervisionRelationship, ['organizationId', 'standsInForId'], ['organizationId', 'id'])
@ForeignKey(() => SupervisionRelationship, ['organizationId', 'replacesId'], ['organizationId', 'id'], {
  name: 'supervision_relationship_replaces_fkey',
})
@Unique(['organizationId', 'id', 'peerId'])
@Index(['organizationId', 'supervisorId'])
@Index(['organizationId', 'peerId'])
@Index(['organizationId', 'standsInForId'])
@Index('supervision_relationship_once_at_a_time', ['organizationId', 'supervisorId', 'peerId', 'type'], {
  unique: true,
  where: 'ends_on is null',
})
@Index('supervision_relationship_replaces_idx', ['organizationId', 'replacesId'])
@Check('supervision_relationship_replaced_end', 'replaced_ended_on is null or replaces_id is not null')
@Check('supervision_relationship_type_known', "type in ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE')")
@Check('supervision_relationship_not_oneself', 'supervisor_id <> peer_id')
@Check('supervision_relationship_ends_after_start', 'ends_on >= starts_on - 1')
@Check(
  'supervision_relationship_substitute_dated',
  'not is_substitute or ends_on is not null and ends_on - starts_on <= 366',
)
export class SupervisionRelationship {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  supervisorId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'text' })
  type!: SupervisionType

  @Column({ type: 'date' })
  startsOn!: string

  @Column({ type: 'date', nullable: true })
  endsOn!: string | null

  @Column({ type: 'timestamptz' })
  proposedAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  acceptedAt!: Date | null

  @Column({ type: 'boolean', default: false })
  supervisorHasPeerExperience!: boolean

  @Column({ type: 'boolean', default: false })
  isSubstitute!: boolean

  /** The relationship whose holder is away meanwhile. */
  @Column({ type: 'uuid', nullable: true })
  standsInForId!: string | null

  /** The end came with the leaving of one of the two; what it was before stands beside it until the day has come. */
  @Column({ type: 'boolean', default: false })
  endsWithLeaving!: boolean

  @Column({ type: 'date', nullable: true })
  endsOnBeforeLeaving!: string | null

  /** The relationship that was handed over to this one, and its end before that: what undoing goes back to. */
  @Column({ type: 'uuid', nullable: true })
  replacesId!: string | null

  @Column({ type: 'date', nullable: true })
  replacedEndedOn!: string | null
}
