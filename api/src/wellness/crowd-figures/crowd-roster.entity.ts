import type { CrowdSubject } from '@alongside/shared/wellness/crowd-figures/crowd-periods'
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { ReportingTeam } from '../../people/organization/reporting-team.entity.ts'

/** Who counts in a period and in which team, as of its first day. Nobody reads it; it goes once the period is frozen. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'memberId'], ['organizationId', 'id'])
@ForeignKey(() => ReportingTeam, ['organizationId', 'teamId'], ['organizationId', 'id'])
@Check('crowd_roster_subject_known', "subject in ('CHECK_IN', 'CORE_VALUES', 'FLAG_CAUSES')")
export class CrowdRoster {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'text' })
  subject!: CrowdSubject

  @PrimaryColumn({ type: 'date' })
  startsOn!: string

  @PrimaryColumn({ type: 'uuid' })
  memberId!: string

  @Column({ type: 'uuid', nullable: true })
  teamId!: string | null
}
