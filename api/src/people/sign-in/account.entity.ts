import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm'

/** Somebody who can sign in. What they may do comes from their memberships. */
@Entity()
@Check('account_email_form', 'email = lower(email) and char_length(email) <= 254')
@Unique(['email'])
export class Account {
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'text' })
  email!: string

  @Column({ type: 'text' })
  passwordHash!: string

  @Column({ type: 'bytea', nullable: true })
  recoveryCodeHash!: Buffer | null

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date

  @Column({ type: 'timestamptz', nullable: true })
  disabledAt!: Date | null
}
