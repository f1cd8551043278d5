import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm'
import { Account } from '../sign-in/account.entity.ts'
import { HostAgency } from '../host-agencies/host-agency.entity.ts'
import { Organization } from '../organization/organization.entity.ts'

/** Ties an account to an organization with one or more roles; the id that every other table knows a person by. */
@Entity()
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@ForeignKey(() => Account, ['accountId'], ['id'])
@ForeignKey(() => HostAgency, ['organizationId', 'hostAgencyId'], ['organizationId', 'id'])
@Unique(['organizationId', 'accountId'])
@Index(['accountId'])
@Index(['organizationId', 'foldedName'])
@Check('membership_display_name_length', 'char_length(display_name) between 1 and 80')
@Check(
  'membership_roles_known',
  `roles <@ array['PEER', 'SUPERVISOR', 'MANAGER', 'ADMIN', 'AUDITOR'] and cardinality(roles) between 1 and 5`,
)
@Check('membership_host_agency_staff_supervise_only', "host_agency_id is null or roles = array['SUPERVISOR']")
export class Membership {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  /** None until the invitation is accepted. */
  @Column({ type: 'uuid', nullable: true })
  accountId!: string | null

  @Column({ type: 'text' })
  displayName!: string

  /** The name as it is searched and sorted by; a trigger keeps it. */
  @Column({ type: 'text', default: '' })
  foldedName!: string

  @Column({ type: 'text', array: true })
  roles!: string[]

  @Column({ type: 'uuid', nullable: true })
  hostAgencyId!: string | null

  @Column({ type: 'date' })
  joinedOn!: string

  @Column({ type: 'timestamptz', nullable: true })
  disabledAt!: Date | null

  /** Counts the changes: of two that change the same member, the second is told. */
  @Column({ type: 'integer', default: 1 })
  revision!: number
}
