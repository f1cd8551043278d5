import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** Peers whom a supervisor meets together, under a name that they can read. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'supervisorId'], ['organizationId', 'id'])
@Index(['organizationId', 'supervisorId'])
@Unique('supervision_group_of_supervisor', ['organizationId', 'id', 'supervisorId'])
@Check('supervision_group_name_length', 'char_length(name) between 1 and 60')
export class SupervisionGroup {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  supervisorId!: string

  @Column({ type: 'text' })
  name!: string

  @Column({ type: 'timestamptz' })
  madeAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null
}
