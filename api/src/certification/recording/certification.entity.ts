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
import { Membership } from '../../people/members/membership.entity.ts'

/** A credential of the catalogue held by a peer: its number, the first day of issue and the expiry printed on it. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'peerId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'recordedBy'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'voidedBy'], ['organizationId', 'id'], {
  name: 'certification_voided_by_fkey',
})
@Unique(['organizationId', 'id', 'peerId'])
@Index('certification_number_once', ['organizationId', 'credentialId', 'number'], {
  unique: true,
  where: 'number is not null and voided_at is null',
})
// Also where none has a title.
@Index('certification_issue_once', ['organizationId', 'peerId', 'credentialId', 'title', 'issuedOn'], {
  unique: true,
  where: 'voided_at is null',
})
@Check('certification_credential_id_form', "credential_id ~ '^[a-z][a-z0-9-]{2,59}$'")
@Check('certification_title_form', "title ~ '^[A-Z][A-Z0-9-]{1,19}$'")
@Check('certification_number_length', 'char_length(number) between 1 and 60')
@Check('certification_birth_month_day_form', "birth_month_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'")
@Check(
  'certification_conditions_held_known',
  `conditions_held <@ array['supervises-others', 'provides-telehealth', 'military-designation',
   'alcohol-and-drug-entity', 'crisis-team', 'family-endorsement', 'veteran-endorsement',
   'active-military-service', 'grandfathered']`,
)
@Check(
  'certification_conditions_not_held_known',
  `conditions_not_held <@ array['supervises-others', 'provides-telehealth', 'military-designation',
   'alcohol-and-drug-entity', 'crisis-team', 'family-endorsement', 'veteran-endorsement',
   'active-military-service', 'grandfathered']`,
)
@Check('certification_conditions_disjoint', 'not conditions_held && conditions_not_held')
@Check('certification_chosen_cycle_months_range', 'chosen_cycle_months between 1 and 120')
@Check('certification_exam_year_range', 'exam_year between 1980 and 2200')
@Check('certification_voided_by_somebody', '(voided_by is null) = (voided_at is null)')
@Check('certification_expires_after_issue', 'expires_on > issued_on')
export class Certification {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'uuid' })
  peerId!: string

  /** Of the catalogue in shared; whether it is known there is checked when it is entered. */
  @Column({ type: 'text' })
  credentialId!: string

  /** By its abbreviation, where the credential has several that are held side by side. */
  @Column({ type: 'text', nullable: true })
  title!: string | null

  @Column({ type: 'text', nullable: true })
  number!: string | null

  @Column({ type: 'date' })
  issuedOn!: string

  /** The latest that stands in a `CertificationTerm`; the database keeps it so. */
  @Column({ type: 'date', nullable: true })
  expiresOn!: string | null

  /** 'MM-DD', only for rules that count from the birthday; never the year. */
  @Column({ type: 'text', nullable: true })
  birthMonthDay!: string | null

  /** What a rule asks of the holder and is so; what is in neither list is not known. */
  @Column({ type: 'text', array: true, default: [] })
  conditionsHeld!: string[]

  @Column({ type: 'text', array: true, default: [] })
  conditionsNotHeld!: string[]

  /** Where the board lets the holder choose the length of a cycle. */
  @Column({ type: 'integer', nullable: true })
  chosenCycleMonths!: number | null

  /** The year in which the exam was passed, where a common date follows it. */
  @Column({ type: 'integer', nullable: true })
  examYear!: number | null

  /** Counts the changes, so that the second of two editors learns of the first. */
  @Column({ type: 'integer', default: 1 })
  revision!: number

  @Column({ type: 'uuid' })
  recordedBy!: string

  @Column({ type: 'timestamptz' })
  recordedAt!: Date

  /** Of the wrong person or the wrong credential: it stays, and counts nowhere. */
  @Column({ type: 'uuid', nullable: true })
  voidedBy!: string | null

  @Column({ type: 'timestamptz', nullable: true })
  voidedAt!: Date | null
}
