import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Reminders go before the day on which the board wants the renewal too, stop once it was sent, and wait while their
 * holder has paused them. Managers get one notification a week that says that something is due.
 */
export class RenewalReminders1797130000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kinds(`kinds || ${KINDS}`))
    await runner.query(pauses)
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(reminding(NOW))
    await runner.query(digest)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(reminding(BEFORE))
    await runner.query('drop function access.notify_weekly_digest')
    await runner.query('revoke create on schema access from alongside_definer')
    await runner.query('drop table renewal_pause')
    await runner.query(`delete from notification where kind = any (${KINDS})`)
    await runner.query(
      kinds(`array(select kind from unnest(kinds) with ordinality k (kind, place)
        where kind <> all (${KINDS}) order by place)`),
    )
  }
}

const KINDS = `array['RENEWAL_DUE', 'RENEWALS_DIGEST']`

const pauses = /* sql */ `
  create table renewal_pause (
    organization_id uuid not null,
    certification_id uuid not null,
    peer_id uuid not null,
    paused_until date not null,
    constraint renewal_pause_pkey primary key (organization_id, certification_id),
    constraint renewal_pause_certification_fkey
      foreign key (organization_id, certification_id, peer_id) references certification (organization_id, id, peer_id)
  );
  call access.enable_tenant_rls('renewal_pause');
  create policy own_read on renewal_pause for select to alongside_app
    using (peer_id = (select access.membership_id()));
  create policy own_add on renewal_pause for insert to alongside_app
    with check (peer_id = (select access.membership_id()) and paused_until <= (select access.today() + 30));
  create policy own_update on renewal_pause for update to alongside_app
    using (peer_id = (select access.membership_id()))
    with check (peer_id = (select access.membership_id()) and paused_until <= (select access.today() + 30));
  create policy definer_access on renewal_pause for select to alongside_definer using (true);
  grant select, insert, update (paused_until) on renewal_pause to alongside_app;
  grant select on renewal_pause to alongside_definer;
`

interface Parts {
  /** The days that are reminded of: the expiry, and the day on which the board wants the renewal. */
  readonly days: string
  readonly unsent: string
  readonly unpaused: string
}

const EXPIRY = `case when j.assessed_version = j.facts_version then j.expires_on else c.expires_on end`

const BEFORE: Parts = {
  days: `(values ('CERTIFICATION_EXPIRES', 'certification', ${EXPIRY})) d (kind, about, day)`,
  unsent: '',
  unpaused: '',
}

const NOW: Parts = {
  days: `(values ('CERTIFICATION_EXPIRES', 'certification', ${EXPIRY}),
              ('RENEWAL_DUE', 'renewal-due', case when j.assessed_version = j.facts_version
                and j.send_by_on < j.expires_on then j.send_by_on end)) d (kind, about, day)`,
  unsent: `and not exists (
         select from renewal_submission s
          where s.organization_id = c.organization_id and s.certification_id = c.id and s.voided_at is null
            and s.cycle_ends_on = ${EXPIRY} and s.outcome is distinct from 'RETURNED')`,
  unpaused: `and not (m.id = c.peer_id and exists (
         select from renewal_pause p
          where p.organization_id = c.organization_id and p.certification_id = c.id and p.paused_until >= c.today))`,
}

const reminding = ({ days, unsent, unpaused }: Parts): string => /* sql */ `
  create or replace function access.remind_of_expiry(p_now timestamptz, p_days integer[]) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with due as (
      select c.organization_id, c.id, c.peer_id, d.kind, d.about, d.day, (p_now at time zone o.time_zone)::date as today,
             (select min(step) from unnest(p_days) step
               where step >= d.day - (p_now at time zone o.time_zone)::date) as step
        from organization o
        join certification c on c.organization_id = o.id
        left join certification_assessment j on j.organization_id = c.organization_id and j.certification_id = c.id
        join membership m on m.organization_id = c.organization_id and m.id = c.peer_id and m.disabled_at is null
       cross join lateral ${days}
       where access.organization_id() is null and extract(hour from p_now at time zone o.time_zone) >= 8
         and d.day >= (p_now at time zone o.time_zone)::date
         and not access.should_skip_expiry_reminder(c, (p_now at time zone o.time_zone)::date)
         ${unsent}
         and not exists (
           select from board_status_period s
            where s.organization_id = c.organization_id and s.certification_id = c.id and s.voided_at is null
              and s.status in ('INACTIVE', 'REVOKED') and s.starts_on <= (p_now at time zone o.time_zone)::date
              and (s.ends_on is null or s.ends_on >= (p_now at time zone o.time_zone)::date))),
    notified as (
      insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
      select m.organization_id, m.id, c.kind, concat_ws(':', c.about, c.id, c.day, c.step), c.id, p_now
        from due c
        join membership m on m.organization_id = c.organization_id and m.disabled_at is null
         and (m.id = c.peer_id or 'MANAGER' = any (m.roles))
       where c.step is not null ${unpaused}
      on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
      returning id)
    select count(*)::integer from notified
  $$;
`

const digest = /* sql */ `
  -- Once a week, on the organization's Monday or the first day after it on which the program runs.
  create function access.notify_weekly_digest(p_now timestamptz) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with local as (
      select o.id, (p_now at time zone o.time_zone)::date as today
        from organization o
       where access.organization_id() is null and extract(hour from p_now at time zone o.time_zone) >= 8),
    pressing as (
      select l.id, l.today from local l
       where exists (
         select from certification_assessment j
           join certification_status s on s.organization_id = j.organization_id and s.certification_id = j.certification_id
           join certification c on c.organization_id = j.organization_id and c.id = j.certification_id
          where j.organization_id = l.id and not access.should_skip_expiry_reminder(c, l.today)
            and (s.status in ('AT_RISK', 'LAPSED', 'GRACE') or j.expires_on between l.today and l.today + 30))),
    notified as (
      insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
      select m.organization_id, m.id, 'RENEWALS_DIGEST', 'renewals-digest:' || to_char(p.today, 'IYYY-IW'), null, p_now
        from pressing p
        join membership m on m.organization_id = p.id and m.disabled_at is null and 'MANAGER' = any (m.roles)
      on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
      returning id)
    select count(*)::integer from notified
  $$;
  alter function access.notify_weekly_digest owner to alongside_definer;
`

/** Reads the kinds that are known so far: another migration may have added some of its own. */
function kinds(wanted: string): string {
  return /* sql */ `
    do $$
    declare
      kinds text[];
    begin
      select array_agg(words[1] order by place) into kinds
        from pg_constraint c,
             regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g') with ordinality k (words, place)
       where c.conname = 'notification_kind_known' and c.conrelid = 'notification'::regclass;
      kinds := ${wanted};
      alter table notification drop constraint notification_kind_known;
      execute format('alter table notification add constraint notification_kind_known check (kind in (%s))',
        (select string_agg(quote_literal(kind), ', ' order by place) from unnest(kinds) with ordinality k (kind, place)));
    end $$;
  `
}
