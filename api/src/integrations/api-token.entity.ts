import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm'
import { Membership } from '../people/members/membership.entity.ts'

/** Lets an organization's own integration read, on behalf of its maker's office and never as a person; a hash is kept. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'madeBy'], ['organizationId', 'id'])
@Unique(['tokenHash'])
@Check('api_token_name_length', 'char_length(name) between 1 and 80')
@Check('api_token_capabilities_few', 'cardinality(capabilities) between 1 and 20')
@Check(
  'api_token_roles_known',
  `roles <@ array['MANAGER', 'AUDITOR', 'ADMIN'] and cardinality(roles) between 1 and 3`,
)
@Check(
  'api_token_expires_within_a_year',
  "expires_at > made_at and expires_at <= made_at + interval '367 days'",
)
export class ApiToken {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'text' })
  name!: string

  @Column({ type: 'bytea' })
  tokenHash!: Buffer

  @Column({ type: 'text', array: true })
  capabilities!: string[]

  @Column({ type: 'text', array: true })
  roles!: string[]

  @Column({ type: 'uuid' })
  madeBy!: string

  @Column({ type: 'timestamptz' })
  madeAt!: Date

  @Column({ type: 'timestamptz' })
  expiresAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null

  @Column({ type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null

  /** When the window began in which requests are counted now. */
  @Column({ type: 'timestamptz', nullable: true })
  countedFrom!: Date | null

  @Column({ type: 'integer', default: 0 })
  counted!: number
}
