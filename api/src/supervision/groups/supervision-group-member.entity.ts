import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { SupervisionGroup } from './supervision-group.entity.ts'

/** That a peer is in a group; each sees only themselves in it. */
@Entity()
@ForeignKey(
  () => SupervisionGroup,
  ['organizationId', 'groupId', 'supervisorId'],
  ['organizationId', 'id', 'supervisorId'],
  { name: 'supervision_group_member_of_group' },
)
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@Index(['organizationId', 'peerId'])
@Check('supervision_group_member_not_oneself', 'peer_id <> supervisor_id')
export class SupervisionGroupMember {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  groupId!: string

  @PrimaryColumn({ type: 'uuid' })
  peerId!: string

  // The group's own, copied: the policy of a group reads this table, so this one may not ask the group.
  @Column({ type: 'uuid' })
  supervisorId!: string
}
