import type { MigrationInterface, QueryRunner } from 'typeorm'

/** People delete their own check-ins and plan lines for good, with every share of them; who has left is erased alike. */
export class EraseWhatIsOnesOwn1797140000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    for (const step of [deleting, leaving]) await runner.query(step)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger erase_wellness on erasure;
      drop function access.erase_wellness;
      drop function access.delete_own_check_ins;
      drop function access.remove_plan_line;
    `)
  }
}

/** What a password reset by somebody else has locked is not deleted either: whoever asks may not be its owner. */
const deleting = /* sql */ `
  create function access.delete_own_check_ins(p_weeks date[]) returns integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    gone uuid[];
  begin
    select array_agg(c.id) into gone from weekly_check_in c
     where c.organization_id = access.organization_id() and c.peer_id = access.membership_id()
       and (p_weeks is null or c.week_start = any (p_weeks)) and access.is_unlocked() and access.password_confirmed()
       and (access.check_ins_locked_before() is null or c.submitted_at > access.check_ins_locked_before());
    delete from share_look l using share_ticket t
     where t.organization_id = access.organization_id() and t.check_in_id = any (gone)
       and l.organization_id = t.organization_id and l.ticket_id = t.id;
    delete from share_ticket t where t.organization_id = access.organization_id() and t.check_in_id = any (gone);
    delete from weekly_check_in c where c.organization_id = access.organization_id() and c.id = any (gone);
    return coalesce(cardinality(gone), 0);
  end $$;
  alter function access.delete_own_check_ins owner to alongside_definer;

  create function access.remove_plan_line(p_id uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    gone uuid;
  begin
    select p.id into gone from self_care_plan_line p
     where p.organization_id = access.organization_id() and p.owner_id = access.membership_id() and p.id = p_id
       and access.is_unlocked()
       and (access.check_ins_locked_before() is null or p.saved_at > access.check_ins_locked_before());
    delete from share_look l using share_ticket t
     where t.organization_id = access.organization_id() and t.plan_line_id = gone
       and l.organization_id = t.organization_id and l.ticket_id = t.id;
    delete from share_ticket t where t.organization_id = access.organization_id() and t.plan_line_id = gone;
    delete from self_care_plan_line p where p.organization_id = access.organization_id() and p.id = gone;
  end $$;
  alter function access.remove_plan_line owner to alongside_definer;
`

/** Runs with the receipt of an erasure, which is written before the check-ins go. */
const leaving = /* sql */ `
  create function access.erase_wellness() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    delete from share_look l where l.organization_id = new.organization_id and l.owner_id = new.member_id;
    delete from share_ticket t where t.organization_id = new.organization_id and t.owner_id = new.member_id;
    delete from self_care_plan_line p where p.organization_id = new.organization_id and p.owner_id = new.member_id;
    delete from talk_offer f where f.organization_id = new.organization_id and f.peer_id = new.member_id;
    delete from talk_request q where q.organization_id = new.organization_id and q.peer_id = new.member_id;
    delete from reflection_time r where r.organization_id = new.organization_id and r.owner_id = new.member_id;
    delete from check_in_reminder r where r.organization_id = new.organization_id and r.owner_id = new.member_id;
    return null;
  end $$;
  alter function access.erase_wellness owner to alongside_definer;
  create trigger erase_wellness after insert on erasure for each row execute function access.erase_wellness();
`
