import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A peer asks a supportive supervisor to talk, without a reason, and is offered a time. Only the two of them know. */
export class RequestsToTalk1797140000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of [requests, offers]) await runner.query(step)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table talk_offer; drop table talk_request')
  }
}

const requests = /* sql */ `
  create table talk_request (
    organization_id uuid not null,
    id uuid not null,
    peer_id uuid not null,
    relationship_id uuid not null,
    asked_at timestamptz not null,
    closed_at timestamptz,
    closed_as text constraint talk_request_closed_as_known check (closed_as in ('ACCEPTED', 'NOT_NEEDED')),
    constraint talk_request_pkey primary key (organization_id, id),
    constraint talk_request_of_relationship unique (organization_id, id, peer_id, relationship_id),
    constraint talk_request_to_own_supervisor foreign key (organization_id, relationship_id, peer_id)
      references supervision_relationship (organization_id, id, peer_id),
    constraint talk_request_closed_in_some_way check ((closed_at is null) = (closed_as is null))
  );
  create unique index talk_request_one_open on talk_request (organization_id, relationship_id)
    where closed_at is null;
  create index talk_request_organization_id_peer_id_idx on talk_request (organization_id, peer_id);
  call access.enable_tenant_rls('talk_request');
  create policy unlocked_on_shared_device on talk_request as restrictive for select to alongside_app
    using ((select access.is_unlocked()));
  create policy peer_reads on talk_request for select to alongside_app
    using (peer_id = (select access.membership_id()));
  create policy supportive_supervisor_reads on talk_request for select to alongside_app
    using (access.supports_now(relationship_id, peer_id));
  create policy peer_adds on talk_request for insert to alongside_app with check (
    peer_id = (select access.membership_id()) and asked_at = (select access.now()) and closed_at is null
    and access.is_supported_by(relationship_id));
  create policy peer_closes on talk_request for update to alongside_app
    using (peer_id = (select access.membership_id()) and closed_at is null)
    with check (peer_id = (select access.membership_id()) and closed_at = (select access.now()));
  create policy definer_finds on talk_request for select to alongside_definer using (true);
  create policy definer_erases on talk_request for delete to alongside_definer using (true);
  grant select, insert, update (closed_at, closed_as) on talk_request to alongside_app;
  grant select (organization_id, peer_id), delete on talk_request to alongside_definer;
`

/** An offer that was answered is history: the next time is a further offer. */
const offers = /* sql */ `
  create table talk_offer (
    organization_id uuid not null,
    id uuid not null,
    request_id uuid not null,
    peer_id uuid not null,
    relationship_id uuid not null,
    on_day date not null,
    at_time time not null,
    modality text not null constraint talk_offer_modality_known check (modality in ('IN_PERSON', 'VIDEO', 'PHONE')),
    offered_at timestamptz not null,
    answer text constraint talk_offer_answer_known check (answer in ('ACCEPTED', 'ANOTHER_TIME', 'REPLACED')),
    answered_at timestamptz,
    constraint talk_offer_pkey primary key (organization_id, id),
    constraint talk_offer_of_request foreign key (organization_id, request_id, peer_id, relationship_id)
      references talk_request (organization_id, id, peer_id, relationship_id),
    constraint talk_offer_answered_in_some_way check ((answer is null) = (answered_at is null))
  );
  create unique index talk_offer_one_open on talk_offer (organization_id, request_id) where answer is null;
  create index talk_offer_organization_id_request_id_idx on talk_offer (organization_id, request_id);
  create index talk_offer_organization_id_peer_id_idx on talk_offer (organization_id, peer_id);
  call access.enable_tenant_rls('talk_offer');
  create policy unlocked_on_shared_device on talk_offer as restrictive for select to alongside_app
    using ((select access.is_unlocked()));
  create policy peer_reads on talk_offer for select to alongside_app
    using (peer_id = (select access.membership_id()));
  create policy supportive_supervisor_reads on talk_offer for select to alongside_app
    using (access.supports_now(relationship_id, peer_id));
  create policy supportive_supervisor_adds on talk_offer for insert to alongside_app with check (
    access.supports_now(relationship_id, peer_id) and offered_at = (select access.now()) and answer is null
    and exists (select from talk_request q
                 where q.organization_id = talk_offer.organization_id and q.id = talk_offer.request_id
                   and q.closed_at is null));
  create policy supportive_supervisor_replaces on talk_offer for update to alongside_app
    using (access.supports_now(relationship_id, peer_id) and answer is null)
    with check (access.supports_now(relationship_id, peer_id) and answer = 'REPLACED'
      and answered_at = (select access.now()));
  create policy peer_answers on talk_offer for update to alongside_app
    using (peer_id = (select access.membership_id()) and answer is null)
    with check (peer_id = (select access.membership_id()) and answer in ('ACCEPTED', 'ANOTHER_TIME')
      and answered_at = (select access.now()));
  create policy definer_finds on talk_offer for select to alongside_definer using (true);
  create policy definer_erases on talk_offer for delete to alongside_definer using (true);
  grant select, insert, update (answer, answered_at) on talk_offer to alongside_app;
  grant select (organization_id, peer_id), delete on talk_offer to alongside_definer;
`
