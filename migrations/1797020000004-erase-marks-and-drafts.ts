import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What is only theirs of somebody who has left includes every pair that they marked, and the drafts of their flags. */
export class EraseMarksAndDrafts1797020000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(erasing(' or x.made_by = gone.member_id', DRAFTS))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(erasing('', ''))
  }
}

const DRAFTS = `
      delete from drift_flag_draft d where d.organization_id = gone.organization_id and d.peer_id = gone.member_id;`

function erasing(marks: string, drafts: string): string {
  return /* sql */ `
  create or replace function access.erase_private_data(p_now timestamptz, p_limit integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    gone record;
    done integer := 0;
  begin
    if access.organization_id() is not null then
      return 0;
    end if;
    for gone in
      select e.organization_id, e.member_id, e.leaves_on
        from employment e join organization o on o.id = e.organization_id
       where e.leaves_on + access.days_after_leaving() < (p_now at time zone o.time_zone)::date
         and e.returns_on is null
         and not exists (select from erasure x where x.organization_id = e.organization_id
                            and x.member_id = e.member_id and x.left_on = e.leaves_on)
       order by e.leaves_on limit p_limit for update of e skip locked
    loop
      insert into erasure (organization_id, member_id, left_on, erased_at)
      values (gone.organization_id, gone.member_id, gone.leaves_on, p_now)
      on conflict on constraint erasure_organization_id_member_id_left_on_key do nothing;
      if not found then
        continue;
      end if;
      delete from weekly_check_in c where c.organization_id = gone.organization_id and c.peer_id = gone.member_id;
      delete from drift_signal_figure f where f.organization_id = gone.organization_id and f.peer_id = gone.member_id;
      delete from exclusion_preference x where x.organization_id = gone.organization_id
        and (x.peer_id = gone.member_id${marks});${drafts}
      delete from notification n where n.organization_id = gone.organization_id and n.recipient_id = gone.member_id;
      delete from leaver_pass p where p.organization_id = gone.organization_id and p.member_id = gone.member_id;
      done := done + 1;
    end loop;
    return done;
  end $$;
  `
}
