import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { HostAgency } from '../../people/host-agencies/host-agency.entity.ts'
import { Membership } from '../../people/members/membership.entity.ts'

/** What a host agency asks of peers who work there, in one version. A change is a further version. */
@Entity()
@ForeignKey(() => HostAgency, ['organizationId', 'hostAgencyId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'writtenBy'], ['organizationId', 'id'])
@Unique('house_rules_version_once', ['organizationId', 'hostAgencyId', 'version'])
@Check('house_rules_version_range', 'version between 1 and 1000')
@Check('house_rules_transport_length', 'char_length(transport) between 1 and 500')
@Check('house_rules_home_visits_length', 'char_length(home_visits) between 1 and 500')
@Check('house_rules_ride_along_length', 'char_length(ride_along) between 1 and 500')
@Check('house_rules_out_of_hours_length', 'char_length(out_of_hours) between 1 and 500')
@Check('house_rules_who_asks_length', 'char_length(who_asks) between 1 and 500')
@Check(
  'house_rules_say_something',
  'coalesce(transport, home_visits, ride_along, out_of_hours, who_asks) is not null',
)
export class HouseRules {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  hostAgencyId!: string

  @Column({ type: 'integer' })
  version!: number

  @Column({ type: 'text', nullable: true })
  transport!: string | null

  @Column({ type: 'text', nullable: true })
  homeVisits!: string | null

  @Column({ type: 'text', nullable: true })
  rideAlong!: string | null

  @Column({ type: 'text', nullable: true })
  outOfHours!: string | null

  @Column({ type: 'text', nullable: true })
  whoAsks!: string | null

  @Column({ type: 'uuid' })
  writtenBy!: string

  @Column({ type: 'timestamptz' })
  writtenAt!: Date
}
