import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** What a peer and their supervisors agreed on; one is in force at a time, its terms stand per type of supervision. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@Index('supervision_agreement_one_in_force', ['organizationId', 'peerId'], {
  unique: true,
  where: 'ends_on is null',
})
@Check('supervision_agreement_ends_after_start', 'ends_on >= agreed_on - 1')
export class SupervisionAgreement {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'date' })
  agreedOn!: string

  @Column({ type: 'date', nullable: true })
  endsOn!: string | null
}
