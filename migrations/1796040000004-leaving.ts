import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Somebody who has left takes their own data along for 30 days, by a pass that opens nothing else: `access.enter` never
 * lets them in, and what a pass opens is read-only and bound by the policies of a peer. Then a job erases what was only
 * theirs and leaves a receipt without content. What is compliance stays with the organization.
 */
export class Leaving1796040000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [tables, passes, erasing, receipts]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.mark_receipt_unsent, access.mark_receipt_mailed, access.take_erasure_receipts,
        access.erase_private_data, access.enter_with_leaver_pass, access.create_leaver_pass,
        access.days_after_leaving;
      drop policy definer_erases on weekly_check_in;
      drop policy definer_finds on weekly_check_in;
      drop policy definer_erases on drift_signal_figure;
      drop policy definer_finds on drift_signal_figure;
      revoke all on weekly_check_in, drift_signal_figure from alongside_definer;
      revoke select (organization_id, peer_id) on weekly_check_in, drift_signal_figure from alongside_definer;
      drop table erasure, leaver_pass;
    `)
  }
}

const tables = /* sql */ `
  create table leaver_pass (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    member_id uuid not null,
    token_hash bytea not null,
    expires_at timestamptz not null,
    constraint leaver_pass_pkey primary key (organization_id, id),
    constraint leaver_pass_token_hash_key unique (token_hash),
    constraint leaver_pass_organization_id_member_id_fkey
      foreign key (organization_id, member_id) references membership (organization_id, id)
  );
  create index leaver_pass_organization_id_member_id_idx on leaver_pass (organization_id, member_id);
  call access.enable_tenant_rls('leaver_pass');
  create policy definer_access on leaver_pass to alongside_definer using (true) with check (true);
  grant select, insert, delete on leaver_pass to alongside_definer;

  -- What was erased of whom and when, without what or how much it was: nobody learns whether there were check-ins.
  create table erasure (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    member_id uuid not null,
    left_on date not null,
    erased_at timestamptz not null,
    mail_taken_at timestamptz,
    mail_attempts integer not null default 0,
    mail_failure text constraint erasure_mail_failure_known check (mail_failure in ('RETURNED', 'NOT_SENT')),
    mailed_at timestamptz,
    constraint erasure_pkey primary key (organization_id, id),
    constraint erasure_organization_id_member_id_left_on_key unique (organization_id, member_id, left_on),
    constraint erasure_organization_id_member_id_fkey
      foreign key (organization_id, member_id) references membership (organization_id, id)
  );
  create index erasure_to_mail on erasure (erased_at) where mailed_at is null;
  call access.enable_tenant_rls('erasure');
  create policy member_reads on erasure for select to alongside_app
    using (member_id = (select access.membership_id()));
  create policy definer_access on erasure to alongside_definer using (true) with check (true);
  grant select (organization_id, id, member_id, left_on, erased_at) on erasure to alongside_app;
  grant select, insert, update on erasure to alongside_definer;
`

const passes = /* sql */ `
  create function access.days_after_leaving() returns integer language sql immutable
    set search_path = pg_catalog, public, pg_temp as $$ select 30 $$;

  -- A pass for whoever has left and has just given the password; without a pass where the days are over, with the
  -- instant of the erasure once it took place. Returns no row for somebody who has not left, or comes back.
  create function access.create_leaver_pass(p_account_id uuid, p_token_hash bytea, p_now timestamptz)
  returns table (organization_name text, last_day date, data_until date, expires_at timestamptz, erased_at timestamptz)
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with gone as (
      select m.organization_id, m.id, o.name, e.leaves_on,
             e.leaves_on + access.days_after_leaving() as until, (p_now at time zone o.time_zone)::date as today
        from membership m
        join organization o on o.id = m.organization_id
        join employment e on e.organization_id = m.organization_id and e.member_id = m.id
       where m.account_id = p_account_id and m.disabled_at is null
         and e.leaves_on < (p_now at time zone o.time_zone)::date
         and (e.returns_on is null or e.returns_on > (p_now at time zone o.time_zone)::date)
       order by e.leaves_on desc, m.organization_id limit 1),
    forgotten as (delete from leaver_pass p where p.expires_at <= p_now),
    given as (
      insert into leaver_pass (organization_id, member_id, token_hash, expires_at)
      select g.organization_id, g.id, p_token_hash, p_now + interval '30 minutes' from gone g where g.today <= g.until
      returning leaver_pass.expires_at)
    select g.name, g.leaves_on, g.until, given.expires_at, x.erased_at
      from gone g
      left join given on true
      left join erasure x on x.organization_id = g.organization_id and x.member_id = g.id and x.left_on = g.leaves_on
  $$;
  alter function access.create_leaver_pass owner to alongside_definer;

  -- As access.enter, for a pass: the transaction can only read from here on, and sees what is the peer's own.
  create function access.enter_with_leaver_pass(p_token_hash bytea, p_now timestamptz)
  returns table (
    account_id uuid, display_name text, organization_name text, time_zone text, today date, now timestamptz)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    found_pass record;
  begin
    select p.organization_id as organization, p.member_id as member, m.account_id as account, m.display_name as name,
           o.name as org_name, o.time_zone as zone, (p_now at time zone o.time_zone)::date as day
      into found_pass
      from leaver_pass p
      join membership m on m.organization_id = p.organization_id and m.id = p.member_id and m.disabled_at is null
      join organization o on o.id = p.organization_id
      join account a on a.id = m.account_id and a.disabled_at is null
      join employment e on e.organization_id = m.organization_id and e.member_id = m.id
     where p.token_hash = p_token_hash and p.expires_at > p_now
       and e.leaves_on + access.days_after_leaving() >= (p_now at time zone o.time_zone)::date
       and (e.returns_on is null or e.returns_on > (p_now at time zone o.time_zone)::date);
    if not found then
      return;
    end if;
    perform set_config('app.account_id', found_pass.account::text, true),
            set_config('app.organization_id', found_pass.organization::text, true),
            set_config('app.membership_id', found_pass.member::text, true),
            set_config('app.roles', '{PEER}', true),
            set_config('app.host_agency_staff', 'false', true),
            set_config('app.now', p_now::text, true),
            set_config('app.today', found_pass.day::text, true),
            set_config('app.password_confirmed', 'true', true),
            set_config('transaction_read_only', 'on', true);
    account_id := found_pass.account;
    display_name := found_pass.name;
    organization_name := found_pass.org_name;
    time_zone := found_pass.zone;
    today := found_pass.day;
    now := p_now;
    return next;
  end $$;
  alter function access.enter_with_leaver_pass owner to alongside_definer;
