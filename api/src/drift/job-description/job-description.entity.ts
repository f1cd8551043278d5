import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'
import { Placement } from '../../people/placements/placement.entity.ts'

/** The text by which a peer works at a placement, as somebody saved it. A change is a further version. */
@Entity()
@ForeignKey(
  () => Placement,
  ['organizationId', 'placementId', 'peerId'],
  ['organizationId', 'id', 'peerId'],
  {
    name: 'job_description_of_placement',
  },
)
@ForeignKey(() => Membership, ['organizationId', 'savedBy'], ['organizationId', 'id'])
@Unique('job_description_version_once', ['organizationId', 'placementId', 'version'])
@Index(['organizationId', 'peerId'])
@Check('job_description_version_range', 'version between 1 and 1000')
@Check('job_description_text_length', 'char_length(text) between 1 and 20000')
export class JobDescription {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  id!: string

  @Column({ type: 'uuid' })
  placementId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'integer' })
  version!: number

  @Column({ type: 'text' })
  text!: string

  @Column({ type: 'uuid' })
  savedBy!: string

  @Column({ type: 'timestamptz' })
  savedAt!: Date
}
