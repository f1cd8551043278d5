import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What happens between the last hour and the next certificate: attested, sent in, waited for, decided; or why it lapsed. */
export class RenewalPath1797130000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of [submissions, attestations, causes]) await runner.query(step)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lapse_cause, renewal_attestation, renewal_submission')
    await runner.query('drop function access.keep_renewal_decision')
  }
}

const PEER_AND_OFFICE = `peer_id = (select access.membership_id())
  or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR'))`

const submissions = /* sql */ `
  create table renewal_submission (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    certification_id uuid not null,
    peer_id uuid not null,
    cycle_ends_on date not null,
    opened_on date,
    submitted_on date not null,
    receipt_number text,
    fee_usd integer,
    outcome text,
    decided_on date,
    return_reason text,
    decided_by uuid,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    voided_by uuid,
    voided_at timestamptz,
    constraint renewal_submission_pkey primary key (organization_id, id),
    constraint renewal_submission_certification_fkey
      foreign key (organization_id, certification_id, peer_id) references certification (organization_id, id, peer_id),
    constraint renewal_submission_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id),
    constraint renewal_submission_organization_id_decided_by_fkey
      foreign key (organization_id, decided_by) references membership (organization_id, id),
    constraint renewal_submission_organization_id_voided_by_fkey
      foreign key (organization_id, voided_by) references membership (organization_id, id),
    constraint renewal_submission_after_opening check (submitted_on >= opened_on),
    constraint renewal_submission_receipt_length check (char_length(receipt_number) between 1 and 60),
    constraint renewal_submission_fee_range check (fee_usd between 0 and 10000),
    constraint renewal_submission_outcome_known check (outcome in ('APPROVED', 'RETURNED')),
    constraint renewal_submission_decided_by_somebody
      check (num_nulls(outcome, decided_on, decided_by) in (0, 3)),
    constraint renewal_submission_decided_after check (decided_on >= submitted_on),
    constraint renewal_submission_return_reason_known check (return_reason in
      ('HOURS_SHORT', 'PROOF_MISSING', 'FORM_INCOMPLETE', 'FEE_UNPAID', 'TOO_LATE', 'OTHER')),
    constraint renewal_submission_returned_for_a_reason
      check ((return_reason is not null) = (outcome is not distinct from 'RETURNED')),
    constraint renewal_submission_voided_by_somebody check ((voided_by is null) = (voided_at is null))
  );
  -- One renewal a cycle; what the board sent back can be sent again.
  create unique index renewal_submission_one_a_cycle
    on renewal_submission (organization_id, certification_id, cycle_ends_on)
    where voided_at is null and outcome is distinct from 'RETURNED';
  create index renewal_submission_of_certification on renewal_submission (organization_id, certification_id);
  call access.enable_tenant_rls('renewal_submission');
  create policy peer_and_office_read on renewal_submission for select to alongside_app using (${PEER_AND_OFFICE});
  create policy peer_and_manager_add on renewal_submission for insert to alongside_app with check (
    recorded_by = (select access.membership_id()) and outcome is null and voided_at is null
    and (peer_id = (select access.membership_id()) or (select access.has_role('MANAGER'))));
  create policy manager_decides on renewal_submission for update to alongside_app
    using ((select access.has_role('MANAGER')))
    with check ((decided_by is null or decided_by = (select access.membership_id()) or voided_at is not null)
      and (voided_by is null or voided_by = (select access.membership_id())));
  create policy definer_access on renewal_submission for select to alongside_definer using (true);
  grant select, insert, update (outcome, decided_on, return_reason, decided_by, voided_by, voided_at)
    on renewal_submission to alongside_app;
  grant select on renewal_submission to alongside_definer;
  create trigger audit_change after insert or delete or update on renewal_submission for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id',
      'certification_id,submitted_on,outcome,decided_on,voided_at');

  -- What a board has decided is not decided otherwise: it is voided, and recorded anew.
  create function access.keep_renewal_decision() returns trigger language plpgsql as $$
  begin
    if old.outcome is not null and (old.outcome, old.decided_on, old.return_reason)
         is distinct from (new.outcome, new.decided_on, new.return_reason) then
      raise check_violation using constraint = 'renewal_submission_decided_once';
    end if;
    return new;
  end $$;
  create trigger keep_renewal_decision before update on renewal_submission for each row
    execute function access.keep_renewal_decision();
`

const attestations = /* sql */ `
  create table renewal_attestation (
    organization_id uuid not null,
    certification_id uuid not null,
    cycle_ends_on date not null,
    peer_id uuid not null,
    attested_at timestamptz not null,
    constraint renewal_attestation_pkey primary key (organization_id, certification_id, cycle_ends_on),
    constraint renewal_attestation_certification_fkey
      foreign key (organization_id, certification_id, peer_id) references certification (organization_id, id, peer_id)
  );
  call access.enable_tenant_rls('renewal_attestation');
  create policy peer_and_office_read on renewal_attestation for select to alongside_app using (${PEER_AND_OFFICE});
  create policy peer_attests on renewal_attestation for insert to alongside_app
    with check (peer_id = (select access.membership_id()));
  grant select, insert on renewal_attestation to alongside_app;
`

const causes = /* sql */ `
  create table lapse_cause (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    certification_id uuid not null,
    peer_id uuid not null,
    expired_on date not null,
    cause text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint lapse_cause_pkey primary key (organization_id, id),
    constraint lapse_cause_certification_fkey
      foreign key (organization_id, certification_id, peer_id) references certification (organization_id, id, peer_id),
    constraint lapse_cause_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id),
    constraint lapse_cause_known check (cause in ('HOURS_SHORT', 'PROOF_MISSING', 'SUBMITTED_LATE', 'FEE_UNPAID',
      'NOT_REMINDED', 'ON_LEAVE', 'BOARD_DELAY', 'CHOSE_NOT_TO_RENEW', 'OTHER'))
  );
  create index lapse_cause_of_certification on lapse_cause (organization_id, certification_id);
  call access.enable_tenant_rls('lapse_cause');
  create policy peer_and_office_read on lapse_cause for select to alongside_app using (${PEER_AND_OFFICE});
  create policy manager_adds on lapse_cause for insert to alongside_app
    with check ((select access.has_role('MANAGER')) and recorded_by = (select access.membership_id()));
  grant select, insert on lapse_cause to alongside_app;
  create trigger audit_change after insert or delete or update on lapse_cause for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id', 'certification_id,expired_on,cause');
`
