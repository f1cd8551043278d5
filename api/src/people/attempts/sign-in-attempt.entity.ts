import { Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'

/** One counted try at a door; kept in the database so that limits hold over several servers. */
@Entity()
@Index(['at'])
export class SignInAttempt {
  @PrimaryColumn({ type: 'text' })
  bucket!: string

  @PrimaryColumn({ type: 'timestamptz' })
  at!: Date

  @PrimaryGeneratedColumn('uuid')
  id!: string
}
