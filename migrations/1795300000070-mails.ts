import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What the jobs may do that send mails and remind: each function serves every organization, so each works only where
 * nobody is signed in, and gives out no more than a mail needs. An invitation remembers that it is being mailed.
 */
export class Mails1795300000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(planning)
    await runner.query(sending)
    await runner.query(inviting)
    await runner.query(reminding)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.remind_of_expiry(timestamptz, integer[]);
      drop policy definer_serves on certification_status_period;
      drop policy definer_serves on certification;
      revoke select on certification, certification_status_period from alongside_definer;
      drop trigger tell_who_invited on invitation; drop function access.tell_who_invited();
      drop function access.mark_invitation_mailed(bytea, timestamptz);
      drop function access.take_invitations(timestamptz, bytea[]);
      drop index invitation_to_mail;
      alter table invitation drop column mail_taken_at;
      drop function access.mark_mailed(uuid, uuid, timestamptz);
      drop function access.take_due_mails(timestamptz, integer);
      drop function access.plan_mails(uuid[], uuid[], timestamptz[]);
      drop function access.mails_to_plan(integer);
    `)
  }
}

const planning = /* sql */ `
  -- Notifications for which no mail has been planned, with the recipient's choice. No choice made: null. Who has no
  -- account yet gets no mail: what it leads to could not be read. Nor does anybody of a demo.
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

  -- No time: in the app only. What another node has planned meanwhile stays.
  create function access.plan_mails(p_organization_ids uuid[], p_ids uuid[], p_due_at timestamptz[]) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update notification n set mail_due_at = coalesce(planned.due_at, 'infinity')
      from unnest(p_organization_ids, p_ids, p_due_at) planned (organization_id, id, due_at)
     where access.organization_id() is null and n.organization_id = planned.organization_id and n.id = planned.id
       and n.mail_due_at is null
  $$;

  alter function access.mails_to_plan(integer) owner to alongside_definer;
  alter function access.plan_mails(uuid[], uuid[], timestamptz[]) owner to alongside_definer;
`

const sending = /* sql */ `
  -- Takes mails that are due, each for as long as a lease of ten minutes, longer after every failed try; what could
  -- not be sent within a week stays in the app. What is due to one person at one instant is one mail; once taken it
  -- keeps its id and what it carries. It is given out only if its recipient can sign in.
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
       and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date)
     group by t.organization_id, t.mail_id, a.email, coalesce(p.locale, o.locale), o.name
  $$;

  create function access.mark_mailed(p_organization_id uuid, p_mail_id uuid, p_now timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update notification n set mailed_at = p_now
     where access.organization_id() is null and n.organization_id = p_organization_id and n.mail_id = p_mail_id
       and n.mailed_at is null
  $$;

  alter function access.take_due_mails(timestamptz, integer) owner to alongside_definer;
  alter function access.mark_mailed(uuid, uuid, timestamptz) owner to alongside_definer;
`

const inviting = /* sql */ `
  alter table invitation add column mail_taken_at timestamptz;
  create index invitation_to_mail on invitation (mail_wanted_at) where mailed_at is null;

  -- Three days of trying are enough for an address that takes no mail; a demo organization mails nobody.
  -- Gives as many invitations that wait for their mail a token each, good for 72 hours from now. If the sending breaks
  -- off, the next to take one after ten minutes gives it a fresh token; the one before opens nothing any more.
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

  create function access.mark_invitation_mailed(p_token_hash bytea, p_now timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update invitation i set mailed_at = p_now
     where access.organization_id() is null and i.token_hash = p_token_hash and i.mailed_at is null
  $$;

  -- Who invited is told in the moment in which the invitation is accepted: nobody is signed in then.
  create function access.tell_who_invited() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
    select m.organization_id, m.id, 'INVITATION_ACCEPTED', 'invitation:' || new.id, new.membership_id, new.accepted_at
      from membership m
     where m.organization_id = new.organization_id and m.id = new.invited_by and m.disabled_at is null
    on conflict on constraint notification_organization_id_recipient_id_key_key do nothing;
    return null;
  end $$;
  create trigger tell_who_invited after update of accepted_at on invitation for each row
    when (old.accepted_at is null and new.accepted_at is not null and new.invited_by is not null)
    execute function access.tell_who_invited();

  alter function access.tell_who_invited() owner to alongside_definer;
  alter function access.take_invitations(timestamptz, bytea[]) owner to alongside_definer;
  alter function access.mark_invitation_mailed(bytea, timestamptz) owner to alongside_definer;
`

const reminding = /* sql */ `
  create policy definer_serves on certification for select to alongside_definer using (true);
  create policy definer_serves on certification_status_period for select to alongside_definer using (true);
  grant select on certification, certification_status_period to alongside_definer;

  -- Once so many days before a certification expires, from eight in the organization's morning on: the peer and the
  -- managers. Who begins late hears of the nearest step only; who has renewed, of none.
  create function access.remind_of_expiry(p_now timestamptz, p_days integer[]) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with expiring as (
      select c.organization_id, c.id, c.peer_id, c.expires_on,
             (select min(step) from unnest(p_days) step
               where step >= c.expires_on - (p_now at time zone o.time_zone)::date) as step
        from organization o
        join certification c on c.organization_id = o.id
        join membership m on m.organization_id = c.organization_id and m.id = c.peer_id and m.disabled_at is null
        left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
       where access.organization_id() is null and extract(hour from p_now at time zone o.time_zone) >= 8
         and c.expires_on >= (p_now at time zone o.time_zone)::date
         and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date)
         and not exists (
           select from certification renewed
            where renewed.organization_id = c.organization_id and renewed.peer_id = c.peer_id
              and renewed.credential_id = c.credential_id and renewed.id <> c.id
              and (renewed.expires_on > c.expires_on or renewed.expires_on is null and renewed.issued_on > c.issued_on))
         and not exists (
           select from certification_status_period s
            where s.organization_id = c.organization_id and s.certification_id = c.id
              and s.status in ('INACTIVE', 'REVOKED') and s.starts_on <= (p_now at time zone o.time_zone)::date
              and (s.ends_on is null or s.ends_on >= (p_now at time zone o.time_zone)::date))),
    told as (
      insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
      select m.organization_id, m.id, 'CERTIFICATION_EXPIRES',
             concat_ws(':', 'certification', c.id, c.expires_on, c.step), c.id, p_now
        from expiring c
        join membership m on m.organization_id = c.organization_id and m.disabled_at is null
         and (m.id = c.peer_id or 'MANAGER' = any (m.roles))
       where c.step is not null
      on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
      returning id)
    select count(*)::integer from told
  $$;
  alter function access.remind_of_expiry(timestamptz, integer[]) owner to alongside_definer;
`
