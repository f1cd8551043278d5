import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** The credential that a peer works toward. No row, or no credential: none was chosen. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'chosenBy'], ['organizationId', 'id'])
@Check('certification_goal_credential_id_length', 'char_length(credential_id) between 1 and 60')
export class CertificationGoal {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  peerId!: string

  /** Of the catalogue. */
  @Column({ type: 'text', nullable: true })
  credentialId!: string | null

  @Column({ type: 'uuid' })
  chosenBy!: string

  @Column({ type: 'timestamptz' })
  chosenAt!: Date
}
