import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A time to talk that a peer accepts becomes a planned session of the supervisor who offered it. Dates are read by
 * managers; that it came of a request stands in the offer alone, which only the two can read.
 */
export class PlanAcceptedTalks1797160000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema access to alongside_definer')
    await runner.query(/* sql */ `
      alter table talk_offer add column planned_session_id uuid;
      alter table talk_offer add constraint talk_offer_planned_session_fkey
        foreign key (organization_id, planned_session_id) references planned_session (organization_id, id);
      grant insert on planned_session, planned_attendance to alongside_definer;
      grant update (planned_session_id), select on talk_offer to alongside_definer;
      create policy definer_plans on talk_offer for update to alongside_definer using (true) with check (true);

      create function access.plan_accepted_talk(p_offer_id uuid, p_minutes integer) returns void
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
      declare
        offer record;
        planned uuid := gen_random_uuid();
      begin
        select f.peer_id, f.on_day, f.at_time, f.modality, r.supervisor_id into offer
          from talk_offer f
          join supervision_relationship r on r.organization_id = f.organization_id and r.id = f.relationship_id
         where f.organization_id = access.organization_id() and f.id = p_offer_id
           and f.peer_id = access.membership_id() and f.answer = 'ACCEPTED' and f.answered_at = access.now()
           and f.planned_session_id is null and f.on_day >= access.today();
        if not found then
          return;
        end if;
        insert into planned_session (organization_id, id, supervisor_id, starts_on, start_time, minutes, format,
                                     modality, status, planned_by, planned_at, changed_at)
        values (access.organization_id(), planned, offer.supervisor_id, offer.on_day, offer.at_time, p_minutes,
                'INDIVIDUAL', offer.modality, 'SCHEDULED', offer.supervisor_id, access.now(), access.now());
        insert into planned_attendance (organization_id, planned_session_id, peer_id, type, supervisor_id)
        values (access.organization_id(), planned, offer.peer_id, 'SUPPORTIVE', offer.supervisor_id);
        update talk_offer f set planned_session_id = planned
         where f.organization_id = access.organization_id() and f.id = p_offer_id;
      end $$;
      alter function access.plan_accepted_talk owner to alongside_definer;
    `)
    await runner.query('revoke create on schema access from alongside_definer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function access.plan_accepted_talk;
      drop policy definer_plans on talk_offer;
      revoke update (planned_session_id) on talk_offer from alongside_definer;
      revoke insert on planned_session, planned_attendance from alongside_definer;
      alter table talk_offer drop column planned_session_id;
    `)
  }
}
