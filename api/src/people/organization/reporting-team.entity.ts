import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { Organization } from './organization.entity.ts'

/** A team as the climate page will report on it: each peer is in one at most. */
@Entity()
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@Index('reporting_team_name_once', { synchronize: false })
@Check('reporting_team_name_length', 'char_length(name) between 1 and 80')
export class ReportingTeam {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'text' })
  name!: string

  @Column({ type: 'timestamptz', nullable: true })
  archivedAt!: Date | null
}
