import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What a peer, a supervisor and a host agency each think belongs to the peer role there. Everybody answers apart; answers
 * are compared among those who have handed theirs in.
 */
export class RoleWorksheets1797200000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [worksheets, comparing, answers, erasing]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger erase_worksheets on erasure;
      drop table role_worksheet_answer;
      drop table role_worksheet;
      drop function access.erase_worksheets, access.compared_worksheets;
    `)
  }
}

/** One for each person and host agency, so that who supervises several peers there answers once. */
const worksheets = /* sql */ `
  create table role_worksheet (
    organization_id uuid not null,
    id uuid not null,
    host_agency_id uuid not null,
    member_id uuid not null,
    side text not null constraint role_worksheet_side_known check (side in ('PEER', 'SUPERVISOR', 'HOST_AGENCY')),
    on_behalf_of text constraint role_worksheet_on_behalf_of_length check (char_length(on_behalf_of) between 1 and 80),
    started_at timestamptz not null,
    handed_in_at timestamptz,
    constraint role_worksheet_pkey primary key (organization_id, id),
    constraint role_worksheet_of_member unique (organization_id, id, member_id),
    constraint role_worksheet_once unique (organization_id, host_agency_id, member_id, side),
    constraint role_worksheet_organization_id_host_agency_id_fkey foreign key (organization_id, host_agency_id)
      references host_agency (organization_id, id),
    constraint role_worksheet_organization_id_member_id_fkey foreign key (organization_id, member_id)
      references membership (organization_id, id),
    constraint role_worksheet_on_behalf_of_agency check (on_behalf_of is null or side = 'HOST_AGENCY')
  );
  create index role_worksheet_organization_id_member_id_idx on role_worksheet (organization_id, member_id);
  call access.enable_tenant_rls('role_worksheet');
  create policy definer_access on role_worksheet to alongside_definer using (true) with check (true);
  grant select, delete on role_worksheet to alongside_definer;
`

/**
 * A manager who answers for an agency compares nothing: the answers of a peer are not a manager's. Rights of supervision
 * are those of this moment.
 */
const comparing = /* sql */ `
  create function access.compared_worksheets() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct o.id), '{}')
      from role_worksheet mine
      join role_worksheet o on o.organization_id = mine.organization_id and o.host_agency_id = mine.host_agency_id
       and o.id <> mine.id and o.handed_in_at is not null
     where mine.organization_id = access.organization_id() and mine.member_id = access.membership_id()
       and mine.handed_in_at is not null and (mine.side <> 'HOST_AGENCY' or access.is_host_agency_staff())
       and (o.side = 'HOST_AGENCY' and mine.side <> 'HOST_AGENCY'
         or o.side = 'PEER' and o.member_id = any (access.peers_of_any_type())
         or o.side = 'SUPERVISOR' and exists (
           select from supervision_relationship r
            where r.organization_id = o.organization_id and r.supervisor_id = o.member_id
              and (mine.side = 'PEER' and r.peer_id = mine.member_id
                or mine.side = 'HOST_AGENCY' and r.peer_id = any (access.peers_of_any_type()))
              and (r.type <> 'SUPPORTIVE' or r.accepted_at is not null)
              and r.starts_on <= access.today() and (r.ends_on is null or r.ends_on >= access.today())))
  $$;
  alter function access.compared_worksheets owner to alongside_definer;

  create policy unlocked_on_shared_device on role_worksheet as restrictive for select to alongside_app
    using ((select access.is_unlocked()));
  create policy owner_reads on role_worksheet for select to alongside_app
    using (member_id = (select access.membership_id()));
  create policy compared_reads on role_worksheet for select to alongside_app
    using (id = any ((select access.compared_worksheets())::uuid[]));
  create policy owner_starts on role_worksheet for insert to alongside_app with check (
    member_id = (select access.membership_id()) and started_at = (select access.now()) and handed_in_at is null
    and case side
      when 'HOST_AGENCY' then (select access.has_role('MANAGER')) or exists (
        select from membership m
         where m.organization_id = role_worksheet.organization_id and m.id = role_worksheet.member_id
           and m.host_agency_id = role_worksheet.host_agency_id)
      else not (select access.is_host_agency_staff()) and exists (
        select from placement p
         where p.organization_id = role_worksheet.organization_id
           and p.host_agency_id = role_worksheet.host_agency_id and p.voided_at is null
           and case role_worksheet.side
             when 'PEER' then p.peer_id = (select access.membership_id())
             else p.peer_id = any ((select access.peers_of_any_type())::uuid[]) end) end);
  create policy owner_hands_in on role_worksheet for update to alongside_app
    using (member_id = (select access.membership_id()))
    with check (member_id = (select access.membership_id()) and handed_in_at = (select access.now()));
  grant select, insert, update (on_behalf_of, handed_in_at) on role_worksheet to alongside_app;
`

/** Null is a question that was left open. */
const answers = /* sql */ `
  create table role_worksheet_answer (
    organization_id uuid not null,
    worksheet_id uuid not null,
    activity text not null
      constraint role_worksheet_answer_activity_form check (activity ~ '^([A-Z_]{3,60}|custom-[0-9a-f-]{36})$'),
    member_id uuid not null,
    is_part_of_role boolean,
    conflicts_with_values boolean,
    is_better_suited boolean,
    better_suited text
      constraint role_worksheet_answer_better_suited_length check (char_length(better_suited) between 1 and 80),
    answered_at timestamptz not null,
    constraint role_worksheet_answer_pkey primary key (organization_id, worksheet_id, activity),
    constraint role_worksheet_answer_of_member foreign key (organization_id, worksheet_id, member_id)
      references role_worksheet (organization_id, id, member_id) on delete cascade,
    constraint role_worksheet_answer_better_suited_if_so check (better_suited is null or is_better_suited)
  );
  call access.enable_tenant_rls('role_worksheet_answer');
  create policy unlocked_on_shared_device on role_worksheet_answer as restrictive for select to alongside_app
    using ((select access.is_unlocked()));
  create policy owner_reads on role_worksheet_answer for select to alongside_app
    using (member_id = (select access.membership_id()));
  create policy compared_reads on role_worksheet_answer for select to alongside_app
    using (worksheet_id = any ((select access.compared_worksheets())::uuid[]));
  create policy owner_answers on role_worksheet_answer for insert to alongside_app
    with check (member_id = (select access.membership_id()) and answered_at = (select access.now()));
  create policy owner_changes on role_worksheet_answer for update to alongside_app
    using (member_id = (select access.membership_id()))
    with check (member_id = (select access.membership_id()) and answered_at = (select access.now()));
  grant select, insert,
      update (is_part_of_role, conflicts_with_values, is_better_suited, better_suited, answered_at)
    on role_worksheet_answer to alongside_app;
`

/** The answers go with the rest that is a peer's alone; what was agreed on stays. */
const erasing = /* sql */ `
  create function access.erase_worksheets() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    delete from role_worksheet w where w.organization_id = new.organization_id and w.member_id = new.member_id;
    return null;
  end $$;
  alter function access.erase_worksheets owner to alongside_definer;
  create trigger erase_worksheets after insert on erasure for each row execute function access.erase_worksheets();
`