`

const erasing = /* sql */ `
  -- The job finds what it erases by whose it is, and reads nothing of it.
  grant select (organization_id, peer_id), delete on weekly_check_in, drift_signal_figure to alongside_definer;
  create policy definer_finds on weekly_check_in for select to alongside_definer using (true);
  create policy definer_erases on weekly_check_in for delete to alongside_definer using (true);
  create policy definer_finds on drift_signal_figure for select to alongside_definer using (true);
  create policy definer_erases on drift_signal_figure for delete to alongside_definer using (true);

  -- Erases what was only theirs of people whose days after leaving are over, and returns how many people it was. Each
  -- departure is done once, whichever node comes first; somebody who is back, or is to come back, keeps everything.
  create function access.erase_private_data(p_now timestamptz, p_limit integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    gone record;
    done integer := 0;
  begin
    if access.organization_id() is not null then
      return 0;
    end if;
    for gone in
      select e.organization_id, e.member_id, e.leaves_on
        from employment e join organization o on o.id = e.organization_id
       where e.leaves_on + access.days_after_leaving() < (p_now at time zone o.time_zone)::date
         and e.returns_on is null
         and not exists (select from erasure x where x.organization_id = e.organization_id
                            and x.member_id = e.member_id and x.left_on = e.leaves_on)
       order by e.leaves_on limit p_limit for update of e skip locked
    loop
      insert into erasure (organization_id, member_id, left_on, erased_at)
      values (gone.organization_id, gone.member_id, gone.leaves_on, p_now)
      on conflict on constraint erasure_organization_id_member_id_left_on_key do nothing;
      if not found then
        continue;
      end if;
      delete from weekly_check_in c where c.organization_id = gone.organization_id and c.peer_id = gone.member_id;
      delete from drift_signal_figure f where f.organization_id = gone.organization_id and f.peer_id = gone.member_id;
      delete from exclusion_preference x where x.organization_id = gone.organization_id and x.peer_id = gone.member_id;
      delete from notification n where n.organization_id = gone.organization_id and n.recipient_id = gone.member_id;
      delete from leaver_pass p where p.organization_id = gone.organization_id and p.member_id = gone.member_id;
      done := done + 1;
    end loop;
    return done;
  end $$;
  alter function access.erase_private_data owner to alongside_definer;
`

const receipts = /* sql */ `
  create function access.take_erasure_receipts(p_now timestamptz, p_limit integer)
  returns table (
    organization_id uuid, id uuid, email text, locale text, organization_name text, left_on date, erased_on date)
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with waiting as (
      select x.organization_id, x.id from erasure x
       where access.organization_id() is null and x.mailed_at is null and x.mail_failure is null
         and not exists (select from organization o where o.id = x.organization_id and o.is_demo)
         and (x.mail_taken_at is null or x.mail_taken_at < p_now - interval '10 minutes' * x.mail_attempts)
       order by x.erased_at limit p_limit for update skip locked),
    taken as (
      update erasure x set mail_taken_at = p_now, mail_attempts = x.mail_attempts + 1
        from waiting w where x.organization_id = w.organization_id and x.id = w.id
      returning x.organization_id, x.id, x.member_id, x.left_on, x.erased_at)
    select t.organization_id, t.id, a.email, coalesce(p.locale, o.locale), o.name, t.left_on,
           (t.erased_at at time zone o.time_zone)::date
      from taken t
      join organization o on o.id = t.organization_id
      join membership m on m.organization_id = t.organization_id and m.id = t.member_id
      join account a on a.id = m.account_id
      left join member_preference p on p.organization_id = t.organization_id and p.membership_id = t.member_id
  $$;
  alter function access.take_erasure_receipts owner to alongside_definer;

  create function access.mark_receipt_mailed(p_organization_id uuid, p_id uuid, p_now timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update erasure x set mailed_at = p_now
     where access.organization_id() is null and x.organization_id = p_organization_id and x.id = p_id
       and x.mailed_at is null
  $$;
  alter function access.mark_receipt_mailed owner to alongside_definer;

  create function access.mark_receipt_unsent(
    p_organization_id uuid, p_id uuid, p_is_returned boolean, p_allowed integer) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update erasure x set mail_failure = case when p_is_returned then 'RETURNED' else 'NOT_SENT' end
     where access.organization_id() is null and x.organization_id = p_organization_id and x.id = p_id
       and x.mailed_at is null and (p_is_returned or x.mail_attempts >= p_allowed)
  $$;
  alter function access.mark_receipt_unsent owner to alongside_definer;
`
