import type { ActivityFunction, ActivityGroup } from '@alongside/shared/drift/activities/activity-functions'
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** An activity that the organization added, or its own reading of one of the catalogue. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'setBy'], ['organizationId', 'id'])
@Unique('custom_activity_read_once', ['organizationId', 'catalogueKey'])
@Index('custom_activity_named_once', { synchronize: false })
@Check('custom_activity_key_form', "catalogue_key ~ '^[A-Z_]{3,60}$'")
@Check('custom_activity_name_length', 'char_length(name) between 1 and 80')
@Check('custom_activity_group_known', "activity_group in ('ENGAGEMENT', 'SERVICES', 'AGENCY')")
@Check(
  'custom_activity_function_known',
  `activity_function in ('OUTREACH', 'ADVOCACY', 'LINKING_TO_RESOURCES', 'COMPANIONSHIP_AND_MODELING',
   'RECOVERY_PLANNING', 'SKILLS_TRAINING', 'ONGOING_SUPPORT', 'CRISIS_SUPPORT', 'CLINICAL', 'SURVEILLANCE',
   'ERRAND', 'ADMINISTRATIVE')`,
)
@Check(
  'custom_activity_added_or_read',
  `(catalogue_key is null) = (name is not null) and (name is null) = (activity_group is null)
   and (archived_at is null or name is not null)`,
)
export class CustomActivity {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  /** The activity of the catalogue that the organization reads otherwise. */
  @Column({ type: 'text', nullable: true })
  catalogueKey!: string | null

  @Column({ type: 'text', nullable: true })
  name!: string | null

  @Column({ type: 'text', nullable: true })
  activityGroup!: ActivityGroup | null

  @Column({ type: 'text' })
  activityFunction!: ActivityFunction

  @Column({ type: 'uuid' })
  setBy!: string

  @Column({ type: 'timestamptz' })
  setAt!: Date

  /** No longer asked about; agreements that name it keep it. */
  @Column({ type: 'timestamptz', nullable: true })
  archivedAt!: Date | null
}
