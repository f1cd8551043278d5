import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** That a peer asked for more, or other, supervision. Managers know that much; the wish itself is another table. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'answeredBy'], ['organizationId', 'id'], {
  name: 'supervision_request_answered_by_fkey',
})
@Unique('supervision_request_of_peer', ['organizationId', 'id', 'peerId'])
@Index('supervision_request_one_open', ['organizationId', 'peerId'], {
  unique: true,
  where: "status = 'OPEN'",
})
@Check('supervision_request_status_known', "status in ('OPEN', 'ANSWERED', 'WITHDRAWN')")
@Check(
  'supervision_request_answer_known',
  "answer in ('WE_WILL_TALK', 'CHANGE_COMING', 'ALREADY_CHANGED', 'NOT_NOW')",
)
@Check(
  'supervision_request_answered',
  `(answer is not null) = (status = 'ANSWERED') and (answered_at is not null) = (status = 'ANSWERED')
   and (answered_by is not null) = (status = 'ANSWERED')`,
)
@Check('supervision_request_not_by_oneself', 'answered_by <> peer_id')
export class SupervisionRequest {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'text' })
  status!: string

  @Column({ type: 'text', nullable: true })
  answer!: string | null

  @Column({ type: 'timestamptz' })
  askedAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt!: Date | null

  @Column({ type: 'uuid', nullable: true })
  answeredBy!: string | null
}
