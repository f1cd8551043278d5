import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import type { MailChoice } from '@alongside/shared/notifications/mail-timing'
import { Membership } from '../people/members/membership.entity.ts'

/** How one member wants to hear by mail, in their own local time; no row is the defaults. */
@Entity()
@ForeignKey(() => Membership, ['organizationId', 'memberId'], ['organizationId', 'id'])
@Check('notification_choice_mail_known', "mail in ('AT_ONCE', 'DIGEST', 'NONE')")
@Check('notification_choice_digest_hour_range', 'digest_hour between 0 and 23')
export class NotificationChoice {
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string

  @PrimaryColumn({ type: 'uuid' })
  memberId!: string

  @Column({ type: 'text' })
  mail!: MailChoice

  @Column({ type: 'integer' })
  digestHour!: number

  @Column({ type: 'time' })
  quietFrom!: string

  @Column({ type: 'time' })
  quietUntil!: string
}
