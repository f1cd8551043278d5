import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { HostAgency } from '../host-agencies/host-agency.entity.ts'

/** The paper under which a host agency and the organization share data, by its reference, with the days it holds. */
@Entity()
@ForeignKey(() => HostAgency, ['organizationId', 'hostAgencyId'], ['organizationId', 'id'])
@Index(['organizationId', 'hostAgencyId'])
@Check('data_sharing_agreement_reference_length', 'char_length(reference) between 1 and 120')
@Check('data_sharing_agreement_ends_after_start', 'ends_on >= starts_on')
export class DataSharingAgreement {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  hostAgencyId!: string

  @Column({ type: 'text' })
  reference!: string

  @Column({ type: 'date' })
  startsOn!: string

  @Column({ type: 'date', nullable: true })
  endsOn!: string | null
}
