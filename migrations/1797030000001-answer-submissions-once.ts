import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What was sent under a key, for every mutation that adds something: the same key again adds nothing, and finds the record
 * that there is. The hash covers what was written, so only its sender reads it.
 */
export class AnswerSubmissionsOnce1797030000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [submissions, tokens]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.renew_own_token;
      drop function access.erase_old_submissions;
      drop table submission;
    `)
  }
}

const submissions = /* sql */ `
  create table submission (
    organization_id uuid not null,
    member_id uuid not null,
    mutation text not null constraint submission_mutation_length check (length(mutation) between 1 and 80),
    idempotency_key uuid not null,
    record_id uuid not null,
    body_hash bytea not null constraint submission_body_hash_length check (octet_length(body_hash) = 32),
    sent_at timestamptz not null,
    constraint submission_pkey primary key (organization_id, member_id, mutation, idempotency_key),
    constraint submission_organization_id_member_id_fkey
      foreign key (organization_id, member_id) references membership (organization_id, id)
  );
  create index submission_sent_at_idx on submission (sent_at);
  call access.enable_tenant_rls('submission');
  create policy sender_reads on submission for select to alongside_app
    using (member_id = (select access.membership_id()));
  create policy sender_adds on submission for insert to alongside_app
    with check (member_id = (select access.membership_id()));
  create policy definer_erases on submission to alongside_definer using (true);
  grant select, insert on submission to alongside_app;
  grant select, delete on submission to alongside_definer;

  -- Nobody sends the same again after so many days; what was recorded stays.
  create function access.erase_old_submissions(p_now timestamptz, p_days integer) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with erased as (
      delete from submission s
       where access.organization_id() is null and s.sent_at < p_now - make_interval(days => p_days)
      returning 1)
    select count(*)::integer from erased
  $$;
  alter function access.erase_old_submissions owner to alongside_definer;
`

const tokens = /* sql */ `
  -- The secret of a token whose first answer was lost: only its maker's, and only while nobody has used it.
  create function access.renew_own_token(p_id uuid, p_token_hash bytea) returns integer
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with renewed as (
      update api_token t set token_hash = p_token_hash
       where t.organization_id = access.organization_id() and t.id = p_id and t.made_by = access.membership_id()
         and t.revoked_at is null and t.last_used_at is null
      returning 1)
    select count(*)::integer from renewed
  $$;
  alter function access.renew_own_token owner to alongside_definer;
`
