import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Whoever an agreement names can answer "not like this" in a line; the office then records the next version of it. */
export class AnswersToAgreements1797100000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(objections)
    await runner.query(telling)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table supervision_agreement_objection; drop function access.tell_of_objection')
  }
}

const objections = /* sql */ `
  create table supervision_agreement_objection (
    organization_id uuid not null,
    agreement_id uuid not null,
    member_id uuid not null,
    peer_id uuid not null,
    type text constraint supervision_agreement_objection_type_known
      check (type in ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE')),
    line text not null constraint supervision_agreement_objection_line_length check (char_length(line) between 1 and 300),
    made_at timestamptz not null,
    constraint supervision_agreement_objection_pkey primary key (organization_id, agreement_id, member_id),
    constraint supervision_agreement_objection_agreement_fkey
      foreign key (organization_id, agreement_id) references supervision_agreement (organization_id, id),
    constraint supervision_agreement_objection_organization_id_member_id_fkey
      foreign key (organization_id, member_id) references membership (organization_id, id),
    constraint supervision_agreement_objection_organization_id_peer_id_fkey
      foreign key (organization_id, peer_id) references membership (organization_id, id)
  );
  create index supervision_agreement_objection_organization_id_member_id_idx
    on supervision_agreement_objection (organization_id, member_id);
  create index supervision_agreement_objection_organization_id_peer_id_idx
    on supervision_agreement_objection (organization_id, peer_id);
  call access.enable_tenant_rls('supervision_agreement_objection');
  -- A host agency's staff read what is said about the type that they give, as they do of its terms.
  create policy those_concerned_read on supervision_agreement_objection for select to alongside_app using (
    peer_id = (select access.membership_id()) or member_id = (select access.membership_id())
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR'))
    or peer_id = any ((select access.peers_of_any_type())::uuid[])
       and (not (select access.is_host_agency_staff()) or type is not null and peer_id = any (access.peers_of(type))));
  create policy those_named_object on supervision_agreement_objection for insert to alongside_app with check (
    member_id = (select access.membership_id()) and made_at = (select access.now())
    and exists (
      select from supervision_agreement g
       where g.organization_id = supervision_agreement_objection.organization_id and g.id = agreement_id
         and g.peer_id = supervision_agreement_objection.peer_id and g.ends_on is null)
    and (type is null or exists (
      select from supervision_agreement_term t
       where t.organization_id = supervision_agreement_objection.organization_id
         and t.agreement_id = supervision_agreement_objection.agreement_id
         and t.type = supervision_agreement_objection.type))
    and (peer_id = (select access.membership_id()) or exists (
      select from supervision_agreement_term t
       where t.organization_id = supervision_agreement_objection.organization_id
         and t.agreement_id = supervision_agreement_objection.agreement_id
         and t.supervisor_id = (select access.membership_id()))));
  grant select, insert on supervision_agreement_objection to alongside_app;
  create trigger audit_change after insert or update or delete on supervision_agreement_objection for each row
    execute function access.audit_change('AGREEMENT', 'peer_id', 'member_id,type');
`

/** Here, since a host agency's staff cannot see who the managers are. */
const telling = /* sql */ `
  -- The office, the peer, and who gives a term of it now, as far as they may read what was said.
  create function access.tell_of_objection() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform access.notify(m.id, 'AGREEMENT_DECLINED', 'agreement-declined:' || new.agreement_id || ':' || new.member_id,
                          new.peer_id)
       from membership m
      where m.organization_id = new.organization_id and m.id <> new.member_id
        and ('MANAGER' = any (m.roles) or m.id = new.peer_id or exists (
          select from supervision_agreement_term t
            join supervision_relationship r on r.organization_id = t.organization_id and r.type = t.type
             and r.supervisor_id = t.supervisor_id and r.peer_id = new.peer_id
           where t.organization_id = new.organization_id and t.agreement_id = new.agreement_id
             and t.supervisor_id = m.id and r.accepted_at is not null and r.starts_on <= access.today()
             and (r.ends_on is null or r.ends_on >= access.today())
             and (m.host_agency_id is null or new.type = t.type)));
    return null;
  end $$;
  alter function access.tell_of_objection owner to alongside_definer;
  create trigger tell_of_objection after insert on supervision_agreement_objection for each row
    execute function access.tell_of_objection();
`
