import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { SupervisionRelationship } from '../supervision/relationships/supervision-relationship.entity.ts'
import { DriftFlag } from './drift-flag.entity.ts'

/** The peer shows a flag to a supervisor whose supervision began later; it lasts as long as the relationship. */
@Entity()
@ForeignKey(() => DriftFlag, ['organizationId', 'flagId', 'peerId'], ['organizationId', 'id', 'peerId'], {
  name: 'drift_flag_share_of_own_flag',
})
@ForeignKey(
  () => SupervisionRelationship,
  ['organizationId', 'relationshipId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'drift_flag_share_with_own_supervisor' },
)
@Index(['organizationId', 'relationshipId'])
export class DriftFlagShare {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  flagId!: string

  @PrimaryColumn({ type: 'uuid' })
  relationshipId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'timestamptz' })
  sharedAt!: Date
}
