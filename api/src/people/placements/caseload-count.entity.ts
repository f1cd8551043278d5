import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../members/membership.entity.ts'
import { Placement } from './placement.entity.ts'

/** How many people a peer stood by at one placement on one day; the latest one stands on the placement too. */
@Entity()
@ForeignKey(() => Placement, ['organizationId', 'placementId', 'peerId'], ['organizationId', 'id', 'peerId'])
@ForeignKey(() => Membership, ['organizationId', 'enteredBy'], ['organizationId', 'id'])
@Index(['organizationId', 'peerId'])
@Check('caseload_count_people_range', 'people between 0 and 500')
export class CaseloadCount {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  placementId!: string

  @PrimaryColumn({ type: 'date' })
  countedOn!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'integer' })
  people!: number

  @Column({ type: 'uuid' })
  enteredBy!: string

  @Column({ type: 'timestamptz' })
  enteredAt!: Date
}
