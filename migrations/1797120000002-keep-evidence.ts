import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Photos and PDF files of course certificates, in pieces. The holder always reads their own; a manager or an auditor
 * only in a transaction that has written down the look, so that no look is without a trace.
 */
export class KeepEvidence1797120000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [files, looks, chunks, links, erasing]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.erase_unattached_evidence;
      drop table course_evidence, evidence_chunk, evidence_look, evidence_file;
      drop function access.erase_removed_evidence;
    `)
  }
}

const PEER_AND_OFFICE = `peer_id = (select access.membership_id())
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR'))`
const AS_HOLDER = `(select access.has_role('PEER')) and peer_id = (select access.membership_id())`

const files = /* sql */ `
  create table evidence_file (
    organization_id uuid not null,
    id uuid not null,
    peer_id uuid not null,
    media_type text not null constraint evidence_file_media_type_known
      check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
    size_bytes integer not null constraint evidence_file_size_range check (size_bytes between 1 and 8388608),
    sha256 bytea not null constraint evidence_file_sha256_length check (octet_length(sha256) = 32),
    width integer,
    height integer,
    uploaded_at timestamptz not null,
    removed_by uuid,
    removed_at timestamptz,
    constraint evidence_file_pkey primary key (organization_id, id),
    constraint evidence_file_of_peer unique (organization_id, id, peer_id),
    constraint evidence_file_organization_id_peer_id_fkey foreign key (organization_id, peer_id)
      references membership (organization_id, id),
    constraint evidence_file_organization_id_removed_by_fkey foreign key (organization_id, removed_by)
      references membership (organization_id, id),
    constraint evidence_file_removed_by_somebody check ((removed_by is null) = (removed_at is null))
  );
  create unique index evidence_file_once on evidence_file (organization_id, peer_id, sha256) where removed_at is null;
  call access.enable_tenant_rls('evidence_file');
  create policy peer_and_office_read on evidence_file for select to alongside_app using (${PEER_AND_OFFICE});
  create policy holder_adds on evidence_file for insert to alongside_app with check (${AS_HOLDER} and removed_at is null);
  create policy holder_or_manager_removes on evidence_file for update to alongside_app
    using (removed_at is null and (peer_id = (select access.membership_id()) or (select access.has_role('MANAGER'))))
    with check (removed_by = (select access.membership_id()));
  create policy definer_access on evidence_file to alongside_definer using (true) with check (true);
  grant select, insert, update (removed_by, removed_at) on evidence_file to alongside_app;
  grant select, delete on evidence_file to alongside_definer;
  create trigger audit_change after insert or update or delete on evidence_file for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id', 'media_type,size_bytes,removed_at');
`

const looks = /* sql */ `
  create table evidence_look (
    organization_id uuid not null,
    id uuid not null default gen_random_uuid(),
    file_id uuid not null,
    peer_id uuid not null,
    viewer_id uuid not null,
    looked_at timestamptz not null,
    -- What was looked at is read in the same transaction, and in no other.
    in_transaction bigint not null default txid_current(),
    constraint evidence_look_pkey primary key (organization_id, id),
    constraint evidence_look_file_fkey foreign key (organization_id, file_id, peer_id)
      references evidence_file (organization_id, id, peer_id),
    constraint evidence_look_organization_id_viewer_id_fkey foreign key (organization_id, viewer_id)
      references membership (organization_id, id),
    constraint evidence_look_by_another check (viewer_id <> peer_id)
  );
  create index evidence_look_organization_id_file_id_idx on evidence_look (organization_id, file_id);
  create index evidence_look_organization_id_peer_id_idx on evidence_look (organization_id, peer_id);
  call access.enable_tenant_rls('evidence_look');
  create policy holder_and_viewer_read on evidence_look for select to alongside_app using (
    peer_id = (select access.membership_id()) or viewer_id = (select access.membership_id()));
  create policy office_looks on evidence_look for insert to alongside_app with check (
    viewer_id = (select access.membership_id()) and looked_at = (select access.now())
    and in_transaction = txid_current() and ((select access.has_role('MANAGER')) or (select access.has_role('AUDITOR'))));
  grant select, insert on evidence_look to alongside_app;
  create trigger audit_change after insert or update or delete on evidence_look for each row
    execute function access.audit_change('CERTIFICATION', 'peer_id', 'file_id');
`

