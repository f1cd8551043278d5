import type { CountBand } from '@alongside/shared/wellness/crowd-figures/crowd-figures'
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { ReportingTeam } from '../../people/organization/reporting-team.entity.ts'
import { CrowdSnapshot } from './crowd-snapshot.entity.ts'

/** A group of at least as many people as the smallest group, or, at position 0, all of the published ones together. */
@Entity()
@ForeignKey(() => CrowdSnapshot, ['organizationId', 'snapshotId'], ['organizationId', 'id'])
@ForeignKey(() => ReportingTeam, ['organizationId', 'teamId'], ['organizationId', 'id'])
@Check('crowd_block_kind_known', "kind in ('ORGANIZATION', 'TEAM', 'POOL')")
@Check('crowd_block_organization_first', "(position = 0) = (kind = 'ORGANIZATION')")
@Check(
  'crowd_block_team_of_team',
  "(kind = 'TEAM') = (team_id is not null) and (team_id is null) = (team_name is null)",
)
@Check('crowd_block_count_band_known', "count_band in ('FROM_5', 'FROM_10', 'FROM_20', 'FROM_50')")
export class CrowdBlock {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  snapshotId!: string

  @PrimaryColumn({ type: 'integer' })
  position!: number

  @Column({ type: 'text' })
  kind!: string

  @Column({ type: 'uuid', nullable: true })
  teamId!: string | null

  /** As the team was called then. */
  @Column({ type: 'text', nullable: true })
  teamName!: string | null

  @Column({ type: 'text' })
  countBand!: CountBand
}
