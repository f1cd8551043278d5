import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A manager reminds peers of a renewal by hand: once a day at most for each certification, and it stays to be seen. */
export class RemindersByHand1797130000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table)
    await runner.query(kinds(`kinds || ${KINDS}`))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from notification where kind = any (${KINDS})`)
    await runner.query(
      kinds(`array(select kind from unnest(kinds) with ordinality k (kind, place)
        where kind <> all (${KINDS}) order by place)`),
    )
    await runner.query('drop table renewal_reminder')
  }
}

const KINDS = `array['CERTIFICATION_REMINDER']`

const table = /* sql */ `
  create table renewal_reminder (
    organization_id uuid not null,
    certification_id uuid not null,
    reminded_on date not null,
    peer_id uuid not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint renewal_reminder_pkey primary key (organization_id, certification_id, reminded_on),
    constraint renewal_reminder_certification_fkey
      foreign key (organization_id, certification_id, peer_id) references certification (organization_id, id, peer_id),
    constraint renewal_reminder_organization_id_recorded_by_fkey
      foreign key (organization_id, recorded_by) references membership (organization_id, id)
  );
  call access.enable_tenant_rls('renewal_reminder');
  create policy peer_and_office_read on renewal_reminder for select to alongside_app using (
    peer_id = (select access.membership_id())
    or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')));
  create policy manager_adds on renewal_reminder for insert to alongside_app with check (
    (select access.has_role('MANAGER')) and recorded_by = (select access.membership_id())
    and reminded_on = (select access.today()));
  grant select, insert on renewal_reminder to alongside_app;
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