const chunks = /* sql */ `
  create table evidence_chunk (
    organization_id uuid not null,
    file_id uuid not null,
    place integer not null constraint evidence_chunk_place_range check (place between 0 and 31),
    peer_id uuid not null,
    data bytea not null constraint evidence_chunk_data_length check (octet_length(data) between 1 and 262144),
    constraint evidence_chunk_pkey primary key (organization_id, file_id, place),
    constraint evidence_chunk_file_fkey foreign key (organization_id, file_id, peer_id)
      references evidence_file (organization_id, id, peer_id)
  );
  -- Photos and PDF files are packed already.
  alter table evidence_chunk alter column data set storage external;
  create index evidence_chunk_organization_id_peer_id_idx on evidence_chunk (organization_id, peer_id);
  call access.enable_tenant_rls('evidence_chunk');
  -- No look without a trace: others than the holder read in the transaction that wrote down the look.
  create policy holder_or_traced_look_reads on evidence_chunk for select to alongside_app using (
    peer_id = (select access.membership_id())
    or ((select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')))
       and file_id = any (array(select l.file_id from evidence_look l
                                 where l.organization_id = (select access.organization_id())
                                   and l.viewer_id = (select access.membership_id())
                                   and l.looked_at = (select access.now())
                                   and l.in_transaction = txid_current())));
  create policy holder_adds on evidence_chunk for insert to alongside_app with check (${AS_HOLDER});
  create policy definer_access on evidence_chunk to alongside_definer using (true) with check (true);
  grant select, insert on evidence_chunk to alongside_app;
  grant select, delete on evidence_chunk to alongside_definer;
`

const links = /* sql */ `
  -- Of a course and its versions: the id is that of the first one.
  create table course_evidence (
    organization_id uuid not null,
    course_id uuid not null,
    file_id uuid not null,
    peer_id uuid not null,
    attached_at timestamptz not null,
    constraint course_evidence_pkey primary key (organization_id, course_id, file_id),
    constraint course_evidence_credit_fkey foreign key (organization_id, course_id, peer_id)
      references ce_credit (organization_id, activity_id, peer_id),
    constraint course_evidence_file_fkey foreign key (organization_id, file_id, peer_id)
      references evidence_file (organization_id, id, peer_id)
  );
  create index course_evidence_organization_id_file_id_idx on course_evidence (organization_id, file_id);
  create index course_evidence_organization_id_peer_id_idx on course_evidence (organization_id, peer_id);
  call access.enable_tenant_rls('course_evidence');
  create policy peer_and_office_read on course_evidence for select to alongside_app using (${PEER_AND_OFFICE});
  create policy holder_adds on course_evidence for insert to alongside_app with check (${AS_HOLDER});
  create policy definer_access on course_evidence for select to alongside_definer using (true);
  grant select, insert on course_evidence to alongside_app;
  grant select on course_evidence to alongside_definer;
`

const erasing = /* sql */ `
  -- A file that was removed keeps its row, as a fact, and nothing of its content.
  create function access.erase_removed_evidence() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    delete from evidence_chunk c where c.organization_id = new.organization_id and c.file_id = new.id;
    return null;
  end $$;
  alter function access.erase_removed_evidence owner to alongside_definer;
  create trigger erase_removed_evidence after update of removed_at on evidence_file for each row
    when (new.removed_at is not null) execute function access.erase_removed_evidence();

  -- Files that were uploaded and never went to a course are deleted after a day, unless somebody looked at them.
  create function access.erase_unattached_evidence(p_now timestamptz) returns integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    erased integer := 0;
    one record;
  begin
    for one in
      select f.organization_id, f.id from evidence_file f
       where f.uploaded_at < p_now - interval '1 day' and f.removed_at is null
         and not exists (select from course_evidence e
                          where e.organization_id = f.organization_id and e.file_id = f.id)
    loop
      begin
        delete from evidence_chunk c where c.organization_id = one.organization_id and c.file_id = one.id;
        delete from evidence_file f where f.organization_id = one.organization_id and f.id = one.id;
        erased := erased + 1;
      exception when foreign_key_violation then
        null;
      end;
    end loop;
    return erased;
  end $$;
  alter function access.erase_unattached_evidence owner to alongside_definer;
`
