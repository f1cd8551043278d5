import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A person's own self-care plan, line by line; nobody else reads a line unless it is shared with them. */
export class SelfCarePlans1797140000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table self_care_plan_line')
  }
}

/** After a password reset by somebody else, lines of before stay closed like check-ins. */
const table = /* sql */ `
  create table self_care_plan_line (
    organization_id uuid not null,
    id uuid not null,
    owner_id uuid not null,
    part text not null constraint self_care_plan_line_part_known
      check (part in ('KEEPS_ME_WELL', 'EARLY_SIGN', 'HELPS', 'WHOM_I_CALL')),
    text text not null constraint self_care_plan_line_text_length check (char_length(text) between 1 and 200),
    phone text constraint self_care_plan_line_phone_length check (char_length(phone) between 1 and 40),
    added_at timestamptz not null,
    saved_at timestamptz not null,
    constraint self_care_plan_line_pkey primary key (organization_id, id),
    constraint self_care_plan_line_organization_id_id_owner_id_key unique (organization_id, id, owner_id),
    constraint self_care_plan_line_organization_id_owner_id_fkey
      foreign key (organization_id, owner_id) references membership (organization_id, id),
    constraint self_care_plan_line_phone_of_a_person check (phone is null or part = 'WHOM_I_CALL')
  );
  create index self_care_plan_line_organization_id_owner_id_idx on self_care_plan_line (organization_id, owner_id);
  call access.enable_tenant_rls('self_care_plan_line');
  create policy unlocked_on_shared_device on self_care_plan_line as restrictive for select to alongside_app
    using ((select access.is_unlocked()));
  create policy locked_until_opened on self_care_plan_line as restrictive for select to alongside_app
    using ((select access.check_ins_locked_before()) is null or saved_at > (select access.check_ins_locked_before()));
  create policy owner_manages on self_care_plan_line to alongside_app
    using (owner_id = (select access.membership_id()))
    with check (owner_id = (select access.membership_id()) and saved_at = (select access.now()));
  create policy definer_finds on self_care_plan_line for select to alongside_definer using (true);
  create policy definer_erases on self_care_plan_line for delete to alongside_definer using (true);
  grant select, insert, update (text, phone, saved_at) on self_care_plan_line to alongside_app;
  grant select, delete on self_care_plan_line to alongside_definer;
`
