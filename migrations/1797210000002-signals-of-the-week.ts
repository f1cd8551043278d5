import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Signals about the week, looked for once a week as the peer concerned. The function chooses whom it enters: whoever
 * calls it names nobody, and a person who was looked at within the week is not entered again.
 */
export class SignalsOfTheWeek1797210000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [known, check]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.enter_due_signal_check;
      drop table drift_signal_check;
      alter table drift_flag drop constraint drift_flag_signal_known;
      alter table drift_flag add constraint drift_flag_signal_known
        check (signal in ('CASELOAD_ABOVE_RANGE', 'SUPERVISED_ADMINISTRATIVELY_ONLY'));
    `)
  }
}

const known = /* sql */ `
  alter table drift_flag drop constraint drift_flag_signal_known;
  alter table drift_flag add constraint drift_flag_signal_known check (signal in (
    'CASELOAD_ABOVE_RANGE', 'SUPERVISED_ADMINISTRATIVELY_ONLY', 'OUT_OF_ROLE', 'AGAINST_VALUES',
    'CLINICAL_SUBSTITUTION', 'SURVEILLANCE', 'ERRANDS', 'FALLING_LIVED_EXPERIENCE', 'NO_OTHER_PEERS'));
`

const check = /* sql */ `
  create table drift_signal_check (
    organization_id uuid not null,
    peer_id uuid not null,
    checked_at timestamptz not null,
    constraint drift_signal_check_pkey primary key (organization_id, peer_id),
    constraint drift_signal_check_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id)
  );
  call access.enable_tenant_rls('drift_signal_check');
  create policy definer_access on drift_signal_check to alongside_definer using (true) with check (true);
  grant select, insert, update (checked_at) on drift_signal_check to alongside_definer;

  create function access.enter_due_signal_check(p_now timestamptz)
  returns table (account_id uuid, organization_id uuid, membership_id uuid, roles text[], host_agency_staff boolean,
                 display_name text, organization_name text, time_zone text, today date, now timestamptz,
                 password_confirmed boolean, password_confirmed_at timestamptz, api_token_id uuid,
                 is_shared_device boolean)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    due record;
  begin
    -- Not within what a request has entered: nobody becomes somebody else.
    if access.organization_id() is not null then
      return;
    end if;
    select m.organization_id as organization, m.id as member, m.account_id as account, m.display_name as name,
           o.name as org_name, o.time_zone as zone, (p_now at time zone o.time_zone)::date as day
      into due
      from membership m
      join organization o on o.id = m.organization_id
      left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
      left join drift_signal_check c on c.organization_id = m.organization_id and c.peer_id = m.id
     where 'PEER' = any (m.roles) and m.disabled_at is null and m.account_id is not null
       and (c.checked_at is null or c.checked_at <= p_now - interval '168 hours')
       and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date
            or e.returns_on <= (p_now at time zone o.time_zone)::date)
     order by c.checked_at nulls first, m.id
     limit 1
       for update of m skip locked;
    if not found then
      return;
    end if;
    insert into drift_signal_check as c (organization_id, peer_id, checked_at)
    values (due.organization, due.member, p_now)
    on conflict on constraint drift_signal_check_pkey do update set checked_at = excluded.checked_at;
    perform set_config('app.account_id', due.account::text, true),
            set_config('app.organization_id', due.organization::text, true),
            set_config('app.membership_id', due.member::text, true),
            -- As a peer and nothing else, whatever other roles that person has.
            set_config('app.roles', '{PEER}', true),
            set_config('app.host_agency_staff', 'false', true),
            set_config('app.now', p_now::text, true),
            set_config('app.today', due.day::text, true),
            set_config('app.password_confirmed', 'false', true),
            set_config('app.is_shared_device', 'false', true),
            set_config('app.administrative_peers', '{}', true),
            set_config('app.educational_peers', '{}', true),
            set_config('app.supportive_peers', '{}', true);
    return query select due.account::uuid, due.organization::uuid, due.member::uuid, array['PEER'], false,
                        due.name::text, due.org_name::text, due.zone::text, due.day::date, p_now, false,
                        null::timestamptz, null::uuid, false;
  end $$;
  alter function access.enter_due_signal_check owner to alongside_definer;
`
