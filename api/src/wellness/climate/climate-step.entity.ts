import type { ClimateStep as Step } from '@alongside/shared/wellness/climate/climate-input'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { CrowdSnapshot } from '../crowd-figures/crowd-snapshot.entity.ts'

/** What the organization says it does about a published period, for everyone to read. */
@Entity()
@ForeignKey(() => CrowdSnapshot, ['organizationId', 'snapshotId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'writtenBy'], ['organizationId', 'id'])
@Index(['organizationId', 'snapshotId'])
@Check('climate_step_step_known', "step in ('READ', 'SHARE', 'ACT', 'TELL')")
@Check('climate_step_line_length', 'char_length(line) between 1 and 300')
export class ClimateStep {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  snapshotId!: string

  @Column({ type: 'text' })
  step!: Step

  @Column({ type: 'text' })
  line!: string

  @Column({ type: 'date' })
  takenOn!: string

  @Column({ type: 'uuid' })
  writtenBy!: string

  @Column({ type: 'timestamptz', nullable: true })
  voidedAt!: Date | null
}
