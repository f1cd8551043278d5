import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { SupervisionRequest } from './supervision-request.entity.ts'

/** What the peer wished for. Nobody else reads it: a table of its own, so that it is a wall. */
@Entity()
@ForeignKey(
  () => SupervisionRequest,
  ['organizationId', 'requestId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  { name: 'supervision_request_wish_of_own' },
)
@Index(['organizationId', 'peerId'])
@Check('supervision_request_wish_known', "wish in ('MORE', 'OTHER')")
@Check('supervision_request_wish_type_known', "type in ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE')")
export class SupervisionRequestWish {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  requestId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'text' })
  wish!: string

  @Column({ type: 'text' })
  type!: string
}
