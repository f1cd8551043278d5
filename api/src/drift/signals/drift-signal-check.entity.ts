import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** When the weekly job last looked for signals as this peer. Nobody reads it but the job. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
export class DriftSignalCheck {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'timestamptz' })
  checkedAt!: Date
}
