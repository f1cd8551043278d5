import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { SessionAttendance } from '../sessions/session-attendance.entity.ts'
import { SessionSegment } from '../sessions/session-segment.entity.ts'

/** What was written in the educational part of a session: for the peer, and for its holder while that relationship lasts. */
@Entity()
@ForeignKey(
  () => SessionSegment,
  ['organizationId', 'sessionId', 'type'],
  ['organizationId', 'sessionId', 'type'],
  {
    name: 'educational_note_of_segment',
  },
)
@ForeignKey(
  () => SessionAttendance,
  ['organizationId', 'sessionId', 'aboutPeerId'],
  ['organizationId', 'sessionId', 'peerId'],
  { name: 'educational_note_about_attendee' },
)
@Index('educational_note_one_about_each', ['organizationId', 'sessionId', 'aboutPeerId'], { unique: true })
@Index('educational_note_one_about_the_group', ['organizationId', 'sessionId'], {
  unique: true,
  where: 'about_peer_id is null',
})
@Check('educational_note_type_is_its_own', "type = 'EDUCATIONAL'")
@Check(
  'educational_note_activities_known',
  `activities <@ array['LOOKING_BACK_ON_PRACTICE', 'KNOWLEDGE_AND_SKILLS', 'TRAINING_FOR_THIS_PEER',
   'PROFESSIONAL_GROWTH']`,
)
@Check('educational_note_note_length', 'char_length(note) between 1 and 4000')
@Check('educational_note_says_something', 'note is not null or cardinality(activities) > 0')
export class EducationalNote {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  sessionId!: string

  @Column({ type: 'text', default: 'EDUCATIONAL' })
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
