import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A link that goes by mail proves the address of whoever opens it, so that only then an account may be spoken of. Mail
 * that comes back is given up, and seen by the office; when the link ends does not depend on how often it was tried.
 * Whoever recovers an account leaves no token and no known device of before.
 */
export class InvitationLinksByMail1796040000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [columns, opening, sending, recovering]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(/* sql */ `
      drop function access.replace_password, access.find_recoverable_account, access.mark_mail_returned,
        access.mark_invitation_unsent, access.take_invitations, access.find_open_invitation;
      alter table invitation drop column mail_attempts, drop column mail_failure;
    `)
    for (const step of [openingBefore, sendingBefore, recoveringBefore]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }
}

const columns = /* sql */ `
  alter table invitation
    add column mail_attempts integer not null default 0,
    add column mail_failure text
      constraint invitation_mail_failure_known check (mail_failure in ('RETURNED', 'NOT_SENT'));
  grant select (mail_failure) on invitation to alongside_app;
`

const opening = /* sql */ `
  drop function access.find_open_invitation;
  create function access.find_open_invitation(p_token_hash bytea, p_now timestamptz)
  returns table (
    email text, display_name text, roles text[], organization_name text, has_account boolean, is_address_proved boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select i.email, coalesce(m.display_name, i.display_name), coalesce(m.roles, i.roles), o.name,
           exists (select from account a where a.email = i.email), i.mail_wanted_at is not null
      from invitation i
      join organization o on o.id = i.organization_id
      left join membership m on m.organization_id = i.organization_id and m.id = i.membership_id
     where i.token_hash = p_token_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > p_now
       and m.disabled_at is null
  $$;
  alter function access.find_open_invitation owner to alongside_definer;
`

const sending = /* sql */ `
  drop function access.take_invitations;
  -- Gives each invitation that waits for its email one of the tokens. An invitation whose email was not sent can be
  -- taken again, later after each attempt, and gets a new token, which invalidates the one before. A demo organization
  -- sends no email.
  create function access.take_invitations(p_now timestamptz, p_token_hashes bytea[])
  returns table (token_hash bytea, email text, organization_name text)
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with waiting as (
      select i.organization_id, i.id from invitation i
       where access.organization_id() is null and i.mailed_at is null and i.mail_failure is null
         and i.mail_wanted_at <= p_now and i.expires_at > p_now
         and not exists (select from organization o where o.id = i.organization_id and o.is_demo)
         and not exists (select from membership m where m.organization_id = i.organization_id
                            and m.id = i.membership_id and m.disabled_at is not null)
         and i.accepted_at is null and i.revoked_at is null
         and (i.mail_taken_at is null or i.mail_taken_at < p_now - interval '10 minutes' * i.mail_attempts)
       order by i.mail_wanted_at limit cardinality(p_token_hashes) for update skip locked),
    numbered as (select w.organization_id, w.id, row_number() over () as place from waiting w),
    taken as (
      update invitation i
         set token_hash = p_token_hashes[n.place], mail_taken_at = p_now, mail_attempts = i.mail_attempts + 1
        from numbered n where i.organization_id = n.organization_id and i.id = n.id
      returning i.organization_id, i.token_hash, i.email)
    select t.token_hash, t.email, o.name from taken t join organization o on o.id = t.organization_id
  $$;
  alter function access.take_invitations owner to alongside_definer;

  -- Gives an email up that came back, or that could not be sent often enough.
  create function access.mark_invitation_unsent(p_token_hash bytea, p_is_returned boolean, p_allowed integer)
  returns void language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update invitation i set mail_failure = case when p_is_returned then 'RETURNED' else 'NOT_SENT' end
     where access.organization_id() is null and i.token_hash = p_token_hash and i.mailed_at is null
       and (p_is_returned or i.mail_attempts >= p_allowed)
  $$;
  alter function access.mark_invitation_unsent owner to alongside_definer;

  -- A notification whose email came back is shown in the application only.
  create function access.mark_mail_returned(p_organization_id uuid, p_mail_id uuid) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update notification n set mail_due_at = 'infinity'
     where access.organization_id() is null and n.organization_id = p_organization_id and n.mail_id = p_mail_id
       and n.mailed_at is null
  $$;
  alter function access.mark_mail_returned owner to alongside_definer;
`

const recovering = /* sql */ `
  drop function access.find_recoverable_account;
  -- Somebody who has left in every organization gets no new password: it would use up their recovery code for nothing.
  -- The names are what others know of the person, so that they do not become a password.
  create function access.find_recoverable_account(p_email text, p_recovery_hash bytea, p_now timestamptz)
  returns table (account_id uuid, known_names text[])
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.id, array_agg(m.display_name) || array_agg(o.name) from account a
      join membership m on m.account_id = a.id
      join organization o on o.id = m.organization_id
      left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
     where a.email = p_email and a.recovery_code_hash = p_recovery_hash and a.disabled_at is null
       and m.disabled_at is null
       and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date
            or e.returns_on <= (p_now at time zone o.time_zone)::date)
     group by a.id
  $$;
  alter function access.find_recoverable_account owner to alongside_definer;

  create or replace function access.replace_password(
    p_account_id uuid, p_password_hash text, p_recovery_hash bytea, p_now timestamptz)
  returns void language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update account set password_hash = p_password_hash, recovery_code_hash = p_recovery_hash where id = p_account_id;
    update sign_in_session set ended_at = p_now where account_id = p_account_id and ended_at is null;
    delete from known_device where account_id = p_account_id;
    update api_token t set revoked_at = p_now
      from membership m
     where m.account_id = p_account_id and t.organization_id = m.organization_id and t.made_by = m.id
       and t.revoked_at is null;
  $$;
  alter function access.replace_password owner to alongside_definer;
`

const openingBefore = /* sql */ `
  create function access.find_open_invitation(p_token_hash bytea, p_now timestamptz)
  returns table (email text, display_name text, roles text[], organization_name text, has_account boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select i.email, coalesce(m.display_name, i.display_name), coalesce(m.roles, i.roles), o.name,
           exists (select from account a where a.email = i.email)
      from invitation i
      join organization o on o.id = i.organization_id
      left join membership m on m.organization_id = i.organization_id and m.id = i.membership_id
     where i.token_hash = p_token_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > p_now
       and m.disabled_at is null
  $$;
  alter function access.find_open_invitation owner to alongside_definer;
`

const sendingBefore = /* sql */ `
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
`

const recoveringBefore = /* sql */ `
  -- Somebody who has left in every organization gets no new password: it would use up their recovery code for nothing.
  create function access.find_recoverable_account(p_email text, p_recovery_hash bytea, p_now timestamptz)
  returns table (account_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.id from account a
     where a.email = p_email and a.recovery_code_hash = p_recovery_hash and a.disabled_at is null
       and exists (
         select from membership m
           join organization o on o.id = m.organization_id
           left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
          where m.account_id = a.id and m.disabled_at is null
            and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date
                 or e.returns_on <= (p_now at time zone o.time_zone)::date))
  $$;
  alter function access.find_recoverable_account owner to alongside_definer;

  create function access.replace_password(
    p_account_id uuid, p_password_hash text, p_recovery_hash bytea, p_now timestamptz)
  returns void language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update account set password_hash = p_password_hash, recovery_code_hash = p_recovery_hash where id = p_account_id;
    update sign_in_session set ended_at = p_now where account_id = p_account_id and ended_at is null;
  $$;
  alter function access.replace_password owner to alongside_definer;
`
