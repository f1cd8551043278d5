import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { SessionAttendance } from '../sessions/session-attendance.entity.ts'
import { SessionSegment } from '../sessions/session-segment.entity.ts'

/** What was written in the administrative part of a session: for the peer, and for its holder while that relationship lasts. */
@Entity()
@ForeignKey(
  () => SessionSegment,
  ['organizationId', 'sessionId', 'type'],
  ['organizationId', 'sessionId', 'type'],
  {
    name: 'administrative_note_of_segment',
  },
)
@ForeignKey(
  () => SessionAttendance,
  ['organizationId', 'sessionId', 'aboutPeerId'],
  ['organizationId', 'sessionId', 'peerId'],
  { name: 'administrative_note_about_attendee' },
)
@Index('administrative_note_one_about_each', ['organizationId', 'sessionId', 'aboutPeerId'], { unique: true })
@Index('administrative_note_one_about_the_group', ['organizationId', 'sessionId'], {
  unique: true,
  where: 'about_peer_id is null',
})
@Check('administrative_note_type_is_its_own', "type = 'ADMINISTRATIVE'")
@Check(
  'administrative_note_activities_known',
  `activities <@ array['GETTING_STARTED', 'SHARING_OUT_WORK', 'PLANNING_TIME', 'EXPLAINING_POLICIES',
   'WORKING_WITH_THE_TEAM', 'GOING_THROUGH_RECORDS']`,
)
@Check('administrative_note_note_length', 'char_length(note) between 1 and 4000')
@Check('administrative_note_says_something', 'note is not null or cardinality(activities) > 0')
export class AdministrativeNote {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  sessionId!: string

  @Column({ type: 'text', default: 'ADMINISTRATIVE' })
  type!: string

  /** Null: about the group, for every attendee to read. */
  @Column({ type: 'uuid', nullable: true })
  aboutPeerId!: string | null

  @Column({ type: 'uuid' })
  supervisorId!: string

  @Column({ type: 'text', array: true })
  activities!: string[]

  @Column({ type: 'text', nullable: true })
  note!: string | null

  @Column({ type: 'timestamptz' })
  writtenAt!: Date
}
