import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { Membership } from '../../people/members/membership.entity.ts'

/** A credential that the catalogue does not hold, kept by one organization for its own peers. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'recordedBy'], ['organizationId', 'id'])
@Index('custom_credential_name_once', { synchronize: false })
@Check('custom_credential_name_length', 'char_length(name) between 1 and 120')
@Check('custom_credential_abbreviation_length', 'char_length(abbreviation) between 1 and 20')
@Check('custom_credential_certifying_body_length', 'char_length(certifying_body) between 1 and 200')
@Check('custom_credential_state_form', "state ~ '^[A-Z]{2}$'")
export class CustomCredential {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'text' })
  name!: string

  @Column({ type: 'text' })
  abbreviation!: string

  @Column({ type: 'text', nullable: true })
  certifyingBody!: string | null

  /** Two letters; 'US' where it holds in every state. */
  @Column({ type: 'text' })
  state!: string

  @Column({ type: 'uuid' })
  recordedBy!: string

  @Column({ type: 'timestamptz' })
  recordedAt!: Date

  /** Counted up by each correction. */
  @Column({ type: 'integer', default: 1 })
  revision!: number

  /** Put away: nobody holds it, and nobody can be given it. */
  @Column({ type: 'timestamptz', nullable: true })
  retiredAt!: Date | null
}
