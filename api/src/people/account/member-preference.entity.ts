import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Membership } from '../members/membership.entity.ts'

/** How somebody likes Alongside to look and to speak to them; theirs alone to read and to change. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'membershipId'], ['organizationId', 'id'])
@Check('member_preference_locale_known', "locale in ('en', 'es')")
@Check('member_preference_theme_known', "theme in ('LIGHT', 'DARK', 'SYSTEM')")
@Check(
  'member_preference_time_zone_known',
  "time_zone is null or timezone(time_zone, '2000-01-01 00:00:00+00'::timestamptz) is not null",
)
export class MemberPreference {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  membershipId!: string

  /** None: what the device speaks, and the organization's language in mails. */
  @Column({ type: 'text', nullable: true })
  locale!: 'en' | 'es' | null

  @Column({ type: 'text', default: 'SYSTEM' })
  theme!: 'LIGHT' | 'DARK' | 'SYSTEM'

  /** None: the organization's. */
  @Column({ type: 'text', nullable: true })
  timeZone!: string | null
}
