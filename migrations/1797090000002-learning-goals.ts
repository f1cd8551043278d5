import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a peer wants to learn, agreed with the educational supervisor: managers may read it too, and nobody else. */
export class LearningGoals1797090000002 implements MigrationInterface {
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
    await runner.query('drop table learning_goal')
  }
}

const KINDS = `array['AGENDA_ITEM_ADDED', 'FOLLOW_UP_ADDED', 'FOLLOW_UP_CLOSED', 'LEARNING_GOAL_ADDED']`

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

const IN_FORCE = /* sql */ `select from supervision_relationship r
  where r.organization_id = learning_goal.organization_id and r.id = learning_goal.relationship_id
    and r.peer_id = learning_goal.peer_id and r.type = 'EDUCATIONAL' and r.accepted_at is not null
    and r.starts_on <= (select access.today()) and (r.ends_on is null or r.ends_on >= (select access.today()))`
const IS_SUPERVISORS = /* sql */ `peer_id = any ((select access.peers_of('EDUCATIONAL'))::uuid[])
  and exists (${IN_FORCE} and r.supervisor_id = (select access.membership_id()))`
const IS_PEERS = 'peer_id = (select access.membership_id())'

const table = /* sql */ `
  create table learning_goal (
    organization_id uuid not null,
    id uuid not null,
    relationship_id uuid not null,
    peer_id uuid not null,
    text text not null constraint learning_goal_text_length check (char_length(text) between 1 and 300),
    competency text not null constraint learning_goal_competency_known check (competency in (
      'ENGAGES_PEERS', 'PROVIDES_SUPPORT', 'SHARES_LIVED_EXPERIENCE', 'PERSONALIZES_SUPPORT',
      'SUPPORTS_RECOVERY_PLANNING', 'LINKS_TO_RESOURCES', 'TEACHES_WELLNESS_SKILLS', 'HELPS_IN_CRISES',
      'COMMUNICATES', 'COLLABORATES', 'LEADS_AND_ADVOCATES', 'KEEPS_GROWING')),
    target_on date not null,
    made_by uuid not null,
    made_at timestamptz not null,
    state text not null default 'OPEN'
      constraint learning_goal_state_known check (state in ('OPEN', 'REACHED', 'DROPPED')),
    closed_on date,
    closed_by uuid,
    constraint learning_goal_pkey primary key (organization_id, id),
    constraint learning_goal_of_relationship foreign key (organization_id, relationship_id, peer_id)
      references supervision_relationship (organization_id, id, peer_id),
    constraint learning_goal_made_by_fkey foreign key (organization_id, made_by)
      references membership (organization_id, id),
    constraint learning_goal_closed_by_fkey foreign key (organization_id, closed_by)
      references membership (organization_id, id),
    constraint learning_goal_closed_by_somebody
      check ((state = 'OPEN') = (closed_on is null) and (closed_on is null) = (closed_by is null))
  );
  create index learning_goal_of_peer on learning_goal (organization_id, peer_id, target_on);
  create index learning_goal_by_relationship on learning_goal (organization_id, relationship_id);
  call access.enable_tenant_rls('learning_goal');
  create policy peer_reads on learning_goal for select to alongside_app using (${IS_PEERS});
  create policy supervisor_reads on learning_goal for select to alongside_app using (${IS_SUPERVISORS});
  create policy manager_reads on learning_goal for select to alongside_app
    using ((select access.has_role('MANAGER')));
  create policy both_add on learning_goal for insert to alongside_app with check (
    made_by = (select access.membership_id()) and made_at = (select access.now()) and state = 'OPEN'
    and exists (${IN_FORCE})
    and (${IS_PEERS} or ${IS_SUPERVISORS}));
  create policy both_close on learning_goal for update to alongside_app
    using (${IS_PEERS} or ${IS_SUPERVISORS})
    with check (state = 'OPEN'
      or closed_by = (select access.membership_id()) and closed_on = (select access.today()));
  create trigger require_joined_peer after insert on learning_goal
    for each row execute function access.require_joined_peer();
  grant select, insert, update (state, closed_on, closed_by) on learning_goal to alongside_app;
`
