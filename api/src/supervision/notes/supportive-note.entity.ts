import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { SessionAttendance } from '../sessions/session-attendance.entity.ts'
import { SessionSegment } from '../sessions/session-segment.entity.ts'

/** What was written in the supportive part of a session: for the peer and its holder alone, whatever office others hold. */
@Entity()
@ForeignKey(
  () => SessionSegment,
  ['organizationId', 'sessionId', 'type'],
  ['organizationId', 'sessionId', 'type'],
  {
    name: 'supportive_note_of_segment',
  },
)
@ForeignKey(
  () => SessionAttendance,
  ['organizationId', 'sessionId', 'aboutPeerId'],
  ['organizationId', 'sessionId', 'peerId'],
  { name: 'supportive_note_about_attendee' },
)
@Index('supportive_note_one_about_each', ['organizationId', 'sessionId', 'aboutPeerId'], { unique: true })
@Index('supportive_note_one_about_the_group', ['organizationId', 'sessionId'], {
  unique: true,
  where: 'about_peer_id is null',
})
@Check('supportive_note_type_is_its_own', "type = 'SUPPORTIVE'")
@Check(
  'supportive_note_activities_known',
  `activities <@ array['HOW_THE_WORK_GOES', 'WHAT_THE_WORK_DOES_TO_ONE', 'ENCOURAGEMENT', 'SELF_CARE',
   'SPEAKING_UP_FOR_THE_ROLE']`,
)
@Check('supportive_note_note_length', 'char_length(note) between 1 and 4000')
@Check('supportive_note_says_something', 'note is not null or cardinality(activities) > 0')
export class SupportiveNote {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  sessionId!: string

  @Column({ type: 'text', default: 'SUPPORTIVE' })
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
