import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Limits that slow and never lock: only failed tries stay counted, and a device that has signed in before is told from
 * a stranger's. Whoever gives the password once more gets a new token.
 */
export class AttemptsAndDevices1796040000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [devices, attempts, confirmation]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(/* sql */ `
      drop function access.confirm_session, access.discount_attempts, access.remember_device, access.is_known_device;
      drop table known_device;
    `)
    await runner.query(confirmationBefore)
    await runner.query('revoke create on schema access from alongside_definer')
  }
}

const devices = /* sql */ `
  create table known_device (
    token_hash bytea not null,
    account_id uuid not null,
    last_used_at timestamptz not null,
    constraint known_device_pkey primary key (token_hash, account_id),
    constraint known_device_account_id_fkey foreign key (account_id) references account (id)
  );
  create index known_device_account_id_idx on known_device (account_id);
  alter table known_device enable row level security;
  alter table known_device force row level security;
  create policy definer_access on known_device to alongside_definer using (true) with check (true);
  grant select, insert, update, delete on known_device to alongside_definer;

  create function access.is_known_device(p_email text, p_token_hash bytea, p_now timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (
      select from known_device d join account a on a.id = d.account_id
       where d.token_hash = p_token_hash and a.email = p_email and d.last_used_at > p_now - interval '400 days')
  $$;
  alter function access.is_known_device owner to alongside_definer;

  -- Devices that have not been used for as long as browsers keep a cookie are forgotten on the way.
  create function access.remember_device(p_account_id uuid, p_token_hash bytea, p_now timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    delete from known_device where account_id = p_account_id and last_used_at <= p_now - interval '400 days';
    insert into known_device (token_hash, account_id, last_used_at)
    select p_token_hash, a.id, p_now from account a where a.id = p_account_id
    on conflict on constraint known_device_pkey do update set last_used_at = excluded.last_used_at;
  $$;
  alter function access.remember_device owner to alongside_definer;
`

const attempts = /* sql */ `
  -- Takes back one counted attempt in each of these buckets: it did not fail.
  create function access.discount_attempts(p_buckets text[], p_at timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    delete from sign_in_attempt taken
     using unnest(p_buckets) counted (bucket),
           lateral (select a.at, a.id from sign_in_attempt a where a.bucket = counted.bucket and a.at = p_at
                     order by a.id limit 1 for update skip locked) one
     where taken.bucket = counted.bucket and taken.at = one.at and taken.id = one.id
  $$;
  alter function access.discount_attempts owner to alongside_definer;
`

const confirmation = /* sql */ `
  drop function access.confirm_session(bytea, timestamptz);
  -- The token from before opens nothing any more: whoever copied it has not shown the password.
  create function access.confirm_session(p_token_hash bytea, p_new_token_hash bytea, p_now timestamptz)
  returns table (expires_at timestamptz)
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update sign_in_session s set confirmed_at = p_now, last_seen_at = p_now, token_hash = p_new_token_hash
     where s.token_hash = p_token_hash and s.ended_at is null
    returning s.expires_at
  $$;
  alter function access.confirm_session owner to alongside_definer;
`

const confirmationBefore = /* sql */ `
  create function access.confirm_session(p_token_hash bytea, p_now timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update sign_in_session set confirmed_at = p_now, last_seen_at = p_now
     where token_hash = p_token_hash and ended_at is null
  $$;
  alter function access.confirm_session owner to alongside_definer;
`
