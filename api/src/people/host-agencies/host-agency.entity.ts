import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { Organization } from '../organization/organization.entity.ts'

/** A justice or public-safety agency in which the organization's peers work. */
@Entity()
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@Check('host_agency_name_length', 'char_length(name) between 1 and 120')
@Check(
  'host_agency_kind_known',
  `kind in ('LAW_ENFORCEMENT', 'FIRE_AND_EMERGENCY_MEDICAL', 'COURT', 'TREATMENT_COURT', 'JAIL',
   'PRISON', 'PRETRIAL_SERVICES', 'PROBATION', 'PAROLE', 'OTHER')`,
)
@Check('host_agency_state_form', "state ~ '^[A-Z]{2}$'")
@Check('host_agency_sequential_intercept_range', 'sequential_intercept between 0 and 5')
@Check(
  'host_agency_deflection_pathway_known',
  `deflection_pathway in ('SELF_REFERRAL', 'ACTIVE_OUTREACH', 'NALOXONE_PLUS', 'OFFICER_PREVENTION',
   'OFFICER_INTERVENTION')`,
)
export class HostAgency {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'text' })
  name!: string

  @Column({ type: 'text' })
  kind!: string

  @Column({ type: 'text' })
  state!: string

  @Column({ type: 'integer' })
  sequentialIntercept!: number

  @Column({ type: 'text', nullable: true })
  deflectionPathway!: string | null

  @Column({ type: 'integer', default: 1 })
  revision!: number
}
