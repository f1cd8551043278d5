import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What somebody is told of, and how they want it by mail. A notification has no content, only its kind and ids; it is
 * made in the transaction of the change that it tells of, once per recipient and key.
 */
export class Notifications1795300000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(notification)
    await runner.query(choice)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.notify(uuid, text, text, uuid);
      drop table notification_choice; drop table notification;
    `)
  }
}

/**
 * When the mail is due is decided by the mail job, from the recipient's choice at that time: none yet is "not decided",
 * infinity "in the app only". Everything that one mail carries has its id, given once, so that a mail sent again after
 * a crash is the same mail.
 */
const notification = /* sql */ `
  create table notification (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    recipient_id uuid not null,
    kind text not null constraint notification_kind_known check (kind in (
      'SUPERVISION_PROPOSED', 'SUPERVISION_ACCEPTED', 'SUPERVISION_ENDED', 'AGREEMENT_TO_SIGN', 'INVITATION_ACCEPTED',
      'ROLES_CHANGED', 'SESSION_LOGGED', 'FLAG_TOLD', 'CERTIFICATION_EXPIRES', 'IMPORT_DONE')),
    key text not null constraint notification_key_length check (char_length(key) between 1 and 200),
    subject_id uuid,
    created_at timestamptz not null,
    seen_at timestamptz,
    mail_due_at timestamptz,
    mail_id uuid,
    mail_taken_at timestamptz,
    mail_attempts integer not null default 0,
    mailed_at timestamptz,
    constraint notification_pkey primary key (organization_id, id),
    constraint notification_organization_id_recipient_id_key_key unique (organization_id, recipient_id, key),
    constraint notification_organization_id_recipient_id_fkey
      foreign key (organization_id, recipient_id) references membership (organization_id, id)
  );
  create index notification_newest_first on notification (organization_id, recipient_id, created_at, id);
  create index notification_unseen on notification (organization_id, recipient_id) where seen_at is null;
  create index notification_to_mail on notification (mail_due_at)
    where mailed_at is null and mail_due_at is distinct from 'infinity';
  create index notification_organization_id_mail_id_idx on notification (organization_id, mail_id);
  call access.raise_wall('notification');
  -- To read and to mark as seen: the grants below allow no more.
  create policy recipients_own on notification to alongside_app
    using (recipient_id = (select access.membership_id()));
  create policy definer_serves on notification to alongside_definer using (true) with check (true);
  grant select (organization_id, id, recipient_id, kind, subject_id, created_at, seen_at), update (seen_at)
    on notification to alongside_app;
  grant select, insert, update on notification to alongside_definer;

  -- Tells a member of the caller's organization, once per key; whoever is no member, or is disabled, is not told.
  create function access.notify(p_recipient_id uuid, p_kind text, p_key text, p_subject_id uuid) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
    select m.organization_id, m.id, p_kind, p_key, p_subject_id, access.now()
      from membership m
     where m.organization_id = access.organization_id() and m.id = p_recipient_id and m.disabled_at is null
    on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
  $$;
  alter function access.notify(uuid, text, text, uuid) owner to alongside_definer;
`

const choice = /* sql */ `
  create table notification_choice (
    organization_id uuid not null,
    member_id uuid not null,
    mail text not null
      constraint notification_choice_mail_known check (mail in ('AT_ONCE', 'DIGEST', 'NONE')),
    digest_hour integer not null
      constraint notification_choice_digest_hour_range check (digest_hour between 0 and 23),
    quiet_from time not null,
    quiet_until time not null,
    constraint notification_choice_pkey primary key (organization_id, member_id),
    constraint notification_choice_organization_id_member_id_fkey
      foreign key (organization_id, member_id) references membership (organization_id, id)
  );
  call access.raise_wall('notification_choice');
  create policy own_choice on notification_choice to alongside_app
    using (member_id = (select access.membership_id()));
  create policy definer_serves on notification_choice to alongside_definer using (true) with check (true);
  grant select, insert, update (mail, digest_hour, quiet_from, quiet_until) on notification_choice to alongside_app;
  grant select on notification_choice to alongside_definer;
`
