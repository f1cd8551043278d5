import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Notifications, how their recipients want them by email, and what the jobs may do that send email. A notification has
 * no content, only its kind and ids; it is inserted in the transaction of the change that it reports, once for each
 * recipient and key. The functions of the jobs serve every organization, so that each works only where nobody is signed
 * in, and returns no more than an email needs.
 */
export class Notifications1795200000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [notification, choice, planning, sending, inviting, erasing]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger notify_inviter on invitation;
      drop function access.notify_inviter, access.mark_invitation_mailed, access.take_invitations,
        access.mark_mailed, access.take_due_mails, access.plan_mails, access.mails_to_plan, access.erase_old_notifications,
        access.notify;
      drop table notification_choice, notification;
    `)
  }
}

/**
 * The mail job decides when the email is due, from the recipient's choice at that time: null means that it has not
 * decided yet, infinity that the notification is shown in the application only. Everything that one email carries has
 * the id of the email, which is given once, so that an email sent again after a crash is the same email.
 */
const notification = /* sql */ `
  create table notification (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    recipient_id uuid not null,
    kind text not null constraint notification_kind_known check (kind in (
      'SUPERVISION_PROPOSED', 'SUPERVISION_ACCEPTED', 'SUPERVISION_ENDED', 'AGREEMENT_TO_SIGN', 'INVITATION_ACCEPTED',
      'ROLES_CHANGED', 'SESSION_LOGGED', 'FLAG_TOLD', 'CERTIFICATION_EXPIRES', 'IMPORT_DONE', 'CERTIFICATION_AT_RISK',
      'CERTIFICATION_LAPSED')),
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
  call access.enable_tenant_rls('notification');
  -- The grants below restrict this to reading and to marking as seen.
  create policy recipient_manages on notification to alongside_app
    using (recipient_id = (select access.membership_id()));
  create policy definer_access on notification to alongside_definer using (true) with check (true);
  grant select (organization_id, id, recipient_id, kind, subject_id, created_at, seen_at), update (seen_at)
    on notification to alongside_app;
  grant select, insert, update, delete on notification to alongside_definer;

  -- Notifies a member of the caller's organization once for each key; somebody disabled is not notified.
  create function access.notify(p_recipient_id uuid, p_kind text, p_key text, p_subject_id uuid) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
    select m.organization_id, m.id, p_kind, p_key, p_subject_id, access.now()
      from membership m
     where m.organization_id = access.organization_id() and m.id = p_recipient_id and m.disabled_at is null
    on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
  $$;
  alter function access.notify owner to alongside_definer;
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
  call access.enable_tenant_rls('notification_choice');
  create policy owner_manages on notification_choice to alongside_app
    using (member_id = (select access.membership_id()));
  create policy definer_access on notification_choice to alongside_definer using (true) with check (true);
  grant select, insert, update (mail, digest_hour, quiet_from, quiet_until) on notification_choice to alongside_app;
  grant select on notification_choice to alongside_definer;
`

const planning = /* sql */ `
  -- Notifications for which no email is planned yet, with the choice of the recipient, or null if they made none.
  -- Nobody without an account gets email, because they could not open what it links to, and nobody in a demo.
  create function access.mails_to_plan(p_limit integer)
  returns table (
    organization_id uuid, id uuid, mail text, digest_hour integer, quiet_from text, quiet_until text, time_zone text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with unplanned as materialized (
      select n.organization_id, n.id, n.recipient_id from notification n
       where access.organization_id() is null and n.mail_due_at is null and n.mailed_at is null limit p_limit)
    select n.organization_id, n.id,
           case when m.account_id is null or o.is_demo then 'NONE' else c.mail end,
           c.digest_hour, to_char(c.quiet_from, 'HH24:MI'), to_char(c.quiet_until, 'HH24:MI'),
           coalesce(p.time_zone, o.time_zone)
      from unplanned n
      join organization o on o.id = n.organization_id
      join membership m on m.organization_id = n.organization_id and m.id = n.recipient_id
      left join notification_choice c on c.organization_id = n.organization_id and c.member_id = n.recipient_id
      left join member_preference p on p.organization_id = n.organization_id and p.membership_id = n.recipient_id
  $$;
  alter function access.mails_to_plan owner to alongside_definer;

  -- A due time of null means that the notification is shown in the application only. What another node has planned
  -- meanwhile stays as it is.
  create function access.plan_mails(p_organization_ids uuid[], p_ids uuid[], p_due_at timestamptz[]) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update notification n set mail_due_at = coalesce(planned.due_at, 'infinity')
      from unnest(p_organization_ids, p_ids, p_due_at) planned (organization_id, id, due_at)
     where access.organization_id() is null and n.organization_id = planned.organization_id and n.id = planned.id
       and n.mail_due_at is null
  $$;
  alter function access.plan_mails owner to alongside_definer;
`

const sending = /* sql */ `
  -- Leases emails that are due for ten minutes each, for longer after every failed attempt; an email that could not be
  -- sent within a week is given up. What is due to one person at one instant is one email; once leased it keeps its id
  -- and what it carries. An email is returned only if its recipient can sign in.
  create function access.take_due_mails(p_now timestamptz, p_limit integer)
  returns table (
    organization_id uuid, mail_id uuid, email text, locale text, organization_name text, kinds text[])
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with due as materialized (
      select n.organization_id, n.recipient_id, n.mail_due_at, n.mail_id as known_id,
             coalesce(n.mail_id, gen_random_uuid()) as given_id
        from notification n
       where access.organization_id() is null and n.mailed_at is null and n.mail_due_at is distinct from 'infinity'
         and n.mail_due_at <= p_now and n.mail_due_at > p_now - interval '168 hours'
         and (n.mail_taken_at is null
              or n.mail_taken_at < p_now - interval '10 minutes' * least(n.mail_attempts, 36))
       group by n.organization_id, n.recipient_id, n.mail_due_at, n.mail_id
       order by n.mail_due_at limit p_limit),
    free as (
      select n.organization_id, n.id, due.given_id
        from due join notification n on n.organization_id = due.organization_id
         and n.recipient_id = due.recipient_id and n.mail_due_at = due.mail_due_at
         and n.mail_id is not distinct from due.known_id
       where n.mailed_at is null and (n.mail_taken_at is null
             or n.mail_taken_at < p_now - interval '10 minutes' * least(n.mail_attempts, 36))
         for update of n skip locked),
    taken as (
      update notification n
         set mail_id = free.given_id, mail_taken_at = p_now, mail_attempts = n.mail_attempts + 1
        from free where n.organization_id = free.organization_id and n.id = free.id
      returning n.organization_id, n.recipient_id, n.mail_id, n.kind)
    select t.organization_id, t.mail_id, a.email, coalesce(p.locale, o.locale), o.name, array_agg(t.kind order by t.kind)
      from taken t
      join organization o on o.id = t.organization_id
      join membership m on m.organization_id = t.organization_id and m.id = t.recipient_id
      join account a on a.id = m.account_id
      left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
      left join member_preference p on p.organization_id = t.organization_id and p.membership_id = t.recipient_id
     where m.disabled_at is null and a.disabled_at is null
       and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date
            or e.returns_on <= (p_now at time zone o.time_zone)::date)
     group by t.organization_id, t.mail_id, a.email, coalesce(p.locale, o.locale), o.name
  $$;
  alter function access.take_due_mails owner to alongside_definer;

  create function access.mark_mailed(p_organization_id uuid, p_mail_id uuid, p_now timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update notification n set mailed_at = p_now
     where access.organization_id() is null and n.organization_id = p_organization_id and n.mail_id = p_mail_id
       and n.mailed_at is null
  $$;
  alter function access.mark_mailed owner to alongside_definer;
`

const inviting = /* sql */ `
  -- Gives each invitation that waits for its email one of the tokens, valid for 72 hours from now. An invitation whose
  -- email was not sent can be taken again after ten minutes and gets a new token, which invalidates the one before.
  -- After three days without success it is given up. A demo organization sends no email.
  create function access.take_invitations(p_now timestamptz, p_token_hashes bytea[])
  returns table (token_hash bytea, email text, organization_name text)
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with waiting as (
      select i.organization_id, i.id from invitation i
       where access.organization_id() is null and i.mailed_at is null
         and i.mail_wanted_at <= p_now and i.mail_wanted_at > p_now - interval '72 hours'
         and not exists (select from organization o where o.id = i.organization_id and o.is_demo)
         and not exists (select from membership m where m.organization_id = i.organization_id
                            and m.id = i.membership_id and m.disabled_at is not null)
         and i.accepted_at is null and i.revoked_at is null
         and (i.mail_taken_at is null or i.mail_taken_at < p_now - interval '10 minutes')
       order by i.mail_wanted_at limit cardinality(p_token_hashes) for update skip locked),
    numbered as (select w.organization_id, w.id, row_number() over () as place from waiting w),
    taken as (
      update invitation i
         set token_hash = p_token_hashes[n.place], expires_at = p_now + interval '72 hours', mail_taken_at = p_now
        from numbered n where i.organization_id = n.organization_id and i.id = n.id
      returning i.organization_id, i.token_hash, i.email)
    select t.token_hash, t.email, o.name from taken t join organization o on o.id = t.organization_id
  $$;
  alter function access.take_invitations owner to alongside_definer;

  create function access.mark_invitation_mailed(p_token_hash bytea, p_now timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update invitation i set mailed_at = p_now
     where access.organization_id() is null and i.token_hash = p_token_hash and i.mailed_at is null
  $$;
  alter function access.mark_invitation_mailed owner to alongside_definer;

  -- Notifies the inviter when an invitation is accepted: nobody is signed in then.
  create function access.notify_inviter() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
    select m.organization_id, m.id, 'INVITATION_ACCEPTED', 'invitation:' || new.id, new.membership_id, new.accepted_at
      from membership m
     where m.organization_id = new.organization_id and m.id = new.invited_by and m.disabled_at is null
    on conflict on constraint notification_organization_id_recipient_id_key_key do nothing;
    return null;
  end $$;
  alter function access.notify_inviter owner to alongside_definer;
  create trigger notify_inviter after update of accepted_at on invitation for each row
    when (old.accepted_at is null and new.accepted_at is not null and new.invited_by is not null)
    execute function access.notify_inviter();
`

const erasing = /* sql */ `
  create function access.erase_old_notifications(p_now timestamptz, p_seen_days integer, p_days integer) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with erased as (
      delete from notification n
       where access.organization_id() is null
         and (n.created_at < p_now - make_interval(days => p_days)
              or n.seen_at is not null and n.created_at < p_now - make_interval(days => p_seen_days))
      returning 1)
    select count(*)::integer from erased
  $$;
  alter function access.erase_old_notifications owner to alongside_definer;
`
