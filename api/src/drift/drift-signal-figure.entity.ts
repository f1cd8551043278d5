import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Membership } from '../people/members/membership.entity.ts'
import { DriftFlag } from './drift-flag.entity.ts'

/** The figure behind a signal's flag, the threshold it passed and the entries it rests on: for nobody but the peer. */
@Entity()
@ForeignKey(() => DriftFlag, ['organizationId', 'flagId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
export class DriftSignalFigure {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  flagId!: string

  @Column({ type: 'uuid' })
  peerId!: string

  @Column({ type: 'integer' })
  figure!: number

  @Column({ type: 'integer' })
  threshold!: number

  /** Ids of placements, supervision relationships or logged weeks. */
  @Column({ type: 'jsonb' })
  entries!: string[]
}
