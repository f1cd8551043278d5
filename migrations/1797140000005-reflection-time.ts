import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Paid time for reflection: one figure for a week, with no content and no link to a check-in; and the reminder that people
 * set for themselves.
 */
export class ReflectionTime1797140000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [times, reminders, reminding]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.remind_of_check_ins;
      drop table check_in_reminder;
      drop table reflection_time;
    `)
  }
}

const times = /* sql */ `
  create table reflection_time (
    organization_id uuid not null,
    owner_id uuid not null,
    week_start date not null
      constraint reflection_time_week_starts_on_monday check (extract(isodow from week_start) = 1),
    minutes integer not null constraint reflection_time_minutes_range check (minutes between 0 and 600),
    saved_at timestamptz not null,
    constraint reflection_time_pkey primary key (organization_id, owner_id, week_start),
    constraint reflection_time_organization_id_owner_id_fkey
      foreign key (organization_id, owner_id) references membership (organization_id, id)
  );
  call access.enable_tenant_rls('reflection_time');
  create policy unlocked_on_shared_device on reflection_time as restrictive for select to alongside_app
    using ((select access.is_unlocked()));
  create policy owner_manages on reflection_time to alongside_app
    using (owner_id = (select access.membership_id()))
    with check (owner_id = (select access.membership_id()) and week_start <= (select access.today()));
  create policy definer_finds on reflection_time for select to alongside_definer using (true);
  create policy definer_erases on reflection_time for delete to alongside_definer using (true);
  grant select, insert, update (minutes, saved_at) on reflection_time to alongside_app;
  grant select (organization_id, owner_id), delete on reflection_time to alongside_definer;
`

const reminders = /* sql */ `
  create table check_in_reminder (
    organization_id uuid not null,
    owner_id uuid not null,
    is_on boolean not null,
    weekday smallint not null constraint check_in_reminder_weekday_range check (weekday between 1 and 7),
    hour smallint not null constraint check_in_reminder_hour_range check (hour between 0 and 23),
    saved_at timestamptz not null,
    constraint check_in_reminder_pkey primary key (organization_id, owner_id),
    constraint check_in_reminder_organization_id_owner_id_fkey
      foreign key (organization_id, owner_id) references membership (organization_id, id)
  );
  call access.enable_tenant_rls('check_in_reminder');
  create policy unlocked_on_shared_device on check_in_reminder as restrictive for select to alongside_app
    using ((select access.is_unlocked()));
  create policy owner_manages on check_in_reminder to alongside_app
    using (owner_id = (select access.membership_id())) with check (owner_id = (select access.membership_id()));
  create policy definer_finds on check_in_reminder for select to alongside_definer using (true);
  create policy definer_erases on check_in_reminder for delete to alongside_definer using (true);
  grant select, insert, update (is_on, weekday, hour, saved_at) on check_in_reminder to alongside_app;
  grant select, delete on check_in_reminder to alongside_definer;
`

/**
 * Reminds in the hour that was chosen, whether this week has a check-in or not: a reminder that stays away would tell
 * whoever sees the mailbox that there is one. A job that was late reminds the same day.
 */
const reminding = /* sql */ `
  create function access.remind_of_check_ins(p_now timestamptz) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with told as (
      insert into notification (organization_id, recipient_id, kind, key, created_at)
      select r.organization_id, r.owner_id, 'CHECK_IN_REMINDER',
             'check-in-reminder:' || (p_now at time zone o.time_zone)::date, p_now
        from check_in_reminder r
        join organization o on o.id = r.organization_id
        join membership m on m.organization_id = r.organization_id and m.id = r.owner_id
       where access.organization_id() is null and r.is_on and m.disabled_at is null
         and extract(isodow from p_now at time zone o.time_zone) = r.weekday
         and extract(hour from p_now at time zone o.time_zone) >= r.hour
         and r.saved_at < ((p_now at time zone o.time_zone)::date + make_interval(hours => r.hour)) at time zone o.time_zone
         and not exists (select from employment e
                          where e.organization_id = r.organization_id and e.member_id = r.owner_id
                            and e.leaves_on < (p_now at time zone o.time_zone)::date
                            and (e.returns_on is null or e.returns_on > (p_now at time zone o.time_zone)::date))
      on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
      returning 1)
    select count(*)::integer from told
  $$;
  alter function access.remind_of_check_ins owner to alongside_definer;
`
