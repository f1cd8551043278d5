import type { CrowdShare } from '@alongside/shared/wellness/crowd-figures/crowd-figures'
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { CrowdBlock } from './crowd-block.entity.ts'

/** One figure of a block: a mean in half points, or a share in three steps. */
@Entity()
@ForeignKey(
  () => CrowdBlock,
  ['organizationId', 'snapshotId', 'position'],
  ['organizationId', 'snapshotId', 'position'],
  { name: 'crowd_figure_of_block' },
)
@Check('crowd_figure_mean_coarse', 'mean between 1.5 and 4.5 and mean * 2 = round(mean * 2)')
@Check('crowd_figure_share_known', "share in ('FEW', 'SOME', 'MANY')")
@Check('crowd_figure_one_of_both', '(mean is null) <> (share is null)')
export class CrowdFigure {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  snapshotId!: string

  @PrimaryColumn({ type: 'integer' })
  position!: number

  @PrimaryColumn({ type: 'text' })
  measure!: string

  @Column({ type: 'numeric', precision: 2, scale: 1, nullable: true })
  mean!: number | null

  @Column({ type: 'text', nullable: true })
  share!: CrowdShare | null
}
