import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A supervisor confirms the hours of a cycle where the board wants it: asked by the peer, and by nobody else. */
export class SupervisorAttestations1797340000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(attestations)
    await runner.query(kinds(`kinds || ${KINDS}`))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from notification where kind = any (${KINDS})`)
    await runner.query(
      kinds(`array(select kind from unnest(kinds) with ordinality k (kind, place)
        where kind <> all (${KINDS}) order by place)`),
    )
    await runner.query('drop table supervisor_attestation')
  }
}

const KINDS = `array['ATTESTATION_ASKED', 'ATTESTATION_ANSWERED']`

const attestations = /* sql */ `
  create table supervisor_attestation (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    certification_id uuid not null,
    peer_id uuid not null,
    supervisor_id uuid not null,
    cycle_ends_on date not null,
    credential text not null,
    asked_at timestamptz not null,
    withdrawn_at timestamptz,
    outcome text,
    decline_reason text,
    answered_at timestamptz,
    constraint supervisor_attestation_pkey primary key (organization_id, id),
    constraint supervisor_attestation_certification_fkey
      foreign key (organization_id, certification_id, peer_id) references certification (organization_id, id, peer_id),
    constraint supervisor_attestation_organization_id_supervisor_id_fkey
      foreign key (organization_id, supervisor_id) references membership (organization_id, id),
    constraint supervisor_attestation_not_oneself check (supervisor_id <> peer_id),
    constraint supervisor_attestation_credential_length check (char_length(credential) between 1 and 200),
    constraint supervisor_attestation_outcome_known check (outcome in ('ATTESTED', 'DECLINED')),
    constraint supervisor_attestation_answered_on_a_day check ((outcome is null) = (answered_at is null)),
    constraint supervisor_attestation_withdrawn_unanswered check (withdrawn_at is null or outcome is null),
    constraint supervisor_attestation_decline_reason_known check (decline_reason in
      ('NOT_MY_TIME', 'HOURS_DIFFER', 'NOT_QUALIFIED', 'TALK_FIRST')),
    constraint supervisor_attestation_declined_for_a_reason
      check ((decline_reason is not null) = (outcome is not distinct from 'DECLINED'))
  );
  -- One at a time; after a no, somebody else can be asked.
  create unique index supervisor_attestation_one_a_cycle
    on supervisor_attestation (organization_id, certification_id, cycle_ends_on)
    where withdrawn_at is null and outcome is distinct from 'DECLINED';
  create index supervisor_attestation_of_supervisor on supervisor_attestation (organization_id, supervisor_id);
  call access.enable_tenant_rls('supervisor_attestation');
  create policy peer_and_office_read on supervisor_attestation for select to alongside_app using (
    peer_id = (select access.membership_id())
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy asked_supervisor_reads on supervisor_attestation for select to alongside_app using (
    supervisor_id = (select access.membership_id()) and withdrawn_at is null
    and peer_id = any ((select access.peers_of_any_type())::uuid[]));
  create policy peer_asks on supervisor_attestation for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and asked_at = (select access.now())
    and withdrawn_at is null and outcome is null
    and exists (
      select from supervision_relationship r
       where r.organization_id = supervisor_attestation.organization_id
         and r.peer_id = supervisor_attestation.peer_id and r.supervisor_id = supervisor_attestation.supervisor_id
         and r.accepted_at is not null and r.starts_on <= (select access.today())
         and (r.ends_on is null or r.ends_on >= (select access.today()))));
  create policy peer_withdraws on supervisor_attestation for update to alongside_app
    using (peer_id = (select access.membership_id()) and outcome is null)
    with check (peer_id = (select access.membership_id()) and outcome is null);
  create policy asked_supervisor_answers on supervisor_attestation for update to alongside_app
    using (supervisor_id = (select access.membership_id()) and outcome is null and withdrawn_at is null
      and peer_id = any ((select access.peers_of_any_type())::uuid[]))
    with check (supervisor_id = (select access.membership_id()) and withdrawn_at is null
      and answered_at = (select access.now()));
  grant select, insert, update (withdrawn_at, outcome, decline_reason, answered_at)
    on supervisor_attestation to alongside_app;
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
