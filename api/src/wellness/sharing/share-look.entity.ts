import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { ShareTicket } from './share-ticket.entity.ts'

/** That somebody looked at what was shared with them. It is written before anything is shown, and never changed. */
@Entity()
@ForeignKey(
  () => ShareTicket,
  ['organizationId', 'ticketId', 'ownerId'],
  ['organizationId', 'id', 'ownerId'],
  {
    name: 'share_look_of_ticket',
  },
)
@ForeignKey(() => Membership, ['organizationId', 'lookedBy'], ['organizationId', 'id'])
@Index(['organizationId', 'ticketId'])
@Index(['organizationId', 'ownerId'])
export class ShareLook {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  ticketId!: string

  @Column({ type: 'uuid' })
  ownerId!: string

  @Column({ type: 'uuid' })
  lookedBy!: string

  @Column({ type: 'timestamptz' })
  lookedAt!: Date
}
