import { Check, Column, Entity, PrimaryGeneratedColumn } from 'typeorm'
import type { OrganizationKind } from '@alongside/shared/people/organization/organization-kinds'

/** The tenant: an organization that employs peers. Its home state, time zone and language are its defaults. */
@Entity()
@Check(
  'organization_time_zone_known',
  "timezone(time_zone, '2000-01-01 00:00:00+00'::timestamptz) is not null",
)
@Check('organization_name_length', 'char_length(name) between 1 and 120')
@Check(
  'organization_kind_known',
  `kind in ('RECOVERY_COMMUNITY_ORGANIZATION', 'TREATMENT_PROVIDER', 'HEALTH_DEPARTMENT',
   'LAW_ENFORCEMENT_AGENCY', 'COURT', 'JAIL', 'COMMUNITY_SUPERVISION', 'OTHER')`,
)
@Check('organization_home_state_form', "home_state ~ '^[A-Z]{2}$'")
@Check('organization_locale_known', "locale in ('en', 'es')")
export class Organization {
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'text' })
  name!: string

  @Column({ type: 'text' })
  kind!: OrganizationKind

  @Column({ type: 'text' })
  homeState!: string

  @Column({ type: 'text' })
  timeZone!: string

  @Column({ type: 'text', default: 'en' })
  locale!: string

  /** Of its settings: a change names the one it was decided on. */
  @Column({ type: 'integer', default: 1 })
  revision!: number

  /** Demo organizations show their sign-ins on the sign-in page. */
  @Column({ type: 'boolean', default: false })
  isDemo!: boolean

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date
}
