import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { SupervisionRelationship } from '../relationships/supervision-relationship.entity.ts'
import { SupervisionSession } from '../sessions/supervision-session.entity.ts'

/** What one of the two wants to talk about in supportive supervision; it is theirs alone, whatever office others hold. */
@Entity()
@ForeignKey(
  () => SupervisionRelationship,
  ['organizationId', 'relationshipId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'supportive_agenda_item_of_relationship' },
)
@ForeignKey(() => Membership, ['organizationId', 'writtenBy'], ['organizationId', 'id'], {
  name: 'supportive_agenda_item_written_by_fkey',
})
@ForeignKey(() => SupervisionSession, ['organizationId', 'reachedIn'], ['organizationId', 'id'], {
  name: 'supportive_agenda_item_reached_in_fkey',
})
@Index('supportive_agenda_item_of_peer', ['organizationId', 'peerId'])
@Index('supportive_agenda_item_by_relationship', ['organizationId', 'relationshipId'])
@Check('supportive_agenda_item_text_length', 'char_length(text) between 1 and 300')
@Check('supportive_agenda_item_only_peers_keep_points', 'not is_private or written_by = peer_id')
export class SupportiveAgendaItem {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  relationshipId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'text' })
  text!: string

  /** A talking point of the peer's own, which nobody else reads. */
  @Column({ type: 'boolean', default: false })
  isPrivate!: boolean

  @Column({ type: 'uuid' })
  writtenBy!: string

  @Column({ type: 'timestamptz' })
  writtenAt!: Date

  /** The session in which the two reached it; until then it carries over. */
  @Column({ type: 'uuid', nullable: true })
  reachedIn!: string | null
}
