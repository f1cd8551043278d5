import type { CrowdSubject } from '@alongside/shared/wellness/crowd-figures/crowd-periods'
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { Organization } from '../../people/organization/organization.entity.ts'

/** A closed period as it was published, also where nothing could be. It never changes. */
@Entity()
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@Unique('crowd_snapshot_once', ['organizationId', 'subject', 'startsOn'])
@Check('crowd_snapshot_subject_known', "subject in ('CHECK_IN', 'CORE_VALUES', 'FLAG_CAUSES')")
@Check('crowd_snapshot_smallest_group_range', 'smallest_group between 5 and 50')
@Check('crowd_snapshot_ends_after_start', 'ends_on > starts_on')
export class CrowdSnapshot {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'text' })
  subject!: CrowdSubject

  @Column({ type: 'date' })
  startsOn!: string

  @Column({ type: 'date' })
  endsOn!: string

  @Column({ type: 'integer' })
  smallestGroup!: number

  @Column({ type: 'timestamptz' })
  frozenAt!: Date
}
