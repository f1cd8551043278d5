import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../members/membership.entity.ts'
import { ReportingTeam } from '../organization/reporting-team.entity.ts'

/** What the organization decides about somebody's place in it: their team, and the last day that they work there. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'memberId'], ['organizationId', 'id'])
@ForeignKey(() => ReportingTeam, ['organizationId', 'teamId'], ['organizationId', 'id'])
@Index(['organizationId', 'teamId'])
@Check(
  'employment_returns_after_leaving',
  'returns_on is null or leaves_on is not null and returns_on > leaves_on',
)
export class Employment {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  memberId!: string

  @Column({ type: 'uuid', nullable: true })
  teamId!: string | null

  /** From the day after, nothing can be opened any more. */
  @Column({ type: 'date', nullable: true })
  leavesOn!: string | null

  /** The first day back of somebody who has left: from then on the last day counts no more. */
  @Column({ type: 'date', nullable: true })
  returnsOn!: string | null

  @Column({ type: 'integer', default: 1 })
  revision!: number
}
