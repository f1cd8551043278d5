-- The database as it is when every migration has run, table by table, then the views and the functions.
-- Written by `npm run schema` from the catalog of PostgreSQL, committed and checked; never edited and never run.
--
-- Roles: the owner of the tables migrates; alongside_app serves requests; alongside_definer owns the SECURITY DEFINER
-- functions. Row-level security applies to all three, because it is forced and none of them bypasses it.

GRANT USAGE ON SCHEMA access TO alongside_app;
GRANT USAGE ON SCHEMA access TO alongside_definer;
GRANT USAGE ON SCHEMA public TO alongside_app;
GRANT USAGE ON SCHEMA public TO alongside_definer;

-- Tables ----------------------------------------------------------------------------------------------

CREATE TABLE account (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  password_hash text NOT NULL,
  recovery_code_hash bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  disabled_at timestamptz,
  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_email_key UNIQUE (email),
  CONSTRAINT account_email_form CHECK (email = lower(email) AND char_length(email) <= 254)
);
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
CREATE POLICY admin_reads_members ON account FOR SELECT TO alongside_app
  USING ((SELECT access.has_role('ADMIN')) AND (id IN (SELECT m.account_id FROM membership m)));
CREATE POLICY definer_access ON account TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY own_account ON account FOR SELECT TO alongside_app
  USING (id = (SELECT access.account_id()));
CREATE TRIGGER audit_account_change AFTER UPDATE OF password_hash, disabled_at ON account FOR EACH ROW
  EXECUTE FUNCTION access.audit_account_change();
GRANT SELECT (id, email, created_at) ON account TO alongside_app;
GRANT SELECT, INSERT, UPDATE ON account TO alongside_definer;

CREATE TABLE administrative_agenda_item (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  relationship_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  text text NOT NULL,
  is_private boolean NOT NULL DEFAULT false,
  written_by uuid NOT NULL,
  written_at timestamptz NOT NULL,
  reached_in uuid,
  CONSTRAINT administrative_agenda_item_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT administrative_agenda_item_of_relationship FOREIGN KEY (
      organization_id, relationship_id, peer_id)
    REFERENCES supervision_relationship(organization_id, id, peer_id),
  CONSTRAINT administrative_agenda_item_reached_in_fkey FOREIGN KEY (organization_id, reached_in)
    REFERENCES supervision_session(organization_id, id),
  CONSTRAINT administrative_agenda_item_written_by_fkey FOREIGN KEY (organization_id, written_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT administrative_agenda_item_only_peers_keep_points CHECK (
    NOT is_private OR written_by = peer_id),
  CONSTRAINT administrative_agenda_item_text_length CHECK (
    char_length(text) >= 1 AND char_length(text) <= 300)
);
CREATE INDEX administrative_agenda_item_by_relationship ON administrative_agenda_item (
  organization_id, relationship_id);
CREATE INDEX administrative_agenda_item_of_peer ON administrative_agenda_item (organization_id, peer_id);
ALTER TABLE administrative_agenda_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE administrative_agenda_item FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON administrative_agenda_item AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY both_add ON administrative_agenda_item FOR INSERT TO alongside_app
  WITH CHECK (
    written_by = (SELECT access.membership_id())
      AND written_at = (SELECT access.now())
      AND reached_in IS NULL
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = administrative_agenda_item.organization_id
              AND r.id = administrative_agenda_item.relationship_id
              AND r.peer_id = administrative_agenda_item.peer_id
              AND r.type = 'ADMINISTRATIVE'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
              AND (
                administrative_agenda_item.peer_id = (SELECT access.membership_id())
                  OR r.supervisor_id = (SELECT access.membership_id())
                    AND (
                      administrative_agenda_item.peer_id = ANY (
                        (SELECT access.peers_of('ADMINISTRATIVE'))::uuid[]))))));
CREATE POLICY definer_erases ON administrative_agenda_item FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON administrative_agenda_item FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY peer_reads ON administrative_agenda_item FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY supervisor_checks_off ON administrative_agenda_item FOR UPDATE TO alongside_app
  USING (
    (peer_id = ANY ((SELECT access.peers_of('ADMINISTRATIVE'))::uuid[]))
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = administrative_agenda_item.organization_id
              AND r.id = administrative_agenda_item.relationship_id
              AND r.peer_id = administrative_agenda_item.peer_id
              AND r.type = 'ADMINISTRATIVE'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
              AND r.supervisor_id = (SELECT access.membership_id()))))
  WITH CHECK (
    (
      EXISTS (
        SELECT
          FROM supervision_session s
          WHERE s.organization_id = access.organization_id()
            AND s.id = administrative_agenda_item.reached_in
            AND s.supervisor_id = (SELECT access.membership_id())
            AND s.logged_at = (SELECT access.now()))));
CREATE POLICY supervisor_reads ON administrative_agenda_item FOR SELECT TO alongside_app
  USING (
    NOT is_private
      AND (peer_id = ANY ((SELECT access.peers_of('ADMINISTRATIVE'))::uuid[]))
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = administrative_agenda_item.organization_id
              AND r.id = administrative_agenda_item.relationship_id
              AND r.peer_id = administrative_agenda_item.peer_id
              AND r.type = 'ADMINISTRATIVE'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
              AND r.supervisor_id = (SELECT access.membership_id()))));
CREATE TRIGGER require_joined_peer AFTER INSERT ON administrative_agenda_item FOR EACH ROW
  EXECUTE FUNCTION access.require_joined_peer();
GRANT SELECT, INSERT, UPDATE (reached_in) ON administrative_agenda_item TO alongside_app;
GRANT SELECT (organization_id, id, peer_id, is_private, written_by, reached_in), DELETE
  ON administrative_agenda_item TO alongside_definer;

CREATE TABLE administrative_comment (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  type text NOT NULL DEFAULT 'ADMINISTRATIVE',
  peer_id uuid NOT NULL,
  supervisor_id uuid NOT NULL,
  comment text NOT NULL,
  written_at timestamptz NOT NULL,
  CONSTRAINT administrative_comment_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT administrative_comment_one_of_each UNIQUE (organization_id, session_id, peer_id),
  CONSTRAINT administrative_comment_by_attendee FOREIGN KEY (organization_id, session_id, peer_id)
    REFERENCES session_attendance(organization_id, session_id, peer_id),
  CONSTRAINT administrative_comment_of_session FOREIGN KEY (organization_id, session_id, supervisor_id)
    REFERENCES supervision_session(organization_id, id, supervisor_id),
  CONSTRAINT administrative_comment_on_segment FOREIGN KEY (organization_id, session_id, type)
    REFERENCES session_segment(organization_id, session_id, type),
  CONSTRAINT administrative_comment_comment_length CHECK (
    char_length(comment) >= 1 AND char_length(comment) <= 2000),
  CONSTRAINT administrative_comment_type_is_its_own CHECK (type = 'ADMINISTRATIVE')
);
CREATE INDEX administrative_comment_organization_id_peer_id_idx ON administrative_comment (
  organization_id, peer_id);
ALTER TABLE administrative_comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE administrative_comment FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON administrative_comment AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_hashes ON administrative_comment FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY peer_adds ON administrative_comment FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id = (SELECT access.membership_id())
      AND written_at = (SELECT access.now())
      AND (
        EXISTS (
          SELECT
            FROM session_attendance a
            WHERE a.organization_id = administrative_comment.organization_id
              AND a.session_id = administrative_comment.session_id
              AND a.peer_id = (SELECT access.membership_id())
              AND a.supervisor_id = administrative_comment.supervisor_id))
      AND NOT (
        EXISTS (
          SELECT
            FROM session_signature x
            WHERE x.organization_id = administrative_comment.organization_id
              AND x.session_id = administrative_comment.session_id
              AND x.signer_id = (SELECT access.membership_id()))));
CREATE POLICY peer_reads ON administrative_comment FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY supervisor_reads ON administrative_comment FOR SELECT TO alongside_app
  USING (
    supervisor_id = (SELECT access.membership_id())
      AND (
        EXISTS (
          SELECT
            FROM session_attendance a
            JOIN supervision_relationship r ON r.organization_id = a.organization_id
              AND r.peer_id = a.peer_id
            WHERE a.organization_id = administrative_comment.organization_id
              AND a.session_id = administrative_comment.session_id
              AND a.peer_id = administrative_comment.peer_id
              AND (a.peer_id = ANY ((SELECT access.peers_of('ADMINISTRATIVE'))::uuid[]))
              AND r.supervisor_id = (SELECT access.membership_id())
              AND r.type = 'ADMINISTRATIVE'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= a.held_on
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today())))));
CREATE TRIGGER prevent_record_changes BEFORE DELETE
    OR UPDATE
    OR TRUNCATE ON administrative_comment FOR EACH STATEMENT
  EXECUTE FUNCTION access.prevent_record_changes();
GRANT SELECT, INSERT ON administrative_comment TO alongside_app;
GRANT SELECT ON administrative_comment TO alongside_definer;

CREATE TABLE administrative_follow_up (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  relationship_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  text text NOT NULL,
  owner text NOT NULL,
  due_on date NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  made_in uuid,
  state text NOT NULL DEFAULT 'OPEN',
  closed_on date,
  closed_by uuid,
  closed_in uuid,
  CONSTRAINT administrative_follow_up_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT administrative_follow_up_organization_id_id_peer_id_key UNIQUE (organization_id, id, peer_id),
  CONSTRAINT administrative_follow_up_closed_by_fkey FOREIGN KEY (organization_id, closed_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT administrative_follow_up_closed_in_fkey FOREIGN KEY (organization_id, closed_in)
    REFERENCES supervision_session(organization_id, id),
  CONSTRAINT administrative_follow_up_made_by_fkey FOREIGN KEY (organization_id, made_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT administrative_follow_up_made_in_fkey FOREIGN KEY (organization_id, made_in)
    REFERENCES supervision_session(organization_id, id),
  CONSTRAINT administrative_follow_up_of_relationship FOREIGN KEY (
      organization_id, relationship_id, peer_id)
    REFERENCES supervision_relationship(organization_id, id, peer_id),
  CONSTRAINT administrative_follow_up_closed_by_somebody CHECK (
    (state = 'OPEN') = (closed_on IS NULL)
      AND (closed_on IS NULL) = (closed_by IS NULL)
      AND (closed_in IS NULL OR state = 'DONE')),
  CONSTRAINT administrative_follow_up_owner_known CHECK (owner IN ('PEER', 'SUPERVISOR')),
  CONSTRAINT administrative_follow_up_state_known CHECK (state IN ('OPEN', 'DONE', 'DROPPED')),
  CONSTRAINT administrative_follow_up_text_length CHECK (
    char_length(text) >= 1 AND char_length(text) <= 200)
);
CREATE INDEX administrative_follow_up_by_relationship ON administrative_follow_up (
  organization_id, relationship_id);
CREATE INDEX administrative_follow_up_of_peer ON administrative_follow_up (organization_id, peer_id, due_on);
ALTER TABLE administrative_follow_up ENABLE ROW LEVEL SECURITY;
ALTER TABLE administrative_follow_up FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON administrative_follow_up AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY both_add ON administrative_follow_up FOR INSERT TO alongside_app
  WITH CHECK (
    made_by = (SELECT access.membership_id())
      AND made_at = (SELECT access.now())
      AND state = 'OPEN'
      AND (
        made_in IS NULL
          OR (
            EXISTS (
              SELECT
                FROM supervision_session s
                WHERE s.organization_id = access.organization_id()
                  AND s.id = administrative_follow_up.made_in
                  AND s.supervisor_id = (SELECT access.membership_id())
                  AND s.logged_at = (SELECT access.now()))))
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = administrative_follow_up.organization_id
              AND r.id = administrative_follow_up.relationship_id
              AND r.peer_id = administrative_follow_up.peer_id
              AND r.type = 'ADMINISTRATIVE'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
              AND (
                administrative_follow_up.peer_id = (SELECT access.membership_id())
                  OR r.supervisor_id = (SELECT access.membership_id())
                    AND (
                      administrative_follow_up.peer_id = ANY (
                        (SELECT access.peers_of('ADMINISTRATIVE'))::uuid[]))))));
CREATE POLICY both_close ON administrative_follow_up FOR UPDATE TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (peer_id = ANY ((SELECT access.peers_of('ADMINISTRATIVE'))::uuid[]))
        AND (
          EXISTS (
            SELECT
              FROM supervision_relationship r
              WHERE r.organization_id = administrative_follow_up.organization_id
                AND r.supervisor_id = (SELECT access.membership_id())
                AND r.peer_id = administrative_follow_up.peer_id
                AND r.type = 'ADMINISTRATIVE'
                AND r.accepted_at IS NOT NULL
                AND r.starts_on <= (SELECT access.today())
                AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
                AND (
                  r.id = administrative_follow_up.relationship_id
                    OR administrative_follow_up.state = 'OPEN'
                    OR administrative_follow_up.closed_on >= r.starts_on))))
  WITH CHECK (
    state = 'OPEN'
        AND (
          owner = 'PEER' AND peer_id = (SELECT access.membership_id())
            OR owner = 'SUPERVISOR' AND (peer_id = ANY ((SELECT access.peers_of('ADMINISTRATIVE'))::uuid[]))
            OR made_by = (SELECT access.membership_id()))
      OR closed_by = (SELECT access.membership_id())
        AND closed_on = (SELECT access.today())
        AND (
          owner = 'PEER' AND peer_id = (SELECT access.membership_id())
            OR owner = 'SUPERVISOR' AND (peer_id = ANY ((SELECT access.peers_of('ADMINISTRATIVE'))::uuid[]))
            OR state = 'DROPPED' AND made_by = (SELECT access.membership_id())
            OR closed_in IS NOT NULL)
        AND (
          closed_in IS NULL
            OR (
              EXISTS (
                SELECT
                  FROM supervision_session s
                  WHERE s.organization_id = access.organization_id()
                    AND s.id = administrative_follow_up.closed_in
                    AND s.supervisor_id = (SELECT access.membership_id())
                    AND s.logged_at = (SELECT access.now())))));
CREATE POLICY peer_reads ON administrative_follow_up FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY supervisor_reads ON administrative_follow_up FOR SELECT TO alongside_app
  USING (
    (peer_id = ANY ((SELECT access.peers_of('ADMINISTRATIVE'))::uuid[]))
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = administrative_follow_up.organization_id
              AND r.supervisor_id = (SELECT access.membership_id())
              AND r.peer_id = administrative_follow_up.peer_id
              AND r.type = 'ADMINISTRATIVE'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
              AND (
                r.id = administrative_follow_up.relationship_id
                  OR administrative_follow_up.state = 'OPEN'
                  OR administrative_follow_up.closed_on >= r.starts_on))));
CREATE TRIGGER require_joined_peer AFTER INSERT ON administrative_follow_up FOR EACH ROW
  EXECUTE FUNCTION access.require_joined_peer();
GRANT SELECT, INSERT, UPDATE (state, closed_on, closed_by, closed_in)
  ON administrative_follow_up TO alongside_app;

CREATE TABLE administrative_note (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  type text NOT NULL DEFAULT 'ADMINISTRATIVE',
  about_peer_id uuid,
  supervisor_id uuid NOT NULL,
  activities text[] NOT NULL,
  note text,
  written_at timestamptz NOT NULL,
  CONSTRAINT administrative_note_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT administrative_note_about_attendee FOREIGN KEY (organization_id, session_id, about_peer_id)
    REFERENCES session_attendance(organization_id, session_id, peer_id),
  CONSTRAINT administrative_note_of_segment FOREIGN KEY (organization_id, session_id, type)
    REFERENCES session_segment(organization_id, session_id, type),
  CONSTRAINT administrative_note_activities_known CHECK (
    activities <@ ARRAY[
      'GETTING_STARTED', 'SHARING_OUT_WORK', 'PLANNING_TIME', 'EXPLAINING_POLICIES',
        'WORKING_WITH_THE_TEAM', 'GOING_THROUGH_RECORDS']),
  CONSTRAINT administrative_note_note_length CHECK (char_length(note) >= 1 AND char_length(note) <= 4000),
  CONSTRAINT administrative_note_says_something CHECK (note IS NOT NULL OR cardinality(activities) > 0),
  CONSTRAINT administrative_note_type_is_its_own CHECK (type = 'ADMINISTRATIVE')
);
CREATE UNIQUE INDEX administrative_note_one_about_each ON administrative_note (
  organization_id, session_id, about_peer_id);
CREATE UNIQUE INDEX administrative_note_one_about_the_group ON administrative_note (
    organization_id, session_id)
  WHERE about_peer_id IS NULL;
ALTER TABLE administrative_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE administrative_note FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON administrative_note AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_hashes ON administrative_note FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY peer_reads ON administrative_note FOR SELECT TO alongside_app
  USING (
    about_peer_id = (SELECT access.membership_id())
      OR about_peer_id IS NULL
        AND (
          EXISTS (
            SELECT
              FROM session_attendance a
              WHERE a.organization_id = administrative_note.organization_id
                AND a.session_id = administrative_note.session_id
                AND a.peer_id = (SELECT access.membership_id()))));
CREATE POLICY supervisor_adds ON administrative_note FOR INSERT TO alongside_app
  WITH CHECK (
    supervisor_id = (SELECT access.membership_id())
      AND written_at = (SELECT access.now())
      AND (
        EXISTS (
          SELECT
            FROM supervision_session s
            WHERE s.organization_id = administrative_note.organization_id
              AND s.id = administrative_note.session_id
              AND s.supervisor_id = (SELECT access.membership_id())
              AND s.logged_at = (SELECT access.now())))
      AND NOT (
        EXISTS (
          SELECT
            FROM session_attendance a
            WHERE a.organization_id = administrative_note.organization_id
              AND a.session_id = administrative_note.session_id
              AND (a.peer_id <> ALL ((SELECT access.peers_of('ADMINISTRATIVE'))::uuid[])))));
CREATE POLICY supervisor_reads ON administrative_note FOR SELECT TO alongside_app
  USING (
    supervisor_id = (SELECT access.membership_id())
      AND (
        EXISTS (
          SELECT
            FROM session_attendance a
            JOIN supervision_relationship r ON r.organization_id = a.organization_id
              AND r.peer_id = a.peer_id
            WHERE a.organization_id = administrative_note.organization_id
              AND a.session_id = administrative_note.session_id
              AND a.peer_id = COALESCE(administrative_note.about_peer_id, a.peer_id)
              AND (a.peer_id = ANY ((SELECT access.peers_of('ADMINISTRATIVE'))::uuid[]))
              AND r.supervisor_id = (SELECT access.membership_id())
              AND r.type = 'ADMINISTRATIVE'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= a.held_on
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today())))));
CREATE TRIGGER require_joined_attendees AFTER INSERT ON administrative_note FOR EACH ROW
  EXECUTE FUNCTION access.require_joined_attendees();
GRANT SELECT, INSERT ON administrative_note TO alongside_app;
GRANT SELECT ON administrative_note TO alongside_definer;

CREATE TABLE api_token (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  token_hash bytea NOT NULL,
  capabilities text[] NOT NULL,
  roles text[] NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  last_used_at timestamptz,
  counted_from timestamptz,
  counted integer NOT NULL DEFAULT 0,
  CONSTRAINT api_token_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT api_token_token_hash_key UNIQUE (token_hash),
  CONSTRAINT api_token_organization_id_made_by_fkey FOREIGN KEY (organization_id, made_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT api_token_capabilities_few CHECK (
    cardinality(capabilities) >= 1 AND cardinality(capabilities) <= 20),
  CONSTRAINT api_token_expires_within_a_year CHECK (
    expires_at > made_at AND expires_at <= (made_at + '367 days'::interval)),
  CONSTRAINT api_token_name_length CHECK (char_length(name) >= 1 AND char_length(name) <= 80),
  CONSTRAINT api_token_roles_known CHECK (
    roles <@ ARRAY['MANAGER', 'AUDITOR', 'ADMIN'] AND cardinality(roles) >= 1 AND cardinality(roles) <= 3)
);
ALTER TABLE api_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_token FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON api_token AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON api_token TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY office_adds ON api_token FOR INSERT TO alongside_app
  WITH CHECK (
    made_by = (SELECT access.membership_id())
      AND revoked_at IS NULL
      AND (('MANAGER' <> ALL (roles)) OR (SELECT access.has_role('MANAGER')))
      AND (('AUDITOR' <> ALL (roles)) OR (SELECT access.has_role('AUDITOR')))
      AND (('ADMIN' <> ALL (roles)) OR (SELECT access.has_role('ADMIN'))));
CREATE POLICY office_reads ON api_token FOR SELECT TO alongside_app
  USING (
    (SELECT access.has_role('ADMIN'))
      OR (SELECT access.has_role('AUDITOR'))
      OR made_by = (SELECT access.membership_id()));
CREATE POLICY office_revokes ON api_token FOR UPDATE TO alongside_app
  USING ((SELECT access.has_role('ADMIN')) OR made_by = (SELECT access.membership_id()));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON api_token FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('INTEGRATION', '', 'name,capabilities,expires_at,revoked_at');
CREATE TRIGGER limit_open_tokens AFTER INSERT ON api_token FOR EACH ROW
  EXECUTE FUNCTION access.limit_open_tokens();
GRANT SELECT (
      organization_id, id, name, capabilities, roles, made_by, made_at, expires_at, revoked_at, last_used_at),
    INSERT, UPDATE (revoked_at)
  ON api_token TO alongside_app;
GRANT SELECT, UPDATE ON api_token TO alongside_definer;

CREATE TABLE audit_entry (
  organization_id uuid NOT NULL,
  entry_number bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  actor_id uuid,
  area text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  subject_id uuid,
  person_id uuid,
  facts jsonb NOT NULL DEFAULT '{}'::jsonb,
  CONSTRAINT audit_entry_pkey PRIMARY KEY (organization_id, entry_number),
  CONSTRAINT audit_entry_organization_id_actor_id_fkey FOREIGN KEY (organization_id, actor_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT audit_entry_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT audit_entry_action_form CHECK (action ~ '^[A-Z_]{3,40}$'),
  CONSTRAINT audit_entry_area_known CHECK (
    area IN (
      'ACCOUNT', 'SETTINGS', 'PEOPLE', 'AGREEMENT', 'RELATIONSHIP', 'SESSION', 'CERTIFICATION',
        'INTEGRATION', 'IMPORT', 'EXPORT')),
  CONSTRAINT audit_entry_subject_form CHECK (subject ~ '^[a-z_]{3,60}$')
);
CREATE INDEX audit_entry_organization_id_actor_id_idx ON audit_entry (organization_id, actor_id);
CREATE INDEX audit_entry_organization_id_at_idx ON audit_entry (organization_id, at);
CREATE INDEX audit_entry_organization_id_person_id_idx ON audit_entry (organization_id, person_id);
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON audit_entry AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY admin_reads_account_events ON audit_entry FOR SELECT TO alongside_app
  USING ((SELECT access.has_role('ADMIN')) AND (area IN ('ACCOUNT', 'SETTINGS', 'INTEGRATION')));
CREATE POLICY auditor_reads ON audit_entry FOR SELECT TO alongside_app
  USING (SELECT access.has_role('AUDITOR'));
CREATE POLICY definer_access ON audit_entry TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY own_entries ON audit_entry FOR SELECT TO alongside_app
  USING (person_id = (SELECT access.membership_id()) OR actor_id = (SELECT access.membership_id()));
CREATE TRIGGER prevent_audit_entry_changes BEFORE DELETE
    OR UPDATE
    OR TRUNCATE ON audit_entry FOR EACH STATEMENT
  EXECUTE FUNCTION access.prevent_audit_entry_changes();
GRANT SELECT ON audit_entry TO alongside_app;
GRANT SELECT, INSERT ON audit_entry TO alongside_definer;

CREATE TABLE board_status_period (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  certification_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  status text NOT NULL,
  starts_on date NOT NULL,
  ends_on date,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  ended_by uuid,
  ended_at timestamptz,
  voided_by uuid,
  voided_at timestamptz,
  version_of uuid,
  CONSTRAINT board_status_period_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT board_status_period_of_certification UNIQUE (organization_id, id, certification_id),
  CONSTRAINT board_status_period_certification_fkey FOREIGN KEY (
      organization_id, certification_id, peer_id)
    REFERENCES certification(organization_id, id, peer_id),
  CONSTRAINT board_status_period_organization_id_ended_by_fkey FOREIGN KEY (organization_id, ended_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT board_status_period_organization_id_recorded_by_fkey FOREIGN KEY (
      organization_id, recorded_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT board_status_period_organization_id_voided_by_fkey FOREIGN KEY (organization_id, voided_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT board_status_period_version_of_fkey FOREIGN KEY (
      organization_id, version_of, certification_id)
    REFERENCES board_status_period(organization_id, id, certification_id),
  CONSTRAINT board_status_period_ended_by_somebody CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
  CONSTRAINT board_status_period_ends_after_start CHECK (ends_on >= starts_on),
  CONSTRAINT board_status_period_status_known CHECK (
    status IN ('ACTIVE', 'INACTIVE', 'IN_GRACE', 'LAPSED', 'SUSPENDED', 'REVOKED')),
  CONSTRAINT board_status_period_version_of_another CHECK (version_of <> id),
  CONSTRAINT board_status_period_voided_by_somebody CHECK ((voided_by IS NULL) = (voided_at IS NULL))
);
CREATE INDEX board_status_period_certification_idx ON board_status_period (
  organization_id, certification_id);
CREATE UNIQUE INDEX board_status_period_one_counts ON board_status_period (
    organization_id, COALESCE(version_of, id))
  WHERE voided_at IS NULL;
ALTER TABLE board_status_period ENABLE ROW LEVEL SECURITY;
ALTER TABLE board_status_period FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON board_status_period AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON board_status_period FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY manager_adds ON board_status_period FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('MANAGER')) AND recorded_by = (SELECT access.membership_id()));
CREATE POLICY manager_ends ON board_status_period FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('MANAGER'))
  WITH CHECK (
    (
        ends_on IS NULL AND ended_by IS NULL
          OR ended_by = (SELECT access.membership_id())
          OR access.is_unchanged_status_end(id, ends_on, ended_by))
      AND (voided_by IS NULL OR voided_by = (SELECT access.membership_id())));
CREATE POLICY peer_and_office_read ON board_status_period FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON board_status_period FOR EACH ROW
  EXECUTE FUNCTION access.audit_change(
    'CERTIFICATION', 'peer_id', 'certification_id,status,starts_on,ends_on,voided_at');
CREATE TRIGGER mark_assessments_stale_on_delete AFTER DELETE ON board_status_period
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('peer');
CREATE TRIGGER mark_assessments_stale_on_insert AFTER INSERT ON board_status_period
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('peer');
CREATE TRIGGER mark_assessments_stale_on_update AFTER UPDATE ON board_status_period
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('peer');
CREATE TRIGGER name_first_version BEFORE INSERT ON board_status_period FOR EACH ROW
  WHEN (new.version_of IS NOT NULL)
  EXECUTE FUNCTION access.name_first_board_status_period();
CREATE TRIGGER prevent_board_status_overlap AFTER INSERT
    OR UPDATE OF ends_on, voided_at ON board_status_period FOR EACH ROW
  EXECUTE FUNCTION access.prevent_board_status_overlap();
GRANT SELECT, INSERT, UPDATE (ends_on, ended_by, ended_at, voided_by, voided_at)
  ON board_status_period TO alongside_app;
GRANT SELECT ON board_status_period TO alongside_definer;

CREATE TABLE calendar_feed (
  organization_id uuid NOT NULL,
  member_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  shows_names boolean NOT NULL,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz,
  CONSTRAINT calendar_feed_pkey PRIMARY KEY (organization_id, member_id),
  CONSTRAINT calendar_feed_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT calendar_feed_token_hash_length CHECK (octet_length(token_hash) = 32)
);
CREATE UNIQUE INDEX calendar_feed_token_hash ON calendar_feed (token_hash);
ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_feed FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON calendar_feed AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON calendar_feed FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY owner_manages ON calendar_feed TO alongside_app
  USING (member_id = (SELECT access.membership_id()));
GRANT SELECT, INSERT, UPDATE (token_hash, shows_names, created_at, revoked_at)
  ON calendar_feed TO alongside_app;
GRANT SELECT ON calendar_feed TO alongside_definer;

CREATE TABLE caseload_count (
  organization_id uuid NOT NULL,
  placement_id uuid NOT NULL,
  counted_on date NOT NULL,
  peer_id uuid NOT NULL,
  people integer NOT NULL,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  CONSTRAINT caseload_count_pkey PRIMARY KEY (organization_id, placement_id, counted_on),
  CONSTRAINT caseload_count_organization_id_entered_by_fkey FOREIGN KEY (organization_id, entered_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT caseload_count_organization_id_placement_id_peer_id_fkey FOREIGN KEY (
      organization_id, placement_id, peer_id)
    REFERENCES placement(organization_id, id, peer_id),
  CONSTRAINT caseload_count_people_range CHECK (people >= 0 AND people <= 500)
);
CREATE INDEX caseload_count_organization_id_peer_id_idx ON caseload_count (organization_id, peer_id);
ALTER TABLE caseload_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE caseload_count FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON caseload_count AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY peer_or_manager_adds ON caseload_count FOR INSERT TO alongside_app
  WITH CHECK (
    entered_by = (SELECT access.membership_id())
      AND (peer_id = (SELECT access.membership_id()) OR (SELECT access.has_role('MANAGER'))));
CREATE POLICY peer_or_manager_updates ON caseload_count FOR UPDATE TO alongside_app
  USING (peer_id = (SELECT access.membership_id()) OR (SELECT access.has_role('MANAGER')))
  WITH CHECK (entered_by = (SELECT access.membership_id()));
CREATE POLICY those_concerned_read ON caseload_count FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON caseload_count FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('PEOPLE', 'peer_id', 'placement_id,counted_on,people');
CREATE TRIGGER copy_latest_caseload_count AFTER INSERT OR UPDATE ON caseload_count FOR EACH ROW
  EXECUTE FUNCTION access.copy_latest_caseload_count();
GRANT SELECT, INSERT, UPDATE (people, entered_by, entered_at) ON caseload_count TO alongside_app;

CREATE TABLE catalogue_report (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  credential_id text NOT NULL,
  what_changed text NOT NULL,
  source_url text,
  reported_by uuid NOT NULL,
  reported_at timestamptz NOT NULL,
  settled_at timestamptz,
  CONSTRAINT catalogue_report_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT catalogue_report_organization_id_reported_by_fkey FOREIGN KEY (organization_id, reported_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT catalogue_report_credential_id_form CHECK (credential_id ~ '^us-[a-z]+(-[a-z]+)+$'),
  CONSTRAINT catalogue_report_source_url_form CHECK (
    source_url ~ '^https://' AND char_length(source_url) <= 500),
  CONSTRAINT catalogue_report_what_changed_length CHECK (
    char_length(what_changed) >= 1 AND char_length(what_changed) <= 1000)
);
CREATE INDEX catalogue_report_organization_id_credential_id_idx ON catalogue_report (
  organization_id, credential_id);
ALTER TABLE catalogue_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalogue_report FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON catalogue_report AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY manager_adds ON catalogue_report FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('MANAGER'))
      AND reported_by = (SELECT access.membership_id())
      AND settled_at IS NULL);
CREATE POLICY manager_updates ON catalogue_report FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('MANAGER'));
CREATE POLICY office_reads ON catalogue_report FOR SELECT TO alongside_app
  USING ((SELECT access.has_role('MANAGER')) OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON catalogue_report FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('CERTIFICATION', '', 'credential_id,settled_at');
GRANT SELECT, INSERT, UPDATE (settled_at) ON catalogue_report TO alongside_app;

CREATE TABLE ce_activity (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  title text NOT NULL,
  provider text,
  held_on date NOT NULL,
  delivery_mode text,
  earned_by text NOT NULL DEFAULT 'ATTENDING',
  credit_unit text NOT NULL DEFAULT 'CONTACT_HOURS',
  approved boolean,
  contents text[] NOT NULL DEFAULT '{}'::text[],
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  request_hash bytea,
  starts_on date,
  approved_by text[],
  version_of uuid,
  revision integer NOT NULL DEFAULT 1,
  origin text NOT NULL DEFAULT 'RECORDED_BY_ORGANIZATION',
  CONSTRAINT ce_activity_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT ce_activity_organization_id_recorded_by_fkey FOREIGN KEY (organization_id, recorded_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT ce_activity_version_of_fkey FOREIGN KEY (organization_id, version_of)
    REFERENCES ce_activity(organization_id, id),
  CONSTRAINT ce_activity_approved_by_length CHECK (cardinality(approved_by) <= 20),
  CONSTRAINT ce_activity_contents_known CHECK (
    contents <@ ARRAY['CLINICAL_TREATMENT', 'FIRST_AID', 'DRIVING', 'FOOD_SAFETY', 'IN_SERVICE']),
  CONSTRAINT ce_activity_credit_unit_known CHECK (
    credit_unit IN ('CONTACT_HOURS', 'SEMESTER_HOURS', 'QUARTER_HOURS', 'CEU')),
  CONSTRAINT ce_activity_delivery_mode_known CHECK (
    delivery_mode IN ('IN_PERSON', 'LIVE_ONLINE', 'SELF_PACED')),
  CONSTRAINT ce_activity_earned_by_known CHECK (
    earned_by IN ('ATTENDING', 'TEACHING', 'PREPARING', 'COLLEGE_COURSE', 'READING')),
  CONSTRAINT ce_activity_origin_known CHECK (origin IN ('RECORDED_BY_ORGANIZATION', 'ENTERED_BY_HOLDER')),
  CONSTRAINT ce_activity_provider_length CHECK (char_length(provider) >= 1 AND char_length(provider) <= 200),
  CONSTRAINT ce_activity_starts_before_end CHECK (starts_on <= held_on),
  CONSTRAINT ce_activity_title_length CHECK (char_length(title) >= 1 AND char_length(title) <= 200),
  CONSTRAINT ce_activity_version_of_another CHECK (version_of <> id)
);
CREATE INDEX ce_activity_versions ON ce_activity (organization_id, version_of);
ALTER TABLE ce_activity ENABLE ROW LEVEL SECURITY;
ALTER TABLE ce_activity FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON ce_activity AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON ce_activity FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY definer_removes ON ce_activity FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY holder_adds ON ce_activity FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('PEER'))
      AND recorded_by = (SELECT access.membership_id())
      AND origin = 'ENTERED_BY_HOLDER');
CREATE POLICY holder_counts_changes ON ce_activity FOR UPDATE TO alongside_app
  USING (recorded_by = (SELECT access.membership_id()) AND origin = 'ENTERED_BY_HOLDER');
CREATE POLICY holder_reads ON ce_activity FOR SELECT TO alongside_app
  USING (recorded_by = (SELECT access.membership_id()) AND origin = 'ENTERED_BY_HOLDER');
CREATE POLICY manager_adds ON ce_activity FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('MANAGER')) AND recorded_by = (SELECT access.membership_id()));
CREATE POLICY manager_counts_changes ON ce_activity FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('MANAGER'));
CREATE POLICY peer_and_office_read ON ce_activity FOR SELECT TO alongside_app
  USING (
    (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR'))
      OR (
        id = ANY (
          (
            ARRAY(
              SELECT credit.activity_id
                FROM ce_credit credit
                WHERE credit.organization_id = (SELECT access.organization_id())
                  AND credit.peer_id = (SELECT access.membership_id()))))));
CREATE TRIGGER mark_assessments_stale_on_delete AFTER DELETE ON ce_activity
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('activity');
CREATE TRIGGER mark_assessments_stale_on_insert AFTER INSERT ON ce_activity
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('activity');
CREATE TRIGGER mark_assessments_stale_on_update AFTER UPDATE ON ce_activity
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('activity');
CREATE TRIGGER name_first_course BEFORE INSERT ON ce_activity FOR EACH ROW
  WHEN (new.version_of IS NOT NULL)
  EXECUTE FUNCTION access.name_first_course();
GRANT SELECT, INSERT, UPDATE (revision) ON ce_activity TO alongside_app;
GRANT SELECT, DELETE ON ce_activity TO alongside_definer;

CREATE TABLE ce_credit (
  organization_id uuid NOT NULL,
  activity_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  hours numeric(5,2) NOT NULL,
  categories text[] NOT NULL,
  only_for uuid,
  version_of uuid,
  voided_by uuid,
  voided_at timestamptz,
  CONSTRAINT ce_credit_pkey PRIMARY KEY (organization_id, activity_id, peer_id),
  CONSTRAINT ce_credit_only_for_fkey FOREIGN KEY (organization_id, only_for, peer_id)
    REFERENCES certification(organization_id, id, peer_id),
  CONSTRAINT ce_credit_organization_id_activity_id_fkey FOREIGN KEY (organization_id, activity_id)
    REFERENCES ce_activity(organization_id, id),
  CONSTRAINT ce_credit_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT ce_credit_voided_by_fkey FOREIGN KEY (organization_id, voided_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT ce_credit_categories_known CHECK (
    categories <@ ARRAY[
        'ethics', 'law-and-ethics', 'boundaries', 'confidentiality', 'peer-practice', 'core-functions',
          'general-behavioral-health', 'substance-use', 'suicide-prevention', 'trauma', 'cultural-competence',
          'health-equity', 'system-navigation', 'human-trafficking', 'health-and-wellness', 'coaching',
          'supervision', 'telehealth', 'medication-supported-recovery', 'professional-development',
          'military-content', 'any']
      AND cardinality(categories) >= 1
      AND cardinality(categories) <= 22),
  CONSTRAINT ce_credit_hours_in_steps CHECK (
    hours >= 0.05 AND hours <= 200::numeric AND (hours * 20::numeric) = floor(hours * 20::numeric)),
  CONSTRAINT ce_credit_voided_by_somebody CHECK ((voided_by IS NULL) = (voided_at IS NULL))
);
CREATE UNIQUE INDEX ce_credit_one_counts ON ce_credit (
    organization_id, COALESCE(version_of, activity_id), peer_id)
  WHERE voided_at IS NULL;
CREATE INDEX ce_credit_organization_id_peer_id_idx ON ce_credit (organization_id, peer_id);
ALTER TABLE ce_credit ENABLE ROW LEVEL SECURITY;
ALTER TABLE ce_credit FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON ce_credit AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON ce_credit FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY definer_removes ON ce_credit FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY holder_adds ON ce_credit FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('PEER'))
      AND peer_id = (SELECT access.membership_id())
      AND access.is_own_open_course(activity_id));
CREATE POLICY holder_voids ON ce_credit FOR UPDATE TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      AND voided_at IS NULL
      AND access.is_own_open_course(activity_id))
  WITH CHECK (voided_by = (SELECT access.membership_id()));
CREATE POLICY manager_adds ON ce_credit FOR INSERT TO alongside_app
  WITH CHECK (SELECT access.has_role('MANAGER'));
CREATE POLICY manager_voids ON ce_credit FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('MANAGER'))
  WITH CHECK (voided_by IS NULL OR voided_by = (SELECT access.membership_id()));
CREATE POLICY peer_and_office_read ON ce_credit FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON ce_credit FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('CERTIFICATION', 'peer_id', 'activity_id,hours,voided_at');
CREATE TRIGGER copy_first_course BEFORE INSERT ON ce_credit FOR EACH ROW
  EXECUTE FUNCTION access.copy_first_course();
CREATE TRIGGER mark_assessments_stale_on_delete AFTER DELETE ON ce_credit
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('peer');
CREATE TRIGGER mark_assessments_stale_on_insert AFTER INSERT ON ce_credit
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('peer');
CREATE TRIGGER mark_assessments_stale_on_update AFTER UPDATE ON ce_credit
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('peer');
GRANT SELECT, INSERT, UPDATE (voided_by, voided_at) ON ce_credit TO alongside_app;
GRANT SELECT, DELETE ON ce_credit TO alongside_definer;

CREATE TABLE certification (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  peer_id uuid NOT NULL,
  credential_id text NOT NULL,
  title text,
  number text,
  issued_on date NOT NULL,
  expires_on date,
  birth_month_day text,
  conditions_held text[] NOT NULL DEFAULT '{}'::text[],
  conditions_not_held text[] NOT NULL DEFAULT '{}'::text[],
  chosen_cycle_months integer,
  exam_year integer,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  voided_by uuid,
  voided_at timestamptz,
  CONSTRAINT certification_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT certification_organization_id_id_peer_id_key UNIQUE (organization_id, id, peer_id),
  CONSTRAINT certification_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT certification_organization_id_recorded_by_fkey FOREIGN KEY (organization_id, recorded_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT certification_voided_by_fkey FOREIGN KEY (organization_id, voided_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT certification_birth_month_day_form CHECK (
    birth_month_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  CONSTRAINT certification_chosen_cycle_months_range CHECK (
    chosen_cycle_months >= 1 AND chosen_cycle_months <= 120),
  CONSTRAINT certification_conditions_disjoint CHECK (NOT conditions_held && conditions_not_held),
  CONSTRAINT certification_conditions_held_known CHECK (
    conditions_held <@ ARRAY[
      'supervises-others', 'provides-telehealth', 'military-designation', 'alcohol-and-drug-entity',
        'crisis-team', 'family-endorsement', 'veteran-endorsement', 'active-military-service', 'grandfathered']),
  CONSTRAINT certification_conditions_not_held_known CHECK (
    conditions_not_held <@ ARRAY[
      'supervises-others', 'provides-telehealth', 'military-designation', 'alcohol-and-drug-entity',
        'crisis-team', 'family-endorsement', 'veteran-endorsement', 'active-military-service', 'grandfathered']),
  CONSTRAINT certification_credential_id_form CHECK (credential_id ~ '^[a-z][a-z0-9-]{2,59}$'),
  CONSTRAINT certification_exam_year_range CHECK (exam_year >= 1980 AND exam_year <= 2200),
  CONSTRAINT certification_expires_after_issue CHECK (expires_on > issued_on),
  CONSTRAINT certification_number_length CHECK (char_length(number) >= 1 AND char_length(number) <= 60),
  CONSTRAINT certification_title_form CHECK (title ~ '^[A-Z][A-Z0-9-]{1,19}$'),
  CONSTRAINT certification_voided_by_somebody CHECK ((voided_by IS NULL) = (voided_at IS NULL))
);
CREATE UNIQUE INDEX certification_issue_once ON certification (
    organization_id, peer_id, credential_id, title, issued_on) NULLS NOT DISTINCT
  WHERE voided_at IS NULL;
CREATE UNIQUE INDEX certification_number_once ON certification (organization_id, credential_id, number)
  WHERE number IS NOT NULL AND voided_at IS NULL;
ALTER TABLE certification ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON certification AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON certification FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY definer_removes ON certification FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY manager_adds ON certification FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('MANAGER')) AND recorded_by = (SELECT access.membership_id()));
CREATE POLICY manager_updates ON certification FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('MANAGER'));
CREATE POLICY peer_and_office_read ON certification FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON certification FOR EACH ROW
  EXECUTE FUNCTION access.audit_change(
    'CERTIFICATION', 'peer_id',
      'credential_id,title,number,issued_on,expires_on,conditions_held,conditions_not_held,chosen_cycle_months,exam_year,voided_at');
CREATE TRIGGER keep_assessment_of_what_counts AFTER UPDATE OF voided_at ON certification FOR EACH ROW
  EXECUTE FUNCTION access.keep_assessment_of_what_counts();
CREATE TRIGGER mark_assessments_stale_on_delete AFTER DELETE ON certification
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('peer');
CREATE TRIGGER mark_assessments_stale_on_insert AFTER INSERT ON certification
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('peer');
CREATE TRIGGER mark_assessments_stale_on_update AFTER UPDATE ON certification
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('peer');
CREATE TRIGGER prevent_certification_overlap AFTER INSERT
    OR UPDATE OF issued_on, expires_on, title ON certification FOR EACH ROW
  EXECUTE FUNCTION access.prevent_certification_overlap();
CREATE TRIGGER prevent_certification_overlap_on_restore AFTER UPDATE OF voided_at ON certification FOR EACH ROW
  WHEN (new.voided_at IS NULL)
  EXECUTE FUNCTION access.prevent_certification_overlap();
CREATE TRIGGER record_first_term AFTER INSERT ON certification FOR EACH ROW
  EXECUTE FUNCTION access.record_first_term();
CREATE TRIGGER record_number_change AFTER UPDATE OF number ON certification FOR EACH ROW
  WHEN (old.number IS NOT NULL AND new.number IS DISTINCT FROM old.number)
  EXECUTE FUNCTION access.record_number_change();
CREATE TRIGGER require_earlier_answers BEFORE UPDATE OF conditions_held, conditions_not_held,
    chosen_cycle_months ON certification FOR EACH ROW
  EXECUTE FUNCTION access.require_earlier_answers();
CREATE TRIGGER require_issue_day_correction BEFORE UPDATE OF issued_on ON certification FOR EACH ROW
  EXECUTE FUNCTION access.require_issue_day_correction();
CREATE TRIGGER require_term_for_expiry BEFORE UPDATE OF expires_on ON certification FOR EACH ROW
  EXECUTE FUNCTION access.require_term_for_expiry();
GRANT SELECT, INSERT,
    UPDATE (
      title, number, issued_on, expires_on, birth_month_day, conditions_held, conditions_not_held,
        chosen_cycle_months, exam_year, revision, voided_by, voided_at)
  ON certification TO alongside_app;
GRANT SELECT, DELETE ON certification TO alongside_definer;

CREATE TABLE certification_assessment (
  organization_id uuid NOT NULL,
  certification_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  facts_version bigint NOT NULL DEFAULT 1,
  assessed_version bigint,
  assessed_by text,
  assessed_on date,
  reassess_on date,
  next_change_on date,
  at_risk boolean NOT NULL DEFAULT false,
  reason_kinds text[] NOT NULL DEFAULT '{}'::text[],
  unknown_kinds text[] NOT NULL DEFAULT '{}'::text[],
  credential_state text,
  credential_label text,
  rule_version integer,
  opens_on date,
  send_by_on date,
  expires_on date,
  CONSTRAINT certification_assessment_pkey PRIMARY KEY (organization_id, certification_id),
  CONSTRAINT certification_assessment_certification_fkey FOREIGN KEY (
      organization_id, certification_id, peer_id)
    REFERENCES certification(organization_id, id, peer_id) ON DELETE CASCADE
);
CREATE INDEX certification_assessment_organization_id_peer_id_idx ON certification_assessment (
  organization_id, peer_id);
ALTER TABLE certification_assessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_assessment FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON certification_assessment AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON certification_assessment TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY peer_and_office_read ON certification_assessment FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
GRANT SELECT ON certification_assessment TO alongside_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON certification_assessment TO alongside_definer;

CREATE TABLE certification_goal (
  organization_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  credential_id text,
  chosen_by uuid NOT NULL,
  chosen_at timestamptz NOT NULL,
  CONSTRAINT certification_goal_pkey PRIMARY KEY (organization_id, peer_id),
  CONSTRAINT certification_goal_organization_id_chosen_by_fkey FOREIGN KEY (organization_id, chosen_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT certification_goal_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT certification_goal_credential_id_length CHECK (
    char_length(credential_id) >= 1 AND char_length(credential_id) <= 60)
);
ALTER TABLE certification_goal ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_goal FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON certification_goal AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY peer_and_manager_add ON certification_goal FOR INSERT TO alongside_app
  WITH CHECK (
    chosen_by = (SELECT access.membership_id())
      AND chosen_at = (SELECT access.now())
      AND (
        (SELECT access.has_role('MANAGER'))
          OR (SELECT access.has_role('PEER')) AND peer_id = (SELECT access.membership_id())));
CREATE POLICY peer_and_manager_change ON certification_goal FOR UPDATE TO alongside_app
  USING (peer_id = (SELECT access.membership_id()) OR (SELECT access.has_role('MANAGER')))
  WITH CHECK (
    chosen_by = (SELECT access.membership_id())
      AND chosen_at = (SELECT access.now())
      AND (
        (SELECT access.has_role('MANAGER'))
          OR (SELECT access.has_role('PEER')) AND peer_id = (SELECT access.membership_id())));
CREATE POLICY peer_and_office_read ON certification_goal FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON certification_goal FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('CERTIFICATION', 'peer_id', 'credential_id');
GRANT SELECT, INSERT, UPDATE (credential_id, chosen_by, chosen_at) ON certification_goal TO alongside_app;

CREATE TABLE certification_number_change (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  certification_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  number_before text NOT NULL,
  number text,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT certification_number_change_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT certification_number_change_certification_fkey FOREIGN KEY (
      organization_id, certification_id, peer_id)
    REFERENCES certification(organization_id, id, peer_id),
  CONSTRAINT certification_number_change_organization_id_recorded_by_fkey FOREIGN KEY (
      organization_id, recorded_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT certification_number_change_changes_it CHECK (number IS DISTINCT FROM number_before)
);
CREATE INDEX certification_number_change_of_certification ON certification_number_change (
  organization_id, certification_id);
ALTER TABLE certification_number_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_number_change FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON certification_number_change AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY manager_adds ON certification_number_change FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('MANAGER')) AND recorded_by = (SELECT access.membership_id()));
CREATE POLICY peer_and_office_read ON certification_number_change FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
GRANT SELECT, INSERT ON certification_number_change TO alongside_app;

CREATE TABLE certification_status (
  organization_id uuid NOT NULL,
  certification_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  status text NOT NULL,
  CONSTRAINT certification_status_pkey PRIMARY KEY (organization_id, certification_id),
  CONSTRAINT certification_status_certification_fkey FOREIGN KEY (
      organization_id, certification_id, peer_id)
    REFERENCES certification(organization_id, id, peer_id) ON DELETE CASCADE,
  CONSTRAINT certification_status_status_known CHECK (
    status IN (
      'REVOKED', 'SUSPENDED', 'LAPSED', 'INACTIVE', 'GRACE', 'AT_RISK', 'RENEWAL_OPEN', 'CURRENT',
        'NOT_CERTIFIED'))
);
CREATE INDEX certification_status_organization_id_peer_id_idx ON certification_status (
  organization_id, peer_id);
ALTER TABLE certification_status ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_status FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON certification_status AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON certification_status TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY those_concerned_read ON certification_status FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
GRANT SELECT ON certification_status TO alongside_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON certification_status TO alongside_definer;

CREATE TABLE certification_term (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  certification_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  starts_on date NOT NULL,
  expires_on date,
  corrects uuid,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  voided_by uuid,
  voided_at timestamptz,
  CONSTRAINT certification_term_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT certification_term_organization_id_id_certification_id_key UNIQUE (
    organization_id, id, certification_id),
  CONSTRAINT certification_term_certification_fkey FOREIGN KEY (
      organization_id, certification_id, peer_id)
    REFERENCES certification(organization_id, id, peer_id),
  CONSTRAINT certification_term_corrects_fkey FOREIGN KEY (organization_id, corrects, certification_id)
    REFERENCES certification_term(organization_id, id, certification_id),
  CONSTRAINT certification_term_organization_id_recorded_by_fkey FOREIGN KEY (
      organization_id, recorded_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT certification_term_organization_id_voided_by_fkey FOREIGN KEY (organization_id, voided_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT certification_term_expires_after_start CHECK (expires_on > starts_on),
  CONSTRAINT certification_term_first_stays CHECK (voided_at IS NULL OR id <> certification_id),
  CONSTRAINT certification_term_voided_by_somebody CHECK ((voided_by IS NULL) = (voided_at IS NULL))
);
CREATE UNIQUE INDEX certification_term_corrected_once ON certification_term (organization_id, corrects)
  WHERE voided_at IS NULL;
CREATE INDEX certification_term_organization_id_certification_id_idx ON certification_term (
  organization_id, certification_id);
CREATE INDEX certification_term_organization_id_peer_id_idx ON certification_term (organization_id, peer_id);
ALTER TABLE certification_term ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_term FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON certification_term AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON certification_term FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY definer_removes ON certification_term FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY manager_adds ON certification_term FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('MANAGER')) AND recorded_by = (SELECT access.membership_id()));
CREATE POLICY manager_voids ON certification_term FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('MANAGER'))
  WITH CHECK (voided_by IS NULL OR voided_by = (SELECT access.membership_id()));
CREATE POLICY peer_and_office_read ON certification_term FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR UPDATE ON certification_term FOR EACH ROW
  WHEN (new.id <> new.certification_id)
  EXECUTE FUNCTION access.audit_change(
    'CERTIFICATION', 'peer_id', 'certification_id,starts_on,expires_on,voided_at');
CREATE TRIGGER audit_removal AFTER DELETE ON certification_term FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('CERTIFICATION', 'peer_id', 'certification_id,starts_on,expires_on');
CREATE TRIGGER enforce_term_order AFTER INSERT OR UPDATE OF voided_at ON certification_term FOR EACH ROW
  EXECUTE FUNCTION access.enforce_term_order();
CREATE TRIGGER mark_assessments_stale_on_delete AFTER DELETE ON certification_term
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('peer');
CREATE TRIGGER mark_assessments_stale_on_insert AFTER INSERT ON certification_term
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('peer');
CREATE TRIGGER mark_assessments_stale_on_update AFTER UPDATE ON certification_term
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('peer');
GRANT SELECT, INSERT, UPDATE (voided_by, voided_at) ON certification_term TO alongside_app;
GRANT SELECT, DELETE ON certification_term TO alongside_definer;

CREATE TABLE certification_verification (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  certification_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  checked_on date NOT NULL,
  source text NOT NULL,
  result text NOT NULL,
  expires_on_seen date,
  note text,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  voided_by uuid,
  voided_at timestamptz,
  version_of uuid,
  CONSTRAINT certification_verification_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT certification_verification_of_certification UNIQUE (organization_id, id, certification_id),
  CONSTRAINT certification_verification_certification_fkey FOREIGN KEY (
      organization_id, certification_id, peer_id)
    REFERENCES certification(organization_id, id, peer_id),
  CONSTRAINT certification_verification_organization_id_recorded_by_fkey FOREIGN KEY (
      organization_id, recorded_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT certification_verification_version_of_fkey FOREIGN KEY (
      organization_id, version_of, certification_id)
    REFERENCES certification_verification(organization_id, id, certification_id),
  CONSTRAINT certification_verification_voided_by_fkey FOREIGN KEY (organization_id, voided_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT certification_verification_note_length CHECK (
    char_length(note) >= 1 AND char_length(note) <= 300),
  CONSTRAINT certification_verification_result_known CHECK (
    result IN ('AS_RECORDED', 'DIFFERS', 'NOT_FOUND', 'NO_REGISTER')),
  CONSTRAINT certification_verification_source_length CHECK (
    char_length(source) >= 1 AND char_length(source) <= 200),
  CONSTRAINT certification_verification_version_of_another CHECK (version_of <> id),
  CONSTRAINT certification_verification_voided_by_somebody CHECK ((voided_by IS NULL) = (voided_at IS NULL))
);
CREATE UNIQUE INDEX certification_verification_one_counts ON certification_verification (
    organization_id, COALESCE(version_of, id))
  WHERE voided_at IS NULL;
CREATE INDEX certification_verification_organization_id_certification_id_idx ON certification_verification (
  organization_id, certification_id);
ALTER TABLE certification_verification ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_verification FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON certification_verification AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY manager_adds ON certification_verification FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('MANAGER')) AND recorded_by = (SELECT access.membership_id()));
CREATE POLICY manager_voids ON certification_verification FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('MANAGER'))
  WITH CHECK (voided_by IS NULL OR voided_by = (SELECT access.membership_id()));
CREATE POLICY peer_and_office_read ON certification_verification FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON certification_verification FOR EACH ROW
  EXECUTE FUNCTION access.audit_change(
    'CERTIFICATION', 'peer_id', 'certification_id,checked_on,result,voided_at');
CREATE TRIGGER name_first_version BEFORE INSERT ON certification_verification FOR EACH ROW
  WHEN (new.version_of IS NOT NULL)
  EXECUTE FUNCTION access.name_first_certification_verification();
GRANT SELECT, INSERT, UPDATE (voided_by, voided_at) ON certification_verification TO alongside_app;

CREATE TABLE check_in_lock (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL,
  locked_before timestamptz NOT NULL,
  code_hash bytea,
  opened_at timestamptz,
  CONSTRAINT check_in_lock_pkey PRIMARY KEY (id),
  CONSTRAINT check_in_lock_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);
CREATE INDEX check_in_lock_account_id_idx ON check_in_lock (account_id) WHERE opened_at IS NULL;
ALTER TABLE check_in_lock ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_in_lock FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_access ON check_in_lock TO alongside_definer
  USING (true)
  WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON check_in_lock TO alongside_definer;

CREATE TABLE check_in_reminder (
  organization_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  is_on boolean NOT NULL,
  weekday smallint NOT NULL,
  hour smallint NOT NULL,
  saved_at timestamptz NOT NULL,
  CONSTRAINT check_in_reminder_pkey PRIMARY KEY (organization_id, owner_id),
  CONSTRAINT check_in_reminder_organization_id_owner_id_fkey FOREIGN KEY (organization_id, owner_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT check_in_reminder_hour_range CHECK (hour >= 0 AND hour <= 23),
  CONSTRAINT check_in_reminder_weekday_range CHECK (weekday >= 1 AND weekday <= 7)
);
ALTER TABLE check_in_reminder ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_in_reminder FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON check_in_reminder AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON check_in_reminder AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_erases ON check_in_reminder FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON check_in_reminder FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY owner_manages ON check_in_reminder TO alongside_app
  USING (owner_id = (SELECT access.membership_id()))
  WITH CHECK (owner_id = (SELECT access.membership_id()));
GRANT SELECT, INSERT, UPDATE (is_on, weekday, hour, saved_at) ON check_in_reminder TO alongside_app;
GRANT SELECT, DELETE ON check_in_reminder TO alongside_definer;

CREATE TABLE climate_setting (
  organization_id uuid NOT NULL,
  smallest_group integer NOT NULL DEFAULT 7,
  on_since date,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT climate_setting_pkey PRIMARY KEY (organization_id),
  CONSTRAINT climate_setting_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT climate_setting_smallest_group_range CHECK (smallest_group >= 5 AND smallest_group <= 50)
);
ALTER TABLE climate_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE climate_setting FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON climate_setting AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON climate_setting TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY everyone_reads ON climate_setting FOR SELECT TO alongside_app
  USING (NOT (SELECT access.is_host_agency_staff()));
CREATE POLICY manager_adds ON climate_setting FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('MANAGER')) AND (on_since IS NULL OR on_since = (SELECT access.today())));
CREATE POLICY manager_updates ON climate_setting FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('MANAGER'));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON climate_setting FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('SETTINGS', '', 'smallest_group,on_since');
CREATE TRIGGER only_raise_smallest_group BEFORE UPDATE ON climate_setting FOR EACH ROW
  EXECUTE FUNCTION access.only_raise_smallest_group();
GRANT SELECT, INSERT, UPDATE (smallest_group, on_since, revision) ON climate_setting TO alongside_app;
GRANT SELECT, UPDATE (revision) ON climate_setting TO alongside_definer;

CREATE TABLE climate_step (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  snapshot_id uuid NOT NULL,
  step text NOT NULL,
  line text NOT NULL,
  taken_on date NOT NULL,
  written_by uuid NOT NULL,
  voided_at timestamptz,
  CONSTRAINT climate_step_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT climate_step_organization_id_snapshot_id_fkey FOREIGN KEY (organization_id, snapshot_id)
    REFERENCES crowd_snapshot(organization_id, id),
  CONSTRAINT climate_step_organization_id_written_by_fkey FOREIGN KEY (organization_id, written_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT climate_step_line_length CHECK (char_length(line) >= 1 AND char_length(line) <= 300),
  CONSTRAINT climate_step_step_known CHECK (step IN ('READ', 'SHARE', 'ACT', 'TELL'))
);
CREATE INDEX climate_step_organization_id_snapshot_id_idx ON climate_step (organization_id, snapshot_id);
ALTER TABLE climate_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE climate_step FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON climate_step AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY everyone_reads ON climate_step FOR SELECT TO alongside_app
  USING (NOT (SELECT access.is_host_agency_staff()));
CREATE POLICY manager_adds ON climate_step FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('MANAGER'))
      AND written_by = (SELECT access.membership_id())
      AND taken_on = (SELECT access.today())
      AND voided_at IS NULL);
CREATE POLICY manager_voids ON climate_step FOR UPDATE TO alongside_app
  USING ((SELECT access.has_role('MANAGER')) AND voided_at IS NULL)
  WITH CHECK (voided_at = (SELECT access.now()));
GRANT SELECT, INSERT, UPDATE (voided_at) ON climate_step TO alongside_app;

CREATE TABLE core_value_reflection (
  organization_id uuid NOT NULL,
  member_id uuid NOT NULL,
  starts_on date NOT NULL,
  answers smallint[] NOT NULL,
  saved_at timestamptz NOT NULL,
  CONSTRAINT core_value_reflection_pkey PRIMARY KEY (organization_id, member_id, starts_on),
  CONSTRAINT core_value_reflection_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT core_value_reflection_answers_known CHECK (
    cardinality(answers) = 12 AND (1 <= ALL (answers)) AND (5 >= ALL (answers))),
  CONSTRAINT core_value_reflection_half_year CHECK (
    EXTRACT(day FROM starts_on) = 1::numeric AND (EXTRACT(month FROM starts_on) IN (1::numeric, 7::numeric)))
);
ALTER TABLE core_value_reflection ENABLE ROW LEVEL SECURITY;
ALTER TABLE core_value_reflection FORCE ROW LEVEL SECURITY;
CREATE POLICY locked_until_opened ON core_value_reflection AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (
    (SELECT access.check_ins_locked_before()) IS NULL
      OR saved_at > (SELECT access.check_ins_locked_before()));
CREATE POLICY tenant_isolation ON core_value_reflection AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON core_value_reflection AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_erases ON core_value_reflection FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON core_value_reflection FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY only_oneself_reads ON core_value_reflection FOR SELECT TO alongside_app
  USING (member_id = (SELECT access.membership_id()));
CREATE POLICY peer_adds ON core_value_reflection FOR INSERT TO alongside_app
  WITH CHECK (
    member_id = (SELECT access.membership_id())
      AND (SELECT access.has_role('PEER'))
      AND starts_on = (
        (
          SELECT date_trunc('month', access.today()::timestamptz)::date - make_interval(
            months => (EXTRACT(month FROM access.today())::integer - 1) % 6))));
CREATE POLICY peer_updates ON core_value_reflection FOR UPDATE TO alongside_app
  USING (
    member_id = (SELECT access.membership_id())
      AND (SELECT access.has_role('PEER'))
      AND starts_on > ((SELECT access.today() - '6 mons'::interval)));
GRANT SELECT, INSERT, UPDATE (answers, saved_at) ON core_value_reflection TO alongside_app;
GRANT SELECT, DELETE ON core_value_reflection TO alongside_definer;

CREATE TABLE course_evidence (
  organization_id uuid NOT NULL,
  course_id uuid NOT NULL,
  file_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  attached_at timestamptz NOT NULL,
  CONSTRAINT course_evidence_pkey PRIMARY KEY (organization_id, course_id, file_id),
  CONSTRAINT course_evidence_credit_fkey FOREIGN KEY (organization_id, course_id, peer_id)
    REFERENCES ce_credit(organization_id, activity_id, peer_id),
  CONSTRAINT course_evidence_file_fkey FOREIGN KEY (organization_id, file_id, peer_id)
    REFERENCES evidence_file(organization_id, id, peer_id)
);
CREATE INDEX course_evidence_organization_id_file_id_idx ON course_evidence (organization_id, file_id);
CREATE INDEX course_evidence_organization_id_peer_id_idx ON course_evidence (organization_id, peer_id);
ALTER TABLE course_evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE course_evidence FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON course_evidence AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON course_evidence FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY holder_adds ON course_evidence FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('PEER')) AND peer_id = (SELECT access.membership_id()));
CREATE POLICY peer_and_office_read ON course_evidence FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
GRANT SELECT, INSERT ON course_evidence TO alongside_app;
GRANT SELECT ON course_evidence TO alongside_definer;

CREATE TABLE course_review (
  organization_id uuid NOT NULL,
  activity_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  outcome text NOT NULL,
  reason text,
  reviewed_by uuid NOT NULL,
  reviewed_at timestamptz NOT NULL,
  CONSTRAINT course_review_pkey PRIMARY KEY (organization_id, activity_id, peer_id),
  CONSTRAINT course_review_credit_fkey FOREIGN KEY (organization_id, activity_id, peer_id)
    REFERENCES ce_credit(organization_id, activity_id, peer_id),
  CONSTRAINT course_review_organization_id_reviewed_by_fkey FOREIGN KEY (organization_id, reviewed_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT course_review_not_ones_own CHECK (reviewed_by <> peer_id),
  CONSTRAINT course_review_outcome_known CHECK (outcome IN ('CONFIRMED', 'SENT_BACK')),
  CONSTRAINT course_review_reason_if_sent_back CHECK ((outcome = 'SENT_BACK') = (reason IS NOT NULL)),
  CONSTRAINT course_review_reason_known CHECK (
    reason IN (
      'NO_CERTIFICATE', 'NOT_READABLE', 'WRONG_DATE', 'WRONG_HOURS', 'WRONG_TOPICS', 'OTHER_PERSON',
        'CLIENT_NAMED', 'ALREADY_RECORDED'))
);
CREATE INDEX course_review_organization_id_peer_id_idx ON course_review (organization_id, peer_id);
ALTER TABLE course_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE course_review FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON course_review AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON course_review FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY manager_reviews ON course_review FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('MANAGER'))
      AND reviewed_by = (SELECT access.membership_id())
      AND peer_id <> (SELECT access.membership_id()));
CREATE POLICY peer_and_office_read ON course_review FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON course_review FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('CERTIFICATION', 'peer_id', 'activity_id,outcome,reason');
GRANT SELECT, INSERT ON course_review TO alongside_app;
GRANT SELECT ON course_review TO alongside_definer;

CREATE TABLE crowd_block (
  organization_id uuid NOT NULL,
  snapshot_id uuid NOT NULL,
  "position" integer NOT NULL,
  kind text NOT NULL,
  team_id uuid,
  team_name text,
  count_band text NOT NULL,
  CONSTRAINT crowd_block_pkey PRIMARY KEY (organization_id, snapshot_id, "position"),
  CONSTRAINT crowd_block_organization_id_snapshot_id_fkey FOREIGN KEY (organization_id, snapshot_id)
    REFERENCES crowd_snapshot(organization_id, id),
  CONSTRAINT crowd_block_organization_id_team_id_fkey FOREIGN KEY (organization_id, team_id)
    REFERENCES reporting_team(organization_id, id),
  CONSTRAINT crowd_block_count_band_known CHECK (count_band IN ('FROM_5', 'FROM_10', 'FROM_20', 'FROM_50')),
  CONSTRAINT crowd_block_kind_known CHECK (kind IN ('ORGANIZATION', 'TEAM', 'POOL')),
  CONSTRAINT crowd_block_organization_first CHECK (("position" = 0) = (kind = 'ORGANIZATION')),
  CONSTRAINT crowd_block_team_of_team CHECK (
    (kind = 'TEAM') = (team_id IS NOT NULL) AND (team_id IS NULL) = (team_name IS NULL))
);
ALTER TABLE crowd_block ENABLE ROW LEVEL SECURITY;
ALTER TABLE crowd_block FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON crowd_block AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON crowd_block TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY everyone_reads ON crowd_block FOR SELECT TO alongside_app
  USING (NOT (SELECT access.is_host_agency_staff()));
CREATE TRIGGER prevent_published_changes BEFORE DELETE
    OR UPDATE
    OR TRUNCATE ON crowd_block FOR EACH STATEMENT
  EXECUTE FUNCTION access.prevent_published_changes();
GRANT SELECT ON crowd_block TO alongside_app;
GRANT SELECT, INSERT ON crowd_block TO alongside_definer;

CREATE TABLE crowd_figure (
  organization_id uuid NOT NULL,
  snapshot_id uuid NOT NULL,
  "position" integer NOT NULL,
  measure text NOT NULL,
  mean numeric(2,1),
  share text,
  CONSTRAINT crowd_figure_pkey PRIMARY KEY (organization_id, snapshot_id, "position", measure),
  CONSTRAINT crowd_figure_of_block FOREIGN KEY (organization_id, snapshot_id, "position")
    REFERENCES crowd_block(organization_id, snapshot_id, "position"),
  CONSTRAINT crowd_figure_mean_coarse CHECK (
    mean >= 1.5 AND mean <= 4.5 AND (mean * 2::numeric) = round(mean * 2::numeric)),
  CONSTRAINT crowd_figure_one_of_both CHECK ((mean IS NULL) <> (share IS NULL)),
  CONSTRAINT crowd_figure_share_known CHECK (share IN ('FEW', 'SOME', 'MANY'))
);
ALTER TABLE crowd_figure ENABLE ROW LEVEL SECURITY;
ALTER TABLE crowd_figure FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON crowd_figure AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON crowd_figure TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY everyone_reads ON crowd_figure FOR SELECT TO alongside_app
  USING (NOT (SELECT access.is_host_agency_staff()));
CREATE TRIGGER prevent_published_changes BEFORE DELETE
    OR UPDATE
    OR TRUNCATE ON crowd_figure FOR EACH STATEMENT
  EXECUTE FUNCTION access.prevent_published_changes();
GRANT SELECT ON crowd_figure TO alongside_app;
GRANT SELECT, INSERT ON crowd_figure TO alongside_definer;

CREATE TABLE crowd_roster (
  organization_id uuid NOT NULL,
  subject text NOT NULL,
  starts_on date NOT NULL,
  member_id uuid NOT NULL,
  team_id uuid,
  CONSTRAINT crowd_roster_pkey PRIMARY KEY (organization_id, subject, starts_on, member_id),
  CONSTRAINT crowd_roster_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT crowd_roster_organization_id_team_id_fkey FOREIGN KEY (organization_id, team_id)
    REFERENCES reporting_team(organization_id, id),
  CONSTRAINT crowd_roster_subject_known CHECK (subject IN ('CHECK_IN', 'CORE_VALUES', 'FLAG_CAUSES'))
);
ALTER TABLE crowd_roster ENABLE ROW LEVEL SECURITY;
ALTER TABLE crowd_roster FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON crowd_roster AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON crowd_roster TO alongside_definer
  USING (true)
  WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON crowd_roster TO alongside_definer;

CREATE TABLE crowd_snapshot (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  subject text NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  smallest_group integer NOT NULL,
  frozen_at timestamptz NOT NULL,
  CONSTRAINT crowd_snapshot_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT crowd_snapshot_once UNIQUE (organization_id, subject, starts_on),
  CONSTRAINT crowd_snapshot_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT crowd_snapshot_ends_after_start CHECK (ends_on > starts_on),
  CONSTRAINT crowd_snapshot_smallest_group_range CHECK (smallest_group >= 5 AND smallest_group <= 50),
  CONSTRAINT crowd_snapshot_subject_known CHECK (subject IN ('CHECK_IN', 'CORE_VALUES', 'FLAG_CAUSES'))
);
ALTER TABLE crowd_snapshot ENABLE ROW LEVEL SECURITY;
ALTER TABLE crowd_snapshot FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON crowd_snapshot AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON crowd_snapshot TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY everyone_reads ON crowd_snapshot FOR SELECT TO alongside_app
  USING (NOT (SELECT access.is_host_agency_staff()));
CREATE TRIGGER prevent_published_changes BEFORE DELETE
    OR UPDATE
    OR TRUNCATE ON crowd_snapshot FOR EACH STATEMENT
  EXECUTE FUNCTION access.prevent_published_changes();
GRANT SELECT ON crowd_snapshot TO alongside_app;
GRANT SELECT, INSERT ON crowd_snapshot TO alongside_definer;

CREATE TABLE custom_activity (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  catalogue_key text,
  name text,
  activity_group text,
  activity_function text NOT NULL,
  set_by uuid NOT NULL,
  set_at timestamptz NOT NULL,
  archived_at timestamptz,
  CONSTRAINT custom_activity_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT custom_activity_read_once UNIQUE (organization_id, catalogue_key),
  CONSTRAINT custom_activity_organization_id_set_by_fkey FOREIGN KEY (organization_id, set_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT custom_activity_added_or_read CHECK (
    (catalogue_key IS NULL) = (name IS NOT NULL)
      AND (name IS NULL) = (activity_group IS NULL)
      AND (archived_at IS NULL OR name IS NOT NULL)),
  CONSTRAINT custom_activity_function_known CHECK (
    activity_function IN (
      'OUTREACH', 'ADVOCACY', 'LINKING_TO_RESOURCES', 'COMPANIONSHIP_AND_MODELING', 'RECOVERY_PLANNING',
        'SKILLS_TRAINING', 'ONGOING_SUPPORT', 'CRISIS_SUPPORT', 'CLINICAL', 'SURVEILLANCE', 'ERRAND',
        'ADMINISTRATIVE')),
  CONSTRAINT custom_activity_group_known CHECK (activity_group IN ('ENGAGEMENT', 'SERVICES', 'AGENCY')),
  CONSTRAINT custom_activity_key_form CHECK (catalogue_key ~ '^[A-Z_]{3,60}$'),
  CONSTRAINT custom_activity_name_length CHECK (char_length(name) >= 1 AND char_length(name) <= 80)
);
CREATE UNIQUE INDEX custom_activity_named_once ON custom_activity (organization_id, lower(name))
  WHERE archived_at IS NULL;
ALTER TABLE custom_activity ENABLE ROW LEVEL SECURITY;
ALTER TABLE custom_activity FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON custom_activity AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY everyone_reads ON custom_activity FOR SELECT TO alongside_app
  USING (true);
CREATE POLICY manager_adds ON custom_activity FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('MANAGER'))
      AND set_by = (SELECT access.membership_id())
      AND set_at = (SELECT access.now())
      AND archived_at IS NULL);
CREATE POLICY manager_updates ON custom_activity FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('MANAGER'))
  WITH CHECK (
    (SELECT access.has_role('MANAGER'))
      AND set_by = (SELECT access.membership_id())
      AND set_at = (SELECT access.now()));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON custom_activity FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('SETTINGS', '', 'catalogue_key,name,activity_function,archived_at');
GRANT SELECT, INSERT, UPDATE (activity_function, set_by, set_at, archived_at)
  ON custom_activity TO alongside_app;

CREATE TABLE custom_credential (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  abbreviation text NOT NULL,
  certifying_body text,
  state text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  retired_at timestamptz,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT custom_credential_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT custom_credential_organization_id_recorded_by_fkey FOREIGN KEY (organization_id, recorded_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT custom_credential_abbreviation_length CHECK (
    char_length(abbreviation) >= 1 AND char_length(abbreviation) <= 20),
  CONSTRAINT custom_credential_certifying_body_length CHECK (
    char_length(certifying_body) >= 1 AND char_length(certifying_body) <= 200),
  CONSTRAINT custom_credential_name_length CHECK (char_length(name) >= 1 AND char_length(name) <= 120),
  CONSTRAINT custom_credential_state_form CHECK (state ~ '^[A-Z]{2}$')
);
CREATE UNIQUE INDEX custom_credential_name_once ON custom_credential (organization_id, state, lower(name));
ALTER TABLE custom_credential ENABLE ROW LEVEL SECURITY;
ALTER TABLE custom_credential FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON custom_credential AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON custom_credential FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY everyone_reads ON custom_credential FOR SELECT TO alongside_app
  USING (true);
CREATE POLICY manager_adds ON custom_credential FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('MANAGER')) AND recorded_by = (SELECT access.membership_id()));
CREATE POLICY manager_updates ON custom_credential FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('MANAGER'))
  WITH CHECK (SELECT access.has_role('MANAGER'));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON custom_credential FOR EACH ROW
  EXECUTE FUNCTION access.audit_change(
    'CERTIFICATION', '', 'name,abbreviation,certifying_body,state,retired_at');
CREATE TRIGGER mark_assessments_stale_on_update AFTER UPDATE ON custom_credential
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale_by_credential();
CREATE TRIGGER record_custom_credential_change AFTER UPDATE ON custom_credential FOR EACH ROW
  EXECUTE FUNCTION access.record_custom_credential_change();
GRANT SELECT, INSERT, UPDATE (name, abbreviation, certifying_body, state, retired_at, revision)
  ON custom_credential TO alongside_app;
GRANT SELECT ON custom_credential TO alongside_definer;

CREATE TABLE custom_credential_change (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  custom_credential_id uuid NOT NULL,
  revision integer NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT custom_credential_change_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT custom_credential_change_revision_once UNIQUE (organization_id, custom_credential_id, revision),
  CONSTRAINT custom_credential_change_credential_fkey FOREIGN KEY (organization_id, custom_credential_id)
    REFERENCES custom_credential(organization_id, id),
  CONSTRAINT custom_credential_change_organization_id_changed_by_fkey FOREIGN KEY (
      organization_id, changed_by)
    REFERENCES membership(organization_id, id)
);
ALTER TABLE custom_credential_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE custom_credential_change FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON custom_credential_change AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY manager_adds ON custom_credential_change FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('MANAGER')) AND changed_by = (SELECT access.membership_id()));
CREATE POLICY office_reads ON custom_credential_change FOR SELECT TO alongside_app
  USING ((SELECT access.has_role('MANAGER')) OR (SELECT access.has_role('AUDITOR')));
GRANT SELECT, INSERT ON custom_credential_change TO alongside_app;

CREATE TABLE data_sharing_agreement (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  host_agency_id uuid NOT NULL,
  reference text NOT NULL,
  starts_on date NOT NULL,
  ends_on date,
  CONSTRAINT data_sharing_agreement_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT data_sharing_agreement_organization_id_host_agency_id_fkey FOREIGN KEY (
      organization_id, host_agency_id)
    REFERENCES host_agency(organization_id, id),
  CONSTRAINT data_sharing_agreement_ends_after_start CHECK (ends_on >= starts_on),
  CONSTRAINT data_sharing_agreement_reference_length CHECK (
    char_length(reference) >= 1 AND char_length(reference) <= 120)
);
CREATE INDEX data_sharing_agreement_organization_id_host_agency_id_idx ON data_sharing_agreement (
  organization_id, host_agency_id);
ALTER TABLE data_sharing_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_sharing_agreement FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON data_sharing_agreement AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY office_adds ON data_sharing_agreement FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('ADMIN')) OR (SELECT access.has_role('MANAGER')));
CREATE POLICY office_and_auditor_read ON data_sharing_agreement FOR SELECT TO alongside_app
  USING (
    (SELECT access.has_role('ADMIN'))
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE POLICY office_updates ON data_sharing_agreement FOR UPDATE TO alongside_app
  USING ((SELECT access.has_role('ADMIN')) OR (SELECT access.has_role('MANAGER')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON data_sharing_agreement FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('AGREEMENT', '', 'host_agency_id,starts_on,ends_on');
GRANT SELECT, INSERT, UPDATE (reference, starts_on, ends_on) ON data_sharing_agreement TO alongside_app;

CREATE TABLE drift_flag (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  peer_id uuid NOT NULL,
  raised_by_kind text NOT NULL,
  raised_by_id uuid,
  signal text,
  rule_version integer,
  evidence text NOT NULL,
  cause text NOT NULL,
  status text NOT NULL DEFAULT 'OPEN',
  raised_at timestamptz NOT NULL,
  opened_at timestamptz,
  released_at timestamptz,
  released_as text,
  only_chosen_readers boolean NOT NULL DEFAULT false,
  CONSTRAINT drift_flag_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT drift_flag_organization_id_id_peer_id_key UNIQUE (organization_id, id, peer_id),
  CONSTRAINT drift_flag_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT drift_flag_organization_id_raised_by_id_fkey FOREIGN KEY (organization_id, raised_by_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT drift_flag_cause_known CHECK (
    cause IN ('OWN_PRACTICE', 'ASSIGNED_WORK', 'AGENCY_POLICY', 'STRUCTURE')),
  CONSTRAINT drift_flag_evidence_length CHECK (char_length(evidence) >= 1 AND char_length(evidence) <= 2000),
  CONSTRAINT drift_flag_raised_by_fits CHECK (
    (raised_by_kind = 'SIGNAL') = (raised_by_id IS NULL)
      AND (raised_by_kind = 'PEER') = (NOT raised_by_id IS DISTINCT FROM peer_id)),
  CONSTRAINT drift_flag_raised_by_kind_known CHECK (raised_by_kind IN ('SIGNAL', 'PEER', 'SUPERVISOR')),
  CONSTRAINT drift_flag_readers_chosen_by_peer CHECK (NOT only_chosen_readers OR raised_by_kind = 'PEER'),
  CONSTRAINT drift_flag_released_as_known CHECK (released_as IN ('AGENCY_POLICY', 'STRUCTURE')),
  CONSTRAINT drift_flag_released_by_who_opened CHECK (
    (released_at IS NULL) = (released_as IS NULL) AND (released_at IS NULL OR opened_at IS NOT NULL)),
  CONSTRAINT drift_flag_signal_fits CHECK (
    (raised_by_kind = 'SIGNAL') = (signal IS NOT NULL) AND (signal IS NULL) = (rule_version IS NULL)),
  CONSTRAINT drift_flag_signal_known CHECK (
    signal IN (
      'CASELOAD_ABOVE_RANGE', 'SUPERVISED_ADMINISTRATIVELY_ONLY', 'OUT_OF_ROLE', 'AGAINST_VALUES',
        'CLINICAL_SUBSTITUTION', 'SURVEILLANCE', 'ERRANDS', 'FALLING_LIVED_EXPERIENCE', 'NO_OTHER_PEERS')),
  CONSTRAINT drift_flag_status_known CHECK (
    status IN (
      'OPEN', 'DISCUSSED', 'PLANNED', 'PROPOSED_RESOLVED', 'PROPOSED_NOT_DRIFT', 'NOT_AGREED', 'RESOLVED',
        'NOT_DRIFT'))
);
CREATE UNIQUE INDEX drift_flag_one_open_per_signal ON drift_flag (organization_id, peer_id, signal)
  WHERE signal IS NOT NULL AND (status <> ALL (ARRAY['RESOLVED', 'NOT_DRIFT']));
CREATE INDEX drift_flag_organization_id_peer_id_idx ON drift_flag (organization_id, peer_id);
CREATE INDEX drift_flag_released ON drift_flag (organization_id, released_at) WHERE released_at IS NOT NULL;
ALTER TABLE drift_flag ENABLE ROW LEVEL SECURITY;
ALTER TABLE drift_flag FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON drift_flag AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON drift_flag AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_erases ON drift_flag FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON drift_flag FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY manager_reads_released ON drift_flag FOR SELECT TO alongside_app
  USING (released_at IS NOT NULL AND (SELECT access.has_role('MANAGER')));
CREATE POLICY peer_raises ON drift_flag FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id = (SELECT access.membership_id())
      AND (raised_by_kind IN ('SIGNAL', 'PEER'))
      AND status = 'OPEN'
      AND raised_at = (SELECT access.now()));
CREATE POLICY peer_reads ON drift_flag FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY peer_updates ON drift_flag FOR UPDATE TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY supervisors_raise_observed ON drift_flag FOR INSERT TO alongside_app
  WITH CHECK (
    (peer_id = ANY (((SELECT access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE')))::uuid[]))
      AND raised_by_kind = 'SUPERVISOR'
      AND raised_by_id = (SELECT access.membership_id())
      AND status = 'OPEN'
      AND raised_at = (SELECT access.now())
      AND opened_at IS NULL);
CREATE POLICY supervisors_read_once_opened ON drift_flag FOR SELECT TO alongside_app
  USING (
    (peer_id = ANY (((SELECT access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE')))::uuid[]))
      AND LEAST(opened_at, raised_at + '168:00:00'::interval) <= (SELECT access.now())
      AND access.may_work_on_flag(id, peer_id, raised_at, only_chosen_readers));
CREATE POLICY supervisors_update_once_opened ON drift_flag FOR UPDATE TO alongside_app
  USING (
    (peer_id = ANY (((SELECT access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE')))::uuid[]))
      AND LEAST(opened_at, raised_at + '168:00:00'::interval) <= (SELECT access.now())
      AND access.may_work_on_flag(id, peer_id, raised_at, only_chosen_readers));
CREATE TRIGGER require_joined_peer AFTER INSERT ON drift_flag FOR EACH ROW
  EXECUTE FUNCTION access.require_joined_peer();
CREATE TRIGGER restrict_closing_to_peer BEFORE UPDATE ON drift_flag FOR EACH ROW
  WHEN (old.status <> new.status)
  EXECUTE FUNCTION access.restrict_closing_to_peer();
CREATE TRIGGER restrict_opening_and_release_to_peer BEFORE UPDATE ON drift_flag FOR EACH ROW
  EXECUTE FUNCTION access.restrict_opening_and_release_to_peer();
GRANT SELECT, INSERT, UPDATE (status, opened_at, released_at, released_as) ON drift_flag TO alongside_app;
GRANT SELECT (
      organization_id, id, peer_id, raised_by_kind, cause, status, raised_at, opened_at, released_at),
    DELETE
  ON drift_flag TO alongside_definer;

CREATE TABLE drift_flag_draft (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  peer_id uuid NOT NULL,
  evidence text NOT NULL,
  cause text,
  response text,
  saved_at timestamptz NOT NULL,
  supervisor_ids uuid[],
  CONSTRAINT drift_flag_draft_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT drift_flag_draft_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT drift_flag_draft_cause_known CHECK (
    cause IN ('OWN_PRACTICE', 'ASSIGNED_WORK', 'AGENCY_POLICY', 'STRUCTURE')),
  CONSTRAINT drift_flag_draft_evidence_length CHECK (
    char_length(evidence) >= 1 AND char_length(evidence) <= 2000),
  CONSTRAINT drift_flag_draft_response_length CHECK (
    char_length(response) >= 1 AND char_length(response) <= 2000),
  CONSTRAINT drift_flag_draft_supervisors_count CHECK (cardinality(supervisor_ids) <= 50)
);
CREATE INDEX drift_flag_draft_organization_id_peer_id_idx ON drift_flag_draft (organization_id, peer_id);
ALTER TABLE drift_flag_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE drift_flag_draft FORCE ROW LEVEL SECURITY;
CREATE POLICY locked_until_opened ON drift_flag_draft AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (
    (SELECT access.check_ins_locked_before()) IS NULL
      OR saved_at > (SELECT access.check_ins_locked_before()));
CREATE POLICY tenant_isolation ON drift_flag_draft AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON drift_flag_draft AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_erases ON drift_flag_draft FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON drift_flag_draft FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY only_peer_adds ON drift_flag_draft FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id = (SELECT access.membership_id())
      AND (SELECT access.has_role('PEER'))
      AND saved_at = (SELECT access.now()));
CREATE POLICY only_peer_reads ON drift_flag_draft FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
GRANT SELECT, INSERT ON drift_flag_draft TO alongside_app;
GRANT SELECT (organization_id, id, peer_id), DELETE ON drift_flag_draft TO alongside_definer;

CREATE TABLE drift_flag_response (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  flag_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  text text NOT NULL,
  written_at timestamptz NOT NULL,
  CONSTRAINT drift_flag_response_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT drift_flag_response_organization_id_flag_id_fkey FOREIGN KEY (organization_id, flag_id)
    REFERENCES drift_flag(organization_id, id),
  CONSTRAINT drift_flag_response_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT drift_flag_response_text_length CHECK (char_length(text) >= 1 AND char_length(text) <= 2000)
);
CREATE INDEX drift_flag_response_organization_id_flag_id_idx ON drift_flag_response (
  organization_id, flag_id);
ALTER TABLE drift_flag_response ENABLE ROW LEVEL SECURITY;
ALTER TABLE drift_flag_response FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON drift_flag_response AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON drift_flag_response AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_erases ON drift_flag_response FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON drift_flag_response FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY flag_readers_read ON drift_flag_response FOR SELECT TO alongside_app
  USING (
    (
      EXISTS (
        SELECT
          FROM drift_flag f
          WHERE f.organization_id = drift_flag_response.organization_id
            AND f.id = drift_flag_response.flag_id)));
CREATE POLICY peer_adds ON drift_flag_response FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id = (SELECT access.membership_id())
      AND written_at = (SELECT access.now())
      AND (
        EXISTS (
          SELECT
            FROM drift_flag f
            WHERE f.organization_id = drift_flag_response.organization_id
              AND f.id = drift_flag_response.flag_id
              AND f.peer_id = (SELECT access.membership_id()))));
GRANT SELECT, INSERT ON drift_flag_response TO alongside_app;
GRANT SELECT (organization_id, flag_id), DELETE ON drift_flag_response TO alongside_definer;

CREATE TABLE drift_flag_share (
  organization_id uuid NOT NULL,
  flag_id uuid NOT NULL,
  relationship_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  shared_at timestamptz NOT NULL,
  CONSTRAINT drift_flag_share_pkey PRIMARY KEY (organization_id, flag_id, relationship_id),
  CONSTRAINT drift_flag_share_of_own_flag FOREIGN KEY (organization_id, flag_id, peer_id)
    REFERENCES drift_flag(organization_id, id, peer_id),
  CONSTRAINT drift_flag_share_with_own_supervisor FOREIGN KEY (organization_id, relationship_id, peer_id)
    REFERENCES supervision_relationship(organization_id, id, peer_id)
);
CREATE INDEX drift_flag_share_organization_id_relationship_id_idx ON drift_flag_share (
  organization_id, relationship_id);
ALTER TABLE drift_flag_share ENABLE ROW LEVEL SECURITY;
ALTER TABLE drift_flag_share FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON drift_flag_share AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON drift_flag_share AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_erases ON drift_flag_share FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON drift_flag_share FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY peer_adds ON drift_flag_share FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id = (SELECT access.membership_id())
      AND shared_at >= (SELECT access.now())
      AND shared_at <= ((SELECT access.now()) + '00:01:00'::interval)
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = drift_flag_share.organization_id
              AND r.id = drift_flag_share.relationship_id
              AND (r.type IN ('EDUCATIONAL', 'SUPPORTIVE'))
              AND r.accepted_at IS NOT NULL
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today())))));
CREATE POLICY those_concerned_read ON drift_flag_share FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR shared_at <= (SELECT access.now())
        AND (
          EXISTS (
            SELECT
              FROM supervision_relationship r
              WHERE r.organization_id = drift_flag_share.organization_id
                AND r.id = drift_flag_share.relationship_id
                AND r.supervisor_id = (SELECT access.membership_id()))));
GRANT SELECT, INSERT ON drift_flag_share TO alongside_app;
GRANT SELECT (organization_id, flag_id), DELETE ON drift_flag_share TO alongside_definer;

CREATE TABLE drift_flag_step (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  flag_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  from_status text NOT NULL,
  to_status text NOT NULL,
  taken_by uuid NOT NULL,
  taken_at timestamptz NOT NULL,
  plan text,
  reason text,
  session_id uuid,
  number integer NOT NULL,
  educational_follow_up_id uuid,
  supportive_follow_up_id uuid,
  CONSTRAINT drift_flag_step_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT drift_flag_step_organization_id_flag_id_number_key UNIQUE (organization_id, flag_id, number),
  CONSTRAINT drift_flag_step_educational_follow_up FOREIGN KEY (
      organization_id, educational_follow_up_id, peer_id)
    REFERENCES educational_follow_up(organization_id, id, peer_id),
  CONSTRAINT drift_flag_step_in_attended_session FOREIGN KEY (organization_id, session_id, peer_id)
    REFERENCES session_attendance(organization_id, session_id, peer_id),
  CONSTRAINT drift_flag_step_organization_id_flag_id_fkey FOREIGN KEY (organization_id, flag_id)
    REFERENCES drift_flag(organization_id, id),
  CONSTRAINT drift_flag_step_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT drift_flag_step_organization_id_taken_by_fkey FOREIGN KEY (organization_id, taken_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT drift_flag_step_supportive_follow_up FOREIGN KEY (
      organization_id, supportive_follow_up_id, peer_id)
    REFERENCES supportive_follow_up(organization_id, id, peer_id),
  CONSTRAINT drift_flag_step_follow_up_of_plan CHECK (
    educational_follow_up_id IS NULL AND supportive_follow_up_id IS NULL OR to_status = 'PLANNED'),
  CONSTRAINT drift_flag_step_in_order CHECK (
    from_status = 'OPEN' AND to_status = 'DISCUSSED'
      OR from_status = 'OPEN' AND to_status = 'PROPOSED_NOT_DRIFT'
      OR from_status = 'OPEN' AND to_status = 'NOT_DRIFT'
      OR from_status = 'DISCUSSED' AND to_status = 'PLANNED'
      OR from_status = 'DISCUSSED' AND to_status = 'PROPOSED_NOT_DRIFT'
      OR from_status = 'DISCUSSED' AND to_status = 'NOT_DRIFT'
      OR from_status = 'PLANNED' AND to_status = 'PROPOSED_RESOLVED'
      OR from_status = 'PLANNED' AND to_status = 'RESOLVED'
      OR from_status = 'PLANNED' AND to_status = 'PROPOSED_NOT_DRIFT'
      OR from_status = 'PLANNED' AND to_status = 'NOT_DRIFT'
      OR from_status = 'PROPOSED_RESOLVED' AND to_status = 'RESOLVED'
      OR from_status = 'PROPOSED_RESOLVED' AND to_status = 'NOT_AGREED'
      OR from_status = 'PROPOSED_NOT_DRIFT' AND to_status = 'NOT_DRIFT'
      OR from_status = 'PROPOSED_NOT_DRIFT' AND to_status = 'NOT_AGREED'
      OR from_status = 'NOT_AGREED' AND to_status = 'DISCUSSED'
      OR from_status = 'NOT_AGREED' AND to_status = 'PLANNED'
      OR from_status = 'NOT_AGREED' AND to_status = 'NOT_DRIFT'
      OR from_status = 'RESOLVED' AND to_status = 'OPEN'
      OR from_status = 'NOT_DRIFT' AND to_status = 'OPEN'),
  CONSTRAINT drift_flag_step_one_follow_up CHECK (
    educational_follow_up_id IS NULL OR supportive_follow_up_id IS NULL),
  CONSTRAINT drift_flag_step_plan_length CHECK (char_length(plan) >= 1 AND char_length(plan) <= 2000),
  CONSTRAINT drift_flag_step_reason_length CHECK (char_length(reason) >= 1 AND char_length(reason) <= 1000),
  CONSTRAINT drift_flag_step_says_what_it_must CHECK (
    (to_status <> 'PLANNED' OR plan IS NOT NULL)
      AND (
        (to_status <> ALL (ARRAY['PROPOSED_NOT_DRIFT', 'NOT_DRIFT']))
          OR from_status = 'PROPOSED_NOT_DRIFT'
          OR reason IS NOT NULL))
);
ALTER TABLE drift_flag_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE drift_flag_step FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON drift_flag_step AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON drift_flag_step AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_finds ON drift_flag_step FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY peer_and_supervisors_add ON drift_flag_step FOR INSERT TO alongside_app
  WITH CHECK (
    taken_by = (SELECT access.membership_id())
      AND taken_at = (SELECT access.now())
      AND (
        peer_id = (SELECT access.membership_id())
          OR (to_status <> ALL (ARRAY['RESOLVED', 'NOT_DRIFT', 'NOT_AGREED']))
            AND (from_status <> ALL (ARRAY['RESOLVED', 'NOT_DRIFT'])))
      AND (
        EXISTS (
          SELECT
            FROM drift_flag f
            WHERE f.organization_id = drift_flag_step.organization_id
              AND f.id = drift_flag_step.flag_id
              AND f.peer_id = drift_flag_step.peer_id
              AND (
                f.peer_id = (SELECT access.membership_id())
                  OR access.may_work_on_flag(f.id, f.peer_id, f.raised_at, f.only_chosen_readers)))));
CREATE POLICY peer_and_supervisors_read ON drift_flag_step FOR SELECT TO alongside_app
  USING (
    (
      EXISTS (
        SELECT
          FROM drift_flag f
          WHERE f.organization_id = drift_flag_step.organization_id
            AND f.id = drift_flag_step.flag_id
            AND (
              f.peer_id = (SELECT access.membership_id())
                OR access.may_work_on_flag(f.id, f.peer_id, f.raised_at, f.only_chosen_readers)))));
GRANT SELECT, INSERT ON drift_flag_step TO alongside_app;
GRANT SELECT (organization_id, flag_id) ON drift_flag_step TO alongside_definer;

CREATE TABLE drift_signal_check (
  organization_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  checked_at timestamptz NOT NULL,
  CONSTRAINT drift_signal_check_pkey PRIMARY KEY (organization_id, peer_id),
  CONSTRAINT drift_signal_check_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id)
);
ALTER TABLE drift_signal_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE drift_signal_check FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON drift_signal_check AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON drift_signal_check TO alongside_definer
  USING (true)
  WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (checked_at) ON drift_signal_check TO alongside_definer;

CREATE TABLE drift_signal_figure (
  organization_id uuid NOT NULL,
  flag_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  figure integer NOT NULL,
  threshold integer NOT NULL,
  entries jsonb NOT NULL,
  CONSTRAINT drift_signal_figure_pkey PRIMARY KEY (organization_id, flag_id),
  CONSTRAINT drift_signal_figure_organization_id_flag_id_fkey FOREIGN KEY (organization_id, flag_id)
    REFERENCES drift_flag(organization_id, id),
  CONSTRAINT drift_signal_figure_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id)
);
ALTER TABLE drift_signal_figure ENABLE ROW LEVEL SECURITY;
ALTER TABLE drift_signal_figure FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON drift_signal_figure AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_erases ON drift_signal_figure FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON drift_signal_figure FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY only_peer_adds ON drift_signal_figure FOR INSERT TO alongside_app
  WITH CHECK (peer_id = (SELECT access.membership_id()));
CREATE POLICY only_peer_reads ON drift_signal_figure FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
GRANT SELECT, INSERT ON drift_signal_figure TO alongside_app;
GRANT SELECT (organization_id, peer_id), DELETE ON drift_signal_figure TO alongside_definer;

CREATE TABLE earlier_holder_answer (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  certification_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  question text NOT NULL,
  held boolean,
  months integer,
  ends_on date,
  revision integer NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT earlier_holder_answer_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT earlier_holder_answer_once UNIQUE (organization_id, certification_id, revision, question),
  CONSTRAINT earlier_holder_answer_certification_fkey FOREIGN KEY (
      organization_id, certification_id, peer_id)
    REFERENCES certification(organization_id, id, peer_id),
  CONSTRAINT earlier_holder_answer_organization_id_recorded_by_fkey FOREIGN KEY (
      organization_id, recorded_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT earlier_holder_answer_one_value CHECK (num_nonnulls(held, months) <= 1)
);
ALTER TABLE earlier_holder_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE earlier_holder_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON earlier_holder_answer AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON earlier_holder_answer TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY manager_adds ON earlier_holder_answer FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('MANAGER')) AND recorded_by = (SELECT access.membership_id()));
CREATE POLICY peer_and_office_read ON earlier_holder_answer FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
GRANT SELECT, INSERT ON earlier_holder_answer TO alongside_app;
GRANT SELECT ON earlier_holder_answer TO alongside_definer;

CREATE TABLE educational_agenda_item (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  relationship_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  text text NOT NULL,
  is_private boolean NOT NULL DEFAULT false,
  written_by uuid NOT NULL,
  written_at timestamptz NOT NULL,
  reached_in uuid,
  CONSTRAINT educational_agenda_item_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT educational_agenda_item_of_relationship FOREIGN KEY (
      organization_id, relationship_id, peer_id)
    REFERENCES supervision_relationship(organization_id, id, peer_id),
  CONSTRAINT educational_agenda_item_reached_in_fkey FOREIGN KEY (organization_id, reached_in)
    REFERENCES supervision_session(organization_id, id),
  CONSTRAINT educational_agenda_item_written_by_fkey FOREIGN KEY (organization_id, written_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT educational_agenda_item_only_peers_keep_points CHECK (NOT is_private OR written_by = peer_id),
  CONSTRAINT educational_agenda_item_text_length CHECK (char_length(text) >= 1 AND char_length(text) <= 300)
);
CREATE INDEX educational_agenda_item_by_relationship ON educational_agenda_item (
  organization_id, relationship_id);
CREATE INDEX educational_agenda_item_of_peer ON educational_agenda_item (organization_id, peer_id);
ALTER TABLE educational_agenda_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE educational_agenda_item FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON educational_agenda_item AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY both_add ON educational_agenda_item FOR INSERT TO alongside_app
  WITH CHECK (
    written_by = (SELECT access.membership_id())
      AND written_at = (SELECT access.now())
      AND reached_in IS NULL
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = educational_agenda_item.organization_id
              AND r.id = educational_agenda_item.relationship_id
              AND r.peer_id = educational_agenda_item.peer_id
              AND r.type = 'EDUCATIONAL'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
              AND (
                educational_agenda_item.peer_id = (SELECT access.membership_id())
                  OR r.supervisor_id = (SELECT access.membership_id())
                    AND (
                      educational_agenda_item.peer_id = ANY (
                        (SELECT access.peers_of('EDUCATIONAL'))::uuid[]))))));
CREATE POLICY definer_erases ON educational_agenda_item FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON educational_agenda_item FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY peer_reads ON educational_agenda_item FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY supervisor_checks_off ON educational_agenda_item FOR UPDATE TO alongside_app
  USING (
    (peer_id = ANY ((SELECT access.peers_of('EDUCATIONAL'))::uuid[]))
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = educational_agenda_item.organization_id
              AND r.id = educational_agenda_item.relationship_id
              AND r.peer_id = educational_agenda_item.peer_id
              AND r.type = 'EDUCATIONAL'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
              AND r.supervisor_id = (SELECT access.membership_id()))))
  WITH CHECK (
    (
      EXISTS (
        SELECT
          FROM supervision_session s
          WHERE s.organization_id = access.organization_id()
            AND s.id = educational_agenda_item.reached_in
            AND s.supervisor_id = (SELECT access.membership_id())
            AND s.logged_at = (SELECT access.now()))));
CREATE POLICY supervisor_reads ON educational_agenda_item FOR SELECT TO alongside_app
  USING (
    NOT is_private
      AND (peer_id = ANY ((SELECT access.peers_of('EDUCATIONAL'))::uuid[]))
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = educational_agenda_item.organization_id
              AND r.id = educational_agenda_item.relationship_id
              AND r.peer_id = educational_agenda_item.peer_id
              AND r.type = 'EDUCATIONAL'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
              AND r.supervisor_id = (SELECT access.membership_id()))));
CREATE TRIGGER require_joined_peer AFTER INSERT ON educational_agenda_item FOR EACH ROW
  EXECUTE FUNCTION access.require_joined_peer();
GRANT SELECT, INSERT, UPDATE (reached_in) ON educational_agenda_item TO alongside_app;
GRANT SELECT (organization_id, id, peer_id, is_private, written_by, reached_in), DELETE
  ON educational_agenda_item TO alongside_definer;

CREATE TABLE educational_comment (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  type text NOT NULL DEFAULT 'EDUCATIONAL',
  peer_id uuid NOT NULL,
  supervisor_id uuid NOT NULL,
  comment text NOT NULL,
  written_at timestamptz NOT NULL,
  CONSTRAINT educational_comment_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT educational_comment_one_of_each UNIQUE (organization_id, session_id, peer_id),
  CONSTRAINT educational_comment_by_attendee FOREIGN KEY (organization_id, session_id, peer_id)
    REFERENCES session_attendance(organization_id, session_id, peer_id),
  CONSTRAINT educational_comment_of_session FOREIGN KEY (organization_id, session_id, supervisor_id)
    REFERENCES supervision_session(organization_id, id, supervisor_id),
  CONSTRAINT educational_comment_on_segment FOREIGN KEY (organization_id, session_id, type)
    REFERENCES session_segment(organization_id, session_id, type),
  CONSTRAINT educational_comment_comment_length CHECK (
    char_length(comment) >= 1 AND char_length(comment) <= 2000),
  CONSTRAINT educational_comment_type_is_its_own CHECK (type = 'EDUCATIONAL')
);
CREATE INDEX educational_comment_organization_id_peer_id_idx ON educational_comment (
  organization_id, peer_id);
ALTER TABLE educational_comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE educational_comment FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON educational_comment AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_hashes ON educational_comment FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY peer_adds ON educational_comment FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id = (SELECT access.membership_id())
      AND written_at = (SELECT access.now())
      AND (
        EXISTS (
          SELECT
            FROM session_attendance a
            WHERE a.organization_id = educational_comment.organization_id
              AND a.session_id = educational_comment.session_id
              AND a.peer_id = (SELECT access.membership_id())
              AND a.supervisor_id = educational_comment.supervisor_id))
      AND NOT (
        EXISTS (
          SELECT
            FROM session_signature x
            WHERE x.organization_id = educational_comment.organization_id
              AND x.session_id = educational_comment.session_id
              AND x.signer_id = (SELECT access.membership_id()))));
CREATE POLICY peer_reads ON educational_comment FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY supervisor_reads ON educational_comment FOR SELECT TO alongside_app
  USING (
    supervisor_id = (SELECT access.membership_id())
      AND (
        EXISTS (
          SELECT
            FROM session_attendance a
            JOIN supervision_relationship r ON r.organization_id = a.organization_id
              AND r.peer_id = a.peer_id
            WHERE a.organization_id = educational_comment.organization_id
              AND a.session_id = educational_comment.session_id
              AND a.peer_id = educational_comment.peer_id
              AND (a.peer_id = ANY ((SELECT access.peers_of('EDUCATIONAL'))::uuid[]))
              AND r.supervisor_id = (SELECT access.membership_id())
              AND r.type = 'EDUCATIONAL'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= a.held_on
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today())))));
CREATE TRIGGER prevent_record_changes BEFORE DELETE
    OR UPDATE
    OR TRUNCATE ON educational_comment FOR EACH STATEMENT
  EXECUTE FUNCTION access.prevent_record_changes();
GRANT SELECT, INSERT ON educational_comment TO alongside_app;
GRANT SELECT ON educational_comment TO alongside_definer;

CREATE TABLE educational_follow_up (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  relationship_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  text text NOT NULL,
  owner text NOT NULL,
  due_on date NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  made_in uuid,
  state text NOT NULL DEFAULT 'OPEN',
  closed_on date,
  closed_by uuid,
  closed_in uuid,
  CONSTRAINT educational_follow_up_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT educational_follow_up_organization_id_id_peer_id_key UNIQUE (organization_id, id, peer_id),
  CONSTRAINT educational_follow_up_closed_by_fkey FOREIGN KEY (organization_id, closed_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT educational_follow_up_closed_in_fkey FOREIGN KEY (organization_id, closed_in)
    REFERENCES supervision_session(organization_id, id),
  CONSTRAINT educational_follow_up_made_by_fkey FOREIGN KEY (organization_id, made_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT educational_follow_up_made_in_fkey FOREIGN KEY (organization_id, made_in)
    REFERENCES supervision_session(organization_id, id),
  CONSTRAINT educational_follow_up_of_relationship FOREIGN KEY (organization_id, relationship_id, peer_id)
    REFERENCES supervision_relationship(organization_id, id, peer_id),
  CONSTRAINT educational_follow_up_closed_by_somebody CHECK (
    (state = 'OPEN') = (closed_on IS NULL)
      AND (closed_on IS NULL) = (closed_by IS NULL)
      AND (closed_in IS NULL OR state = 'DONE')),
  CONSTRAINT educational_follow_up_owner_known CHECK (owner IN ('PEER', 'SUPERVISOR')),
  CONSTRAINT educational_follow_up_state_known CHECK (state IN ('OPEN', 'DONE', 'DROPPED')),
  CONSTRAINT educational_follow_up_text_length CHECK (char_length(text) >= 1 AND char_length(text) <= 200)
);
CREATE INDEX educational_follow_up_by_relationship ON educational_follow_up (
  organization_id, relationship_id);
CREATE INDEX educational_follow_up_of_peer ON educational_follow_up (organization_id, peer_id, due_on);
ALTER TABLE educational_follow_up ENABLE ROW LEVEL SECURITY;
ALTER TABLE educational_follow_up FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON educational_follow_up AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY both_add ON educational_follow_up FOR INSERT TO alongside_app
  WITH CHECK (
    made_by = (SELECT access.membership_id())
      AND made_at = (SELECT access.now())
      AND state = 'OPEN'
      AND (
        made_in IS NULL
          OR (
            EXISTS (
              SELECT
                FROM supervision_session s
                WHERE s.organization_id = access.organization_id()
                  AND s.id = educational_follow_up.made_in
                  AND s.supervisor_id = (SELECT access.membership_id())
                  AND s.logged_at = (SELECT access.now()))))
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = educational_follow_up.organization_id
              AND r.id = educational_follow_up.relationship_id
              AND r.peer_id = educational_follow_up.peer_id
              AND r.type = 'EDUCATIONAL'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
              AND (
                educational_follow_up.peer_id = (SELECT access.membership_id())
                  OR r.supervisor_id = (SELECT access.membership_id())
                    AND (
                      educational_follow_up.peer_id = ANY ((SELECT access.peers_of('EDUCATIONAL'))::uuid[]))))));
CREATE POLICY both_close ON educational_follow_up FOR UPDATE TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (peer_id = ANY ((SELECT access.peers_of('EDUCATIONAL'))::uuid[]))
        AND (
          EXISTS (
            SELECT
              FROM supervision_relationship r
              WHERE r.organization_id = educational_follow_up.organization_id
                AND r.supervisor_id = (SELECT access.membership_id())
                AND r.peer_id = educational_follow_up.peer_id
                AND r.type = 'EDUCATIONAL'
                AND r.accepted_at IS NOT NULL
                AND r.starts_on <= (SELECT access.today())
                AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
                AND (
                  r.id = educational_follow_up.relationship_id
                    OR educational_follow_up.state = 'OPEN'
                    OR educational_follow_up.closed_on >= r.starts_on))))
  WITH CHECK (
    state = 'OPEN'
        AND (
          owner = 'PEER' AND peer_id = (SELECT access.membership_id())
            OR owner = 'SUPERVISOR' AND (peer_id = ANY ((SELECT access.peers_of('EDUCATIONAL'))::uuid[]))
            OR made_by = (SELECT access.membership_id()))
      OR closed_by = (SELECT access.membership_id())
        AND closed_on = (SELECT access.today())
        AND (
          owner = 'PEER' AND peer_id = (SELECT access.membership_id())
            OR owner = 'SUPERVISOR' AND (peer_id = ANY ((SELECT access.peers_of('EDUCATIONAL'))::uuid[]))
            OR state = 'DROPPED' AND made_by = (SELECT access.membership_id())
            OR closed_in IS NOT NULL)
        AND (
          closed_in IS NULL
            OR (
              EXISTS (
                SELECT
                  FROM supervision_session s
                  WHERE s.organization_id = access.organization_id()
                    AND s.id = educational_follow_up.closed_in
                    AND s.supervisor_id = (SELECT access.membership_id())
                    AND s.logged_at = (SELECT access.now())))));
CREATE POLICY peer_reads ON educational_follow_up FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY supervisor_reads ON educational_follow_up FOR SELECT TO alongside_app
  USING (
    (peer_id = ANY ((SELECT access.peers_of('EDUCATIONAL'))::uuid[]))
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = educational_follow_up.organization_id
              AND r.supervisor_id = (SELECT access.membership_id())
              AND r.peer_id = educational_follow_up.peer_id
              AND r.type = 'EDUCATIONAL'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
              AND (
                r.id = educational_follow_up.relationship_id
                  OR educational_follow_up.state = 'OPEN'
                  OR educational_follow_up.closed_on >= r.starts_on))));
CREATE TRIGGER require_joined_peer AFTER INSERT ON educational_follow_up FOR EACH ROW
  EXECUTE FUNCTION access.require_joined_peer();
GRANT SELECT, INSERT, UPDATE (state, closed_on, closed_by, closed_in)
  ON educational_follow_up TO alongside_app;

CREATE TABLE educational_note (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  type text NOT NULL DEFAULT 'EDUCATIONAL',
  about_peer_id uuid,
  supervisor_id uuid NOT NULL,
  activities text[] NOT NULL,
  note text,
  written_at timestamptz NOT NULL,
  CONSTRAINT educational_note_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT educational_note_about_attendee FOREIGN KEY (organization_id, session_id, about_peer_id)
    REFERENCES session_attendance(organization_id, session_id, peer_id),
  CONSTRAINT educational_note_of_segment FOREIGN KEY (organization_id, session_id, type)
    REFERENCES session_segment(organization_id, session_id, type),
  CONSTRAINT educational_note_activities_known CHECK (
    activities <@ ARRAY[
      'LOOKING_BACK_ON_PRACTICE', 'KNOWLEDGE_AND_SKILLS', 'TRAINING_FOR_THIS_PEER', 'PROFESSIONAL_GROWTH']),
  CONSTRAINT educational_note_note_length CHECK (char_length(note) >= 1 AND char_length(note) <= 4000),
  CONSTRAINT educational_note_says_something CHECK (note IS NOT NULL OR cardinality(activities) > 0),
  CONSTRAINT educational_note_type_is_its_own CHECK (type = 'EDUCATIONAL')
);
CREATE UNIQUE INDEX educational_note_one_about_each ON educational_note (
  organization_id, session_id, about_peer_id);
CREATE UNIQUE INDEX educational_note_one_about_the_group ON educational_note (organization_id, session_id)
  WHERE about_peer_id IS NULL;
ALTER TABLE educational_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE educational_note FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON educational_note AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_hashes ON educational_note FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY peer_reads ON educational_note FOR SELECT TO alongside_app
  USING (
    about_peer_id = (SELECT access.membership_id())
      OR about_peer_id IS NULL
        AND (
          EXISTS (
            SELECT
              FROM session_attendance a
              WHERE a.organization_id = educational_note.organization_id
                AND a.session_id = educational_note.session_id
                AND a.peer_id = (SELECT access.membership_id()))));
CREATE POLICY supervisor_adds ON educational_note FOR INSERT TO alongside_app
  WITH CHECK (
    supervisor_id = (SELECT access.membership_id())
      AND written_at = (SELECT access.now())
      AND (
        EXISTS (
          SELECT
            FROM supervision_session s
            WHERE s.organization_id = educational_note.organization_id
              AND s.id = educational_note.session_id
              AND s.supervisor_id = (SELECT access.membership_id())
              AND s.logged_at = (SELECT access.now())))
      AND NOT (
        EXISTS (
          SELECT
            FROM session_attendance a
            WHERE a.organization_id = educational_note.organization_id
              AND a.session_id = educational_note.session_id
              AND (a.peer_id <> ALL ((SELECT access.peers_of('EDUCATIONAL'))::uuid[])))));
CREATE POLICY supervisor_reads ON educational_note FOR SELECT TO alongside_app
  USING (
    supervisor_id = (SELECT access.membership_id())
      AND (
        EXISTS (
          SELECT
            FROM session_attendance a
            JOIN supervision_relationship r ON r.organization_id = a.organization_id
              AND r.peer_id = a.peer_id
            WHERE a.organization_id = educational_note.organization_id
              AND a.session_id = educational_note.session_id
              AND a.peer_id = COALESCE(educational_note.about_peer_id, a.peer_id)
              AND (a.peer_id = ANY ((SELECT access.peers_of('EDUCATIONAL'))::uuid[]))
              AND r.supervisor_id = (SELECT access.membership_id())
              AND r.type = 'EDUCATIONAL'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= a.held_on
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today())))));
CREATE TRIGGER require_joined_attendees AFTER INSERT ON educational_note FOR EACH ROW
  EXECUTE FUNCTION access.require_joined_attendees();
GRANT SELECT, INSERT ON educational_note TO alongside_app;
GRANT SELECT ON educational_note TO alongside_definer;

CREATE TABLE employment (
  organization_id uuid NOT NULL,
  member_id uuid NOT NULL,
  team_id uuid,
  leaves_on date,
  returns_on date,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT employment_pkey PRIMARY KEY (organization_id, member_id),
  CONSTRAINT employment_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT employment_organization_id_team_id_fkey FOREIGN KEY (organization_id, team_id)
    REFERENCES reporting_team(organization_id, id),
  CONSTRAINT employment_returns_after_leaving CHECK (
    returns_on IS NULL OR leaves_on IS NOT NULL AND returns_on > leaves_on)
);
CREATE INDEX employment_organization_id_team_id_idx ON employment (organization_id, team_id);
ALTER TABLE employment ENABLE ROW LEVEL SECURITY;
ALTER TABLE employment FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON employment AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON employment TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY manager_adds ON employment FOR INSERT TO alongside_app
  WITH CHECK (SELECT access.has_role('MANAGER'));
CREATE POLICY manager_updates ON employment FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('MANAGER'));
CREATE POLICY those_concerned_read ON employment FOR SELECT TO alongside_app
  USING (
    member_id = (SELECT access.membership_id())
      OR (member_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON employment FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('PEOPLE', 'member_id', 'team_id,leaves_on,returns_on');
CREATE TRIGGER prevent_last_admin_leaving AFTER INSERT OR UPDATE OF leaves_on ON employment FOR EACH ROW
  EXECUTE FUNCTION access.prevent_last_admin_leaving();
CREATE TRIGGER revoke_access_on_return AFTER UPDATE OF returns_on ON employment FOR EACH ROW
  WHEN (old.returns_on IS NULL AND new.returns_on IS NOT NULL)
  EXECUTE FUNCTION access.revoke_access_on_return();
GRANT SELECT, INSERT, UPDATE (team_id, leaves_on, returns_on, revision) ON employment TO alongside_app;
GRANT SELECT, UPDATE (leaves_on), DELETE ON employment TO alongside_definer;

CREATE TABLE erasure (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  member_id uuid NOT NULL,
  left_on date NOT NULL,
  erased_at timestamptz NOT NULL,
  mail_taken_at timestamptz,
  mail_attempts integer NOT NULL DEFAULT 0,
  mail_failure text,
  mailed_at timestamptz,
  CONSTRAINT erasure_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT erasure_organization_id_member_id_left_on_key UNIQUE (organization_id, member_id, left_on),
  CONSTRAINT erasure_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT erasure_mail_failure_known CHECK (mail_failure IN ('RETURNED', 'NOT_SENT'))
);
CREATE INDEX erasure_to_mail ON erasure (erased_at) WHERE mailed_at IS NULL;
ALTER TABLE erasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON erasure AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON erasure TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY member_reads ON erasure FOR SELECT TO alongside_app
  USING (member_id = (SELECT access.membership_id()));
CREATE TRIGGER erase_answer_shares AFTER INSERT ON erasure FOR EACH ROW
  EXECUTE FUNCTION access.erase_answer_shares();
CREATE TRIGGER erase_ethics_reflections AFTER INSERT ON erasure FOR EACH ROW
  EXECUTE FUNCTION access.erase_ethics_reflections();
CREATE TRIGGER erase_reflections AFTER INSERT ON erasure FOR EACH ROW
  EXECUTE FUNCTION access.erase_reflections();
CREATE TRIGGER erase_supervisor_reflections AFTER INSERT ON erasure FOR EACH ROW
  EXECUTE FUNCTION access.erase_supervisor_reflections();
CREATE TRIGGER erase_talking_points AFTER INSERT ON erasure FOR EACH ROW
  EXECUTE FUNCTION access.erase_talking_points();
CREATE TRIGGER erase_task_requests AFTER INSERT ON erasure FOR EACH ROW
  EXECUTE FUNCTION access.erase_task_requests();
CREATE TRIGGER erase_week_logs AFTER INSERT ON erasure FOR EACH ROW
  EXECUTE FUNCTION access.erase_week_logs();
CREATE TRIGGER erase_wellness AFTER INSERT ON erasure FOR EACH ROW EXECUTE FUNCTION access.erase_wellness();
CREATE TRIGGER erase_worksheets AFTER INSERT ON erasure FOR EACH ROW
  EXECUTE FUNCTION access.erase_worksheets();
GRANT SELECT (organization_id, id, member_id, left_on, erased_at) ON erasure TO alongside_app;
GRANT SELECT, INSERT, UPDATE ON erasure TO alongside_definer;

CREATE TABLE ethics_reflection (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  version smallint NOT NULL,
  started_on date NOT NULL,
  answers smallint[] NOT NULL,
  finished_on date,
  saved_at timestamptz NOT NULL,
  CONSTRAINT ethics_reflection_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT ethics_reflection_organization_id_id_member_id_key UNIQUE (organization_id, id, member_id),
  CONSTRAINT ethics_reflection_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT ethics_reflection_answers_of_version CHECK (
    version = 1 AND cardinality(answers) = 27 AND (1 <= ALL (answers)) AND (5 >= ALL (answers))),
  CONSTRAINT ethics_reflection_finished_after_start CHECK (finished_on >= started_on)
);
CREATE UNIQUE INDEX ethics_reflection_one_open ON ethics_reflection (organization_id, member_id)
  WHERE finished_on IS NULL;
CREATE INDEX ethics_reflection_organization_id_member_id_finished_on_idx ON ethics_reflection (
  organization_id, member_id, finished_on);
ALTER TABLE ethics_reflection ENABLE ROW LEVEL SECURITY;
ALTER TABLE ethics_reflection FORCE ROW LEVEL SECURITY;
CREATE POLICY locked_until_opened ON ethics_reflection AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (
    (SELECT access.check_ins_locked_before()) IS NULL
      OR saved_at > (SELECT access.check_ins_locked_before()));
CREATE POLICY tenant_isolation ON ethics_reflection AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON ethics_reflection AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_erases ON ethics_reflection FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON ethics_reflection FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY only_oneself_adds ON ethics_reflection FOR INSERT TO alongside_app
  WITH CHECK (
    member_id = (SELECT access.membership_id())
      AND (SELECT access.has_role('PEER'))
      AND started_on = (SELECT access.today())
      AND saved_at = (SELECT access.now())
      AND (finished_on IS NULL OR finished_on = (SELECT access.today())));
CREATE POLICY only_oneself_reads ON ethics_reflection FOR SELECT TO alongside_app
  USING (member_id = (SELECT access.membership_id()));
CREATE POLICY only_oneself_updates ON ethics_reflection FOR UPDATE TO alongside_app
  USING (member_id = (SELECT access.membership_id()) AND finished_on IS NULL)
  WITH CHECK (
    member_id = (SELECT access.membership_id())
      AND saved_at = (SELECT access.now())
      AND (finished_on IS NULL OR finished_on = (SELECT access.today())));
GRANT SELECT, INSERT, UPDATE (answers, finished_on, saved_at) ON ethics_reflection TO alongside_app;
GRANT SELECT, SELECT (organization_id, member_id), DELETE ON ethics_reflection TO alongside_definer;

CREATE TABLE evidence_chunk (
  organization_id uuid NOT NULL,
  file_id uuid NOT NULL,
  place integer NOT NULL,
  peer_id uuid NOT NULL,
  data bytea NOT NULL,
  CONSTRAINT evidence_chunk_pkey PRIMARY KEY (organization_id, file_id, place),
  CONSTRAINT evidence_chunk_file_fkey FOREIGN KEY (organization_id, file_id, peer_id)
    REFERENCES evidence_file(organization_id, id, peer_id),
  CONSTRAINT evidence_chunk_data_length CHECK (octet_length(data) >= 1 AND octet_length(data) <= 262144),
  CONSTRAINT evidence_chunk_place_range CHECK (place >= 0 AND place <= 31)
);
CREATE INDEX evidence_chunk_organization_id_peer_id_idx ON evidence_chunk (organization_id, peer_id);
ALTER TABLE evidence_chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_chunk FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON evidence_chunk AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON evidence_chunk TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY holder_adds ON evidence_chunk FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('PEER')) AND peer_id = (SELECT access.membership_id()));
CREATE POLICY holder_or_traced_look_reads ON evidence_chunk FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR ((SELECT access.has_role('MANAGER')) OR (SELECT access.has_role('AUDITOR')))
        AND (
          file_id = ANY (
            (
              ARRAY(
                SELECT l.file_id
                  FROM evidence_look l
                  WHERE l.organization_id = (SELECT access.organization_id())
                    AND l.viewer_id = (SELECT access.membership_id())
                    AND l.looked_at = (SELECT access.now())
                    AND l.in_transaction = txid_current())))));
GRANT SELECT, INSERT ON evidence_chunk TO alongside_app;
GRANT SELECT, DELETE ON evidence_chunk TO alongside_definer;

CREATE TABLE evidence_file (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  peer_id uuid NOT NULL,
  media_type text NOT NULL,
  size_bytes integer NOT NULL,
  sha256 bytea NOT NULL,
  width integer,
  height integer,
  uploaded_at timestamptz NOT NULL,
  removed_by uuid,
  removed_at timestamptz,
  CONSTRAINT evidence_file_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT evidence_file_of_peer UNIQUE (organization_id, id, peer_id),
  CONSTRAINT evidence_file_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT evidence_file_organization_id_removed_by_fkey FOREIGN KEY (organization_id, removed_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT evidence_file_media_type_known CHECK (
    media_type IN ('image/jpeg', 'image/png', 'application/pdf')),
  CONSTRAINT evidence_file_removed_by_somebody CHECK ((removed_by IS NULL) = (removed_at IS NULL)),
  CONSTRAINT evidence_file_sha256_length CHECK (octet_length(sha256) = 32),
  CONSTRAINT evidence_file_size_range CHECK (size_bytes >= 1 AND size_bytes <= 8388608)
);
CREATE UNIQUE INDEX evidence_file_once ON evidence_file (organization_id, peer_id, sha256)
  WHERE removed_at IS NULL;
ALTER TABLE evidence_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_file FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON evidence_file AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON evidence_file TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY holder_adds ON evidence_file FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('PEER')) AND peer_id = (SELECT access.membership_id()) AND removed_at IS NULL);
CREATE POLICY holder_or_manager_removes ON evidence_file FOR UPDATE TO alongside_app
  USING (
    removed_at IS NULL
      AND (peer_id = (SELECT access.membership_id()) OR (SELECT access.has_role('MANAGER'))))
  WITH CHECK (removed_by = (SELECT access.membership_id()));
CREATE POLICY peer_and_office_read ON evidence_file FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON evidence_file FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('CERTIFICATION', 'peer_id', 'media_type,size_bytes,removed_at');
CREATE TRIGGER erase_removed_evidence AFTER UPDATE OF removed_at ON evidence_file FOR EACH ROW
  WHEN (new.removed_at IS NOT NULL)
  EXECUTE FUNCTION access.erase_removed_evidence();
GRANT SELECT, INSERT, UPDATE (removed_by, removed_at) ON evidence_file TO alongside_app;
GRANT SELECT, DELETE ON evidence_file TO alongside_definer;

CREATE TABLE evidence_look (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  file_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  viewer_id uuid NOT NULL,
  looked_at timestamptz NOT NULL,
  in_transaction bigint NOT NULL DEFAULT txid_current(),
  CONSTRAINT evidence_look_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT evidence_look_file_fkey FOREIGN KEY (organization_id, file_id, peer_id)
    REFERENCES evidence_file(organization_id, id, peer_id),
  CONSTRAINT evidence_look_organization_id_viewer_id_fkey FOREIGN KEY (organization_id, viewer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT evidence_look_by_another CHECK (viewer_id <> peer_id)
);
CREATE INDEX evidence_look_organization_id_file_id_idx ON evidence_look (organization_id, file_id);
CREATE INDEX evidence_look_organization_id_peer_id_idx ON evidence_look (organization_id, peer_id);
ALTER TABLE evidence_look ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_look FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON evidence_look AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY holder_and_viewer_read ON evidence_look FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()) OR viewer_id = (SELECT access.membership_id()));
CREATE POLICY office_looks ON evidence_look FOR INSERT TO alongside_app
  WITH CHECK (
    viewer_id = (SELECT access.membership_id())
      AND looked_at = (SELECT access.now())
      AND in_transaction = txid_current()
      AND ((SELECT access.has_role('MANAGER')) OR (SELECT access.has_role('AUDITOR'))));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON evidence_look FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('CERTIFICATION', 'peer_id', 'file_id');
GRANT SELECT, INSERT ON evidence_look TO alongside_app;

CREATE TABLE exclusion_preference (
  organization_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  excluded_id uuid NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL,
  CONSTRAINT exclusion_preference_pkey PRIMARY KEY (organization_id, peer_id, excluded_id, made_by),
  CONSTRAINT exclusion_preference_organization_id_excluded_id_fkey FOREIGN KEY (
      organization_id, excluded_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT exclusion_preference_organization_id_made_by_fkey FOREIGN KEY (organization_id, made_by)
    REFERENCES membership(organization_id, id) ON DELETE CASCADE,
  CONSTRAINT exclusion_preference_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id) ON DELETE CASCADE,
  CONSTRAINT exclusion_preference_not_oneself CHECK (peer_id <> excluded_id)
);
CREATE INDEX exclusion_preference_organization_id_excluded_id_idx ON exclusion_preference (
  organization_id, excluded_id);
CREATE INDEX exclusion_preference_organization_id_made_by_idx ON exclusion_preference (
  organization_id, made_by);
ALTER TABLE exclusion_preference ENABLE ROW LEVEL SECURITY;
ALTER TABLE exclusion_preference FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON exclusion_preference AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON exclusion_preference TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY maker_reads ON exclusion_preference FOR SELECT TO alongside_app
  USING (made_by = (SELECT access.membership_id()));
CREATE POLICY those_concerned_add ON exclusion_preference FOR INSERT TO alongside_app
  WITH CHECK (
    made_by = (SELECT access.membership_id())
      AND (
        peer_id = made_by AND (SELECT access.has_role('PEER'))
          OR excluded_id = made_by AND (SELECT access.has_role('SUPERVISOR'))
          OR peer_id <> made_by AND (SELECT access.has_role('MANAGER'))));
GRANT SELECT, INSERT ON exclusion_preference TO alongside_app;
GRANT SELECT, DELETE ON exclusion_preference TO alongside_definer;

CREATE TABLE help_contact (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  label text NOT NULL,
  phone text,
  url text,
  "position" integer NOT NULL DEFAULT 0,
  removed_at timestamptz,
  open_hours text,
  CONSTRAINT help_contact_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT help_contact_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT help_contact_label_length CHECK (char_length(label) >= 1 AND char_length(label) <= 80),
  CONSTRAINT help_contact_open_hours_length CHECK (
    char_length(open_hours) >= 1 AND char_length(open_hours) <= 80),
  CONSTRAINT help_contact_reachable CHECK (phone IS NOT NULL OR url IS NOT NULL),
  CONSTRAINT help_contact_url_form CHECK (url ~ '^https://')
);
ALTER TABLE help_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE help_contact FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON help_contact AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY admin_adds ON help_contact FOR INSERT TO alongside_app
  WITH CHECK (SELECT access.has_role('ADMIN'));
CREATE POLICY admin_updates ON help_contact FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('ADMIN'));
CREATE POLICY everyone_reads ON help_contact FOR SELECT TO alongside_app
  USING (true);
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON help_contact FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('SETTINGS', '', 'label,phone,url,open_hours,position,removed_at');
GRANT SELECT, INSERT (organization_id, id, label, phone, url, "position", open_hours),
    UPDATE (label, phone, url, "position", removed_at, open_hours)
  ON help_contact TO alongside_app;

CREATE TABLE host_agency (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  sequential_intercept integer NOT NULL,
  deflection_pathway text,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT host_agency_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT host_agency_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT host_agency_deflection_pathway_known CHECK (
    deflection_pathway IN (
      'SELF_REFERRAL', 'ACTIVE_OUTREACH', 'NALOXONE_PLUS', 'OFFICER_PREVENTION', 'OFFICER_INTERVENTION')),
  CONSTRAINT host_agency_kind_known CHECK (
    kind IN (
      'LAW_ENFORCEMENT', 'FIRE_AND_EMERGENCY_MEDICAL', 'COURT', 'TREATMENT_COURT', 'JAIL', 'PRISON',
        'PRETRIAL_SERVICES', 'PROBATION', 'PAROLE', 'OTHER')),
  CONSTRAINT host_agency_name_length CHECK (char_length(name) >= 1 AND char_length(name) <= 120),
  CONSTRAINT host_agency_sequential_intercept_range CHECK (
    sequential_intercept >= 0 AND sequential_intercept <= 5),
  CONSTRAINT host_agency_state_form CHECK (state ~ '^[A-Z]{2}$')
);
ALTER TABLE host_agency ENABLE ROW LEVEL SECURITY;
ALTER TABLE host_agency FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON host_agency AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY everyone_reads ON host_agency FOR SELECT TO alongside_app
  USING (true);
CREATE POLICY office_adds ON host_agency FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('ADMIN')) OR (SELECT access.has_role('MANAGER')));
CREATE POLICY office_updates ON host_agency FOR UPDATE TO alongside_app
  USING ((SELECT access.has_role('ADMIN')) OR (SELECT access.has_role('MANAGER')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON host_agency FOR EACH ROW
  EXECUTE FUNCTION access.audit_change(
    'SETTINGS', '', 'name,kind,state,sequential_intercept,deflection_pathway');
GRANT SELECT, INSERT, UPDATE (name, kind, state, sequential_intercept, deflection_pathway, revision)
  ON host_agency TO alongside_app;

CREATE TABLE host_agency_contact (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  host_agency_id uuid NOT NULL,
  name text NOT NULL,
  purpose text NOT NULL,
  phone text,
  email text,
  removed_at timestamptz,
  CONSTRAINT host_agency_contact_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT host_agency_contact_organization_id_host_agency_id_fkey FOREIGN KEY (
      organization_id, host_agency_id)
    REFERENCES host_agency(organization_id, id),
  CONSTRAINT host_agency_contact_email_form CHECK (email = lower(email) AND char_length(email) <= 254),
  CONSTRAINT host_agency_contact_name_length CHECK (char_length(name) >= 1 AND char_length(name) <= 80),
  CONSTRAINT host_agency_contact_phone_length CHECK (char_length(phone) >= 3 AND char_length(phone) <= 40),
  CONSTRAINT host_agency_contact_purpose_length CHECK (
    char_length(purpose) >= 1 AND char_length(purpose) <= 120),
  CONSTRAINT host_agency_contact_reachable CHECK (phone IS NOT NULL OR email IS NOT NULL)
);
CREATE INDEX host_agency_contact_organization_id_host_agency_id_idx ON host_agency_contact (
  organization_id, host_agency_id);
ALTER TABLE host_agency_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE host_agency_contact FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON host_agency_contact AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY office_manages ON host_agency_contact TO alongside_app
  USING ((SELECT access.has_role('ADMIN')) OR (SELECT access.has_role('MANAGER')))
  WITH CHECK ((SELECT access.has_role('ADMIN')) OR (SELECT access.has_role('MANAGER')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON host_agency_contact FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('SETTINGS', '', 'host_agency_id,removed_at');
GRANT SELECT, INSERT, UPDATE (removed_at) ON host_agency_contact TO alongside_app;

CREATE TABLE house_rules (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  host_agency_id uuid NOT NULL,
  version integer NOT NULL,
  transport text,
  home_visits text,
  ride_along text,
  out_of_hours text,
  who_asks text,
  written_by uuid NOT NULL,
  written_at timestamptz NOT NULL,
  CONSTRAINT house_rules_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT house_rules_version_once UNIQUE (organization_id, host_agency_id, version),
  CONSTRAINT house_rules_organization_id_host_agency_id_fkey FOREIGN KEY (organization_id, host_agency_id)
    REFERENCES host_agency(organization_id, id),
  CONSTRAINT house_rules_organization_id_written_by_fkey FOREIGN KEY (organization_id, written_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT house_rules_home_visits_length CHECK (
    char_length(home_visits) >= 1 AND char_length(home_visits) <= 500),
  CONSTRAINT house_rules_out_of_hours_length CHECK (
    char_length(out_of_hours) >= 1 AND char_length(out_of_hours) <= 500),
  CONSTRAINT house_rules_ride_along_length CHECK (
    char_length(ride_along) >= 1 AND char_length(ride_along) <= 500),
  CONSTRAINT house_rules_say_something CHECK (
    COALESCE(transport, home_visits, ride_along, out_of_hours, who_asks) IS NOT NULL),
  CONSTRAINT house_rules_transport_length CHECK (
    char_length(transport) >= 1 AND char_length(transport) <= 500),
  CONSTRAINT house_rules_version_range CHECK (version >= 1 AND version <= 1000),
  CONSTRAINT house_rules_who_asks_length CHECK (char_length(who_asks) >= 1 AND char_length(who_asks) <= 500)
);
ALTER TABLE house_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE house_rules FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON house_rules AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY everyone_reads ON house_rules FOR SELECT TO alongside_app
  USING (true);
CREATE POLICY manager_or_agency_writes ON house_rules FOR INSERT TO alongside_app
  WITH CHECK (
    written_by = (SELECT access.membership_id())
      AND written_at = (SELECT access.now())
      AND (
        (SELECT access.has_role('MANAGER'))
          OR (
            EXISTS (
              SELECT
                FROM membership m
                WHERE m.organization_id = house_rules.organization_id
                  AND m.id = house_rules.written_by
                  AND m.host_agency_id = house_rules.host_agency_id))));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON house_rules FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('SETTINGS', '', 'host_agency_id,version');
GRANT SELECT, INSERT ON house_rules TO alongside_app;

CREATE TABLE import_batch (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  file_name text NOT NULL,
  state text NOT NULL,
  encoding text NOT NULL,
  row_count integer NOT NULL,
  new_count integer NOT NULL,
  present_count integer NOT NULL,
  problem_count integer NOT NULL,
  made_count integer NOT NULL DEFAULT 0,
  removed_count integer NOT NULL DEFAULT 0,
  imported_by uuid NOT NULL,
  uploaded_at timestamptz NOT NULL,
  rows_until timestamptz NOT NULL,
  confirm_key uuid,
  confirmed_at timestamptz,
  undone_at timestamptz,
  headings text[] NOT NULL DEFAULT '{}'::text[],
  columns text[] NOT NULL DEFAULT '{}'::text[],
  date_order text,
  value_matches jsonb NOT NULL DEFAULT '{}'::jsonb,
  CONSTRAINT import_batch_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT import_batch_organization_id_imported_by_fkey FOREIGN KEY (organization_id, imported_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT import_batch_columns_length CHECK (
    cardinality(headings) <= 100 AND cardinality(columns) <= 120),
  CONSTRAINT import_batch_counts_add_up CHECK ((new_count + present_count + problem_count) = row_count),
  CONSTRAINT import_batch_date_order_known CHECK (date_order IN ('MONTH_FIRST', 'DAY_FIRST')),
  CONSTRAINT import_batch_encoding_known CHECK (encoding IN ('UTF_8', 'UTF_16', 'WINDOWS_1252')),
  CONSTRAINT import_batch_file_name_length CHECK (
    char_length(file_name) >= 1 AND char_length(file_name) <= 200),
  CONSTRAINT import_batch_kind_known CHECK (
    kind IN ('PEOPLE', 'CERTIFICATIONS', 'CE_HOURS', 'SERVICE_HOURS')),
  CONSTRAINT import_batch_row_count_range CHECK (row_count >= 1 AND row_count <= 5000),
  CONSTRAINT import_batch_state_known CHECK (state IN ('PREVIEWED', 'CONFIRMED', 'UNDONE', 'EXPIRED'))
);
CREATE INDEX import_batch_organization_id_imported_by_idx ON import_batch (organization_id, imported_by);
CREATE INDEX import_batch_rows_until_idx ON import_batch (rows_until);
ALTER TABLE import_batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_batch FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON import_batch AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON import_batch TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY office_adds ON import_batch FOR INSERT TO alongside_app
  WITH CHECK (
    imported_by = (SELECT access.membership_id())
      AND state = 'PREVIEWED'
      AND ((SELECT access.has_role('MANAGER')) OR (SELECT access.has_role('ADMIN'))));
CREATE POLICY office_updates ON import_batch FOR UPDATE TO alongside_app
  USING (
    (SELECT access.has_role('MANAGER'))
      OR imported_by = (SELECT access.membership_id()) AND (SELECT access.has_role('ADMIN')));
CREATE POLICY those_concerned_read ON import_batch FOR SELECT TO alongside_app
  USING (imported_by = (SELECT access.membership_id()) OR (SELECT access.has_role('MANAGER')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON import_batch FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('IMPORT', '', 'kind,state,row_count,made_count,removed_count');
GRANT SELECT, INSERT,
    UPDATE (
      state, new_count, present_count, problem_count, made_count, rows_until, confirm_key, confirmed_at,
        columns, date_order, value_matches)
  ON import_batch TO alongside_app;
GRANT SELECT, UPDATE ON import_batch TO alongside_definer;

CREATE TABLE import_row (
  organization_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  line integer NOT NULL,
  imported_by uuid NOT NULL,
  "values" jsonb NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]'::jsonb,
  outcome text NOT NULL,
  kept_because text,
  membership_id uuid,
  placement_id uuid,
  invitation_id uuid,
  record_id uuid,
  CONSTRAINT import_row_pkey PRIMARY KEY (organization_id, batch_id, line),
  CONSTRAINT import_row_organization_id_batch_id_fkey FOREIGN KEY (organization_id, batch_id)
    REFERENCES import_batch(organization_id, id),
  CONSTRAINT import_row_kept_because_known CHECK (kept_because IN ('JOINED', 'HAS_RECORDS')),
  CONSTRAINT import_row_kept_has_reason CHECK ((outcome = 'KEPT') = (kept_because IS NOT NULL)),
  CONSTRAINT import_row_outcome_known CHECK (
    outcome IN ('NEW', 'PRESENT', 'PROBLEM', 'MADE', 'LEFT_OUT', 'REMOVED', 'KEPT'))
);
ALTER TABLE import_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_row FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON import_row AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON import_row TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY office_adds ON import_row FOR INSERT TO alongside_app
  WITH CHECK (
    imported_by = (SELECT access.membership_id())
      AND ((SELECT access.has_role('MANAGER')) OR (SELECT access.has_role('ADMIN'))));
CREATE POLICY office_updates ON import_row FOR UPDATE TO alongside_app
  USING (
    (SELECT access.has_role('MANAGER'))
      OR imported_by = (SELECT access.membership_id()) AND (SELECT access.has_role('ADMIN')));
CREATE POLICY those_concerned_read ON import_row FOR SELECT TO alongside_app
  USING (imported_by = (SELECT access.membership_id()) OR (SELECT access.has_role('MANAGER')));
GRANT SELECT, INSERT,
    UPDATE ("values", problems, outcome, membership_id, placement_id, invitation_id, record_id)
  ON import_row TO alongside_app;
GRANT SELECT, UPDATE, DELETE ON import_row TO alongside_definer;

CREATE TABLE invitation (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  membership_id uuid,
  email text NOT NULL,
  display_name text NOT NULL,
  roles text[] NOT NULL,
  token_hash bytea,
  invited_by uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  revoked_at timestamptz,
  mail_wanted_at timestamptz,
  mail_taken_at timestamptz,
  mailed_at timestamptz,
  mail_attempts integer NOT NULL DEFAULT 0,
  mail_failure text,
  CONSTRAINT invitation_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT invitation_token_hash_key UNIQUE (token_hash),
  CONSTRAINT invitation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT invitation_organization_id_invited_by_fkey FOREIGN KEY (organization_id, invited_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT invitation_organization_id_membership_id_fkey FOREIGN KEY (organization_id, membership_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT invitation_display_name_length CHECK (
    char_length(display_name) >= 1 AND char_length(display_name) <= 80),
  CONSTRAINT invitation_email_form CHECK (email = lower(email) AND char_length(email) <= 254),
  CONSTRAINT invitation_mail_failure_known CHECK (mail_failure IN ('RETURNED', 'NOT_SENT')),
  CONSTRAINT invitation_reachable CHECK (token_hash IS NOT NULL OR mail_wanted_at IS NOT NULL),
  CONSTRAINT invitation_roles_known CHECK (
    roles <@ ARRAY['PEER', 'SUPERVISOR', 'MANAGER', 'ADMIN', 'AUDITOR']
      AND cardinality(roles) >= 1
      AND cardinality(roles) <= 5)
);
CREATE UNIQUE INDEX invitation_one_open ON invitation (organization_id, membership_id)
  WHERE accepted_at IS NULL AND revoked_at IS NULL;
CREATE INDEX invitation_organization_id_invited_by_idx ON invitation (organization_id, invited_by);
CREATE INDEX invitation_organization_id_membership_id_idx ON invitation (organization_id, membership_id);
CREATE INDEX invitation_to_mail ON invitation (mail_wanted_at) WHERE mailed_at IS NULL;
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON invitation AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY admin_adds ON invitation FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('ADMIN'))
      AND invited_by = (SELECT access.membership_id())
      AND accepted_at IS NULL);
CREATE POLICY admin_reads ON invitation FOR SELECT TO alongside_app
  USING (SELECT access.has_role('ADMIN'));
CREATE POLICY admin_revokes ON invitation FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('ADMIN'));
CREATE POLICY definer_access ON invitation TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY manager_adds ON invitation FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('MANAGER'))
      AND invited_by = (SELECT access.membership_id())
      AND accepted_at IS NULL
      AND (
        EXISTS (
          SELECT
            FROM membership m
            WHERE m.organization_id = invitation.organization_id
              AND m.id = invitation.membership_id
              AND m.roles = invitation.roles
              AND (m.roles = ARRAY['PEER'] OR m.host_agency_id IS NOT NULL))));
CREATE POLICY manager_reads ON invitation FOR SELECT TO alongside_app
  USING (SELECT access.has_role('MANAGER'));
CREATE POLICY manager_revokes ON invitation FOR UPDATE TO alongside_app
  USING ((SELECT access.has_role('MANAGER')) AND (roles = ARRAY['PEER'] OR roles = ARRAY['SUPERVISOR']));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON invitation FOR EACH ROW
  EXECUTE FUNCTION access.audit_change(
    'ACCOUNT', 'membership_id', 'email,roles,expires_at,accepted_at,revoked_at');
CREATE TRIGGER notify_inviter AFTER UPDATE OF accepted_at ON invitation FOR EACH ROW
  WHEN (old.accepted_at IS NULL AND new.accepted_at IS NOT NULL AND new.invited_by IS NOT NULL)
  EXECUTE FUNCTION access.notify_inviter();
GRANT SELECT (
      organization_id, id, membership_id, email, display_name, roles, invited_by, created_at, expires_at,
        accepted_at, revoked_at, mail_wanted_at, mailed_at, mail_failure),
    INSERT, UPDATE (revoked_at)
  ON invitation TO alongside_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON invitation TO alongside_definer;

CREATE TABLE issue_day_correction (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  certification_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  issued_on_before date NOT NULL,
  issued_on date NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT issue_day_correction_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT issue_day_correction_certification_fkey FOREIGN KEY (
      organization_id, certification_id, peer_id)
    REFERENCES certification(organization_id, id, peer_id),
  CONSTRAINT issue_day_correction_organization_id_recorded_by_fkey FOREIGN KEY (
      organization_id, recorded_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT issue_day_correction_changes_it CHECK (issued_on <> issued_on_before)
);
CREATE INDEX issue_day_correction_organization_id_certification_id_idx ON issue_day_correction (
  organization_id, certification_id);
ALTER TABLE issue_day_correction ENABLE ROW LEVEL SECURITY;
ALTER TABLE issue_day_correction FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON issue_day_correction AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY manager_adds ON issue_day_correction FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('MANAGER')) AND recorded_by = (SELECT access.membership_id()));
CREATE POLICY peer_and_office_read ON issue_day_correction FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER apply_issue_day_correction AFTER INSERT ON issue_day_correction FOR EACH ROW
  EXECUTE FUNCTION access.apply_issue_day_correction();
GRANT SELECT, INSERT ON issue_day_correction TO alongside_app;

CREATE TABLE job_description (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  placement_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  version integer NOT NULL,
  text text NOT NULL,
  saved_by uuid NOT NULL,
  saved_at timestamptz NOT NULL,
  CONSTRAINT job_description_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT job_description_version_once UNIQUE (organization_id, placement_id, version),
  CONSTRAINT job_description_of_placement FOREIGN KEY (organization_id, placement_id, peer_id)
    REFERENCES placement(organization_id, id, peer_id),
  CONSTRAINT job_description_organization_id_saved_by_fkey FOREIGN KEY (organization_id, saved_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT job_description_text_length CHECK (char_length(text) >= 1 AND char_length(text) <= 20000),
  CONSTRAINT job_description_version_range CHECK (version >= 1 AND version <= 1000)
);
CREATE INDEX job_description_organization_id_peer_id_idx ON job_description (organization_id, peer_id);
ALTER TABLE job_description ENABLE ROW LEVEL SECURITY;
ALTER TABLE job_description FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON job_description AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY manager_adds ON job_description FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('MANAGER'))
      AND saved_by = (SELECT access.membership_id())
      AND saved_at = (SELECT access.now()));
CREATE POLICY peer_and_managers_read ON job_description FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()) OR (SELECT access.has_role('MANAGER')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON job_description FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('PEOPLE', 'peer_id', 'placement_id,version');
GRANT SELECT, INSERT ON job_description TO alongside_app;

CREATE TABLE known_device (
  token_hash bytea NOT NULL,
  account_id uuid NOT NULL,
  last_used_at timestamptz NOT NULL,
  CONSTRAINT known_device_pkey PRIMARY KEY (token_hash, account_id),
  CONSTRAINT known_device_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);
CREATE INDEX known_device_account_id_idx ON known_device (account_id);
ALTER TABLE known_device ENABLE ROW LEVEL SECURITY;
ALTER TABLE known_device FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_access ON known_device TO alongside_definer
  USING (true)
  WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON known_device TO alongside_definer;

CREATE TABLE lapse_cause (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  certification_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  expired_on date NOT NULL,
  cause text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT lapse_cause_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT lapse_cause_certification_fkey FOREIGN KEY (organization_id, certification_id, peer_id)
    REFERENCES certification(organization_id, id, peer_id),
  CONSTRAINT lapse_cause_organization_id_recorded_by_fkey FOREIGN KEY (organization_id, recorded_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT lapse_cause_known CHECK (
    cause IN (
      'HOURS_SHORT', 'PROOF_MISSING', 'SUBMITTED_LATE', 'FEE_UNPAID', 'NOT_REMINDED', 'ON_LEAVE',
        'BOARD_DELAY', 'CHOSE_NOT_TO_RENEW', 'OTHER'))
);
CREATE INDEX lapse_cause_of_certification ON lapse_cause (organization_id, certification_id);
ALTER TABLE lapse_cause ENABLE ROW LEVEL SECURITY;
ALTER TABLE lapse_cause FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON lapse_cause AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY manager_adds ON lapse_cause FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('MANAGER')) AND recorded_by = (SELECT access.membership_id()));
CREATE POLICY peer_and_office_read ON lapse_cause FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON lapse_cause FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('CERTIFICATION', 'peer_id', 'certification_id,expired_on,cause');
GRANT SELECT, INSERT ON lapse_cause TO alongside_app;

CREATE TABLE learning_goal (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  relationship_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  text text NOT NULL,
  competency text NOT NULL,
  target_on date NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'OPEN',
  closed_on date,
  closed_by uuid,
  CONSTRAINT learning_goal_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT learning_goal_closed_by_fkey FOREIGN KEY (organization_id, closed_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT learning_goal_made_by_fkey FOREIGN KEY (organization_id, made_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT learning_goal_of_relationship FOREIGN KEY (organization_id, relationship_id, peer_id)
    REFERENCES supervision_relationship(organization_id, id, peer_id),
  CONSTRAINT learning_goal_closed_by_somebody CHECK (
    (state = 'OPEN') = (closed_on IS NULL) AND (closed_on IS NULL) = (closed_by IS NULL)),
  CONSTRAINT learning_goal_competency_known CHECK (
    competency IN (
      'ENGAGES_PEERS', 'PROVIDES_SUPPORT', 'SHARES_LIVED_EXPERIENCE', 'PERSONALIZES_SUPPORT',
        'SUPPORTS_RECOVERY_PLANNING', 'LINKS_TO_RESOURCES', 'TEACHES_WELLNESS_SKILLS', 'HELPS_IN_CRISES',
        'COMMUNICATES', 'COLLABORATES', 'LEADS_AND_ADVOCATES', 'KEEPS_GROWING')),
  CONSTRAINT learning_goal_state_known CHECK (state IN ('OPEN', 'REACHED', 'DROPPED')),
  CONSTRAINT learning_goal_text_length CHECK (char_length(text) >= 1 AND char_length(text) <= 300)
);
CREATE INDEX learning_goal_by_relationship ON learning_goal (organization_id, relationship_id);
CREATE INDEX learning_goal_of_peer ON learning_goal (organization_id, peer_id, target_on);
ALTER TABLE learning_goal ENABLE ROW LEVEL SECURITY;
ALTER TABLE learning_goal FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON learning_goal AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY both_add ON learning_goal FOR INSERT TO alongside_app
  WITH CHECK (
    made_by = (SELECT access.membership_id())
      AND made_at = (SELECT access.now())
      AND state = 'OPEN'
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = learning_goal.organization_id
              AND r.id = learning_goal.relationship_id
              AND r.peer_id = learning_goal.peer_id
              AND r.type = 'EDUCATIONAL'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))))
      AND (
        peer_id = (SELECT access.membership_id())
          OR (peer_id = ANY ((SELECT access.peers_of('EDUCATIONAL'))::uuid[]))
            AND (
              EXISTS (
                SELECT
                  FROM supervision_relationship r
                  WHERE r.organization_id = learning_goal.organization_id
                    AND r.id = learning_goal.relationship_id
                    AND r.peer_id = learning_goal.peer_id
                    AND r.type = 'EDUCATIONAL'
                    AND r.accepted_at IS NOT NULL
                    AND r.starts_on <= (SELECT access.today())
                    AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
                    AND r.supervisor_id = (SELECT access.membership_id())))));
CREATE POLICY both_close ON learning_goal FOR UPDATE TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (peer_id = ANY ((SELECT access.peers_of('EDUCATIONAL'))::uuid[]))
        AND (
          EXISTS (
            SELECT
              FROM supervision_relationship r
              WHERE r.organization_id = learning_goal.organization_id
                AND r.id = learning_goal.relationship_id
                AND r.peer_id = learning_goal.peer_id
                AND r.type = 'EDUCATIONAL'
                AND r.accepted_at IS NOT NULL
                AND r.starts_on <= (SELECT access.today())
                AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
                AND r.supervisor_id = (SELECT access.membership_id()))))
  WITH CHECK (
    state = 'OPEN' OR closed_by = (SELECT access.membership_id()) AND closed_on = (SELECT access.today()));
CREATE POLICY manager_reads ON learning_goal FOR SELECT TO alongside_app
  USING (SELECT access.has_role('MANAGER'));
CREATE POLICY peer_reads ON learning_goal FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY supervisor_reads ON learning_goal FOR SELECT TO alongside_app
  USING (
    (peer_id = ANY ((SELECT access.peers_of('EDUCATIONAL'))::uuid[]))
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = learning_goal.organization_id
              AND r.id = learning_goal.relationship_id
              AND r.peer_id = learning_goal.peer_id
              AND r.type = 'EDUCATIONAL'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
              AND r.supervisor_id = (SELECT access.membership_id()))));
CREATE TRIGGER require_joined_peer AFTER INSERT ON learning_goal FOR EACH ROW
  EXECUTE FUNCTION access.require_joined_peer();
GRANT SELECT, INSERT, UPDATE (state, closed_on, closed_by) ON learning_goal TO alongside_app;

CREATE TABLE leave_period (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  peer_id uuid NOT NULL,
  starts_on date NOT NULL,
  ends_on date,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  removed_at timestamptz,
  CONSTRAINT leave_period_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT leave_period_organization_id_entered_by_fkey FOREIGN KEY (organization_id, entered_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT leave_period_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT leave_period_ends_after_start CHECK (ends_on >= starts_on)
);
CREATE INDEX leave_period_organization_id_peer_id_idx ON leave_period (organization_id, peer_id);
ALTER TABLE leave_period ENABLE ROW LEVEL SECURITY;
ALTER TABLE leave_period FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON leave_period AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON leave_period TO alongside_definer
  USING (true);
CREATE POLICY peer_or_manager_adds ON leave_period FOR INSERT TO alongside_app
  WITH CHECK (
    entered_by = (SELECT access.membership_id())
      AND (peer_id = (SELECT access.membership_id()) OR (SELECT access.has_role('MANAGER'))));
CREATE POLICY peer_or_manager_updates ON leave_period FOR UPDATE TO alongside_app
  USING (peer_id = (SELECT access.membership_id()) OR (SELECT access.has_role('MANAGER')));
CREATE POLICY those_concerned_read ON leave_period FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON leave_period FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('PEOPLE', 'peer_id', 'starts_on,ends_on,removed_at');
CREATE TRIGGER prevent_overlapping_leave AFTER INSERT
    OR UPDATE OF starts_on, ends_on ON leave_period FOR EACH ROW
  EXECUTE FUNCTION access.prevent_overlapping_leave();
GRANT SELECT, INSERT, UPDATE (starts_on, ends_on, removed_at) ON leave_period TO alongside_app;
GRANT SELECT ON leave_period TO alongside_definer;

CREATE TABLE leaver_pass (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  member_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT leaver_pass_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT leaver_pass_token_hash_key UNIQUE (token_hash),
  CONSTRAINT leaver_pass_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id)
    REFERENCES membership(organization_id, id)
);
CREATE INDEX leaver_pass_organization_id_member_id_idx ON leaver_pass (organization_id, member_id);
ALTER TABLE leaver_pass ENABLE ROW LEVEL SECURITY;
ALTER TABLE leaver_pass FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON leaver_pass AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON leaver_pass TO alongside_definer
  USING (true)
  WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON leaver_pass TO alongside_definer;

CREATE TABLE member_preference (
  organization_id uuid NOT NULL,
  membership_id uuid NOT NULL,
  locale text,
  theme text NOT NULL DEFAULT 'SYSTEM',
  time_zone text,
  CONSTRAINT member_preference_pkey PRIMARY KEY (organization_id, membership_id),
  CONSTRAINT member_preference_organization_id_membership_id_fkey FOREIGN KEY (
      organization_id, membership_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT member_preference_locale_known CHECK (locale IN ('en', 'es')),
  CONSTRAINT member_preference_theme_known CHECK (theme IN ('LIGHT', 'DARK', 'SYSTEM')),
  CONSTRAINT member_preference_time_zone_known CHECK (
    time_zone IS NULL OR timezone(time_zone, '2000-01-01 00:00:00+00'::timestamptz) IS NOT NULL)
);
ALTER TABLE member_preference ENABLE ROW LEVEL SECURITY;
ALTER TABLE member_preference FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON member_preference AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON member_preference FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY owner_adds ON member_preference FOR INSERT TO alongside_app
  WITH CHECK (membership_id = (SELECT access.membership_id()));
CREATE POLICY owner_reads ON member_preference FOR SELECT TO alongside_app
  USING (membership_id = (SELECT access.membership_id()));
CREATE POLICY owner_updates ON member_preference FOR UPDATE TO alongside_app
  USING (membership_id = (SELECT access.membership_id()));
GRANT SELECT, INSERT, UPDATE (locale, theme, time_zone) ON member_preference TO alongside_app;
GRANT SELECT ON member_preference TO alongside_definer;

CREATE TABLE membership (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  account_id uuid,
  display_name text NOT NULL,
  roles text[] NOT NULL,
  host_agency_id uuid,
  joined_on date NOT NULL,
  disabled_at timestamptz,
  revision integer NOT NULL DEFAULT 1,
  folded_name text NOT NULL DEFAULT '',
  CONSTRAINT membership_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT membership_organization_id_account_id_key UNIQUE (organization_id, account_id),
  CONSTRAINT membership_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT membership_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT membership_organization_id_host_agency_id_fkey FOREIGN KEY (organization_id, host_agency_id)
    REFERENCES host_agency(organization_id, id),
  CONSTRAINT membership_display_name_length CHECK (
    char_length(display_name) >= 1 AND char_length(display_name) <= 80),
  CONSTRAINT membership_host_agency_staff_supervise_only CHECK (
    host_agency_id IS NULL OR roles = ARRAY['SUPERVISOR']),
  CONSTRAINT membership_roles_known CHECK (
    roles <@ ARRAY['PEER', 'SUPERVISOR', 'MANAGER', 'ADMIN', 'AUDITOR']
      AND cardinality(roles) >= 1
      AND cardinality(roles) <= 5)
);
CREATE INDEX membership_account_id_idx ON membership (account_id);
CREATE INDEX membership_organization_id_folded_name_idx ON membership (organization_id, folded_name);
ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON membership AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY admin_adds ON membership FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('ADMIN')) AND account_id IS NULL);
CREATE POLICY admin_updates ON membership FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('ADMIN'));
CREATE POLICY colleagues_read ON membership FOR SELECT TO alongside_app
  USING (
    NOT (SELECT access.is_host_agency_staff())
      OR id = (SELECT access.membership_id())
      OR (id = ANY ((SELECT access.peers_of('ADMINISTRATIVE'))::uuid[])));
CREATE POLICY definer_access ON membership TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY manager_adds ON membership FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('MANAGER'))
      AND account_id IS NULL
      AND (roles = ARRAY['PEER'] OR roles = ARRAY['SUPERVISOR'] AND host_agency_id IS NOT NULL));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON membership FOR EACH ROW
  EXECUTE FUNCTION access.audit_change(
    'ACCOUNT', 'id', 'display_name,roles,host_agency_id,joined_on,disabled_at,account_id');
CREATE TRIGGER end_sessions_on_role_change AFTER UPDATE OF roles, disabled_at ON membership FOR EACH ROW
  EXECUTE FUNCTION access.end_sessions_on_role_change();
CREATE TRIGGER fold_name BEFORE INSERT OR UPDATE OF display_name ON membership FOR EACH ROW
  EXECUTE FUNCTION access.fold_name();
CREATE TRIGGER prevent_removing_last_admin BEFORE UPDATE OF roles, disabled_at ON membership FOR EACH ROW
  EXECUTE FUNCTION access.prevent_removing_last_admin();
CREATE TRIGGER require_second_person BEFORE UPDATE OF roles ON membership FOR EACH ROW
  EXECUTE FUNCTION access.require_second_person();
GRANT SELECT, INSERT (organization_id, id, display_name, roles, host_agency_id, joined_on),
    UPDATE (display_name, roles, disabled_at, revision)
  ON membership TO alongside_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON membership TO alongside_definer;

CREATE TABLE notification (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  recipient_id uuid NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  subject_id uuid,
  created_at timestamptz NOT NULL,
  seen_at timestamptz,
  mail_due_at timestamptz,
  mail_id uuid,
  mail_taken_at timestamptz,
  mail_attempts integer NOT NULL DEFAULT 0,
  mailed_at timestamptz,
  CONSTRAINT notification_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT notification_organization_id_recipient_id_key_key UNIQUE (organization_id, recipient_id, key),
  CONSTRAINT notification_organization_id_recipient_id_fkey FOREIGN KEY (organization_id, recipient_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT notification_key_length CHECK (char_length(key) >= 1 AND char_length(key) <= 200),
  CONSTRAINT notification_kind_known CHECK (
    kind IN (
      'SUPERVISION_PROPOSED', 'SUPERVISION_ACCEPTED', 'SUPERVISION_ENDED', 'AGREEMENT_TO_SIGN',
        'INVITATION_ACCEPTED', 'ROLES_CHANGED', 'SESSION_LOGGED', 'FLAG_TOLD', 'CERTIFICATION_EXPIRES',
        'IMPORT_DONE', 'CERTIFICATION_AT_RISK', 'CERTIFICATION_LAPSED', 'SUPERVISION_ASSIGNED', 'FLAG_STEP',
        'FLAG_CLOSING_PROPOSED', 'FLAG_SHARED', 'ROLE_REQUESTED', 'ROLE_REQUEST_ANSWERED',
        'SESSION_CORRECTED', 'CERTIFICATION_CORRECTED', 'CE_HOURS_CORRECTED', 'SESSION_PLANNED',
        'SESSION_MOVED', 'SESSION_CANCELLED', 'SESSION_TOMORROW', 'SUPERVISION_DUE', 'SESSION_UNANSWERED',
        'SERIES_ENDING', 'TIME_ASKED', 'TIME_ANSWERED', 'SUPERVISION_REQUESTED',
        'SUPERVISION_REQUEST_ANSWERED', 'AGENDA_ITEM_ADDED', 'FOLLOW_UP_ADDED', 'FOLLOW_UP_CLOSED',
        'LEARNING_GOAL_ADDED', 'SESSION_AMENDED', 'SESSION_COMMENTED', 'SIGNATURES_WAIT',
        'AGREEMENT_DECLINED', 'COURSE_SENT_BACK', 'EVIDENCE_REQUESTED', 'COURSES_TO_REVIEW',
        'SERVICE_HOURS_REQUESTED', 'CERTIFICATION_REMINDER', 'RENEWAL_DUE', 'RENEWALS_DIGEST',
        'SHARED_WITH_YOU', 'TALK_REQUESTED', 'TALK_TIME_OFFERED', 'TALK_ANSWERED', 'CHECK_IN_REMINDER',
        'TASK_ASKED', 'TASK_ANSWERED'))
);
CREATE INDEX notification_newest_first ON notification (organization_id, recipient_id, created_at, id);
CREATE INDEX notification_organization_id_mail_id_idx ON notification (organization_id, mail_id);
CREATE INDEX notification_to_mail ON notification (mail_due_at)
  WHERE mailed_at IS NULL AND mail_due_at IS DISTINCT
  FROM 'infinity'::timestamptz;
CREATE INDEX notification_unseen ON notification (organization_id, recipient_id) WHERE seen_at IS NULL;
ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON notification AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY while_shared ON notification AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (
     CASE
      WHEN kind = 'SHARED_WITH_YOU' THEN (
        EXISTS (
          SELECT
            FROM share_ticket t
            WHERE t.organization_id = notification.organization_id
              AND t.id = split_part(notification.key, ':', 2)::uuid)) ELSE true END);
CREATE POLICY definer_access ON notification TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY recipient_manages ON notification TO alongside_app
  USING (recipient_id = (SELECT access.membership_id()));
GRANT SELECT (organization_id, id, recipient_id, kind, subject_id, created_at, seen_at), UPDATE (seen_at)
  ON notification TO alongside_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON notification TO alongside_definer;

CREATE TABLE notification_choice (
  organization_id uuid NOT NULL,
  member_id uuid NOT NULL,
  mail text NOT NULL,
  digest_hour integer NOT NULL,
  quiet_from time without time zone NOT NULL,
  quiet_until time without time zone NOT NULL,
  CONSTRAINT notification_choice_pkey PRIMARY KEY (organization_id, member_id),
  CONSTRAINT notification_choice_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT notification_choice_digest_hour_range CHECK (digest_hour >= 0 AND digest_hour <= 23),
  CONSTRAINT notification_choice_mail_known CHECK (mail IN ('AT_ONCE', 'DIGEST', 'NONE'))
);
ALTER TABLE notification_choice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification_choice FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON notification_choice AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON notification_choice TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY owner_manages ON notification_choice TO alongside_app
  USING (member_id = (SELECT access.membership_id()));
GRANT SELECT, INSERT, UPDATE (mail, digest_hour, quiet_from, quiet_until)
  ON notification_choice TO alongside_app;
GRANT SELECT ON notification_choice TO alongside_definer;

CREATE TABLE organization (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  kind text NOT NULL,
  home_state text NOT NULL,
  time_zone text NOT NULL,
  locale text NOT NULL DEFAULT 'en',
  is_demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT organization_pkey PRIMARY KEY (id),
  CONSTRAINT organization_home_state_form CHECK (home_state ~ '^[A-Z]{2}$'),
  CONSTRAINT organization_kind_known CHECK (
    kind IN (
      'RECOVERY_COMMUNITY_ORGANIZATION', 'TREATMENT_PROVIDER', 'HEALTH_DEPARTMENT',
        'LAW_ENFORCEMENT_AGENCY', 'COURT', 'JAIL', 'COMMUNITY_SUPERVISION', 'OTHER')),
  CONSTRAINT organization_locale_known CHECK (locale IN ('en', 'es')),
  CONSTRAINT organization_name_length CHECK (char_length(name) >= 1 AND char_length(name) <= 120),
  CONSTRAINT organization_time_zone_known CHECK (
    timezone(time_zone, '2000-01-01 00:00:00+00'::timestamptz) IS NOT NULL)
);
ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization FORCE ROW LEVEL SECURITY;
CREATE POLICY admin_updates ON organization FOR UPDATE TO alongside_app
  USING (id = (SELECT access.organization_id()) AND (SELECT access.has_role('ADMIN')));
CREATE POLICY definer_access ON organization TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY own_organization ON organization FOR SELECT TO alongside_app
  USING (id = (SELECT access.organization_id()));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON organization FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('SETTINGS', '', 'name,kind,home_state,time_zone,locale');
CREATE TRIGGER keep_past_end_dates AFTER UPDATE OF time_zone ON organization FOR EACH ROW
  WHEN (old.time_zone <> new.time_zone)
  EXECUTE FUNCTION access.keep_past_end_dates();
GRANT SELECT, UPDATE (name, kind, home_state, time_zone, locale, revision) ON organization TO alongside_app;
GRANT SELECT, INSERT ON organization TO alongside_definer;

CREATE TABLE organization_setup_step (
  organization_id uuid NOT NULL,
  step text NOT NULL,
  done_at timestamptz,
  skipped_at timestamptz,
  decided_by uuid,
  CONSTRAINT organization_setup_step_pkey PRIMARY KEY (organization_id, step),
  CONSTRAINT organization_setup_step_organization_id_decided_by_fkey FOREIGN KEY (
      organization_id, decided_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT organization_setup_step_organization_id_fkey FOREIGN KEY (organization_id)
    REFERENCES organization(id),
  CONSTRAINT organization_setup_step_one_decision CHECK (done_at IS NULL OR skipped_at IS NULL),
  CONSTRAINT organization_setup_step_step_known CHECK (
    step IN (
      'ORGANIZATION', 'HELP_CONTACTS', 'HOST_AGENCIES', 'TEAMS', 'PEOPLE', 'OWN_ROLES', 'SUPERVISORS',
        'CERTIFICATIONS'))
);
ALTER TABLE organization_setup_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization_setup_step FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON organization_setup_step AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY admin_adds ON organization_setup_step FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('ADMIN')) AND decided_by = (SELECT access.membership_id()));
CREATE POLICY admin_reads ON organization_setup_step FOR SELECT TO alongside_app
  USING (SELECT access.has_role('ADMIN'));
CREATE POLICY admin_updates ON organization_setup_step FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('ADMIN'))
  WITH CHECK (decided_by = (SELECT access.membership_id()));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON organization_setup_step FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('SETTINGS', '', 'step,done_at,skipped_at');
GRANT SELECT, INSERT, UPDATE (done_at, skipped_at, decided_by) ON organization_setup_step TO alongside_app;

CREATE TABLE password_reset (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  member_id uuid NOT NULL,
  started_by uuid NOT NULL,
  token_hash bytea,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz,
  mail_taken_at timestamptz,
  mail_attempts integer NOT NULL DEFAULT 0,
  mail_failure text,
  mailed_at timestamptz,
  CONSTRAINT password_reset_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT password_reset_token_hash_key UNIQUE (token_hash),
  CONSTRAINT password_reset_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT password_reset_organization_id_started_by_fkey FOREIGN KEY (organization_id, started_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT password_reset_mail_failure_known CHECK (mail_failure IN ('RETURNED', 'NOT_SENT'))
);
CREATE UNIQUE INDEX password_reset_one_open ON password_reset (organization_id, member_id)
  WHERE used_at IS NULL AND revoked_at IS NULL;
CREATE INDEX password_reset_organization_id_member_id_idx ON password_reset (organization_id, member_id);
CREATE INDEX password_reset_organization_id_started_by_idx ON password_reset (organization_id, started_by);
CREATE INDEX password_reset_to_mail ON password_reset (created_at) WHERE mailed_at IS NULL;
ALTER TABLE password_reset ENABLE ROW LEVEL SECURITY;
ALTER TABLE password_reset FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON password_reset AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY admin_adds ON password_reset FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('ADMIN'))
      AND started_by = (SELECT access.membership_id())
      AND used_at IS NULL
      AND token_hash IS NULL);
CREATE POLICY admin_reads ON password_reset FOR SELECT TO alongside_app
  USING (SELECT access.has_role('ADMIN'));
CREATE POLICY admin_revokes ON password_reset FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('ADMIN'));
CREATE POLICY definer_access ON password_reset TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON password_reset FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('ACCOUNT', 'member_id', 'expires_at,used_at,revoked_at');
GRANT SELECT (
      organization_id, id, member_id, started_by, created_at, expires_at, used_at, revoked_at, mail_failure),
    INSERT (organization_id, id, member_id, started_by, created_at, expires_at), UPDATE (revoked_at)
  ON password_reset TO alongside_app;
GRANT SELECT, UPDATE ON password_reset TO alongside_definer;

CREATE TABLE placement (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  peer_id uuid NOT NULL,
  host_agency_id uuid NOT NULL,
  job_title text NOT NULL,
  starts_on date NOT NULL,
  ends_on date,
  full_time_share numeric(3,2) NOT NULL DEFAULT 1,
  caseload_size integer,
  ends_with_leaving boolean NOT NULL DEFAULT false,
  ends_on_before_leaving date,
  voided_at timestamptz,
  voided_by uuid,
  ends_on_before_voiding date,
  revision integer NOT NULL DEFAULT 1,
  is_participation_ordered boolean,
  CONSTRAINT placement_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT placement_organization_id_id_peer_id_key UNIQUE (organization_id, id, peer_id),
  CONSTRAINT placement_organization_id_host_agency_id_fkey FOREIGN KEY (organization_id, host_agency_id)
    REFERENCES host_agency(organization_id, id),
  CONSTRAINT placement_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT placement_organization_id_voided_by_fkey FOREIGN KEY (organization_id, voided_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT placement_caseload_size_range CHECK (caseload_size >= 0 AND caseload_size <= 500),
  CONSTRAINT placement_ends_after_start CHECK (ends_on >= (starts_on - 1)),
  CONSTRAINT placement_full_time_share_range CHECK (
    full_time_share > 0::numeric AND full_time_share <= 1::numeric),
  CONSTRAINT placement_job_title_form CHECK (job_title ~ '^[A-Z_]{3,60}$'),
  CONSTRAINT placement_voided_by_somebody CHECK ((voided_at IS NULL) = (voided_by IS NULL)),
  CONSTRAINT placement_voided_never_took_place CHECK (
    voided_at IS NULL OR ends_on IS NOT NULL AND ends_on = (starts_on - 1))
);
CREATE INDEX placement_organization_id_peer_id_idx ON placement (organization_id, peer_id);
CREATE INDEX placement_organization_id_voided_by_idx ON placement (organization_id, voided_by)
  WHERE voided_by IS NOT NULL;
ALTER TABLE placement ENABLE ROW LEVEL SECURITY;
ALTER TABLE placement FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON placement AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON placement TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY manager_adds ON placement FOR INSERT TO alongside_app
  WITH CHECK (SELECT access.has_role('MANAGER'));
CREATE POLICY manager_updates ON placement FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('MANAGER'))
  WITH CHECK (
    (SELECT access.has_role('MANAGER'))
      AND (voided_by IS NULL OR voided_by = (SELECT access.membership_id())));
CREATE POLICY peer_updates_own_caseload ON placement FOR UPDATE TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY those_concerned_read ON placement FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON placement FOR EACH ROW
  EXECUTE FUNCTION access.audit_change(
    'PEOPLE', 'peer_id',
      'host_agency_id,job_title,starts_on,ends_on,full_time_share,caseload_size,voided_at,is_participation_ordered');
CREATE TRIGGER enforce_placement_limits AFTER INSERT OR UPDATE ON placement FOR EACH ROW
  EXECUTE FUNCTION access.enforce_placement_limits();
GRANT SELECT, INSERT,
    UPDATE (
      host_agency_id, job_title, starts_on, ends_on, full_time_share, caseload_size, ends_with_leaving,
        ends_on_before_leaving, voided_at, voided_by, ends_on_before_voiding, revision,
        is_participation_ordered)
  ON placement TO alongside_app;
GRANT SELECT, DELETE ON placement TO alongside_definer;

CREATE TABLE planned_attendance (
  organization_id uuid NOT NULL,
  planned_session_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  type text NOT NULL,
  supervisor_id uuid NOT NULL,
  withdrawn_at timestamptz,
  CONSTRAINT planned_attendance_pkey PRIMARY KEY (organization_id, planned_session_id, peer_id, type),
  CONSTRAINT planned_attendance_of_session FOREIGN KEY (
      organization_id, planned_session_id, supervisor_id)
    REFERENCES planned_session(organization_id, id, supervisor_id),
  CONSTRAINT planned_attendance_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT planned_attendance_not_oneself CHECK (peer_id <> supervisor_id),
  CONSTRAINT planned_attendance_type_known CHECK (type IN ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE'))
);
CREATE INDEX planned_attendance_organization_id_peer_id_idx ON planned_attendance (organization_id, peer_id);
CREATE INDEX planned_attendance_organization_id_supervisor_id_idx ON planned_attendance (
  organization_id, supervisor_id);
ALTER TABLE planned_attendance ENABLE ROW LEVEL SECURITY;
ALTER TABLE planned_attendance FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON planned_attendance AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON planned_attendance TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY supervisor_adds ON planned_attendance FOR INSERT TO alongside_app
  WITH CHECK (
    supervisor_id = (SELECT access.membership_id())
      AND withdrawn_at IS NULL
      AND (peer_id = ANY (access.peers_of(type))));
CREATE POLICY those_concerned_read ON planned_attendance FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR supervisor_id = (SELECT access.membership_id())
      OR (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON planned_attendance FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('SESSION', 'peer_id', 'planned_session_id,type');
GRANT SELECT, INSERT ON planned_attendance TO alongside_app;
GRANT SELECT, INSERT, UPDATE ON planned_attendance TO alongside_definer;

CREATE TABLE planned_course (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  peer_id uuid NOT NULL,
  title text NOT NULL,
  provider text,
  held_on date NOT NULL,
  hours numeric(5,2) NOT NULL,
  credit_unit text NOT NULL,
  categories text[] NOT NULL,
  delivery_mode text,
  planned_at timestamptz NOT NULL,
  removed_at timestamptz,
  taken_as uuid,
  CONSTRAINT planned_course_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT planned_course_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT planned_course_taken_as_fkey FOREIGN KEY (organization_id, taken_as, peer_id)
    REFERENCES ce_credit(organization_id, activity_id, peer_id),
  CONSTRAINT planned_course_categories_length CHECK (
    cardinality(categories) >= 1 AND cardinality(categories) <= 22),
  CONSTRAINT planned_course_credit_unit_known CHECK (
    credit_unit IN ('CONTACT_HOURS', 'SEMESTER_HOURS', 'QUARTER_HOURS', 'CEU')),
  CONSTRAINT planned_course_delivery_mode_known CHECK (
    delivery_mode IN ('IN_PERSON', 'LIVE_ONLINE', 'SELF_PACED')),
  CONSTRAINT planned_course_hours_in_steps CHECK (
    hours >= 0.05 AND hours <= 200::numeric AND (hours * 20::numeric) = floor(hours * 20::numeric)),
  CONSTRAINT planned_course_provider_length CHECK (
    char_length(provider) >= 1 AND char_length(provider) <= 200),
  CONSTRAINT planned_course_taken_or_removed CHECK (removed_at IS NULL OR taken_as IS NULL),
  CONSTRAINT planned_course_title_length CHECK (char_length(title) >= 1 AND char_length(title) <= 200)
);
CREATE INDEX planned_course_organization_id_peer_id_idx ON planned_course (organization_id, peer_id);
ALTER TABLE planned_course ENABLE ROW LEVEL SECURITY;
ALTER TABLE planned_course FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON planned_course AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY holder_adds ON planned_course FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('PEER')) AND peer_id = (SELECT access.membership_id()));
CREATE POLICY holder_updates ON planned_course FOR UPDATE TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY peer_and_office_read ON planned_course FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
GRANT SELECT, INSERT, UPDATE (removed_at, taken_as) ON planned_course TO alongside_app;

CREATE TABLE planned_session (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  supervisor_id uuid NOT NULL,
  starts_on date NOT NULL,
  start_time time without time zone NOT NULL,
  minutes integer NOT NULL,
  format text NOT NULL,
  modality text NOT NULL,
  status text NOT NULL,
  reason text,
  series_id uuid,
  series_position integer,
  series_weeks integer,
  held_session_id uuid,
  planned_by uuid NOT NULL,
  planned_at timestamptz NOT NULL,
  changed_by uuid,
  changed_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT planned_session_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT planned_session_of_supervisor UNIQUE (organization_id, id, supervisor_id),
  CONSTRAINT planned_session_changed_by_fkey FOREIGN KEY (organization_id, changed_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT planned_session_held_session_fkey FOREIGN KEY (
      organization_id, held_session_id, supervisor_id)
    REFERENCES supervision_session(organization_id, id, supervisor_id),
  CONSTRAINT planned_session_organization_id_supervisor_id_fkey FOREIGN KEY (
      organization_id, supervisor_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT planned_session_planned_by_fkey FOREIGN KEY (organization_id, planned_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT planned_session_format_known CHECK (
    format IN ('INDIVIDUAL', 'GROUP', 'TEAM_CHECK_IN', 'CO_REFLECTION')),
  CONSTRAINT planned_session_held_as_logged CHECK (status <> 'HELD' OR held_session_id IS NOT NULL),
  CONSTRAINT planned_session_minutes_range CHECK (minutes >= 5 AND minutes <= 480),
  CONSTRAINT planned_session_modality_known CHECK (modality IN ('IN_PERSON', 'VIDEO', 'PHONE')),
  CONSTRAINT planned_session_reason_given CHECK ((reason IS NULL) = (status IN ('SCHEDULED', 'HELD'))),
  CONSTRAINT planned_session_reason_known CHECK (
    reason IN (
      'PEER_AWAY', 'SUPERVISOR_AWAY', 'FACILITY_CLOSED', 'URGENT_WORK', 'NO_CONNECTION', 'MOVED',
        'SUPERVISION_ENDED')),
  CONSTRAINT planned_session_status_known CHECK (status IN ('SCHEDULED', 'HELD', 'CANCELLED', 'MISSED')),
  CONSTRAINT planned_session_whole_series CHECK (
    (series_id IS NULL) = (series_position IS NULL) AND (series_id IS NULL) = (series_weeks IS NULL))
);
CREATE UNIQUE INDEX planned_session_held_once ON planned_session (organization_id, held_session_id);
CREATE INDEX planned_session_organization_id_series_id_idx ON planned_session (organization_id, series_id);
CREATE INDEX planned_session_organization_id_supervisor_id_idx ON planned_session (
  organization_id, supervisor_id, starts_on);
ALTER TABLE planned_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE planned_session FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON planned_session AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON planned_session TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY peer_changes ON planned_session FOR UPDATE TO alongside_app
  USING (
    format = 'INDIVIDUAL'
      AND status <> 'HELD'
      AND (
        EXISTS (
          SELECT
            FROM planned_attendance a
            WHERE a.organization_id = planned_session.organization_id
              AND a.planned_session_id = planned_session.id
              AND a.peer_id = (SELECT access.membership_id())
              AND a.withdrawn_at IS NULL)))
  WITH CHECK (
    status <> 'HELD' AND changed_by = (SELECT access.membership_id()) AND changed_at = (SELECT access.now()));
CREATE POLICY supervisor_adds ON planned_session FOR INSERT TO alongside_app
  WITH CHECK (
    supervisor_id = (SELECT access.membership_id())
      AND (SELECT access.has_role('SUPERVISOR'))
      AND status = 'SCHEDULED'
      AND starts_on >= (SELECT access.today())
      AND held_session_id IS NULL
      AND planned_by = (SELECT access.membership_id())
      AND planned_at = (SELECT access.now()));
CREATE POLICY supervisor_changes ON planned_session FOR UPDATE TO alongside_app
  USING (supervisor_id = (SELECT access.membership_id()))
  WITH CHECK (
    supervisor_id = (SELECT access.membership_id())
      AND changed_by = (SELECT access.membership_id())
      AND changed_at = (SELECT access.now()));
CREATE POLICY those_concerned_read ON planned_session FOR SELECT TO alongside_app
  USING (
    supervisor_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR'))
      OR (
        EXISTS (
          SELECT
            FROM planned_attendance a
            WHERE a.organization_id = planned_session.organization_id
              AND a.planned_session_id = planned_session.id)));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON planned_session FOR EACH ROW
  EXECUTE FUNCTION access.audit_change(
    'SESSION', '', 'supervisor_id,starts_on,start_time,minutes,format,modality,status,reason');
GRANT SELECT, INSERT,
    UPDATE (
      starts_on, start_time, minutes, modality, status, reason, series_id, series_position, series_weeks,
        held_session_id, changed_by, changed_at, revision)
  ON planned_session TO alongside_app;
GRANT SELECT, INSERT, UPDATE ON planned_session TO alongside_definer;

CREATE TABLE proqol_item_set (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  items text[] NOT NULL,
  credit text NOT NULL,
  imported_by uuid NOT NULL,
  imported_at timestamptz NOT NULL,
  CONSTRAINT proqol_item_set_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT proqol_item_set_organization_id_imported_by_fkey FOREIGN KEY (organization_id, imported_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT proqol_item_set_credit_named CHECK (
    char_length(credit) <= 300 AND credit ~* 'stamm' AND credit ~* 'proqol\.org'),
  CONSTRAINT proqol_item_set_thirty_items CHECK (
    cardinality(items) = 30 AND array_position(items, NULL::text) IS NULL)
);
CREATE INDEX proqol_item_set_organization_id_imported_at_idx ON proqol_item_set (
  organization_id, imported_at);
ALTER TABLE proqol_item_set ENABLE ROW LEVEL SECURITY;
ALTER TABLE proqol_item_set FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON proqol_item_set AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY admin_adds ON proqol_item_set FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('ADMIN'))
      AND imported_by = (SELECT access.membership_id())
      AND imported_at = (SELECT access.now()));
CREATE POLICY everyone_reads ON proqol_item_set FOR SELECT TO alongside_app
  USING (NOT (SELECT access.is_host_agency_staff()));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON proqol_item_set FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('SETTINGS', '', 'imported_at');
GRANT SELECT, INSERT ON proqol_item_set TO alongside_app;

CREATE TABLE proqol_response (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  started_on date NOT NULL,
  answers smallint[] NOT NULL,
  finished_on date,
  saved_at timestamptz NOT NULL,
  CONSTRAINT proqol_response_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT proqol_response_organization_id_id_member_id_key UNIQUE (organization_id, id, member_id),
  CONSTRAINT proqol_response_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT proqol_response_answers_known CHECK (
    cardinality(answers) = 30 AND (1 <= ALL (answers)) AND (5 >= ALL (answers))),
  CONSTRAINT proqol_response_finished_after_start CHECK (finished_on >= started_on)
);
CREATE UNIQUE INDEX proqol_response_one_open ON proqol_response (organization_id, member_id)
  WHERE finished_on IS NULL;
CREATE INDEX proqol_response_organization_id_member_id_finished_on_idx ON proqol_response (
  organization_id, member_id, finished_on);
ALTER TABLE proqol_response ENABLE ROW LEVEL SECURITY;
ALTER TABLE proqol_response FORCE ROW LEVEL SECURITY;
CREATE POLICY locked_until_opened ON proqol_response AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (
    (SELECT access.check_ins_locked_before()) IS NULL
      OR saved_at > (SELECT access.check_ins_locked_before()));
CREATE POLICY tenant_isolation ON proqol_response AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON proqol_response AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_erases ON proqol_response FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON proqol_response FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY only_oneself_adds ON proqol_response FOR INSERT TO alongside_app
  WITH CHECK (
    member_id = (SELECT access.membership_id())
      AND (SELECT access.has_role('PEER'))
      AND started_on = (SELECT access.today()));
CREATE POLICY only_oneself_reads ON proqol_response FOR SELECT TO alongside_app
  USING (member_id = (SELECT access.membership_id()));
CREATE POLICY only_oneself_updates ON proqol_response FOR UPDATE TO alongside_app
  USING (member_id = (SELECT access.membership_id()) AND finished_on IS NULL)
  WITH CHECK (finished_on IS NULL OR finished_on = (SELECT access.today()));
CREATE TRIGGER require_pause BEFORE INSERT ON proqol_response FOR EACH ROW
  EXECUTE FUNCTION access.require_proqol_pause();
GRANT SELECT, INSERT, UPDATE (answers, finished_on, saved_at) ON proqol_response TO alongside_app;
GRANT SELECT, SELECT (organization_id, member_id), DELETE ON proqol_response TO alongside_definer;

CREATE TABLE record_chain (
  organization_id uuid NOT NULL,
  link_number bigint NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  session_id uuid NOT NULL,
  member_id uuid NOT NULL,
  content_hash bytea NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT record_chain_pkey PRIMARY KEY (organization_id, link_number),
  CONSTRAINT record_chain_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT record_chain_organization_id_session_id_fkey FOREIGN KEY (organization_id, session_id)
    REFERENCES supervision_session(organization_id, id),
  CONSTRAINT record_chain_kind_known CHECK (kind IN ('SIGNATURE', 'AMENDMENT'))
);
CREATE INDEX record_chain_organization_id_member_id_idx ON record_chain (organization_id, member_id);
CREATE INDEX record_chain_organization_id_session_id_idx ON record_chain (organization_id, session_id);
ALTER TABLE record_chain ENABLE ROW LEVEL SECURITY;
ALTER TABLE record_chain FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON record_chain AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON record_chain TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY office_reads ON record_chain FOR SELECT TO alongside_app
  USING ((SELECT access.has_role('MANAGER')) OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER prevent_record_changes BEFORE DELETE
    OR UPDATE
    OR TRUNCATE ON record_chain FOR EACH STATEMENT
  EXECUTE FUNCTION access.prevent_record_changes();
GRANT SELECT ON record_chain TO alongside_app;
GRANT SELECT, INSERT ON record_chain TO alongside_definer;

CREATE TABLE reflection_time (
  organization_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  week_start date NOT NULL,
  minutes integer NOT NULL,
  saved_at timestamptz NOT NULL,
  CONSTRAINT reflection_time_pkey PRIMARY KEY (organization_id, owner_id, week_start),
  CONSTRAINT reflection_time_organization_id_owner_id_fkey FOREIGN KEY (organization_id, owner_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT reflection_time_minutes_range CHECK (minutes >= 0 AND minutes <= 600),
  CONSTRAINT reflection_time_week_starts_on_monday CHECK (EXTRACT(isodow FROM week_start) = 1::numeric)
);
ALTER TABLE reflection_time ENABLE ROW LEVEL SECURITY;
ALTER TABLE reflection_time FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON reflection_time AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON reflection_time AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_erases ON reflection_time FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON reflection_time FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY owner_manages ON reflection_time TO alongside_app
  USING (owner_id = (SELECT access.membership_id()))
  WITH CHECK (owner_id = (SELECT access.membership_id()) AND week_start <= (SELECT access.today()));
GRANT SELECT, INSERT, UPDATE (minutes, saved_at) ON reflection_time TO alongside_app;
GRANT SELECT (organization_id, owner_id), DELETE ON reflection_time TO alongside_definer;

CREATE TABLE renewal_attestation (
  organization_id uuid NOT NULL,
  certification_id uuid NOT NULL,
  cycle_ends_on date NOT NULL,
  peer_id uuid NOT NULL,
  attested_at timestamptz NOT NULL,
  CONSTRAINT renewal_attestation_pkey PRIMARY KEY (organization_id, certification_id, cycle_ends_on),
  CONSTRAINT renewal_attestation_certification_fkey FOREIGN KEY (
      organization_id, certification_id, peer_id)
    REFERENCES certification(organization_id, id, peer_id)
);
ALTER TABLE renewal_attestation ENABLE ROW LEVEL SECURITY;
ALTER TABLE renewal_attestation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON renewal_attestation AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY peer_and_office_read ON renewal_attestation FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE POLICY peer_attests ON renewal_attestation FOR INSERT TO alongside_app
  WITH CHECK (peer_id = (SELECT access.membership_id()));
GRANT SELECT, INSERT ON renewal_attestation TO alongside_app;

CREATE TABLE renewal_pause (
  organization_id uuid NOT NULL,
  certification_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  paused_until date NOT NULL,
  CONSTRAINT renewal_pause_pkey PRIMARY KEY (organization_id, certification_id),
  CONSTRAINT renewal_pause_certification_fkey FOREIGN KEY (organization_id, certification_id, peer_id)
    REFERENCES certification(organization_id, id, peer_id)
);
ALTER TABLE renewal_pause ENABLE ROW LEVEL SECURITY;
ALTER TABLE renewal_pause FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON renewal_pause AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON renewal_pause FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY own_add ON renewal_pause FOR INSERT TO alongside_app
  WITH CHECK (peer_id = (SELECT access.membership_id()) AND paused_until <= ((SELECT access.today() + 30)));
CREATE POLICY own_read ON renewal_pause FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY own_update ON renewal_pause FOR UPDATE TO alongside_app
  USING (peer_id = (SELECT access.membership_id()))
  WITH CHECK (peer_id = (SELECT access.membership_id()) AND paused_until <= ((SELECT access.today() + 30)));
GRANT SELECT, INSERT, UPDATE (paused_until) ON renewal_pause TO alongside_app;
GRANT SELECT ON renewal_pause TO alongside_definer;

CREATE TABLE renewal_reminder (
  organization_id uuid NOT NULL,
  certification_id uuid NOT NULL,
  reminded_on date NOT NULL,
  peer_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT renewal_reminder_pkey PRIMARY KEY (organization_id, certification_id, reminded_on),
  CONSTRAINT renewal_reminder_certification_fkey FOREIGN KEY (organization_id, certification_id, peer_id)
    REFERENCES certification(organization_id, id, peer_id),
  CONSTRAINT renewal_reminder_organization_id_recorded_by_fkey FOREIGN KEY (organization_id, recorded_by)
    REFERENCES membership(organization_id, id)
);
ALTER TABLE renewal_reminder ENABLE ROW LEVEL SECURITY;
ALTER TABLE renewal_reminder FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON renewal_reminder AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY manager_adds ON renewal_reminder FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('MANAGER'))
      AND recorded_by = (SELECT access.membership_id())
      AND reminded_on = (SELECT access.today()));
CREATE POLICY peer_and_office_read ON renewal_reminder FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
GRANT SELECT, INSERT ON renewal_reminder TO alongside_app;

CREATE TABLE renewal_rule_end (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  version_id uuid NOT NULL,
  number integer NOT NULL DEFAULT 1,
  counts_until date,
  is_undone boolean NOT NULL DEFAULT false,
  reason text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT renewal_rule_end_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT renewal_rule_end_organization_id_version_id_number_key UNIQUE (
    organization_id, version_id, number),
  CONSTRAINT renewal_rule_end_organization_id_recorded_by_fkey FOREIGN KEY (organization_id, recorded_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT renewal_rule_end_organization_id_version_id_fkey FOREIGN KEY (organization_id, version_id)
    REFERENCES renewal_rule_version(organization_id, id),
  CONSTRAINT renewal_rule_end_number_range CHECK (number >= 1 AND number <= 1000),
  CONSTRAINT renewal_rule_end_reason_length CHECK (char_length(reason) >= 1 AND char_length(reason) <= 500),
  CONSTRAINT renewal_rule_end_undone_without_day CHECK (NOT is_undone OR counts_until IS NULL)
);
ALTER TABLE renewal_rule_end ENABLE ROW LEVEL SECURITY;
ALTER TABLE renewal_rule_end FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON renewal_rule_end AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON renewal_rule_end FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY everyone_reads ON renewal_rule_end FOR SELECT TO alongside_app
  USING (true);
CREATE POLICY manager_adds ON renewal_rule_end FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('MANAGER')) AND recorded_by = (SELECT access.membership_id()));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON renewal_rule_end FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('CERTIFICATION', '', 'version_id,number,counts_until,is_undone');
CREATE TRIGGER mark_assessments_stale_on_delete AFTER DELETE ON renewal_rule_end
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('version');
CREATE TRIGGER mark_assessments_stale_on_insert AFTER INSERT ON renewal_rule_end
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('version');
CREATE TRIGGER mark_assessments_stale_on_update AFTER UPDATE ON renewal_rule_end
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('version');
CREATE TRIGGER prevent_rule_end_overlap BEFORE INSERT ON renewal_rule_end FOR EACH ROW
  EXECUTE FUNCTION access.prevent_rule_end_overlap();
GRANT SELECT, INSERT ON renewal_rule_end TO alongside_app;
GRANT SELECT ON renewal_rule_end TO alongside_definer;

CREATE TABLE renewal_rule_version (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  credential_id text NOT NULL,
  number integer NOT NULL,
  effective_from date,
  effective_to date,
  rule jsonb NOT NULL,
  reason text NOT NULL,
  published_by uuid NOT NULL,
  published_at timestamptz NOT NULL,
  CONSTRAINT renewal_rule_version_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT renewal_rule_version_organization_id_credential_id_number_key UNIQUE (
    organization_id, credential_id, number),
  CONSTRAINT renewal_rule_version_organization_id_published_by_fkey FOREIGN KEY (
      organization_id, published_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT renewal_rule_version_credential_id_form CHECK (credential_id ~ '^(us|custom)-[a-z0-9-]{2,56}$'),
  CONSTRAINT renewal_rule_version_ends_after_start CHECK (effective_to >= effective_from),
  CONSTRAINT renewal_rule_version_number_range CHECK (number >= 1 AND number <= 1000),
  CONSTRAINT renewal_rule_version_reason_length CHECK (
    char_length(reason) >= 1 AND char_length(reason) <= 500),
  CONSTRAINT renewal_rule_version_rule_form CHECK (
    jsonb_typeof(rule) = 'object' AND octet_length(rule::text) <= 60000)
);
ALTER TABLE renewal_rule_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE renewal_rule_version FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON renewal_rule_version AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON renewal_rule_version FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY everyone_reads ON renewal_rule_version FOR SELECT TO alongside_app
  USING (true);
CREATE POLICY manager_adds ON renewal_rule_version FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('MANAGER')) AND published_by = (SELECT access.membership_id()));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON renewal_rule_version FOR EACH ROW
  EXECUTE FUNCTION access.audit_change(
    'CERTIFICATION', '', 'credential_id,number,effective_from,effective_to');
CREATE TRIGGER mark_assessments_stale_on_delete AFTER DELETE ON renewal_rule_version
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('credential');
CREATE TRIGGER mark_assessments_stale_on_insert AFTER INSERT ON renewal_rule_version
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('credential');
CREATE TRIGGER mark_assessments_stale_on_update AFTER UPDATE ON renewal_rule_version
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('credential');
CREATE TRIGGER prevent_rule_version_overlap BEFORE INSERT ON renewal_rule_version FOR EACH ROW
  EXECUTE FUNCTION access.prevent_rule_version_overlap();
GRANT SELECT, INSERT ON renewal_rule_version TO alongside_app;
GRANT SELECT ON renewal_rule_version TO alongside_definer;

CREATE TABLE renewal_submission (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  certification_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  cycle_ends_on date NOT NULL,
  opened_on date,
  submitted_on date NOT NULL,
  receipt_number text,
  fee_usd integer,
  outcome text,
  decided_on date,
  return_reason text,
  decided_by uuid,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  voided_by uuid,
  voided_at timestamptz,
  CONSTRAINT renewal_submission_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT renewal_submission_certification_fkey FOREIGN KEY (
      organization_id, certification_id, peer_id)
    REFERENCES certification(organization_id, id, peer_id),
  CONSTRAINT renewal_submission_organization_id_decided_by_fkey FOREIGN KEY (organization_id, decided_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT renewal_submission_organization_id_recorded_by_fkey FOREIGN KEY (
      organization_id, recorded_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT renewal_submission_organization_id_voided_by_fkey FOREIGN KEY (organization_id, voided_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT renewal_submission_after_opening CHECK (submitted_on >= opened_on),
  CONSTRAINT renewal_submission_decided_after CHECK (decided_on >= submitted_on),
  CONSTRAINT renewal_submission_decided_by_somebody CHECK (
    num_nulls(outcome, decided_on, decided_by) IN (0, 3)),
  CONSTRAINT renewal_submission_fee_range CHECK (fee_usd >= 0 AND fee_usd <= 10000),
  CONSTRAINT renewal_submission_outcome_known CHECK (outcome IN ('APPROVED', 'RETURNED')),
  CONSTRAINT renewal_submission_receipt_length CHECK (
    char_length(receipt_number) >= 1 AND char_length(receipt_number) <= 60),
  CONSTRAINT renewal_submission_return_reason_known CHECK (
    return_reason IN ('HOURS_SHORT', 'PROOF_MISSING', 'FORM_INCOMPLETE', 'FEE_UNPAID', 'TOO_LATE', 'OTHER')),
  CONSTRAINT renewal_submission_returned_for_a_reason CHECK (
    (return_reason IS NOT NULL) = (NOT outcome IS DISTINCT FROM 'RETURNED')),
  CONSTRAINT renewal_submission_voided_by_somebody CHECK ((voided_by IS NULL) = (voided_at IS NULL))
);
CREATE INDEX renewal_submission_of_certification ON renewal_submission (organization_id, certification_id);
CREATE UNIQUE INDEX renewal_submission_one_a_cycle ON renewal_submission (
    organization_id, certification_id, cycle_ends_on)
  WHERE voided_at IS NULL AND outcome IS DISTINCT
  FROM 'RETURNED';
ALTER TABLE renewal_submission ENABLE ROW LEVEL SECURITY;
ALTER TABLE renewal_submission FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON renewal_submission AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON renewal_submission FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY manager_decides ON renewal_submission FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('MANAGER'))
  WITH CHECK (
    (decided_by IS NULL OR decided_by = (SELECT access.membership_id()) OR voided_at IS NOT NULL)
      AND (voided_by IS NULL OR voided_by = (SELECT access.membership_id())));
CREATE POLICY peer_and_manager_add ON renewal_submission FOR INSERT TO alongside_app
  WITH CHECK (
    recorded_by = (SELECT access.membership_id())
      AND outcome IS NULL
      AND voided_at IS NULL
      AND (peer_id = (SELECT access.membership_id()) OR (SELECT access.has_role('MANAGER'))));
CREATE POLICY peer_and_office_read ON renewal_submission FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON renewal_submission FOR EACH ROW
  EXECUTE FUNCTION access.audit_change(
    'CERTIFICATION', 'peer_id', 'certification_id,submitted_on,outcome,decided_on,voided_at');
CREATE TRIGGER keep_renewal_decision BEFORE UPDATE ON renewal_submission FOR EACH ROW
  EXECUTE FUNCTION access.keep_renewal_decision();
GRANT SELECT, INSERT, UPDATE (outcome, decided_on, return_reason, decided_by, voided_by, voided_at)
  ON renewal_submission TO alongside_app;
GRANT SELECT ON renewal_submission TO alongside_definer;

CREATE TABLE reporting_team (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  archived_at timestamptz,
  CONSTRAINT reporting_team_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT reporting_team_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT reporting_team_name_length CHECK (char_length(name) >= 1 AND char_length(name) <= 80)
);
CREATE UNIQUE INDEX reporting_team_name_once ON reporting_team (organization_id, lower(name))
  WHERE archived_at IS NULL;
ALTER TABLE reporting_team ENABLE ROW LEVEL SECURITY;
ALTER TABLE reporting_team FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON reporting_team AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_finds ON reporting_team FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY everyone_reads ON reporting_team FOR SELECT TO alongside_app
  USING (true);
CREATE POLICY office_adds ON reporting_team FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('ADMIN')) OR (SELECT access.has_role('MANAGER')));
CREATE POLICY office_updates ON reporting_team FOR UPDATE TO alongside_app
  USING ((SELECT access.has_role('ADMIN')) OR (SELECT access.has_role('MANAGER')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON reporting_team FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('SETTINGS', '', 'name,archived_at');
GRANT SELECT, INSERT, UPDATE (name, archived_at) ON reporting_team TO alongside_app;
GRANT SELECT (organization_id, id, name) ON reporting_team TO alongside_definer;

CREATE TABLE role_agreement (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  placement_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  version integer NOT NULL,
  starts_on date NOT NULL,
  lines jsonb NOT NULL,
  house_rules_id uuid,
  proposed_by uuid NOT NULL,
  proposed_at timestamptz NOT NULL,
  in_force_from date,
  withdrawn_at timestamptz,
  CONSTRAINT role_agreement_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT role_agreement_of_peer UNIQUE (organization_id, id, peer_id),
  CONSTRAINT role_agreement_version_once UNIQUE (organization_id, placement_id, version),
  CONSTRAINT role_agreement_of_placement FOREIGN KEY (organization_id, placement_id, peer_id)
    REFERENCES placement(organization_id, id, peer_id),
  CONSTRAINT role_agreement_organization_id_house_rules_id_fkey FOREIGN KEY (
      organization_id, house_rules_id)
    REFERENCES house_rules(organization_id, id),
  CONSTRAINT role_agreement_organization_id_proposed_by_fkey FOREIGN KEY (organization_id, proposed_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT role_agreement_agreed_or_withdrawn CHECK (in_force_from IS NULL OR withdrawn_at IS NULL),
  CONSTRAINT role_agreement_begins_when_agreed CHECK (in_force_from >= starts_on),
  CONSTRAINT role_agreement_lines_form CHECK (jsonb_typeof(lines) = 'array'),
  CONSTRAINT role_agreement_version_range CHECK (version >= 1 AND version <= 1000)
);
CREATE UNIQUE INDEX role_agreement_one_a_day ON role_agreement (
  organization_id, placement_id, in_force_from);
CREATE UNIQUE INDEX role_agreement_one_open ON role_agreement (organization_id, placement_id)
  WHERE in_force_from IS NULL AND withdrawn_at IS NULL;
CREATE INDEX role_agreement_organization_id_peer_id_idx ON role_agreement (organization_id, peer_id);
ALTER TABLE role_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE role_agreement FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON role_agreement AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_begins ON role_agreement TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY peer_or_supervisor_proposes ON role_agreement FOR INSERT TO alongside_app
  WITH CHECK (
    proposed_by = (SELECT access.membership_id())
      AND proposed_at = (SELECT access.now())
      AND in_force_from IS NULL
      AND withdrawn_at IS NULL
      AND NOT (SELECT access.is_host_agency_staff())
      AND (
        peer_id = (SELECT access.membership_id())
          OR (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))));
CREATE POLICY peer_or_supervisor_withdraws ON role_agreement FOR UPDATE TO alongside_app
  USING (
    in_force_from IS NULL
      AND withdrawn_at IS NULL
      AND NOT (SELECT access.is_host_agency_staff())
      AND (
        peer_id = (SELECT access.membership_id())
          OR (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))))
  WITH CHECK (
    withdrawn_at = (SELECT access.now())
      AND (
        peer_id = (SELECT access.membership_id())
          OR (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))));
CREATE POLICY those_concerned_read ON role_agreement FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON role_agreement FOR EACH ROW
  EXECUTE FUNCTION access.audit_change(
    'AGREEMENT', 'peer_id', 'placement_id,version,starts_on,in_force_from,withdrawn_at');
CREATE TRIGGER require_joined_peer BEFORE INSERT ON role_agreement FOR EACH ROW
  EXECUTE FUNCTION access.require_joined_peer();
CREATE TRIGGER require_later_role_agreement BEFORE INSERT
    OR UPDATE OF in_force_from ON role_agreement FOR EACH ROW
  EXECUTE FUNCTION access.require_later_role_agreement();
GRANT SELECT, INSERT, UPDATE (withdrawn_at) ON role_agreement TO alongside_app;
GRANT SELECT, UPDATE (in_force_from) ON role_agreement TO alongside_definer;

CREATE TABLE role_agreement_acceptance (
  organization_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  side text NOT NULL,
  peer_id uuid NOT NULL,
  accepted_by uuid NOT NULL,
  on_behalf_of text,
  accepted_at timestamptz NOT NULL,
  CONSTRAINT role_agreement_acceptance_pkey PRIMARY KEY (organization_id, agreement_id, side),
  CONSTRAINT role_agreement_acceptance_one_side UNIQUE (organization_id, agreement_id, accepted_by),
  CONSTRAINT role_agreement_acceptance_of_peer FOREIGN KEY (organization_id, agreement_id, peer_id)
    REFERENCES role_agreement(organization_id, id, peer_id),
  CONSTRAINT role_agreement_acceptance_organization_id_accepted_by_fkey FOREIGN KEY (
      organization_id, accepted_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT role_agreement_acceptance_on_behalf_of_agency CHECK (
    on_behalf_of IS NULL OR side = 'HOST_AGENCY'),
  CONSTRAINT role_agreement_acceptance_on_behalf_of_length CHECK (
    char_length(on_behalf_of) >= 1 AND char_length(on_behalf_of) <= 80),
  CONSTRAINT role_agreement_acceptance_side_known CHECK (side IN ('PEER', 'SUPERVISOR', 'HOST_AGENCY'))
);
ALTER TABLE role_agreement_acceptance ENABLE ROW LEVEL SECURITY;
ALTER TABLE role_agreement_acceptance FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON role_agreement_acceptance AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_counts ON role_agreement_acceptance FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY each_side_accepts ON role_agreement_acceptance FOR INSERT TO alongside_app
  WITH CHECK (
    accepted_by = (SELECT access.membership_id())
      AND accepted_at = (SELECT access.now())
      AND (
        EXISTS (
          SELECT
              FROM role_agreement g
              JOIN placement p ON p.organization_id = g.organization_id AND p.id = g.placement_id
              WHERE g.organization_id = role_agreement_acceptance.organization_id
                AND g.id = role_agreement_acceptance.agreement_id
                AND g.in_force_from IS NULL
                AND g.withdrawn_at IS NULL
                AND CASE role_agreement_acceptance.side
            WHEN 'PEER' THEN g.peer_id = (SELECT access.membership_id())
            WHEN 'SUPERVISOR' THEN NOT (SELECT access.is_host_agency_staff())
              AND (
                g.peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[])) ELSE g.peer_id <> (SELECT access.membership_id())
              AND (
                (SELECT access.has_role('MANAGER')) AND role_agreement_acceptance.on_behalf_of IS NOT NULL
                  OR (
                    EXISTS (
                      SELECT
                        FROM membership m
                        WHERE m.organization_id = p.organization_id
                          AND m.id = (SELECT access.membership_id())
                          AND m.host_agency_id = p.host_agency_id))) END)));
CREATE POLICY those_concerned_read ON role_agreement_acceptance FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON role_agreement_acceptance FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('AGREEMENT', 'peer_id', 'agreement_id,side');
CREATE TRIGGER begin_role_agreement AFTER INSERT ON role_agreement_acceptance FOR EACH ROW
  EXECUTE FUNCTION access.begin_role_agreement();
GRANT SELECT, INSERT ON role_agreement_acceptance TO alongside_app;
GRANT SELECT ON role_agreement_acceptance TO alongside_definer;

CREATE TABLE role_request (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  member_id uuid NOT NULL,
  member_revision integer NOT NULL,
  roles text[] NOT NULL,
  requested_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  decided_by uuid,
  decided_at timestamptz,
  is_accepted boolean,
  CONSTRAINT role_request_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT role_request_organization_id_decided_by_fkey FOREIGN KEY (organization_id, decided_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT role_request_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT role_request_accepted_by_another CHECK (is_accepted IS NOT TRUE OR decided_by <> member_id),
  CONSTRAINT role_request_decided_whole CHECK (
    (decided_at IS NULL) = (decided_by IS NULL) AND (decided_at IS NULL) = (is_accepted IS NULL)),
  CONSTRAINT role_request_expires_in_time CHECK (expires_at <= (requested_at + '169:00:00'::interval)),
  CONSTRAINT role_request_roles_known CHECK (
    roles <@ ARRAY['PEER', 'SUPERVISOR', 'MANAGER', 'ADMIN', 'AUDITOR']
      AND cardinality(roles) >= 1
      AND cardinality(roles) <= 5)
);
CREATE INDEX role_request_organization_id_decided_by_idx ON role_request (organization_id, decided_by);
CREATE INDEX role_request_organization_id_member_id_idx ON role_request (organization_id, member_id);
ALTER TABLE role_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE role_request FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON role_request AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY admin_asks ON role_request FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('ADMIN'))
      AND member_id = (SELECT access.membership_id())
      AND requested_at = (SELECT access.now())
      AND decided_at IS NULL);
CREATE POLICY definer_access ON role_request TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY office_declines ON role_request FOR UPDATE TO alongside_app
  USING (((SELECT access.has_role('ADMIN')) OR (SELECT access.has_role('AUDITOR'))) AND decided_at IS NULL)
  WITH CHECK (
    decided_by = (SELECT access.membership_id()) AND decided_at = (SELECT access.now()) AND NOT is_accepted);
CREATE POLICY office_reads ON role_request FOR SELECT TO alongside_app
  USING ((SELECT access.has_role('ADMIN')) OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON role_request FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('ACCOUNT', 'member_id', 'roles,expires_at,is_accepted');
GRANT SELECT, INSERT, UPDATE (decided_by, decided_at, is_accepted) ON role_request TO alongside_app;
GRANT SELECT, UPDATE ON role_request TO alongside_definer;

CREATE TABLE role_worksheet (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  host_agency_id uuid NOT NULL,
  member_id uuid NOT NULL,
  side text NOT NULL,
  on_behalf_of text,
  started_at timestamptz NOT NULL,
  handed_in_at timestamptz,
  CONSTRAINT role_worksheet_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT role_worksheet_of_member UNIQUE (organization_id, id, member_id),
  CONSTRAINT role_worksheet_once UNIQUE (organization_id, host_agency_id, member_id, side),
  CONSTRAINT role_worksheet_organization_id_host_agency_id_fkey FOREIGN KEY (
      organization_id, host_agency_id)
    REFERENCES host_agency(organization_id, id),
  CONSTRAINT role_worksheet_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT role_worksheet_on_behalf_of_agency CHECK (on_behalf_of IS NULL OR side = 'HOST_AGENCY'),
  CONSTRAINT role_worksheet_on_behalf_of_length CHECK (
    char_length(on_behalf_of) >= 1 AND char_length(on_behalf_of) <= 80),
  CONSTRAINT role_worksheet_side_known CHECK (side IN ('PEER', 'SUPERVISOR', 'HOST_AGENCY'))
);
CREATE INDEX role_worksheet_organization_id_member_id_idx ON role_worksheet (organization_id, member_id);
ALTER TABLE role_worksheet ENABLE ROW LEVEL SECURITY;
ALTER TABLE role_worksheet FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON role_worksheet AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON role_worksheet AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY compared_reads ON role_worksheet FOR SELECT TO alongside_app
  USING (id = ANY ((SELECT access.compared_worksheets())::uuid[]));
CREATE POLICY definer_access ON role_worksheet TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY owner_hands_in ON role_worksheet FOR UPDATE TO alongside_app
  USING (member_id = (SELECT access.membership_id()))
  WITH CHECK (member_id = (SELECT access.membership_id()) AND handed_in_at = (SELECT access.now()));
CREATE POLICY owner_reads ON role_worksheet FOR SELECT TO alongside_app
  USING (member_id = (SELECT access.membership_id()));
CREATE POLICY owner_starts ON role_worksheet FOR INSERT TO alongside_app
  WITH CHECK (
    member_id = (SELECT access.membership_id())
        AND started_at = (SELECT access.now())
        AND handed_in_at IS NULL
        AND CASE side
      WHEN 'HOST_AGENCY' THEN (SELECT access.has_role('MANAGER'))
        OR (
            EXISTS (
              SELECT
                FROM membership m
                WHERE m.organization_id = role_worksheet.organization_id
                  AND m.id = role_worksheet.member_id
                  AND m.host_agency_id = role_worksheet.host_agency_id)) ELSE NOT (SELECT access.is_host_agency_staff())
          AND (
            EXISTS (
              SELECT
                  FROM placement p
                  WHERE p.organization_id = role_worksheet.organization_id
                    AND p.host_agency_id = role_worksheet.host_agency_id
                    AND p.voided_at IS NULL
                    AND CASE role_worksheet.side
                WHEN 'PEER' THEN p.peer_id = (SELECT access.membership_id()) ELSE p.peer_id = ANY (
                  (SELECT access.peers_of_any_type())::uuid[]) END)) END);
GRANT SELECT, INSERT, UPDATE (on_behalf_of, handed_in_at) ON role_worksheet TO alongside_app;
GRANT SELECT, DELETE ON role_worksheet TO alongside_definer;

CREATE TABLE role_worksheet_answer (
  organization_id uuid NOT NULL,
  worksheet_id uuid NOT NULL,
  activity text NOT NULL,
  member_id uuid NOT NULL,
  is_part_of_role boolean,
  conflicts_with_values boolean,
  is_better_suited boolean,
  better_suited text,
  answered_at timestamptz NOT NULL,
  CONSTRAINT role_worksheet_answer_pkey PRIMARY KEY (organization_id, worksheet_id, activity),
  CONSTRAINT role_worksheet_answer_of_member FOREIGN KEY (organization_id, worksheet_id, member_id)
    REFERENCES role_worksheet(organization_id, id, member_id) ON DELETE CASCADE,
  CONSTRAINT role_worksheet_answer_activity_form CHECK (activity ~ '^([A-Z_]{3,60}|custom-[0-9a-f-]{36})$'),
  CONSTRAINT role_worksheet_answer_better_suited_if_so CHECK (better_suited IS NULL OR is_better_suited),
  CONSTRAINT role_worksheet_answer_better_suited_length CHECK (
    char_length(better_suited) >= 1 AND char_length(better_suited) <= 80)
);
ALTER TABLE role_worksheet_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE role_worksheet_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON role_worksheet_answer AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON role_worksheet_answer AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY compared_reads ON role_worksheet_answer FOR SELECT TO alongside_app
  USING (worksheet_id = ANY ((SELECT access.compared_worksheets())::uuid[]));
CREATE POLICY owner_answers ON role_worksheet_answer FOR INSERT TO alongside_app
  WITH CHECK (member_id = (SELECT access.membership_id()) AND answered_at = (SELECT access.now()));
CREATE POLICY owner_changes ON role_worksheet_answer FOR UPDATE TO alongside_app
  USING (member_id = (SELECT access.membership_id()))
  WITH CHECK (member_id = (SELECT access.membership_id()) AND answered_at = (SELECT access.now()));
CREATE POLICY owner_reads ON role_worksheet_answer FOR SELECT TO alongside_app
  USING (member_id = (SELECT access.membership_id()));
GRANT SELECT, INSERT,
    UPDATE (is_part_of_role, conflicts_with_values, is_better_suited, better_suited, answered_at)
  ON role_worksheet_answer TO alongside_app;

CREATE TABLE saved_view (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  member_id uuid NOT NULL,
  name text NOT NULL,
  query text NOT NULL,
  "position" integer NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  saved_at timestamptz NOT NULL,
  removed_at timestamptz,
  CONSTRAINT saved_view_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT saved_view_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT saved_view_name_length CHECK (char_length(name) >= 1 AND char_length(name) <= 60),
  CONSTRAINT saved_view_position_range CHECK ("position" >= 1 AND "position" <= 20),
  CONSTRAINT saved_view_query_form CHECK (char_length(query) <= 500 AND query ~ '^[A-Za-z0-9=&,_-]*$')
);
CREATE UNIQUE INDEX saved_view_name_once ON saved_view (organization_id, member_id, lower(name))
  WHERE removed_at IS NULL;
CREATE UNIQUE INDEX saved_view_one_default ON saved_view (organization_id, member_id)
  WHERE is_default AND removed_at IS NULL;
CREATE UNIQUE INDEX saved_view_position_once ON saved_view (organization_id, member_id, "position")
  WHERE removed_at IS NULL;
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON saved_view AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY owner_adds ON saved_view FOR INSERT TO alongside_app
  WITH CHECK (member_id = (SELECT access.membership_id()));
CREATE POLICY owner_reads ON saved_view FOR SELECT TO alongside_app
  USING (member_id = (SELECT access.membership_id()));
CREATE POLICY owner_updates ON saved_view FOR UPDATE TO alongside_app
  USING (member_id = (SELECT access.membership_id()));
GRANT SELECT, INSERT, UPDATE (name, query, "position", is_default, removed_at)
  ON saved_view TO alongside_app;

CREATE TABLE self_care_plan_line (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  owner_id uuid NOT NULL,
  part text NOT NULL,
  text text NOT NULL,
  phone text,
  added_at timestamptz NOT NULL,
  saved_at timestamptz NOT NULL,
  CONSTRAINT self_care_plan_line_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT self_care_plan_line_organization_id_id_owner_id_key UNIQUE (organization_id, id, owner_id),
  CONSTRAINT self_care_plan_line_organization_id_owner_id_fkey FOREIGN KEY (organization_id, owner_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT self_care_plan_line_part_known CHECK (
    part IN ('KEEPS_ME_WELL', 'EARLY_SIGN', 'HELPS', 'WHOM_I_CALL')),
  CONSTRAINT self_care_plan_line_phone_length CHECK (char_length(phone) >= 1 AND char_length(phone) <= 40),
  CONSTRAINT self_care_plan_line_phone_of_a_person CHECK (phone IS NULL OR part = 'WHOM_I_CALL'),
  CONSTRAINT self_care_plan_line_text_length CHECK (char_length(text) >= 1 AND char_length(text) <= 200)
);
CREATE INDEX self_care_plan_line_organization_id_owner_id_idx ON self_care_plan_line (
  organization_id, owner_id);
ALTER TABLE self_care_plan_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE self_care_plan_line FORCE ROW LEVEL SECURITY;
CREATE POLICY locked_until_opened ON self_care_plan_line AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (
    (SELECT access.check_ins_locked_before()) IS NULL
      OR saved_at > (SELECT access.check_ins_locked_before()));
CREATE POLICY tenant_isolation ON self_care_plan_line AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON self_care_plan_line AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_erases ON self_care_plan_line FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON self_care_plan_line FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY owner_manages ON self_care_plan_line TO alongside_app
  USING (owner_id = (SELECT access.membership_id()))
  WITH CHECK (owner_id = (SELECT access.membership_id()) AND saved_at = (SELECT access.now()));
GRANT SELECT, INSERT, UPDATE (text, phone, saved_at) ON self_care_plan_line TO alongside_app;
GRANT SELECT, DELETE ON self_care_plan_line TO alongside_definer;

CREATE TABLE service_hours (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  peer_id uuid NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  hours numeric(6,2) NOT NULL,
  allows_overlap boolean NOT NULL DEFAULT false,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  voided_by uuid,
  voided_at timestamptz,
  CONSTRAINT service_hours_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT service_hours_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT service_hours_organization_id_recorded_by_fkey FOREIGN KEY (organization_id, recorded_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT service_hours_organization_id_voided_by_fkey FOREIGN KEY (organization_id, voided_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT service_hours_ends_after_start CHECK (ends_on >= starts_on),
  CONSTRAINT service_hours_fit_into_their_days CHECK (
    hours >= 0.25
      AND hours <= (24 * (ends_on - starts_on + 1))::numeric
      AND (hours * 4::numeric) = floor(hours * 4::numeric)),
  CONSTRAINT service_hours_voided_by_somebody CHECK ((voided_by IS NULL) = (voided_at IS NULL))
);
CREATE INDEX service_hours_organization_id_peer_id_idx ON service_hours (organization_id, peer_id);
ALTER TABLE service_hours ENABLE ROW LEVEL SECURITY;
ALTER TABLE service_hours FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON service_hours AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON service_hours FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY definer_removes ON service_hours FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY manager_adds ON service_hours FOR INSERT TO alongside_app
  WITH CHECK ((SELECT access.has_role('MANAGER')) AND recorded_by = (SELECT access.membership_id()));
CREATE POLICY manager_voids ON service_hours FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('MANAGER'))
  WITH CHECK (voided_by IS NULL OR voided_by = (SELECT access.membership_id()));
CREATE POLICY peer_and_office_read ON service_hours FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON service_hours FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('CERTIFICATION', 'peer_id', 'starts_on,ends_on,hours,voided_at');
CREATE TRIGGER mark_assessments_stale_on_delete AFTER DELETE ON service_hours
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('peer');
CREATE TRIGGER mark_assessments_stale_on_insert AFTER INSERT ON service_hours
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('peer');
CREATE TRIGGER mark_assessments_stale_on_update AFTER UPDATE ON service_hours
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('peer');
CREATE TRIGGER prevent_service_hours_overlap AFTER INSERT
    OR UPDATE OF voided_at ON service_hours FOR EACH ROW
  EXECUTE FUNCTION access.prevent_service_hours_overlap();
GRANT SELECT, INSERT, UPDATE (voided_by, voided_at) ON service_hours TO alongside_app;
GRANT SELECT, DELETE ON service_hours TO alongside_definer;

CREATE TABLE session_amendment (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  amends_id uuid NOT NULL,
  session_id uuid NOT NULL,
  supervisor_id uuid NOT NULL,
  reason text NOT NULL,
  line text,
  amended_at timestamptz NOT NULL,
  CONSTRAINT session_amendment_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT session_amendment_once UNIQUE (organization_id, amends_id),
  CONSTRAINT session_amendment_one_version UNIQUE (organization_id, session_id),
  CONSTRAINT session_amendment_by_version FOREIGN KEY (organization_id, session_id, supervisor_id)
    REFERENCES supervision_session(organization_id, id, supervisor_id),
  CONSTRAINT session_amendment_of_session FOREIGN KEY (organization_id, amends_id, supervisor_id)
    REFERENCES supervision_session(organization_id, id, supervisor_id),
  CONSTRAINT session_amendment_line_length CHECK (char_length(line) >= 1 AND char_length(line) <= 300),
  CONSTRAINT session_amendment_of_another CHECK (amends_id <> session_id),
  CONSTRAINT session_amendment_reason_known CHECK (
    reason IN ('WRONG_DATE', 'WRONG_LENGTH', 'WRONG_PERSON', 'WRONG_TYPE', 'WRONG_FORMAT', 'OTHER')),
  CONSTRAINT session_amendment_says_what CHECK (reason <> 'OTHER' OR line IS NOT NULL)
);
CREATE INDEX session_amendment_organization_id_supervisor_id_idx ON session_amendment (
  organization_id, supervisor_id);
ALTER TABLE session_amendment ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_amendment FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON session_amendment AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON session_amendment FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY supervisor_amends ON session_amendment FOR INSERT TO alongside_app
  WITH CHECK (
    supervisor_id = (SELECT access.membership_id())
      AND (SELECT access.has_role('SUPERVISOR'))
      AND amended_at = (SELECT access.now())
      AND (
        EXISTS (
          SELECT
            FROM supervision_session s
            WHERE s.organization_id = session_amendment.organization_id
              AND s.id = session_amendment.session_id
              AND s.supervisor_id = (SELECT access.membership_id())
              AND s.version_of IS NOT NULL
              AND s.logged_at = (SELECT access.now())))
      AND (
        EXISTS (
          SELECT
            FROM session_signature x
            WHERE x.organization_id = session_amendment.organization_id
              AND x.session_id = session_amendment.amends_id)));
CREATE POLICY those_concerned_read ON session_amendment FOR SELECT TO alongside_app
  USING (
    supervisor_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR'))
      OR (
        EXISTS (
          SELECT
            FROM session_attendance a
            WHERE a.organization_id = session_amendment.organization_id
              AND (a.session_id IN (session_amendment.amends_id, session_amendment.session_id)))));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON session_amendment FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('SESSION', '', 'session_id,reason');
CREATE TRIGGER chain_amendment AFTER INSERT ON session_amendment FOR EACH ROW
  EXECUTE FUNCTION access.chain_amendment();
CREATE TRIGGER prevent_record_changes BEFORE DELETE
    OR UPDATE
    OR TRUNCATE ON session_amendment FOR EACH STATEMENT
  EXECUTE FUNCTION access.prevent_record_changes();
GRANT SELECT, INSERT ON session_amendment TO alongside_app;
GRANT SELECT ON session_amendment TO alongside_definer;

CREATE TABLE session_attendance (
  organization_id uuid NOT NULL,
  session_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  minutes integer NOT NULL,
  supervisor_id uuid NOT NULL,
  held_on date NOT NULL,
  logged_at timestamptz NOT NULL,
  CONSTRAINT session_attendance_pkey PRIMARY KEY (organization_id, session_id, peer_id),
  CONSTRAINT session_attendance_of_session FOREIGN KEY (
      organization_id, session_id, supervisor_id, held_on, logged_at)
    REFERENCES supervision_session(organization_id, id, supervisor_id, held_on, logged_at),
  CONSTRAINT session_attendance_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT session_attendance_minutes_range CHECK (minutes >= 1 AND minutes <= 600),
  CONSTRAINT session_attendance_not_oneself CHECK (peer_id <> supervisor_id)
);
CREATE INDEX session_attendance_by_day ON session_attendance (organization_id, peer_id, held_on, session_id);
ALTER TABLE session_attendance ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_attendance FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON session_attendance AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON session_attendance FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY supervisor_adds ON session_attendance FOR INSERT TO alongside_app
  WITH CHECK (
    supervisor_id = (SELECT access.membership_id())
      AND (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))
      AND logged_at = (SELECT access.now()));
CREATE POLICY those_concerned_read ON session_attendance FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR supervisor_id = (SELECT access.membership_id())
      OR (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON session_attendance FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('SESSION', 'peer_id', 'session_id,minutes');
CREATE TRIGGER mark_assessments_stale_on_delete AFTER DELETE ON session_attendance
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('peer');
CREATE TRIGGER mark_assessments_stale_on_insert AFTER INSERT ON session_attendance
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('peer');
CREATE TRIGGER mark_assessments_stale_on_update AFTER UPDATE ON session_attendance
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('peer');
GRANT SELECT, INSERT ON session_attendance TO alongside_app;
GRANT SELECT ON session_attendance TO alongside_definer;

CREATE TABLE session_segment (
  organization_id uuid NOT NULL,
  session_id uuid NOT NULL,
  type text NOT NULL,
  minutes integer NOT NULL,
  CONSTRAINT session_segment_pkey PRIMARY KEY (organization_id, session_id, type),
  CONSTRAINT session_segment_organization_id_session_id_fkey FOREIGN KEY (organization_id, session_id)
    REFERENCES supervision_session(organization_id, id),
  CONSTRAINT session_segment_minutes_range CHECK (minutes >= 1 AND minutes <= 600),
  CONSTRAINT session_segment_type_known CHECK (type IN ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE'))
);
ALTER TABLE session_segment ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_segment FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON session_segment AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_finds ON session_segment FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY definer_hashes ON session_segment FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY supervisor_adds ON session_segment FOR INSERT TO alongside_app
  WITH CHECK (
    (
        EXISTS (
          SELECT
            FROM session_attendance a
            WHERE a.organization_id = session_segment.organization_id
              AND a.session_id = session_segment.session_id
              AND a.supervisor_id = (SELECT access.membership_id())
              AND a.logged_at = (SELECT access.now())))
      AND NOT (
        EXISTS (
          SELECT
            FROM session_attendance a
            WHERE a.organization_id = session_segment.organization_id
              AND a.session_id = session_segment.session_id
              AND NOT (
                EXISTS (
                  SELECT
                    FROM supervision_relationship r
                    WHERE r.organization_id = a.organization_id
                      AND r.supervisor_id = (SELECT access.membership_id())
                      AND r.peer_id = a.peer_id
                      AND r.type = session_segment.type
                      AND r.accepted_at IS NOT NULL
                      AND r.starts_on <= a.held_on
                      AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today())))))));
CREATE POLICY those_concerned_read ON session_segment FOR SELECT TO alongside_app
  USING (
    (
      EXISTS (
        SELECT
          FROM session_attendance a
          WHERE a.organization_id = session_segment.organization_id
            AND a.session_id = session_segment.session_id)));
GRANT SELECT, INSERT ON session_segment TO alongside_app;
GRANT SELECT (organization_id, session_id, type), SELECT ON session_segment TO alongside_definer;

CREATE TABLE session_signature (
  organization_id uuid NOT NULL,
  session_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  supervisor_id uuid NOT NULL,
  peer_id uuid,
  kind text NOT NULL,
  signed_at timestamptz NOT NULL,
  record_hash bytea NOT NULL,
  CONSTRAINT session_signature_pkey PRIMARY KEY (organization_id, session_id, signer_id),
  CONSTRAINT session_signature_by_attendee FOREIGN KEY (organization_id, session_id, peer_id)
    REFERENCES session_attendance(organization_id, session_id, peer_id),
  CONSTRAINT session_signature_of_session FOREIGN KEY (organization_id, session_id, supervisor_id)
    REFERENCES supervision_session(organization_id, id, supervisor_id),
  CONSTRAINT session_signature_for_oneself CHECK (
    
CASE
   
      WHEN peer_id IS NULL THEN signer_id = supervisor_id
        AND kind = 'SIGNED'
    ELSE signer_id = peer_id
        AND kind <> 'SIGNED'
END),
  CONSTRAINT session_signature_kind_known CHECK (kind IN ('SIGNED', 'ACKNOWLEDGED', 'COMMENTED')),
  CONSTRAINT session_signature_record_hash_length CHECK (octet_length(record_hash) = 32)
);
CREATE INDEX session_signature_organization_id_peer_id_idx ON session_signature (organization_id, peer_id);
CREATE INDEX session_signature_organization_id_supervisor_id_idx ON session_signature (
  organization_id, supervisor_id);
ALTER TABLE session_signature ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_signature FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON session_signature AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON session_signature FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY peer_acknowledges ON session_signature FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id = (SELECT access.membership_id())
      AND signer_id = (SELECT access.membership_id())
      AND signed_at = (SELECT access.now())
      AND (
        EXISTS (
          SELECT
            FROM supervision_session s
            JOIN session_attendance a ON a.organization_id = s.organization_id AND a.session_id = s.id
            WHERE s.organization_id = session_signature.organization_id
              AND s.id = session_signature.session_id
              AND s.supervisor_id = session_signature.supervisor_id
              AND a.peer_id = (SELECT access.membership_id())
              AND s.status = 'HELD'
              AND s.voided_at IS NULL)));
CREATE POLICY supervisor_signs ON session_signature FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id IS NULL
      AND signer_id = (SELECT access.membership_id())
      AND supervisor_id = (SELECT access.membership_id())
      AND signed_at = (SELECT access.now())
      AND access.may_sign_session(session_id)
      AND (
        EXISTS (
          SELECT
            FROM supervision_session s
            WHERE s.organization_id = session_signature.organization_id
              AND s.id = session_signature.session_id
              AND s.status = 'HELD'
              AND s.voided_at IS NULL)));
CREATE POLICY those_concerned_read ON session_signature FOR SELECT TO alongside_app
  USING (
    signer_id = (SELECT access.membership_id())
      OR supervisor_id = (SELECT access.membership_id())
      OR (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR'))
      OR peer_id IS NULL
        AND (
          EXISTS (
            SELECT
              FROM session_attendance a
              WHERE a.organization_id = session_signature.organization_id
                AND a.session_id = session_signature.session_id)));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON session_signature FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('SESSION', 'peer_id', 'session_id,kind');
CREATE TRIGGER chain_signature AFTER INSERT ON session_signature FOR EACH ROW
  EXECUTE FUNCTION access.chain_signature();
CREATE TRIGGER hash_session_record BEFORE INSERT ON session_signature FOR EACH ROW
  EXECUTE FUNCTION access.hash_session_record();
CREATE TRIGGER prevent_record_changes BEFORE DELETE
    OR UPDATE
    OR TRUNCATE ON session_signature FOR EACH STATEMENT
  EXECUTE FUNCTION access.prevent_record_changes();
GRANT SELECT, INSERT (organization_id, session_id, signer_id, supervisor_id, peer_id, kind, signed_at)
  ON session_signature TO alongside_app;
GRANT SELECT ON session_signature TO alongside_definer;

CREATE TABLE session_submission (
  organization_id uuid NOT NULL,
  supervisor_id uuid NOT NULL,
  idempotency_key uuid NOT NULL,
  session_id uuid NOT NULL,
  body_hash bytea NOT NULL,
  CONSTRAINT session_submission_pkey PRIMARY KEY (organization_id, supervisor_id, idempotency_key),
  CONSTRAINT session_submission_organization_id_session_id_fkey FOREIGN KEY (organization_id, session_id)
    REFERENCES supervision_session(organization_id, id),
  CONSTRAINT session_submission_body_hash_length CHECK (octet_length(body_hash) = 32)
);
ALTER TABLE session_submission ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_submission FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON session_submission AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY supervisor_adds ON session_submission FOR INSERT TO alongside_app
  WITH CHECK (supervisor_id = (SELECT access.membership_id()));
CREATE POLICY supervisor_reads ON session_submission FOR SELECT TO alongside_app
  USING (supervisor_id = (SELECT access.membership_id()));
GRANT SELECT, INSERT ON session_submission TO alongside_app;

CREATE TABLE share_look (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  looked_by uuid NOT NULL,
  looked_at timestamptz NOT NULL,
  CONSTRAINT share_look_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT share_look_of_ticket FOREIGN KEY (organization_id, ticket_id, owner_id)
    REFERENCES share_ticket(organization_id, id, owner_id),
  CONSTRAINT share_look_organization_id_looked_by_fkey FOREIGN KEY (organization_id, looked_by)
    REFERENCES membership(organization_id, id)
);
CREATE INDEX share_look_organization_id_owner_id_idx ON share_look (organization_id, owner_id);
CREATE INDEX share_look_organization_id_ticket_id_idx ON share_look (organization_id, ticket_id);
ALTER TABLE share_look ENABLE ROW LEVEL SECURITY;
ALTER TABLE share_look FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON share_look AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON share_look AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_adds ON share_look FOR INSERT TO alongside_definer
  WITH CHECK (true);
CREATE POLICY definer_erases ON share_look FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON share_look FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY owner_reads ON share_look FOR SELECT TO alongside_app
  USING (owner_id = (SELECT access.membership_id()));
GRANT SELECT ON share_look TO alongside_app;
GRANT SELECT, INSERT, DELETE ON share_look TO alongside_definer;

CREATE TABLE share_ticket (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  owner_id uuid NOT NULL,
  relationship_id uuid NOT NULL,
  kind text NOT NULL,
  check_in_id uuid,
  plan_line_id uuid,
  scope text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  proqol_response_id uuid,
  ethics_reflection_id uuid,
  CONSTRAINT share_ticket_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT share_ticket_organization_id_id_owner_id_key UNIQUE (organization_id, id, owner_id),
  CONSTRAINT share_ticket_of_own_check_in FOREIGN KEY (organization_id, check_in_id, owner_id)
    REFERENCES weekly_check_in(organization_id, id, peer_id),
  CONSTRAINT share_ticket_of_own_ethics_reflection FOREIGN KEY (
      organization_id, ethics_reflection_id, owner_id)
    REFERENCES ethics_reflection(organization_id, id, member_id),
  CONSTRAINT share_ticket_of_own_plan_line FOREIGN KEY (organization_id, plan_line_id, owner_id)
    REFERENCES self_care_plan_line(organization_id, id, owner_id),
  CONSTRAINT share_ticket_of_own_proqol FOREIGN KEY (organization_id, proqol_response_id, owner_id)
    REFERENCES proqol_response(organization_id, id, member_id),
  CONSTRAINT share_ticket_with_own_supervisor FOREIGN KEY (organization_id, relationship_id, owner_id)
    REFERENCES supervision_relationship(organization_id, id, peer_id),
  CONSTRAINT share_ticket_expires_within_90_days CHECK (
    expires_at > created_at AND expires_at <= (created_at + '90 days'::interval)),
  CONSTRAINT share_ticket_kind_known CHECK (
    kind IN ('CHECK_IN', 'PLAN_LINE', 'PROQOL', 'ETHICS_REFLECTION')),
  CONSTRAINT share_ticket_names_one_artefact CHECK (
    num_nonnulls(
        check_in_id, plan_line_id, proqol_response_id, ethics_reflection_id) = 1 AND
CASE kind
   
      WHEN 'CHECK_IN' THEN check_in_id IS NOT NULL
   
      WHEN 'PLAN_LINE' THEN plan_line_id IS NOT NULL AND scope = 'EVERYTHING'
   
      WHEN 'PROQOL' THEN proqol_response_id IS NOT NULL
   
      WHEN 'ETHICS_REFLECTION' THEN ethics_reflection_id IS NOT NULL
        AND scope = 'EVERYTHING'
    ELSE false
END),
  CONSTRAINT share_ticket_scope_known CHECK (scope IN ('SCORES', 'EVERYTHING'))
);
CREATE INDEX share_ticket_organization_id_check_in_id_idx ON share_ticket (organization_id, check_in_id);
CREATE INDEX share_ticket_organization_id_ethics_reflection_id_idx ON share_ticket (
  organization_id, ethics_reflection_id);
CREATE INDEX share_ticket_organization_id_owner_id_idx ON share_ticket (organization_id, owner_id);
CREATE INDEX share_ticket_organization_id_plan_line_id_idx ON share_ticket (organization_id, plan_line_id);
CREATE INDEX share_ticket_organization_id_proqol_response_id_idx ON share_ticket (
  organization_id, proqol_response_id);
CREATE INDEX share_ticket_organization_id_relationship_id_idx ON share_ticket (
  organization_id, relationship_id);
ALTER TABLE share_ticket ENABLE ROW LEVEL SECURITY;
ALTER TABLE share_ticket FORCE ROW LEVEL SECURITY;
CREATE POLICY only_finished ON share_ticket AS RESTRICTIVE FOR INSERT TO alongside_app
  WITH CHECK (
    (
        proqol_response_id IS NULL
          OR (
            EXISTS (
              SELECT
                FROM proqol_response p
                WHERE p.organization_id = share_ticket.organization_id
                  AND p.id = share_ticket.proqol_response_id
                  AND p.member_id = (SELECT access.membership_id())
                  AND p.finished_on IS NOT NULL)))
      AND (
        ethics_reflection_id IS NULL
          OR (
            EXISTS (
              SELECT
                FROM ethics_reflection e
                WHERE e.organization_id = share_ticket.organization_id
                  AND e.id = share_ticket.ethics_reflection_id
                  AND e.member_id = (SELECT access.membership_id())
                  AND e.finished_on IS NOT NULL))));
CREATE POLICY tenant_isolation ON share_ticket AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON share_ticket AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_erases ON share_ticket FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON share_ticket FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY owner_adds ON share_ticket FOR INSERT TO alongside_app
  WITH CHECK (
    owner_id = (SELECT access.membership_id())
      AND created_at = (SELECT access.now())
      AND withdrawn_at IS NULL
      AND access.is_supported_by(relationship_id)
      AND (
        check_in_id IS NULL
          OR (
            EXISTS (
              SELECT
                FROM weekly_check_in c
                WHERE c.organization_id = share_ticket.organization_id
                  AND c.id = share_ticket.check_in_id
                  AND c.peer_id = (SELECT access.membership_id()))))
      AND (
        plan_line_id IS NULL
          OR (
            EXISTS (
              SELECT
                FROM self_care_plan_line p
                WHERE p.organization_id = share_ticket.organization_id
                  AND p.id = share_ticket.plan_line_id
                  AND p.owner_id = (SELECT access.membership_id())))));
CREATE POLICY owner_reads ON share_ticket FOR SELECT TO alongside_app
  USING (owner_id = (SELECT access.membership_id()));
CREATE POLICY owner_withdraws ON share_ticket FOR UPDATE TO alongside_app
  USING (owner_id = (SELECT access.membership_id()) AND withdrawn_at IS NULL)
  WITH CHECK (owner_id = (SELECT access.membership_id()) AND withdrawn_at = (SELECT access.now()));
CREATE POLICY receiver_reads ON share_ticket FOR SELECT TO alongside_app
  USING (
    withdrawn_at IS NULL
      AND expires_at > (SELECT access.now())
      AND (owner_id = ANY ((ARRAY(SELECT unnest(access.peers_of('SUPPORTIVE')) AS unnest))))
      AND access.supports_now(relationship_id, owner_id));
CREATE TRIGGER forget_notification AFTER DELETE OR UPDATE ON share_ticket FOR EACH ROW
  EXECUTE FUNCTION access.forget_share_notification();
GRANT SELECT, INSERT, UPDATE (withdrawn_at) ON share_ticket TO alongside_app;
GRANT SELECT, DELETE ON share_ticket TO alongside_definer;

CREATE TABLE sign_in_attempt (
  bucket text NOT NULL,
  at timestamptz NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (bucket, at, id)
);
CREATE INDEX sign_in_attempt_at_idx ON sign_in_attempt (at);
ALTER TABLE sign_in_attempt ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_attempt FORCE ROW LEVEL SECURITY;
CREATE POLICY definer_access ON sign_in_attempt TO alongside_definer
  USING (true)
  WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempt TO alongside_definer;

CREATE TABLE sign_in_session (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  token_hash bytea NOT NULL,
  account_id uuid NOT NULL,
  membership_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  confirmed_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  idle_minutes integer NOT NULL,
  ended_at timestamptz,
  user_agent text,
  last_address text,
  is_shared_device boolean NOT NULL DEFAULT false,
  CONSTRAINT sign_in_session_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT sign_in_session_token_hash_key UNIQUE (token_hash),
  CONSTRAINT sign_in_session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT sign_in_session_organization_id_membership_id_fkey FOREIGN KEY (
      organization_id, membership_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT sign_in_session_shared_is_short CHECK (
    NOT is_shared_device OR idle_minutes <= 15 AND expires_at <= (created_at + '12:00:00'::interval)),
  CONSTRAINT sign_in_session_user_agent_length CHECK (char_length(user_agent) <= 400)
);
CREATE INDEX sign_in_session_account_id_idx ON sign_in_session (account_id);
CREATE INDEX sign_in_session_organization_id_membership_id_idx ON sign_in_session (
  organization_id, membership_id);
ALTER TABLE sign_in_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_session FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON sign_in_session AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON sign_in_session TO alongside_definer
  USING (true)
  WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_session TO alongside_definer;

CREATE TABLE structural_plan (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  host_agency_id uuid NOT NULL,
  concern text NOT NULL,
  rule_version integer NOT NULL,
  plan text NOT NULL,
  owner_id uuid NOT NULL,
  due_on date NOT NULL,
  written_by uuid NOT NULL,
  written_at timestamptz NOT NULL,
  ended_on date,
  ended_by uuid,
  outcome text,
  CONSTRAINT structural_plan_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT structural_plan_organization_id_ended_by_fkey FOREIGN KEY (organization_id, ended_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT structural_plan_organization_id_host_agency_id_fkey FOREIGN KEY (
      organization_id, host_agency_id)
    REFERENCES host_agency(organization_id, id),
  CONSTRAINT structural_plan_organization_id_owner_id_fkey FOREIGN KEY (organization_id, owner_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT structural_plan_organization_id_written_by_fkey FOREIGN KEY (organization_id, written_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT structural_plan_concern_known CHECK (
    concern IN ('ONLY_PEER_IN_AGENCY', 'ORDERED_PARTICIPATION', 'SUPERVISED_ADMINISTRATIVELY_ONLY')),
  CONSTRAINT structural_plan_ended_with_outcome CHECK (
    (ended_on IS NULL) = (ended_by IS NULL) AND (ended_on IS NULL) = (outcome IS NULL)),
  CONSTRAINT structural_plan_outcome_length CHECK (
    char_length(outcome) >= 1 AND char_length(outcome) <= 500),
  CONSTRAINT structural_plan_plan_length CHECK (char_length(plan) >= 1 AND char_length(plan) <= 500)
);
CREATE UNIQUE INDEX structural_plan_one_open ON structural_plan (organization_id, host_agency_id, concern)
  WHERE ended_on IS NULL;
CREATE INDEX structural_plan_organization_id_host_agency_id_idx ON structural_plan (
  organization_id, host_agency_id, written_at);
ALTER TABLE structural_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE structural_plan FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON structural_plan AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY manager_adds ON structural_plan FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('MANAGER'))
      AND written_by = (SELECT access.membership_id())
      AND written_at = (SELECT access.now())
      AND ended_on IS NULL);
CREATE POLICY manager_ends ON structural_plan FOR UPDATE TO alongside_app
  USING ((SELECT access.has_role('MANAGER')) AND ended_on IS NULL)
  WITH CHECK (ended_by = (SELECT access.membership_id()) AND ended_on = (SELECT access.today()));
CREATE POLICY manager_reads ON structural_plan FOR SELECT TO alongside_app
  USING (SELECT access.has_role('MANAGER'));
CREATE POLICY peers_there_read ON structural_plan FOR SELECT TO alongside_app
  USING (
    (
      EXISTS (
        SELECT
          FROM placement p
          WHERE p.organization_id = structural_plan.organization_id
            AND p.host_agency_id = structural_plan.host_agency_id
            AND p.peer_id = (SELECT access.membership_id())
            AND p.voided_at IS NULL
            AND p.starts_on <= (SELECT access.today())
            AND (p.ends_on IS NULL OR p.ends_on >= (SELECT access.today())))));
GRANT SELECT, INSERT, UPDATE (ended_on, ended_by, outcome) ON structural_plan TO alongside_app;

CREATE TABLE submission (
  organization_id uuid NOT NULL,
  member_id uuid NOT NULL,
  mutation text NOT NULL,
  idempotency_key uuid NOT NULL,
  record_id uuid NOT NULL,
  body_hash bytea NOT NULL,
  sent_at timestamptz NOT NULL,
  CONSTRAINT submission_pkey PRIMARY KEY (organization_id, member_id, mutation, idempotency_key),
  CONSTRAINT submission_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT submission_body_hash_length CHECK (octet_length(body_hash) = 32),
  CONSTRAINT submission_mutation_length CHECK (length(mutation) >= 1 AND length(mutation) <= 80)
);
CREATE INDEX submission_sent_at_idx ON submission (sent_at);
ALTER TABLE submission ENABLE ROW LEVEL SECURITY;
ALTER TABLE submission FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON submission AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_erases ON submission TO alongside_definer
  USING (true);
CREATE POLICY sender_adds ON submission FOR INSERT TO alongside_app
  WITH CHECK (member_id = (SELECT access.membership_id()));
CREATE POLICY sender_reads ON submission FOR SELECT TO alongside_app
  USING (member_id = (SELECT access.membership_id()));
GRANT SELECT, INSERT ON submission TO alongside_app;
GRANT SELECT, DELETE ON submission TO alongside_definer;

CREATE TABLE supervision_agreement (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  peer_id uuid NOT NULL,
  agreed_on date NOT NULL,
  ends_on date,
  CONSTRAINT supervision_agreement_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT supervision_agreement_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervision_agreement_ends_after_start CHECK (ends_on >= (agreed_on - 1))
);
CREATE UNIQUE INDEX supervision_agreement_one_in_force ON supervision_agreement (organization_id, peer_id)
  WHERE ends_on IS NULL;
ALTER TABLE supervision_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_agreement FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON supervision_agreement AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_finds ON supervision_agreement FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY manager_adds ON supervision_agreement FOR INSERT TO alongside_app
  WITH CHECK (SELECT access.has_role('MANAGER'));
CREATE POLICY manager_closes ON supervision_agreement FOR UPDATE TO alongside_app
  USING ((SELECT access.has_role('MANAGER')) AND ends_on IS NULL)
  WITH CHECK ((SELECT access.has_role('MANAGER')) AND ends_on IS NOT NULL);
CREATE POLICY those_concerned_read ON supervision_agreement FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON supervision_agreement FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('AGREEMENT', 'peer_id', 'agreed_on,ends_on');
CREATE TRIGGER require_joined_peer AFTER INSERT ON supervision_agreement FOR EACH ROW
  EXECUTE FUNCTION access.require_joined_peer();
GRANT SELECT, INSERT, UPDATE (ends_on) ON supervision_agreement TO alongside_app;
GRANT SELECT (organization_id, id, peer_id, agreed_on, ends_on)
  ON supervision_agreement TO alongside_definer;

CREATE TABLE supervision_agreement_objection (
  organization_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  member_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  type text,
  line text NOT NULL,
  made_at timestamptz NOT NULL,
  CONSTRAINT supervision_agreement_objection_pkey PRIMARY KEY (organization_id, agreement_id, member_id),
  CONSTRAINT supervision_agreement_objection_agreement_fkey FOREIGN KEY (organization_id, agreement_id)
    REFERENCES supervision_agreement(organization_id, id),
  CONSTRAINT supervision_agreement_objection_organization_id_member_id_fkey FOREIGN KEY (
      organization_id, member_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervision_agreement_objection_organization_id_peer_id_fkey FOREIGN KEY (
      organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervision_agreement_objection_line_length CHECK (
    char_length(line) >= 1 AND char_length(line) <= 300),
  CONSTRAINT supervision_agreement_objection_type_known CHECK (
    type IN ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE'))
);
CREATE INDEX supervision_agreement_objection_organization_id_member_id_idx ON supervision_agreement_objection (
  organization_id, member_id);
CREATE INDEX supervision_agreement_objection_organization_id_peer_id_idx ON supervision_agreement_objection (
  organization_id, peer_id);
ALTER TABLE supervision_agreement_objection ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_agreement_objection FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON supervision_agreement_objection AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY those_concerned_read ON supervision_agreement_objection FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR member_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR'))
      OR (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))
        AND (
          NOT (SELECT access.is_host_agency_staff())
            OR type IS NOT NULL AND (peer_id = ANY (access.peers_of(type)))));
CREATE POLICY those_named_object ON supervision_agreement_objection FOR INSERT TO alongside_app
  WITH CHECK (
    member_id = (SELECT access.membership_id())
      AND made_at = (SELECT access.now())
      AND (
        EXISTS (
          SELECT
            FROM supervision_agreement g
            WHERE g.organization_id = supervision_agreement_objection.organization_id
              AND g.id = supervision_agreement_objection.agreement_id
              AND g.peer_id = supervision_agreement_objection.peer_id
              AND g.ends_on IS NULL))
      AND (
        type IS NULL
          OR (
            EXISTS (
              SELECT
                FROM supervision_agreement_term t
                WHERE t.organization_id = supervision_agreement_objection.organization_id
                  AND t.agreement_id = supervision_agreement_objection.agreement_id
                  AND t.type = supervision_agreement_objection.type)))
      AND (
        peer_id = (SELECT access.membership_id())
          OR (
            EXISTS (
              SELECT
                FROM supervision_agreement_term t
                WHERE t.organization_id = supervision_agreement_objection.organization_id
                  AND t.agreement_id = supervision_agreement_objection.agreement_id
                  AND t.supervisor_id = (SELECT access.membership_id())))));
CREATE TRIGGER audit_change AFTER INSERT
    OR DELETE
    OR UPDATE ON supervision_agreement_objection FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('AGREEMENT', 'peer_id', 'member_id,type');
CREATE TRIGGER tell_of_objection AFTER INSERT ON supervision_agreement_objection FOR EACH ROW
  EXECUTE FUNCTION access.tell_of_objection();
GRANT SELECT, INSERT ON supervision_agreement_objection TO alongside_app;

CREATE TABLE supervision_agreement_signature (
  organization_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  member_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  signed_at timestamptz NOT NULL,
  CONSTRAINT supervision_agreement_signature_pkey PRIMARY KEY (organization_id, agreement_id, member_id),
  CONSTRAINT supervision_agreement_signature_agreement_fkey FOREIGN KEY (organization_id, agreement_id)
    REFERENCES supervision_agreement(organization_id, id),
  CONSTRAINT supervision_agreement_signature_organization_id_member_id_fkey FOREIGN KEY (
      organization_id, member_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervision_agreement_signature_organization_id_peer_id_fkey FOREIGN KEY (
      organization_id, peer_id)
    REFERENCES membership(organization_id, id)
);
CREATE INDEX supervision_agreement_signature_organization_id_member_id_idx ON supervision_agreement_signature (
  organization_id, member_id);
CREATE INDEX supervision_agreement_signature_organization_id_peer_id_idx ON supervision_agreement_signature (
  organization_id, peer_id);
ALTER TABLE supervision_agreement_signature ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_agreement_signature FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON supervision_agreement_signature AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_finds ON supervision_agreement_signature FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY those_concerned_read ON supervision_agreement_signature FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE POLICY those_named_sign ON supervision_agreement_signature FOR INSERT TO alongside_app
  WITH CHECK (
    member_id = (SELECT access.membership_id())
      AND (
        EXISTS (
          SELECT
            FROM supervision_agreement g
            WHERE g.organization_id = supervision_agreement_signature.organization_id
              AND g.id = supervision_agreement_signature.agreement_id
              AND g.peer_id = supervision_agreement_signature.peer_id
              AND g.ends_on IS NULL))
      AND (
        peer_id = (SELECT access.membership_id())
          OR (
            EXISTS (
              SELECT
                FROM supervision_agreement_term t
                WHERE t.organization_id = supervision_agreement_signature.organization_id
                  AND t.agreement_id = supervision_agreement_signature.agreement_id
                  AND t.supervisor_id = (SELECT access.membership_id())))));
CREATE TRIGGER audit_change AFTER INSERT
    OR DELETE
    OR UPDATE ON supervision_agreement_signature FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('AGREEMENT', 'peer_id', 'agreement_id,member_id');
GRANT SELECT, INSERT ON supervision_agreement_signature TO alongside_app;
GRANT SELECT (organization_id, agreement_id, member_id)
  ON supervision_agreement_signature TO alongside_definer;

CREATE TABLE supervision_agreement_term (
  organization_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  type text NOT NULL,
  peer_id uuid NOT NULL,
  supervisor_id uuid,
  cadence_days integer NOT NULL,
  group_sessions_count boolean NOT NULL DEFAULT false,
  session_minutes integer,
  confidence text,
  CONSTRAINT supervision_agreement_term_pkey PRIMARY KEY (organization_id, agreement_id, type),
  CONSTRAINT supervision_agreement_term_organization_id_agreement_id_fkey FOREIGN KEY (
      organization_id, agreement_id)
    REFERENCES supervision_agreement(organization_id, id),
  CONSTRAINT supervision_agreement_term_organization_id_peer_id_fkey FOREIGN KEY (
      organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervision_agreement_term_organization_id_supervisor_id_fkey FOREIGN KEY (
      organization_id, supervisor_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervision_agreement_term_cadence_range CHECK (cadence_days >= 1 AND cadence_days <= 366),
  CONSTRAINT supervision_agreement_term_confidence_size CHECK (
    char_length(confidence) >= 1 AND char_length(confidence) <= 500),
  CONSTRAINT supervision_agreement_term_minutes_range CHECK (
    session_minutes >= 5 AND session_minutes <= 480),
  CONSTRAINT supervision_agreement_term_type_known CHECK (
    type IN ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE'))
);
CREATE INDEX supervision_agreement_term_organization_id_peer_id_idx ON supervision_agreement_term (
  organization_id, peer_id);
CREATE INDEX supervision_agreement_term_organization_id_supervisor_id_idx ON supervision_agreement_term (
  organization_id, supervisor_id);
ALTER TABLE supervision_agreement_term ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_agreement_term FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON supervision_agreement_term AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_finds ON supervision_agreement_term FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY manager_adds ON supervision_agreement_term FOR INSERT TO alongside_app
  WITH CHECK (SELECT access.has_role('MANAGER'));
CREATE POLICY those_concerned_read ON supervision_agreement_term FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))
        AND (NOT (SELECT access.is_host_agency_staff()) OR (peer_id = ANY (access.peers_of(type))))
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON supervision_agreement_term FOR EACH ROW
  EXECUTE FUNCTION access.audit_change(
    'AGREEMENT', 'peer_id', 'agreement_id,type,cadence_days,group_sessions_count,session_minutes');
GRANT SELECT, INSERT ON supervision_agreement_term TO alongside_app;
GRANT SELECT (organization_id, agreement_id, type, supervisor_id, cadence_days, group_sessions_count)
  ON supervision_agreement_term TO alongside_definer;

CREATE TABLE supervision_group (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  supervisor_id uuid NOT NULL,
  name text NOT NULL,
  made_at timestamptz NOT NULL,
  removed_at timestamptz,
  CONSTRAINT supervision_group_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT supervision_group_of_supervisor UNIQUE (organization_id, id, supervisor_id),
  CONSTRAINT supervision_group_organization_id_supervisor_id_fkey FOREIGN KEY (
      organization_id, supervisor_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervision_group_name_length CHECK (char_length(name) >= 1 AND char_length(name) <= 60)
);
CREATE INDEX supervision_group_organization_id_supervisor_id_idx ON supervision_group (
  organization_id, supervisor_id);
ALTER TABLE supervision_group ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_group FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON supervision_group AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY supervisor_adds ON supervision_group FOR INSERT TO alongside_app
  WITH CHECK (
    supervisor_id = (SELECT access.membership_id())
      AND (SELECT access.has_role('SUPERVISOR'))
      AND made_at = (SELECT access.now())
      AND removed_at IS NULL);
CREATE POLICY supervisor_and_members_read ON supervision_group FOR SELECT TO alongside_app
  USING (
    supervisor_id = (SELECT access.membership_id())
      OR (
        EXISTS (
          SELECT
            FROM supervision_group_member m
            WHERE m.organization_id = supervision_group.organization_id
              AND m.group_id = supervision_group.id
              AND m.peer_id = (SELECT access.membership_id()))));
CREATE POLICY supervisor_removes ON supervision_group FOR UPDATE TO alongside_app
  USING (supervisor_id = (SELECT access.membership_id()));
GRANT SELECT, INSERT, UPDATE (removed_at) ON supervision_group TO alongside_app;

CREATE TABLE supervision_group_member (
  organization_id uuid NOT NULL,
  group_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  supervisor_id uuid NOT NULL,
  CONSTRAINT supervision_group_member_pkey PRIMARY KEY (organization_id, group_id, peer_id),
  CONSTRAINT supervision_group_member_of_group FOREIGN KEY (organization_id, group_id, supervisor_id)
    REFERENCES supervision_group(organization_id, id, supervisor_id),
  CONSTRAINT supervision_group_member_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervision_group_member_not_oneself CHECK (peer_id <> supervisor_id)
);
CREATE INDEX supervision_group_member_organization_id_peer_id_idx ON supervision_group_member (
  organization_id, peer_id);
ALTER TABLE supervision_group_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_group_member FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON supervision_group_member AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY supervisor_adds ON supervision_group_member FOR INSERT TO alongside_app
  WITH CHECK (
    supervisor_id = (SELECT access.membership_id())
      AND (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[])));
CREATE POLICY supervisor_and_oneself_read ON supervision_group_member FOR SELECT TO alongside_app
  USING (supervisor_id = (SELECT access.membership_id()) OR peer_id = (SELECT access.membership_id()));
GRANT SELECT, INSERT ON supervision_group_member TO alongside_app;

CREATE TABLE supervision_relationship (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  supervisor_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  type text NOT NULL,
  starts_on date NOT NULL,
  ends_on date,
  proposed_at timestamptz NOT NULL,
  accepted_at timestamptz,
  supervisor_has_peer_experience boolean NOT NULL DEFAULT false,
  is_substitute boolean NOT NULL DEFAULT false,
  stands_in_for_id uuid,
  ends_with_leaving boolean NOT NULL DEFAULT false,
  ends_on_before_leaving date,
  CONSTRAINT supervision_relationship_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT supervision_relationship_organization_id_id_peer_id_key UNIQUE (organization_id, id, peer_id),
  CONSTRAINT supervision_relationship_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervision_relationship_organization_id_stands_in_for_id_fkey FOREIGN KEY (
      organization_id, stands_in_for_id)
    REFERENCES supervision_relationship(organization_id, id),
  CONSTRAINT supervision_relationship_organization_id_supervisor_id_fkey FOREIGN KEY (
      organization_id, supervisor_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervision_relationship_ends_after_start CHECK (ends_on >= (starts_on - 1)),
  CONSTRAINT supervision_relationship_not_oneself CHECK (supervisor_id <> peer_id),
  CONSTRAINT supervision_relationship_substitute_dated CHECK (
    NOT is_substitute OR ends_on IS NOT NULL AND (ends_on - starts_on) <= 366),
  CONSTRAINT supervision_relationship_type_known CHECK (
    type IN ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE'))
);
CREATE UNIQUE INDEX supervision_relationship_once_at_a_time ON supervision_relationship (
    organization_id, supervisor_id, peer_id, type)
  WHERE ends_on IS NULL;
CREATE INDEX supervision_relationship_organization_id_peer_id_idx ON supervision_relationship (
  organization_id, peer_id);
CREATE INDEX supervision_relationship_organization_id_stands_in_for_id_idx ON supervision_relationship (
  organization_id, stands_in_for_id);
CREATE INDEX supervision_relationship_organization_id_supervisor_id_idx ON supervision_relationship (
  organization_id, supervisor_id);
ALTER TABLE supervision_relationship ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_relationship FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON supervision_relationship AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON supervision_relationship TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY manager_adds ON supervision_relationship FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('MANAGER'))
        AND supervisor_id <> (SELECT access.membership_id())
        AND proposed_at = (SELECT access.now())
        AND CASE type
      WHEN 'SUPPORTIVE' THEN accepted_at IS NULL ELSE accepted_at = (SELECT access.now())
        AND starts_on > (SELECT access.today()) END);
CREATE POLICY manager_ends ON supervision_relationship FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('MANAGER'));
CREATE POLICY peer_ends_supportive ON supervision_relationship FOR UPDATE TO alongside_app
  USING (type = 'SUPPORTIVE' AND peer_id = (SELECT access.membership_id()));
CREATE POLICY those_concerned_read ON supervision_relationship FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR supervisor_id = (SELECT access.membership_id())
      OR (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON supervision_relationship FOR EACH ROW
  EXECUTE FUNCTION access.audit_change(
    'RELATIONSHIP', 'peer_id', 'supervisor_id,type,starts_on,ends_on,accepted_at,is_substitute');
CREATE TRIGGER cancel_planned_after_end AFTER UPDATE OF ends_on ON supervision_relationship FOR EACH ROW
  WHEN (new.ends_on IS NOT NULL AND new.ends_on IS DISTINCT FROM old.ends_on)
  EXECUTE FUNCTION access.cancel_planned_after_end();
CREATE TRIGGER require_available_supervisor AFTER INSERT ON supervision_relationship FOR EACH ROW
  EXECUTE FUNCTION access.require_available_supervisor();
CREATE TRIGGER restrict_end_date_changes BEFORE UPDATE OF ends_on, ends_with_leaving,
    ends_on_before_leaving ON supervision_relationship FOR EACH ROW
  EXECUTE FUNCTION access.restrict_end_date_changes();
CREATE TRIGGER restrict_host_agency_staff BEFORE INSERT OR UPDATE ON supervision_relationship FOR EACH ROW
  EXECUTE FUNCTION access.restrict_host_agency_staff();
GRANT SELECT, INSERT, UPDATE (ends_on, ends_with_leaving, ends_on_before_leaving)
  ON supervision_relationship TO alongside_app;
GRANT SELECT, UPDATE ON supervision_relationship TO alongside_definer;

CREATE TABLE supervision_request (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  peer_id uuid NOT NULL,
  status text NOT NULL,
  answer text,
  asked_at timestamptz NOT NULL,
  answered_at timestamptz,
  answered_by uuid,
  CONSTRAINT supervision_request_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT supervision_request_of_peer UNIQUE (organization_id, id, peer_id),
  CONSTRAINT supervision_request_answered_by_fkey FOREIGN KEY (organization_id, answered_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervision_request_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervision_request_answer_known CHECK (
    answer IN ('WE_WILL_TALK', 'CHANGE_COMING', 'ALREADY_CHANGED', 'NOT_NOW')),
  CONSTRAINT supervision_request_answered CHECK (
    (answer IS NOT NULL) = (status = 'ANSWERED')
      AND (answered_at IS NOT NULL) = (status = 'ANSWERED')
      AND (answered_by IS NOT NULL) = (status = 'ANSWERED')),
  CONSTRAINT supervision_request_not_by_oneself CHECK (answered_by <> peer_id),
  CONSTRAINT supervision_request_status_known CHECK (status IN ('OPEN', 'ANSWERED', 'WITHDRAWN'))
);
CREATE UNIQUE INDEX supervision_request_one_open ON supervision_request (organization_id, peer_id)
  WHERE status = 'OPEN';
ALTER TABLE supervision_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_request FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON supervision_request AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_counts ON supervision_request FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY manager_answers ON supervision_request FOR UPDATE TO alongside_app
  USING (
    (SELECT access.has_role('MANAGER')) AND peer_id <> (SELECT access.membership_id()) AND status = 'OPEN')
  WITH CHECK (
    (SELECT access.has_role('MANAGER'))
      AND peer_id <> (SELECT access.membership_id())
      AND status = 'ANSWERED'
      AND answered_by = (SELECT access.membership_id())
      AND answered_at = (SELECT access.now()));
CREATE POLICY peer_and_managers_read ON supervision_request FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()) OR (SELECT access.has_role('MANAGER')));
CREATE POLICY peer_asks ON supervision_request FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id = (SELECT access.membership_id())
      AND (SELECT access.has_role('PEER'))
      AND status = 'OPEN'
      AND asked_at = (SELECT access.now()));
CREATE POLICY peer_withdraws ON supervision_request FOR UPDATE TO alongside_app
  USING (peer_id = (SELECT access.membership_id()) AND status = 'OPEN')
  WITH CHECK (peer_id = (SELECT access.membership_id()) AND status = 'WITHDRAWN');
GRANT SELECT, INSERT, UPDATE (status, answer, answered_at, answered_by)
  ON supervision_request TO alongside_app;
GRANT SELECT (organization_id, status, asked_at, answered_at) ON supervision_request TO alongside_definer;

CREATE TABLE supervision_request_wish (
  organization_id uuid NOT NULL,
  request_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  wish text NOT NULL,
  type text NOT NULL,
  CONSTRAINT supervision_request_wish_pkey PRIMARY KEY (organization_id, request_id),
  CONSTRAINT supervision_request_wish_of_own FOREIGN KEY (organization_id, request_id, peer_id)
    REFERENCES supervision_request(organization_id, id, peer_id),
  CONSTRAINT supervision_request_wish_known CHECK (wish IN ('MORE', 'OTHER')),
  CONSTRAINT supervision_request_wish_type_known CHECK (
    type IN ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE'))
);
CREATE INDEX supervision_request_wish_organization_id_peer_id_idx ON supervision_request_wish (
  organization_id, peer_id);
ALTER TABLE supervision_request_wish ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_request_wish FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON supervision_request_wish AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY peer_adds ON supervision_request_wish FOR INSERT TO alongside_app
  WITH CHECK (peer_id = (SELECT access.membership_id()));
CREATE POLICY peer_reads ON supervision_request_wish FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
GRANT SELECT, INSERT ON supervision_request_wish TO alongside_app;

CREATE TABLE supervision_session (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  supervisor_id uuid NOT NULL,
  held_on date NOT NULL,
  minutes integer NOT NULL,
  status text NOT NULL,
  format text NOT NULL,
  modality text NOT NULL,
  observed boolean NOT NULL DEFAULT false,
  logged_at timestamptz NOT NULL,
  version_of uuid,
  voided_by uuid,
  voided_at timestamptz,
  CONSTRAINT supervision_session_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT supervision_session_as_logged UNIQUE (organization_id, id, supervisor_id, held_on, logged_at),
  CONSTRAINT supervision_session_of_supervisor UNIQUE (organization_id, id, supervisor_id),
  CONSTRAINT supervision_session_organization_id_supervisor_id_fkey FOREIGN KEY (
      organization_id, supervisor_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervision_session_version_of_fkey FOREIGN KEY (organization_id, version_of, supervisor_id)
    REFERENCES supervision_session(organization_id, id, supervisor_id),
  CONSTRAINT supervision_session_voided_by_fkey FOREIGN KEY (organization_id, voided_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervision_session_format_known CHECK (
    format IN ('INDIVIDUAL', 'GROUP', 'TEAM_CHECK_IN', 'CO_REFLECTION')),
  CONSTRAINT supervision_session_minutes_range CHECK (minutes >= 1 AND minutes <= 600),
  CONSTRAINT supervision_session_modality_known CHECK (modality IN ('IN_PERSON', 'VIDEO', 'PHONE')),
  CONSTRAINT supervision_session_status_known CHECK (status IN ('SCHEDULED', 'HELD', 'CANCELLED', 'MISSED')),
  CONSTRAINT supervision_session_version_of_another CHECK (version_of <> id),
  CONSTRAINT supervision_session_voided_by_somebody CHECK ((voided_by IS NULL) = (voided_at IS NULL))
);
CREATE UNIQUE INDEX supervision_session_one_counts ON supervision_session (
    organization_id, COALESCE(version_of, id))
  WHERE voided_at IS NULL;
CREATE INDEX supervision_session_organization_id_supervisor_id_idx ON supervision_session (
  organization_id, supervisor_id);
CREATE INDEX supervision_session_versions ON supervision_session (organization_id, version_of);
ALTER TABLE supervision_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_session FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON supervision_session AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY definer_access ON supervision_session FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY definer_locks ON supervision_session FOR UPDATE TO alongside_definer
  USING (true)
  WITH CHECK (false);
CREATE POLICY supervisor_adds ON supervision_session FOR INSERT TO alongside_app
  WITH CHECK (
    supervisor_id = (SELECT access.membership_id())
      AND (SELECT access.has_role('SUPERVISOR'))
      AND status = 'HELD'
      AND held_on <= (SELECT access.today())
      AND logged_at = (SELECT access.now()));
CREATE POLICY supervisor_voids ON supervision_session FOR UPDATE TO alongside_app
  USING (supervisor_id = (SELECT access.membership_id()))
  WITH CHECK (voided_by IS NULL OR voided_by = (SELECT access.membership_id()));
CREATE POLICY those_concerned_read ON supervision_session FOR SELECT TO alongside_app
  USING (
    supervisor_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR'))
      OR (
        EXISTS (
          SELECT
            FROM session_attendance a
            WHERE a.organization_id = supervision_session.organization_id
              AND a.session_id = supervision_session.id)));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON supervision_session FOR EACH ROW
  EXECUTE FUNCTION access.audit_change(
    'SESSION', '', 'supervisor_id,held_on,minutes,format,modality,status,version_of,voided_at');
CREATE TRIGGER mark_assessments_stale_on_delete AFTER DELETE ON supervision_session
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('session');
CREATE TRIGGER mark_assessments_stale_on_insert AFTER INSERT ON supervision_session
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('session');
CREATE TRIGGER mark_assessments_stale_on_update AFTER UPDATE ON supervision_session
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION access.mark_assessments_stale('session');
CREATE TRIGGER name_first_version BEFORE INSERT ON supervision_session FOR EACH ROW
  WHEN (new.version_of IS NOT NULL)
  EXECUTE FUNCTION access.name_first_version();
CREATE CONSTRAINT TRIGGER reopen_planned_session AFTER UPDATE OF voided_at ON supervision_session
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION access.reopen_planned_session();
CREATE CONSTRAINT TRIGGER session_segments_add_up AFTER INSERT ON supervision_session
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION access.check_session_minutes();
CREATE CONSTRAINT TRIGGER signed_session_stays AFTER UPDATE ON supervision_session
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (old.voided_at IS DISTINCT FROM new.voided_at)
  EXECUTE FUNCTION access.require_unsigned_session();
GRANT SELECT, INSERT, UPDATE (voided_by, voided_at) ON supervision_session TO alongside_app;
GRANT SELECT, UPDATE (voided_by) ON supervision_session TO alongside_definer;

CREATE TABLE supervisor_qualification (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  supervisor_id uuid NOT NULL,
  course text NOT NULL,
  hours numeric(6,2),
  certificate_number text,
  valid_from date NOT NULL,
  valid_until date,
  corrects_id uuid,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  voided_by uuid,
  voided_at timestamptz,
  CONSTRAINT supervisor_qualification_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT supervisor_qualification_of_supervisor UNIQUE (organization_id, id, supervisor_id),
  CONSTRAINT supervisor_qualification_corrects_fkey FOREIGN KEY (
      organization_id, corrects_id, supervisor_id)
    REFERENCES supervisor_qualification(organization_id, id, supervisor_id),
  CONSTRAINT supervisor_qualification_organization_id_recorded_by_fkey FOREIGN KEY (
      organization_id, recorded_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervisor_qualification_organization_id_supervisor_id_fkey FOREIGN KEY (
      organization_id, supervisor_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervisor_qualification_organization_id_voided_by_fkey FOREIGN KEY (
      organization_id, voided_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervisor_qualification_course_length CHECK (
    char_length(course) >= 1 AND char_length(course) <= 200),
  CONSTRAINT supervisor_qualification_ends_after_start CHECK (valid_until >= valid_from),
  CONSTRAINT supervisor_qualification_hours_range CHECK (
    hours >= 0.25 AND hours <= 2000::numeric AND (hours * 4::numeric) = floor(hours * 4::numeric)),
  CONSTRAINT supervisor_qualification_not_oneself CHECK (recorded_by <> supervisor_id),
  CONSTRAINT supervisor_qualification_number_length CHECK (
    char_length(certificate_number) >= 1 AND char_length(certificate_number) <= 100),
  CONSTRAINT supervisor_qualification_voided_by_somebody CHECK ((voided_by IS NULL) = (voided_at IS NULL))
);
CREATE INDEX supervisor_qualification_organization_id_supervisor_id_idx ON supervisor_qualification (
  organization_id, supervisor_id);
ALTER TABLE supervisor_qualification ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervisor_qualification FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON supervisor_qualification AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY manager_records ON supervisor_qualification FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('MANAGER'))
      AND supervisor_id <> (SELECT access.membership_id())
      AND recorded_by = (SELECT access.membership_id())
      AND recorded_at = (SELECT access.now())
      AND voided_at IS NULL);
CREATE POLICY manager_voids ON supervisor_qualification FOR UPDATE TO alongside_app
  USING (
    (SELECT access.has_role('MANAGER'))
      AND supervisor_id <> (SELECT access.membership_id())
      AND voided_at IS NULL)
  WITH CHECK (voided_by = (SELECT access.membership_id()) AND voided_at = (SELECT access.now()));
CREATE POLICY those_concerned_read ON supervisor_qualification FOR SELECT TO alongside_app
  USING (
    supervisor_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON supervisor_qualification FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('PEOPLE', 'supervisor_id', 'hours,valid_from,valid_until,voided_at');
GRANT SELECT, INSERT, UPDATE (voided_by, voided_at) ON supervisor_qualification TO alongside_app;

CREATE TABLE supervisor_reflection (
  organization_id uuid NOT NULL,
  member_id uuid NOT NULL,
  answered_on date NOT NULL,
  ratings jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  CONSTRAINT supervisor_reflection_pkey PRIMARY KEY (organization_id, member_id, answered_on),
  CONSTRAINT supervisor_reflection_organization_id_member_id_fkey FOREIGN KEY (organization_id, member_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervisor_reflection_ratings_form CHECK (
    jsonb_typeof(ratings) = 'object' AND length(ratings::text) <= 1000)
);
ALTER TABLE supervisor_reflection ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervisor_reflection FORCE ROW LEVEL SECURITY;
CREATE POLICY locked_until_opened ON supervisor_reflection AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (
    (SELECT access.check_ins_locked_before()) IS NULL
      OR saved_at > (SELECT access.check_ins_locked_before()));
CREATE POLICY tenant_isolation ON supervisor_reflection AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON supervisor_reflection AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_erases ON supervisor_reflection FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON supervisor_reflection FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY only_holder_adds ON supervisor_reflection FOR INSERT TO alongside_app
  WITH CHECK (
    member_id = (SELECT access.membership_id())
      AND (SELECT access.has_role('SUPERVISOR'))
      AND answered_on = (SELECT access.today()));
CREATE POLICY only_holder_reads ON supervisor_reflection FOR SELECT TO alongside_app
  USING (member_id = (SELECT access.membership_id()));
CREATE POLICY only_holder_replaces_todays ON supervisor_reflection FOR UPDATE TO alongside_app
  USING (member_id = (SELECT access.membership_id()) AND answered_on = (SELECT access.today()));
GRANT SELECT, INSERT, UPDATE (ratings, saved_at) ON supervisor_reflection TO alongside_app;
GRANT SELECT (organization_id, member_id), DELETE ON supervisor_reflection TO alongside_definer;

CREATE TABLE supervisor_time (
  organization_id uuid NOT NULL,
  supervisor_id uuid NOT NULL,
  starts_on date NOT NULL,
  full_time_share numeric(3,2) NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT supervisor_time_pkey PRIMARY KEY (organization_id, supervisor_id, starts_on),
  CONSTRAINT supervisor_time_organization_id_recorded_by_fkey FOREIGN KEY (organization_id, recorded_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervisor_time_organization_id_supervisor_id_fkey FOREIGN KEY (
      organization_id, supervisor_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supervisor_time_full_time_share_range CHECK (
    full_time_share > 0::numeric AND full_time_share <= 1::numeric),
  CONSTRAINT supervisor_time_not_ones_own CHECK (recorded_by <> supervisor_id)
);
CREATE INDEX supervisor_time_organization_id_recorded_by_idx ON supervisor_time (
  organization_id, recorded_by);
ALTER TABLE supervisor_time ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervisor_time FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON supervisor_time AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY manager_adds ON supervisor_time FOR INSERT TO alongside_app
  WITH CHECK (
    (SELECT access.has_role('MANAGER'))
      AND recorded_by = (SELECT access.membership_id())
      AND recorded_at = (SELECT access.now())
      AND starts_on <= (SELECT access.today()));
CREATE POLICY manager_replaces ON supervisor_time FOR UPDATE TO alongside_app
  USING (SELECT access.has_role('MANAGER'))
  WITH CHECK (recorded_by = (SELECT access.membership_id()));
CREATE POLICY those_concerned_read ON supervisor_time FOR SELECT TO alongside_app
  USING (
    supervisor_id = (SELECT access.membership_id())
      OR (SELECT access.has_role('MANAGER'))
      OR (SELECT access.has_role('AUDITOR')));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON supervisor_time FOR EACH ROW
  EXECUTE FUNCTION access.audit_change('RELATIONSHIP', 'supervisor_id', 'full_time_share,starts_on');
GRANT SELECT, INSERT, UPDATE (full_time_share, recorded_by, recorded_at) ON supervisor_time TO alongside_app;

CREATE TABLE supportive_agenda_item (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  relationship_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  text text NOT NULL,
  is_private boolean NOT NULL DEFAULT false,
  written_by uuid NOT NULL,
  written_at timestamptz NOT NULL,
  reached_in uuid,
  CONSTRAINT supportive_agenda_item_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT supportive_agenda_item_of_relationship FOREIGN KEY (
      organization_id, relationship_id, peer_id)
    REFERENCES supervision_relationship(organization_id, id, peer_id),
  CONSTRAINT supportive_agenda_item_reached_in_fkey FOREIGN KEY (organization_id, reached_in)
    REFERENCES supervision_session(organization_id, id),
  CONSTRAINT supportive_agenda_item_written_by_fkey FOREIGN KEY (organization_id, written_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supportive_agenda_item_only_peers_keep_points CHECK (NOT is_private OR written_by = peer_id),
  CONSTRAINT supportive_agenda_item_text_length CHECK (char_length(text) >= 1 AND char_length(text) <= 300)
);
CREATE INDEX supportive_agenda_item_by_relationship ON supportive_agenda_item (
  organization_id, relationship_id);
CREATE INDEX supportive_agenda_item_of_peer ON supportive_agenda_item (organization_id, peer_id);
ALTER TABLE supportive_agenda_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE supportive_agenda_item FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON supportive_agenda_item AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON supportive_agenda_item AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY both_add ON supportive_agenda_item FOR INSERT TO alongside_app
  WITH CHECK (
    written_by = (SELECT access.membership_id())
      AND written_at = (SELECT access.now())
      AND reached_in IS NULL
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = supportive_agenda_item.organization_id
              AND r.id = supportive_agenda_item.relationship_id
              AND r.peer_id = supportive_agenda_item.peer_id
              AND r.type = 'SUPPORTIVE'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
              AND (
                supportive_agenda_item.peer_id = (SELECT access.membership_id())
                  OR r.supervisor_id = (SELECT access.membership_id())
                    AND (
                      supportive_agenda_item.peer_id = ANY ((SELECT access.peers_of('SUPPORTIVE'))::uuid[]))))));
CREATE POLICY definer_erases ON supportive_agenda_item FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON supportive_agenda_item FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY peer_reads ON supportive_agenda_item FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY supervisor_checks_off ON supportive_agenda_item FOR UPDATE TO alongside_app
  USING (
    (peer_id = ANY ((SELECT access.peers_of('SUPPORTIVE'))::uuid[]))
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = supportive_agenda_item.organization_id
              AND r.id = supportive_agenda_item.relationship_id
              AND r.peer_id = supportive_agenda_item.peer_id
              AND r.type = 'SUPPORTIVE'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
              AND r.supervisor_id = (SELECT access.membership_id()))))
  WITH CHECK (
    (
      EXISTS (
        SELECT
          FROM supervision_session s
          WHERE s.organization_id = access.organization_id()
            AND s.id = supportive_agenda_item.reached_in
            AND s.supervisor_id = (SELECT access.membership_id())
            AND s.logged_at = (SELECT access.now()))));
CREATE POLICY supervisor_reads ON supportive_agenda_item FOR SELECT TO alongside_app
  USING (
    NOT is_private
      AND (peer_id = ANY ((SELECT access.peers_of('SUPPORTIVE'))::uuid[]))
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = supportive_agenda_item.organization_id
              AND r.id = supportive_agenda_item.relationship_id
              AND r.peer_id = supportive_agenda_item.peer_id
              AND r.type = 'SUPPORTIVE'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
              AND r.supervisor_id = (SELECT access.membership_id()))));
CREATE TRIGGER require_joined_peer AFTER INSERT ON supportive_agenda_item FOR EACH ROW
  EXECUTE FUNCTION access.require_joined_peer();
GRANT SELECT, INSERT, UPDATE (reached_in) ON supportive_agenda_item TO alongside_app;
GRANT SELECT (organization_id, id, peer_id, is_private, written_by, reached_in), DELETE
  ON supportive_agenda_item TO alongside_definer;

CREATE TABLE supportive_comment (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  type text NOT NULL DEFAULT 'SUPPORTIVE',
  peer_id uuid NOT NULL,
  supervisor_id uuid NOT NULL,
  comment text NOT NULL,
  written_at timestamptz NOT NULL,
  CONSTRAINT supportive_comment_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT supportive_comment_one_of_each UNIQUE (organization_id, session_id, peer_id),
  CONSTRAINT supportive_comment_by_attendee FOREIGN KEY (organization_id, session_id, peer_id)
    REFERENCES session_attendance(organization_id, session_id, peer_id),
  CONSTRAINT supportive_comment_of_session FOREIGN KEY (organization_id, session_id, supervisor_id)
    REFERENCES supervision_session(organization_id, id, supervisor_id),
  CONSTRAINT supportive_comment_on_segment FOREIGN KEY (organization_id, session_id, type)
    REFERENCES session_segment(organization_id, session_id, type),
  CONSTRAINT supportive_comment_comment_length CHECK (
    char_length(comment) >= 1 AND char_length(comment) <= 2000),
  CONSTRAINT supportive_comment_type_is_its_own CHECK (type = 'SUPPORTIVE')
);
CREATE INDEX supportive_comment_organization_id_peer_id_idx ON supportive_comment (organization_id, peer_id);
ALTER TABLE supportive_comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE supportive_comment FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON supportive_comment AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON supportive_comment AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_hashes ON supportive_comment FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY peer_adds ON supportive_comment FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id = (SELECT access.membership_id())
      AND written_at = (SELECT access.now())
      AND (
        EXISTS (
          SELECT
            FROM session_attendance a
            WHERE a.organization_id = supportive_comment.organization_id
              AND a.session_id = supportive_comment.session_id
              AND a.peer_id = (SELECT access.membership_id())
              AND a.supervisor_id = supportive_comment.supervisor_id))
      AND NOT (
        EXISTS (
          SELECT
            FROM session_signature x
            WHERE x.organization_id = supportive_comment.organization_id
              AND x.session_id = supportive_comment.session_id
              AND x.signer_id = (SELECT access.membership_id()))));
CREATE POLICY peer_reads ON supportive_comment FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY supervisor_reads ON supportive_comment FOR SELECT TO alongside_app
  USING (
    supervisor_id = (SELECT access.membership_id())
      AND (
        EXISTS (
          SELECT
            FROM session_attendance a
            JOIN supervision_relationship r ON r.organization_id = a.organization_id
              AND r.peer_id = a.peer_id
            WHERE a.organization_id = supportive_comment.organization_id
              AND a.session_id = supportive_comment.session_id
              AND a.peer_id = supportive_comment.peer_id
              AND (a.peer_id = ANY ((SELECT access.peers_of('SUPPORTIVE'))::uuid[]))
              AND r.supervisor_id = (SELECT access.membership_id())
              AND r.type = 'SUPPORTIVE'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= a.held_on
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today())))));
CREATE TRIGGER prevent_record_changes BEFORE DELETE
    OR UPDATE
    OR TRUNCATE ON supportive_comment FOR EACH STATEMENT
  EXECUTE FUNCTION access.prevent_record_changes();
GRANT SELECT, INSERT ON supportive_comment TO alongside_app;
GRANT SELECT ON supportive_comment TO alongside_definer;

CREATE TABLE supportive_follow_up (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  relationship_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  text text NOT NULL,
  owner text NOT NULL,
  due_on date NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  made_in uuid,
  state text NOT NULL DEFAULT 'OPEN',
  closed_on date,
  closed_by uuid,
  closed_in uuid,
  CONSTRAINT supportive_follow_up_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT supportive_follow_up_organization_id_id_peer_id_key UNIQUE (organization_id, id, peer_id),
  CONSTRAINT supportive_follow_up_closed_by_fkey FOREIGN KEY (organization_id, closed_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supportive_follow_up_closed_in_fkey FOREIGN KEY (organization_id, closed_in)
    REFERENCES supervision_session(organization_id, id),
  CONSTRAINT supportive_follow_up_made_by_fkey FOREIGN KEY (organization_id, made_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT supportive_follow_up_made_in_fkey FOREIGN KEY (organization_id, made_in)
    REFERENCES supervision_session(organization_id, id),
  CONSTRAINT supportive_follow_up_of_relationship FOREIGN KEY (organization_id, relationship_id, peer_id)
    REFERENCES supervision_relationship(organization_id, id, peer_id),
  CONSTRAINT supportive_follow_up_closed_by_somebody CHECK (
    (state = 'OPEN') = (closed_on IS NULL)
      AND (closed_on IS NULL) = (closed_by IS NULL)
      AND (closed_in IS NULL OR state = 'DONE')),
  CONSTRAINT supportive_follow_up_owner_known CHECK (owner IN ('PEER', 'SUPERVISOR')),
  CONSTRAINT supportive_follow_up_state_known CHECK (state IN ('OPEN', 'DONE', 'DROPPED')),
  CONSTRAINT supportive_follow_up_text_length CHECK (char_length(text) >= 1 AND char_length(text) <= 200)
);
CREATE INDEX supportive_follow_up_by_relationship ON supportive_follow_up (organization_id, relationship_id);
CREATE INDEX supportive_follow_up_of_peer ON supportive_follow_up (organization_id, peer_id, due_on);
ALTER TABLE supportive_follow_up ENABLE ROW LEVEL SECURITY;
ALTER TABLE supportive_follow_up FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON supportive_follow_up AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON supportive_follow_up AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY both_add ON supportive_follow_up FOR INSERT TO alongside_app
  WITH CHECK (
    made_by = (SELECT access.membership_id())
      AND made_at = (SELECT access.now())
      AND state = 'OPEN'
      AND (
        made_in IS NULL
          OR (
            EXISTS (
              SELECT
                FROM supervision_session s
                WHERE s.organization_id = access.organization_id()
                  AND s.id = supportive_follow_up.made_in
                  AND s.supervisor_id = (SELECT access.membership_id())
                  AND s.logged_at = (SELECT access.now()))))
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = supportive_follow_up.organization_id
              AND r.id = supportive_follow_up.relationship_id
              AND r.peer_id = supportive_follow_up.peer_id
              AND r.type = 'SUPPORTIVE'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
              AND (
                supportive_follow_up.peer_id = (SELECT access.membership_id())
                  OR r.supervisor_id = (SELECT access.membership_id())
                    AND (
                      supportive_follow_up.peer_id = ANY ((SELECT access.peers_of('SUPPORTIVE'))::uuid[]))))));
CREATE POLICY both_close ON supportive_follow_up FOR UPDATE TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (peer_id = ANY ((SELECT access.peers_of('SUPPORTIVE'))::uuid[]))
        AND (
          EXISTS (
            SELECT
              FROM supervision_relationship r
              WHERE r.organization_id = supportive_follow_up.organization_id
                AND r.supervisor_id = (SELECT access.membership_id())
                AND r.peer_id = supportive_follow_up.peer_id
                AND r.type = 'SUPPORTIVE'
                AND r.accepted_at IS NOT NULL
                AND r.starts_on <= (SELECT access.today())
                AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
                AND (
                  r.id = supportive_follow_up.relationship_id
                    OR (
                      EXISTS (
                        SELECT
                          FROM supportive_follow_up_share h
                          WHERE h.organization_id = supportive_follow_up.organization_id
                            AND h.follow_up_id = supportive_follow_up.id
                            AND h.relationship_id = r.id))))))
  WITH CHECK (
    state = 'OPEN'
        AND (
          owner = 'PEER' AND peer_id = (SELECT access.membership_id())
            OR owner = 'SUPERVISOR' AND (peer_id = ANY ((SELECT access.peers_of('SUPPORTIVE'))::uuid[]))
            OR made_by = (SELECT access.membership_id()))
      OR closed_by = (SELECT access.membership_id())
        AND closed_on = (SELECT access.today())
        AND (
          owner = 'PEER' AND peer_id = (SELECT access.membership_id())
            OR owner = 'SUPERVISOR' AND (peer_id = ANY ((SELECT access.peers_of('SUPPORTIVE'))::uuid[]))
            OR state = 'DROPPED' AND made_by = (SELECT access.membership_id())
            OR closed_in IS NOT NULL)
        AND (
          closed_in IS NULL
            OR (
              EXISTS (
                SELECT
                  FROM supervision_session s
                  WHERE s.organization_id = access.organization_id()
                    AND s.id = supportive_follow_up.closed_in
                    AND s.supervisor_id = (SELECT access.membership_id())
                    AND s.logged_at = (SELECT access.now())))));
CREATE POLICY peer_reads ON supportive_follow_up FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY supervisor_reads ON supportive_follow_up FOR SELECT TO alongside_app
  USING (
    (peer_id = ANY ((SELECT access.peers_of('SUPPORTIVE'))::uuid[]))
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = supportive_follow_up.organization_id
              AND r.supervisor_id = (SELECT access.membership_id())
              AND r.peer_id = supportive_follow_up.peer_id
              AND r.type = 'SUPPORTIVE'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today()))
              AND (
                r.id = supportive_follow_up.relationship_id
                  OR (
                    EXISTS (
                      SELECT
                        FROM supportive_follow_up_share h
                        WHERE h.organization_id = supportive_follow_up.organization_id
                          AND h.follow_up_id = supportive_follow_up.id
                          AND h.relationship_id = r.id))))));
CREATE TRIGGER require_joined_peer AFTER INSERT ON supportive_follow_up FOR EACH ROW
  EXECUTE FUNCTION access.require_joined_peer();
GRANT SELECT, INSERT, UPDATE (state, closed_on, closed_by, closed_in)
  ON supportive_follow_up TO alongside_app;

CREATE TABLE supportive_follow_up_share (
  organization_id uuid NOT NULL,
  follow_up_id uuid NOT NULL,
  relationship_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  shared_at timestamptz NOT NULL,
  CONSTRAINT supportive_follow_up_share_pkey PRIMARY KEY (organization_id, follow_up_id, relationship_id),
  CONSTRAINT supportive_follow_up_share_of_own FOREIGN KEY (organization_id, follow_up_id, peer_id)
    REFERENCES supportive_follow_up(organization_id, id, peer_id),
  CONSTRAINT supportive_follow_up_share_with_own_supervisor FOREIGN KEY (
      organization_id, relationship_id, peer_id)
    REFERENCES supervision_relationship(organization_id, id, peer_id)
);
CREATE INDEX supportive_follow_up_share_organization_id_relationship_id_idx ON supportive_follow_up_share (
  organization_id, relationship_id);
ALTER TABLE supportive_follow_up_share ENABLE ROW LEVEL SECURITY;
ALTER TABLE supportive_follow_up_share FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON supportive_follow_up_share AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON supportive_follow_up_share AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY peer_adds ON supportive_follow_up_share FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id = (SELECT access.membership_id())
      AND shared_at = (SELECT access.now())
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = supportive_follow_up_share.organization_id
              AND r.id = supportive_follow_up_share.relationship_id
              AND r.peer_id = supportive_follow_up_share.peer_id
              AND r.type = 'SUPPORTIVE'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today())))));
CREATE POLICY those_concerned_read ON supportive_follow_up_share FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR (peer_id = ANY ((SELECT access.peers_of('SUPPORTIVE'))::uuid[]))
        AND (
          EXISTS (
            SELECT
              FROM supervision_relationship r
              WHERE r.organization_id = supportive_follow_up_share.organization_id
                AND r.id = supportive_follow_up_share.relationship_id
                AND r.supervisor_id = (SELECT access.membership_id()))));
GRANT SELECT, INSERT ON supportive_follow_up_share TO alongside_app;

CREATE TABLE supportive_note (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  type text NOT NULL DEFAULT 'SUPPORTIVE',
  about_peer_id uuid,
  supervisor_id uuid NOT NULL,
  activities text[] NOT NULL,
  note text,
  written_at timestamptz NOT NULL,
  CONSTRAINT supportive_note_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT supportive_note_about_attendee FOREIGN KEY (organization_id, session_id, about_peer_id)
    REFERENCES session_attendance(organization_id, session_id, peer_id),
  CONSTRAINT supportive_note_of_segment FOREIGN KEY (organization_id, session_id, type)
    REFERENCES session_segment(organization_id, session_id, type),
  CONSTRAINT supportive_note_activities_known CHECK (
    activities <@ ARRAY[
      'HOW_THE_WORK_GOES', 'WHAT_THE_WORK_DOES_TO_ONE', 'ENCOURAGEMENT', 'SELF_CARE',
        'SPEAKING_UP_FOR_THE_ROLE']),
  CONSTRAINT supportive_note_note_length CHECK (char_length(note) >= 1 AND char_length(note) <= 4000),
  CONSTRAINT supportive_note_says_something CHECK (note IS NOT NULL OR cardinality(activities) > 0),
  CONSTRAINT supportive_note_type_is_its_own CHECK (type = 'SUPPORTIVE')
);
CREATE UNIQUE INDEX supportive_note_one_about_each ON supportive_note (
  organization_id, session_id, about_peer_id);
CREATE UNIQUE INDEX supportive_note_one_about_the_group ON supportive_note (organization_id, session_id)
  WHERE about_peer_id IS NULL;
ALTER TABLE supportive_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE supportive_note FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON supportive_note AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON supportive_note AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_hashes ON supportive_note FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY peer_reads ON supportive_note FOR SELECT TO alongside_app
  USING (
    about_peer_id = (SELECT access.membership_id())
      OR about_peer_id IS NULL
        AND (
          EXISTS (
            SELECT
              FROM session_attendance a
              WHERE a.organization_id = supportive_note.organization_id
                AND a.session_id = supportive_note.session_id
                AND a.peer_id = (SELECT access.membership_id()))));
CREATE POLICY supervisor_adds ON supportive_note FOR INSERT TO alongside_app
  WITH CHECK (
    supervisor_id = (SELECT access.membership_id())
      AND written_at = (SELECT access.now())
      AND (
        EXISTS (
          SELECT
            FROM supervision_session s
            WHERE s.organization_id = supportive_note.organization_id
              AND s.id = supportive_note.session_id
              AND s.supervisor_id = (SELECT access.membership_id())
              AND s.logged_at = (SELECT access.now())))
      AND NOT (
        EXISTS (
          SELECT
            FROM session_attendance a
            WHERE a.organization_id = supportive_note.organization_id
              AND a.session_id = supportive_note.session_id
              AND (a.peer_id <> ALL ((SELECT access.peers_of('SUPPORTIVE'))::uuid[])))));
CREATE POLICY supervisor_reads ON supportive_note FOR SELECT TO alongside_app
  USING (
    supervisor_id = (SELECT access.membership_id())
      AND (
        EXISTS (
          SELECT
            FROM session_attendance a
            JOIN supervision_relationship r ON r.organization_id = a.organization_id
              AND r.peer_id = a.peer_id
            WHERE a.organization_id = supportive_note.organization_id
              AND a.session_id = supportive_note.session_id
              AND a.peer_id = COALESCE(supportive_note.about_peer_id, a.peer_id)
              AND (a.peer_id = ANY ((SELECT access.peers_of('SUPPORTIVE'))::uuid[]))
              AND r.supervisor_id = (SELECT access.membership_id())
              AND r.type = 'SUPPORTIVE'
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= a.held_on
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today())))));
CREATE TRIGGER require_joined_attendees AFTER INSERT ON supportive_note FOR EACH ROW
  EXECUTE FUNCTION access.require_joined_attendees();
GRANT SELECT, INSERT ON supportive_note TO alongside_app;
GRANT SELECT ON supportive_note TO alongside_definer;

CREATE TABLE talk_offer (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  request_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  relationship_id uuid NOT NULL,
  on_day date NOT NULL,
  at_time time without time zone NOT NULL,
  modality text NOT NULL,
  offered_at timestamptz NOT NULL,
  answer text,
  answered_at timestamptz,
  planned_session_id uuid,
  CONSTRAINT talk_offer_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT talk_offer_of_request FOREIGN KEY (organization_id, request_id, peer_id, relationship_id)
    REFERENCES talk_request(organization_id, id, peer_id, relationship_id),
  CONSTRAINT talk_offer_planned_session_fkey FOREIGN KEY (organization_id, planned_session_id)
    REFERENCES planned_session(organization_id, id),
  CONSTRAINT talk_offer_answer_known CHECK (answer IN ('ACCEPTED', 'ANOTHER_TIME', 'REPLACED')),
  CONSTRAINT talk_offer_answered_in_some_way CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CONSTRAINT talk_offer_modality_known CHECK (modality IN ('IN_PERSON', 'VIDEO', 'PHONE'))
);
CREATE UNIQUE INDEX talk_offer_one_open ON talk_offer (organization_id, request_id) WHERE answer IS NULL;
CREATE INDEX talk_offer_organization_id_peer_id_idx ON talk_offer (organization_id, peer_id);
CREATE INDEX talk_offer_organization_id_request_id_idx ON talk_offer (organization_id, request_id);
ALTER TABLE talk_offer ENABLE ROW LEVEL SECURITY;
ALTER TABLE talk_offer FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON talk_offer AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON talk_offer AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_erases ON talk_offer FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON talk_offer FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY definer_plans ON talk_offer FOR UPDATE TO alongside_definer
  USING (true)
  WITH CHECK (true);
CREATE POLICY peer_answers ON talk_offer FOR UPDATE TO alongside_app
  USING (peer_id = (SELECT access.membership_id()) AND answer IS NULL)
  WITH CHECK (
    peer_id = (SELECT access.membership_id())
      AND (answer IN ('ACCEPTED', 'ANOTHER_TIME'))
      AND answered_at = (SELECT access.now()));
CREATE POLICY peer_reads ON talk_offer FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY supportive_supervisor_adds ON talk_offer FOR INSERT TO alongside_app
  WITH CHECK (
    access.supports_now(relationship_id, peer_id)
      AND offered_at = (SELECT access.now())
      AND answer IS NULL
      AND (
        EXISTS (
          SELECT
            FROM talk_request q
            WHERE q.organization_id = talk_offer.organization_id
              AND q.id = talk_offer.request_id
              AND q.closed_at IS NULL)));
CREATE POLICY supportive_supervisor_reads ON talk_offer FOR SELECT TO alongside_app
  USING (access.supports_now(relationship_id, peer_id));
CREATE POLICY supportive_supervisor_replaces ON talk_offer FOR UPDATE TO alongside_app
  USING (access.supports_now(relationship_id, peer_id) AND answer IS NULL)
  WITH CHECK (
    access.supports_now(relationship_id, peer_id)
      AND answer = 'REPLACED'
      AND answered_at = (SELECT access.now()));
GRANT SELECT, INSERT, UPDATE (answer, answered_at) ON talk_offer TO alongside_app;
GRANT SELECT (organization_id, peer_id), SELECT, UPDATE (planned_session_id), DELETE
  ON talk_offer TO alongside_definer;

CREATE TABLE talk_request (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  peer_id uuid NOT NULL,
  relationship_id uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  closed_at timestamptz,
  closed_as text,
  CONSTRAINT talk_request_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT talk_request_of_relationship UNIQUE (organization_id, id, peer_id, relationship_id),
  CONSTRAINT talk_request_to_own_supervisor FOREIGN KEY (organization_id, relationship_id, peer_id)
    REFERENCES supervision_relationship(organization_id, id, peer_id),
  CONSTRAINT talk_request_closed_as_known CHECK (closed_as IN ('ACCEPTED', 'NOT_NEEDED')),
  CONSTRAINT talk_request_closed_in_some_way CHECK ((closed_at IS NULL) = (closed_as IS NULL))
);
CREATE UNIQUE INDEX talk_request_one_open ON talk_request (organization_id, relationship_id)
  WHERE closed_at IS NULL;
CREATE INDEX talk_request_organization_id_peer_id_idx ON talk_request (organization_id, peer_id);
ALTER TABLE talk_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE talk_request FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON talk_request AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON talk_request AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_erases ON talk_request FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON talk_request FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY peer_adds ON talk_request FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id = (SELECT access.membership_id())
      AND asked_at = (SELECT access.now())
      AND closed_at IS NULL
      AND access.is_supported_by(relationship_id));
CREATE POLICY peer_closes ON talk_request FOR UPDATE TO alongside_app
  USING (peer_id = (SELECT access.membership_id()) AND closed_at IS NULL)
  WITH CHECK (peer_id = (SELECT access.membership_id()) AND closed_at = (SELECT access.now()));
CREATE POLICY peer_reads ON talk_request FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY supportive_supervisor_reads ON talk_request FOR SELECT TO alongside_app
  USING (access.supports_now(relationship_id, peer_id));
GRANT SELECT, INSERT, UPDATE (closed_at, closed_as) ON talk_request TO alongside_app;
GRANT SELECT (organization_id, peer_id), DELETE ON talk_request TO alongside_definer;

CREATE TABLE task_answer (
  organization_id uuid NOT NULL,
  task_request_id uuid NOT NULL,
  peer_id uuid NOT NULL,
  state text NOT NULL,
  sentence text,
  returned_to text,
  answered_at timestamptz NOT NULL,
  CONSTRAINT task_answer_pkey PRIMARY KEY (organization_id, task_request_id),
  CONSTRAINT task_answer_of_request FOREIGN KEY (organization_id, task_request_id, peer_id)
    REFERENCES task_request(organization_id, id, peer_id) ON DELETE CASCADE,
  CONSTRAINT task_answer_returned_to_length CHECK (
    char_length(returned_to) >= 1 AND char_length(returned_to) <= 80),
  CONSTRAINT task_answer_says_why CHECK (
    (state = 'DECLINED') = (sentence IS NOT NULL) AND (state = 'RETURNED') = (returned_to IS NOT NULL)),
  CONSTRAINT task_answer_sentence_length CHECK (char_length(sentence) >= 1 AND char_length(sentence) <= 300),
  CONSTRAINT task_answer_state_known CHECK (state IN ('ACCEPTED', 'DECLINED', 'RETURNED'))
);
ALTER TABLE task_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE task_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON task_answer AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY peer_answers ON task_answer FOR INSERT TO alongside_app
  WITH CHECK (peer_id = (SELECT access.membership_id()) AND answered_at = (SELECT access.now()));
CREATE POLICY readers_of_request_read ON task_answer FOR SELECT TO alongside_app
  USING (
    (
      EXISTS (
        SELECT
          FROM task_request t
          WHERE t.organization_id = task_answer.organization_id AND t.id = task_answer.task_request_id)));
GRANT SELECT, INSERT ON task_answer TO alongside_app;

CREATE TABLE task_request (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  peer_id uuid NOT NULL,
  placement_id uuid,
  recorded_by uuid NOT NULL,
  asker text NOT NULL,
  activity text,
  task text NOT NULL,
  says text NOT NULL,
  done_by text,
  agreement_id uuid,
  asked_at timestamptz NOT NULL,
  CONSTRAINT task_request_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT task_request_of_peer UNIQUE (organization_id, id, peer_id),
  CONSTRAINT task_request_by_agreement FOREIGN KEY (organization_id, agreement_id, peer_id)
    REFERENCES role_agreement(organization_id, id, peer_id),
  CONSTRAINT task_request_of_placement FOREIGN KEY (organization_id, placement_id, peer_id)
    REFERENCES placement(organization_id, id, peer_id),
  CONSTRAINT task_request_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT task_request_organization_id_recorded_by_fkey FOREIGN KEY (organization_id, recorded_by)
    REFERENCES membership(organization_id, id),
  CONSTRAINT task_request_activity_form CHECK (activity ~ '^([A-Z_]{3,60}|custom-[0-9a-f-]{36})$'),
  CONSTRAINT task_request_asker_known CHECK (
    asker IN ('SUPERVISOR', 'MANAGER', 'TEAM', 'HOST_AGENCY', 'POLICY')),
  CONSTRAINT task_request_done_by_length CHECK (char_length(done_by) >= 1 AND char_length(done_by) <= 80),
  CONSTRAINT task_request_says_by_agreement CHECK ((says = 'NO_AGREEMENT') = (agreement_id IS NULL)),
  CONSTRAINT task_request_says_known CHECK (
    says IN ('PART_OF_ROLE', 'OUTSIDE_ROLE', 'AGAINST_VALUES', 'NOT_ANSWERED', 'NO_AGREEMENT')),
  CONSTRAINT task_request_task_length CHECK (char_length(task) >= 1 AND char_length(task) <= 300)
);
CREATE INDEX task_request_newest_first ON task_request (organization_id, peer_id, asked_at, id);
CREATE INDEX task_request_organization_id_recorded_by_idx ON task_request (organization_id, recorded_by);
ALTER TABLE task_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE task_request FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON task_request AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY asker_reads ON task_request FOR SELECT TO alongside_app
  USING (
    recorded_by = (SELECT access.membership_id())
      AND (
        (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[])) OR (SELECT access.has_role('MANAGER'))));
CREATE POLICY definer_erases ON task_request FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON task_request FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY peer_reads ON task_request FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY peer_records ON task_request FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id = (SELECT access.membership_id())
      AND recorded_by = (SELECT access.membership_id())
      AND (SELECT access.has_role('PEER'))
      AND asked_at = (SELECT access.now()));
CREATE POLICY supervisor_or_manager_asks ON task_request FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id <> (SELECT access.membership_id())
        AND recorded_by = (SELECT access.membership_id())
        AND asked_at = (SELECT access.now())
        AND CASE asker
      WHEN 'HOST_AGENCY' THEN (SELECT access.is_host_agency_staff())
        AND (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))
      WHEN 'SUPERVISOR' THEN NOT (SELECT access.is_host_agency_staff())
        AND (peer_id = ANY ((SELECT access.peers_of_any_type())::uuid[]))
      WHEN 'MANAGER' THEN (SELECT access.has_role('MANAGER')) ELSE false END);
CREATE POLICY teachers_and_supporters_read ON task_request FOR SELECT TO alongside_app
  USING (
    (peer_id = ANY (((SELECT access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE')))::uuid[]))
      AND access.reaches_task(peer_id, asked_at));
CREATE TRIGGER require_joined_peer AFTER INSERT ON task_request FOR EACH ROW
  EXECUTE FUNCTION access.require_joined_peer();
GRANT SELECT, INSERT ON task_request TO alongside_app;
GRANT SELECT (organization_id, id, peer_id), DELETE ON task_request TO alongside_definer;

CREATE TABLE time_request (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  peer_id uuid NOT NULL,
  supervisor_id uuid NOT NULL,
  type text NOT NULL,
  weekdays text[] NOT NULL,
  times_of_day text[] NOT NULL,
  status text NOT NULL,
  answer text,
  asked_at timestamptz NOT NULL,
  answered_at timestamptz,
  planned_session_id uuid,
  CONSTRAINT time_request_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT time_request_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT time_request_organization_id_supervisor_id_fkey FOREIGN KEY (organization_id, supervisor_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT time_request_planned_session_fkey FOREIGN KEY (
      organization_id, planned_session_id, supervisor_id)
    REFERENCES planned_session(organization_id, id, supervisor_id),
  CONSTRAINT time_request_answer_known CHECK (answer IN ('LETS_TALK', 'NEXT_SESSION', 'AWAY')),
  CONSTRAINT time_request_answered CHECK (
    (answer IS NOT NULL) = (status = 'DECLINED')
      AND (planned_session_id IS NOT NULL) = (status = 'PLANNED')
      AND (answered_at IS NOT NULL) = (status IN ('PLANNED', 'DECLINED'))),
  CONSTRAINT time_request_not_oneself CHECK (peer_id <> supervisor_id),
  CONSTRAINT time_request_status_known CHECK (status IN ('OPEN', 'PLANNED', 'DECLINED', 'WITHDRAWN')),
  CONSTRAINT time_request_times_of_day_known CHECK (
    times_of_day <@ ARRAY['MORNING', 'MIDDAY', 'AFTERNOON', 'EVENING']),
  CONSTRAINT time_request_type_known CHECK (type IN ('ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE')),
  CONSTRAINT time_request_weekdays_known CHECK (
    weekdays <@ ARRAY['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'WEEKEND'])
);
CREATE UNIQUE INDEX time_request_one_open ON time_request (organization_id, peer_id, supervisor_id, type)
  WHERE status = 'OPEN';
CREATE INDEX time_request_organization_id_peer_id_idx ON time_request (organization_id, peer_id);
CREATE INDEX time_request_organization_id_supervisor_id_idx ON time_request (organization_id, supervisor_id);
ALTER TABLE time_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE time_request FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON time_request AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY peer_asks ON time_request FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id = (SELECT access.membership_id())
      AND (SELECT access.has_role('PEER'))
      AND status = 'OPEN'
      AND asked_at = (SELECT access.now())
      AND (
        EXISTS (
          SELECT
            FROM supervision_relationship r
            WHERE r.organization_id = time_request.organization_id
              AND r.peer_id = time_request.peer_id
              AND r.supervisor_id = time_request.supervisor_id
              AND r.type = time_request.type
              AND r.accepted_at IS NOT NULL
              AND r.starts_on <= (SELECT access.today())
              AND (r.ends_on IS NULL OR r.ends_on >= (SELECT access.today())))));
CREATE POLICY peer_withdraws ON time_request FOR UPDATE TO alongside_app
  USING (peer_id = (SELECT access.membership_id()) AND status = 'OPEN')
  WITH CHECK (peer_id = (SELECT access.membership_id()) AND status = 'WITHDRAWN');
CREATE POLICY supervisor_answers ON time_request FOR UPDATE TO alongside_app
  USING (
    supervisor_id = (SELECT access.membership_id())
      AND status = 'OPEN'
      AND (peer_id = ANY (access.peers_of(type))))
  WITH CHECK (
    supervisor_id = (SELECT access.membership_id())
      AND (status IN ('PLANNED', 'DECLINED'))
      AND answered_at = (SELECT access.now()));
CREATE POLICY those_concerned_read ON time_request FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      OR supervisor_id = (SELECT access.membership_id()) AND (peer_id = ANY (access.peers_of(type))));
GRANT SELECT, INSERT, UPDATE (status, answer, answered_at, planned_session_id)
  ON time_request TO alongside_app;

CREATE TABLE week_log (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  peer_id uuid NOT NULL,
  week_start date NOT NULL,
  revision integer NOT NULL,
  only_totals boolean NOT NULL,
  met_peers boolean,
  is_undone boolean NOT NULL DEFAULT false,
  logged_at timestamptz NOT NULL,
  CONSTRAINT week_log_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT week_log_as_its_parts_know_it UNIQUE (organization_id, id, peer_id, week_start, only_totals),
  CONSTRAINT week_log_one_of_each_revision UNIQUE (organization_id, peer_id, week_start, revision),
  CONSTRAINT week_log_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT week_log_revision_range CHECK (revision >= 1 AND revision <= 1000),
  CONSTRAINT week_log_week_starts_on_monday CHECK (EXTRACT(isodow FROM week_start) = 1::numeric)
);
ALTER TABLE week_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE week_log FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON week_log AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON week_log AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_erases ON week_log FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON week_log FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY only_peer_adds ON week_log FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id = (SELECT access.membership_id())
      AND (SELECT access.has_role('PEER'))
      AND logged_at = (SELECT access.now())
      AND week_start <= (SELECT access.today())
      AND (
        EXISTS (
          SELECT
            FROM placement p
            WHERE p.organization_id = week_log.organization_id
              AND p.peer_id = week_log.peer_id
              AND p.starts_on <= (week_log.week_start + 6)
              AND (p.ends_on IS NULL OR p.ends_on >= week_log.week_start))));
CREATE POLICY only_peer_reads ON week_log FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
GRANT SELECT, INSERT ON week_log TO alongside_app;
GRANT SELECT (organization_id, id, peer_id, week_start, revision, only_totals, is_undone, logged_at),
    DELETE
  ON week_log TO alongside_definer;

CREATE TABLE week_log_line (
  organization_id uuid NOT NULL,
  log_id uuid NOT NULL,
  activity text NOT NULL,
  peer_id uuid NOT NULL,
  week_start date NOT NULL,
  only_totals boolean NOT NULL,
  function text NOT NULL,
  quarter_hours integer NOT NULL,
  asked_by text,
  CONSTRAINT week_log_line_pkey PRIMARY KEY (organization_id, log_id, activity),
  CONSTRAINT week_log_line_of_its_log FOREIGN KEY (
      organization_id, log_id, peer_id, week_start, only_totals)
    REFERENCES week_log(organization_id, id, peer_id, week_start, only_totals),
  CONSTRAINT week_log_line_activity_form CHECK (activity ~ '^([A-Z_]{3,60}|custom-[0-9a-f-]{36})$'),
  CONSTRAINT week_log_line_asked_by_known CHECK (
    asked_by IN ('OWN_CHOICE', 'TEAM', 'SUPERVISOR', 'HOST_AGENCY', 'POLICY')),
  CONSTRAINT week_log_line_function_form CHECK (function ~ '^[A-Z_]{3,60}$'),
  CONSTRAINT week_log_line_quarter_hours_range CHECK (quarter_hours >= 1 AND quarter_hours <= 320)
);
CREATE INDEX week_log_line_organization_id_peer_id_idx ON week_log_line (organization_id, peer_id);
ALTER TABLE week_log_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE week_log_line FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON week_log_line AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON week_log_line AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_erases ON week_log_line FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON week_log_line FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY only_peer_adds_with_log ON week_log_line FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id = (SELECT access.membership_id())
      AND (
        EXISTS (
          SELECT
            FROM week_log l
            WHERE l.organization_id = week_log_line.organization_id
              AND l.id = week_log_line.log_id
              AND l.logged_at = (SELECT access.now()))));
CREATE POLICY peer_reads ON week_log_line FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY supervisors_read_unless_only_totals ON week_log_line FOR SELECT TO alongside_app
  USING (log_id = ANY ((SELECT access.readable_weeks(true))::uuid[]));
GRANT SELECT, INSERT ON week_log_line TO alongside_app;
GRANT SELECT (organization_id, peer_id), DELETE ON week_log_line TO alongside_definer;

CREATE TABLE week_log_total (
  organization_id uuid NOT NULL,
  log_id uuid NOT NULL,
  function text NOT NULL,
  peer_id uuid NOT NULL,
  week_start date NOT NULL,
  only_totals boolean NOT NULL,
  quarter_hours integer NOT NULL,
  CONSTRAINT week_log_total_pkey PRIMARY KEY (organization_id, log_id, function),
  CONSTRAINT week_log_total_of_its_log FOREIGN KEY (
      organization_id, log_id, peer_id, week_start, only_totals)
    REFERENCES week_log(organization_id, id, peer_id, week_start, only_totals),
  CONSTRAINT week_log_total_function_form CHECK (function ~ '^[A-Z_]{3,60}$'),
  CONSTRAINT week_log_total_quarter_hours_range CHECK (quarter_hours >= 1 AND quarter_hours <= 320)
);
CREATE INDEX week_log_total_organization_id_peer_id_idx ON week_log_total (
  organization_id, peer_id, week_start);
ALTER TABLE week_log_total ENABLE ROW LEVEL SECURITY;
ALTER TABLE week_log_total FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON week_log_total AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON week_log_total AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_erases ON week_log_total FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON week_log_total FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY only_peer_adds_with_log ON week_log_total FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id = (SELECT access.membership_id())
      AND (
        EXISTS (
          SELECT
            FROM week_log l
            WHERE l.organization_id = week_log_total.organization_id
              AND l.id = week_log_total.log_id
              AND l.logged_at = (SELECT access.now()))));
CREATE POLICY peer_reads ON week_log_total FOR SELECT TO alongside_app
  USING (peer_id = (SELECT access.membership_id()));
CREATE POLICY supervisors_read ON week_log_total FOR SELECT TO alongside_app
  USING (log_id = ANY ((SELECT access.readable_weeks(false))::uuid[]));
GRANT SELECT, INSERT ON week_log_total TO alongside_app;
GRANT SELECT (organization_id, peer_id), DELETE ON week_log_total TO alongside_definer;

CREATE TABLE weekly_check_in (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  peer_id uuid NOT NULL,
  week_start date NOT NULL,
  week_felt smallint,
  energy smallint,
  rest smallint,
  signs text[] NOT NULL DEFAULT '{}'::text[],
  self_care text[] NOT NULL DEFAULT '{}'::text[],
  tags text[] NOT NULL DEFAULT '{}'::text[],
  line text,
  instrument_version integer NOT NULL,
  idempotency_key uuid NOT NULL,
  body_hash bytea NOT NULL,
  submitted_at timestamptz NOT NULL,
  as_peer boolean NOT NULL DEFAULT true,
  went_well text,
  CONSTRAINT weekly_check_in_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT weekly_check_in_organization_id_id_peer_id_key UNIQUE (organization_id, id, peer_id),
  CONSTRAINT weekly_check_in_organization_id_peer_id_idempotency_key_key UNIQUE (
    organization_id, peer_id, idempotency_key),
  CONSTRAINT weekly_check_in_organization_id_peer_id_week_start_key UNIQUE (
    organization_id, peer_id, week_start),
  CONSTRAINT weekly_check_in_organization_id_peer_id_fkey FOREIGN KEY (organization_id, peer_id)
    REFERENCES membership(organization_id, id),
  CONSTRAINT weekly_check_in_body_hash_length CHECK (octet_length(body_hash) = 32),
  CONSTRAINT weekly_check_in_energy_range CHECK (energy >= 1 AND energy <= 5),
  CONSTRAINT weekly_check_in_line_length CHECK (char_length(line) >= 1 AND char_length(line) <= 500),
  CONSTRAINT weekly_check_in_rest_range CHECK (rest >= 1 AND rest <= 5),
  CONSTRAINT weekly_check_in_self_care_known CHECK (
    self_care <@ ARRAY[
        'SLEEP', 'EATING_WELL', 'MOVEMENT', 'RELAXATION', 'WASHING_THE_DAY_OFF', 'FRIENDS_AND_FAMILY',
          'RITUAL', 'SHARED_WITH_COWORKERS', 'SPIRITUAL_PRACTICE', 'CONNECTING_WITH_COLLEAGUES', 'TIME_AWAY']
      AND cardinality(self_care) <= 11),
  CONSTRAINT weekly_check_in_signs_known CHECK (
    signs <@ ARRAY[
        'ANGER', 'EXHAUSTION', 'NO_JOY', 'NEED_TO_BLAME', 'STOMACH_PAIN', 'LOW_SELF_ESTEEM', 'OFTEN_LATE',
          'HIGH_SELF_EXPECTATIONS', 'LACK_OF_SLEEP', 'FEELING_LOW', 'HOPELESSNESS', 'OVERWORKING',
          'FEELING_OF_FAILURE', 'IRRITABILITY', 'FREQUENT_HEADACHES']
      AND cardinality(signs) <= 15),
  CONSTRAINT weekly_check_in_tags_known CHECK (
    tags <@ ARRAY[
        'JAIL_VISIT', 'COURT', 'OUT_WITH_OFFICERS', 'OVERDOSE_DEATH', 'CRISIS', 'SOMEBODY_FROM_THE_PAST',
          'OLD_MEMORIES', 'CRITICISM_FROM_CLOSE_ONES', 'GOOD_NEWS']
      AND cardinality(tags) <= 9),
  CONSTRAINT weekly_check_in_week_felt_range CHECK (week_felt >= 1 AND week_felt <= 5),
  CONSTRAINT weekly_check_in_week_starts_on_monday CHECK (EXTRACT(isodow FROM week_start) = 1::numeric),
  CONSTRAINT weekly_check_in_went_well_length CHECK (
    char_length(went_well) >= 1 AND char_length(went_well) <= 500)
);
ALTER TABLE weekly_check_in ENABLE ROW LEVEL SECURITY;
ALTER TABLE weekly_check_in FORCE ROW LEVEL SECURITY;
CREATE POLICY locked_until_opened ON weekly_check_in AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (
    (SELECT access.check_ins_locked_before()) IS NULL
      OR submitted_at > (SELECT access.check_ins_locked_before()));
CREATE POLICY tenant_isolation ON weekly_check_in AS RESTRICTIVE TO alongside_app
  USING (organization_id = (SELECT access.organization_id()))
  WITH CHECK (organization_id = (SELECT access.organization_id()));
CREATE POLICY unlocked_on_shared_device ON weekly_check_in AS RESTRICTIVE FOR SELECT TO alongside_app
  USING (SELECT access.is_unlocked());
CREATE POLICY definer_erases ON weekly_check_in FOR DELETE TO alongside_definer
  USING (true);
CREATE POLICY definer_finds ON weekly_check_in FOR SELECT TO alongside_definer
  USING (true);
CREATE POLICY peer_adds ON weekly_check_in FOR INSERT TO alongside_app
  WITH CHECK (
    peer_id = (SELECT access.membership_id())
      AND ((SELECT access.has_role('PEER')) OR (SELECT access.has_role('SUPERVISOR')))
      AND as_peer = (SELECT access.has_role('PEER'))
      AND week_start > ((SELECT access.today() - 14))
      AND week_start <= (SELECT access.today()));
CREATE POLICY peer_reads ON weekly_check_in FOR SELECT TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      AND ((SELECT access.has_role('PEER')) OR (SELECT access.has_role('SUPERVISOR')))
      AND (week_start > ((SELECT access.today() - 14)) OR (SELECT access.password_confirmed())));
CREATE POLICY peer_updates ON weekly_check_in FOR UPDATE TO alongside_app
  USING (
    peer_id = (SELECT access.membership_id())
      AND ((SELECT access.has_role('PEER')) OR (SELECT access.has_role('SUPERVISOR')))
      AND week_start > ((SELECT access.today() - 14)));
GRANT SELECT, INSERT,
    UPDATE (
      week_felt, energy, rest, signs, self_care, tags, line, instrument_version, idempotency_key, body_hash,
        submitted_at, went_well)
  ON weekly_check_in TO alongside_app;
GRANT SELECT, SELECT (organization_id, peer_id, week_start, week_felt, energy, rest, signs, submitted_at),
    DELETE
  ON weekly_check_in TO alongside_definer;

-- Views -----------------------------------------------------------------------------------------------

CREATE VIEW certification_facts WITH (security_invoker=true) AS
  SELECT organization_id, id AS certification_id, peer_id, credential_id, number, issued_on, expires_on,
      birth_month_day, conditions_held, conditions_not_held, chosen_cycle_months, exam_year,
      COALESCE(
        (
            SELECT json_agg(
                json_build_object('startsOn', t.starts_on, 'expiresOn', t.expires_on)
                  ORDER BY t.starts_on, t.id) AS json_agg
              FROM current_certification_term t
              WHERE t.organization_id = c.organization_id
                AND t.certification_id = c.id
                AND t.expires_on < c.expires_on),
          '[]'::json) AS earlier_terms,
      (
        SELECT t.starts_on
          FROM current_certification_term t
          WHERE t.organization_id = c.organization_id
            AND t.certification_id = c.id
            AND t.expires_on = c.expires_on) AS term_starts_on,
      COALESCE(
        (
            SELECT json_agg(
                json_build_object('status', p.status, 'startsOn', p.starts_on, 'endsOn', p.ends_on)
                  ORDER BY p.starts_on, p.id) AS json_agg
              FROM board_status_period p
              WHERE p.organization_id = c.organization_id
                AND p.certification_id = c.id
                AND p.voided_at IS NULL),
          '[]'::json) AS status_periods,
      COALESCE(
        (
            SELECT json_agg(h.credit ORDER BY h.held_on, h.activity_id) AS json_agg
              FROM course_credit h
              WHERE h.organization_id = c.organization_id AND h.peer_id = c.peer_id AND h.voided_at IS NULL),
          '[]'::json) AS credits,
      COALESCE(
        (
            SELECT json_agg(
                json_build_object(
                    'heldOn', t.held_on, 'minutes', t.minutes, 'isCoReflection', s.format = 'CO_REFLECTION')
                  ORDER BY t.held_on, t.session_id) AS json_agg
              FROM session_attendance t
              JOIN supervision_session s ON s.organization_id = t.organization_id AND s.id = t.session_id
              WHERE t.organization_id = c.organization_id
                AND t.peer_id = c.peer_id
                AND s.status = 'HELD'
                AND s.voided_at IS NULL),
          '[]'::json) AS sessions,
      (
        SELECT json_agg(
            json_build_object('from', w.starts_on, 'on', w.ends_on, 'hours', w.hours)
              ORDER BY w.ends_on, w.id) AS json_agg
          FROM service_hours w
          WHERE w.organization_id = c.organization_id AND w.peer_id = c.peer_id AND w.voided_at IS NULL) AS service_hours,
      ARRAY(
        SELECT other.credential_id
          FROM certification other
          WHERE other.organization_id = c.organization_id
            AND other.peer_id = c.peer_id
            AND other.id <> c.id
            AND other.voided_at IS NULL
          ORDER BY other.credential_id) AS held_with,
      COALESCE(
        (
            SELECT json_agg(
                json_build_object(
                    'id', v.id, 'number', v.number, 'effectiveFrom', v.effective_from, 'effectiveTo',
                      v.effective_to, 'rule', v.rule, 'reason', v.reason, 'isWithdrawn', w.id IS NOT NULL,
                      'countsUntil', w.counts_until)
                  ORDER BY v.number) AS json_agg
              FROM renewal_rule_version v
              LEFT JOIN current_renewal_rule_end w ON w.organization_id = v.organization_id
                AND w.version_id = v.id
              WHERE v.organization_id = c.organization_id AND v.credential_id = c.credential_id),
          '[]'::json) AS custom_rules,
      (
        SELECT json_build_object(
            'name', n.name, 'abbreviation', n.abbreviation, 'certifyingBody', n.certifying_body, 'state',
              n.state) AS json_build_object
          FROM custom_credential n
          WHERE n.organization_id = c.organization_id AND ('custom-' || n.id) = c.credential_id) AS custom_credential,
      title,
      COALESCE(
        (
            SELECT json_agg(
                json_build_object(
                    'certificationId', other.id, 'credentialId', other.credential_id, 'title', other.title,
                      'certification',
                      json_build_object(
                        'issuedOn', other.issued_on, 'expiresOn', other.expires_on, 'birthday',
                          other.birth_month_day, 'chosenCycleMonths', other.chosen_cycle_months, 'examYear',
                          other.exam_year, 'termStartsOn',
                          (
                            SELECT t.starts_on
                              FROM current_certification_term t
                              WHERE t.organization_id = other.organization_id
                                AND t.certification_id = other.id
                                AND t.expires_on = other.expires_on),
                          'earlierTerms',
                          COALESCE(
                            (
                                SELECT json_agg(
                                    json_build_object('startsOn', t.starts_on, 'expiresOn', t.expires_on)
                                      ORDER BY t.starts_on, t.id) AS json_agg
                                  FROM current_certification_term t
                                  WHERE t.organization_id = other.organization_id
                                    AND t.certification_id = other.id
                                    AND t.expires_on < other.expires_on),
                              '[]'::json)))
                  ORDER BY other.id) AS json_agg
              FROM certification other
              WHERE other.organization_id = c.organization_id
                AND other.peer_id = c.peer_id
                AND other.id <> c.id
                AND access.certification_ends_on(other.*) = other.expires_on),
          '[]'::json) AS held_together,
      COALESCE(
        (
            SELECT json_agg(
                json_build_object(
                    'question', e.question, 'answer', COALESCE(to_json(e.held), to_json(e.months)),
                      'endsOn', e.ends_on)
                  ORDER BY e.revision, e.question) AS json_agg
              FROM earlier_holder_answer e
              WHERE e.organization_id = c.organization_id
                AND e.certification_id = c.id
                AND e.ends_on IS NOT NULL),
          '[]'::json) AS earlier_answers,
      voided_at
    FROM certification c;
GRANT SELECT ON certification_facts TO alongside_app;
GRANT SELECT ON certification_facts TO alongside_definer;

CREATE VIEW course_credit WITH (security_invoker=true) AS
  SELECT h.organization_id, h.peer_id, h.activity_id, a.held_on, a.recorded_at, h.voided_at,
      json_build_object(
        'id', h.activity_id, 'startsOn', a.starts_on, 'heldOn', a.held_on, 'hours', h.hours, 'categories',
            h.categories, 'unit', a.credit_unit, 'deliveryMode', a.delivery_mode, 'earnedBy', a.earned_by,
            'sponsor', a.provider, 'approvedBy', CASE
          WHEN a.approved_by IS NULL
            AND a.approved IS FALSE THEN '[]'::json ELSE to_json(a.approved_by) END, 'contents', a.contents,
              'onlyFor', h.only_for, 'programme', lower(concat_ws(' / ', a.title, a.provider)),
              'awaitsReview', a.origin = 'ENTERED_BY_HOLDER'
            AND NOT (
              EXISTS (
                SELECT
                  FROM course_review r
                  WHERE r.organization_id = h.organization_id
                    AND r.activity_id = h.activity_id
                    AND r.peer_id = h.peer_id))) AS credit
    FROM ce_credit h
    JOIN ce_activity a ON a.organization_id = h.organization_id AND a.id = h.activity_id;
GRANT SELECT ON course_credit TO alongside_app;
GRANT SELECT ON course_credit TO alongside_definer;

CREATE VIEW current_certification_term WITH (security_invoker=true) AS
  SELECT organization_id, id, certification_id, peer_id, starts_on, expires_on, recorded_by, recorded_at
    FROM certification_term t
    WHERE voided_at IS NULL
      AND NOT (
        EXISTS (
          SELECT
            FROM certification_term c
            WHERE c.organization_id = t.organization_id AND c.corrects = t.id AND c.voided_at IS NULL));
GRANT SELECT ON current_certification_term TO alongside_app;
GRANT SELECT ON current_certification_term TO alongside_definer;

CREATE VIEW current_renewal_rule_end WITH (security_invoker=true) AS
  SELECT organization_id, id, version_id, counts_until
    FROM renewal_rule_end w
    WHERE NOT is_undone
      AND NOT (
        EXISTS (
          SELECT
            FROM renewal_rule_end later
            WHERE later.organization_id = w.organization_id
              AND later.version_id = w.version_id
              AND later.number > w.number));
GRANT SELECT ON current_renewal_rule_end TO alongside_app;
GRANT SELECT ON current_renewal_rule_end TO alongside_definer;

-- Functions -------------------------------------------------------------------------------------------

CREATE FUNCTION access.accept_role_request(p_request_id uuid) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with accepted as (
    update role_request q set decided_by = access.membership_id(), decided_at = access.now(), is_accepted = true
      from membership m
     where q.organization_id = access.organization_id() and q.id = p_request_id and q.decided_at is null
       and q.expires_at > access.now() and q.member_id <> access.membership_id()
       and (access.has_role('ADMIN') or access.has_role('AUDITOR'))
       and m.organization_id = q.organization_id and m.id = q.member_id and m.revision = q.member_revision
       and m.disabled_at is null
    returning q.organization_id, q.member_id, q.roles),
  changed as (
    update membership m set roles = a.roles, revision = m.revision + 1
      from accepted a where m.organization_id = a.organization_id and m.id = a.member_id
    returning m.id)
  select count(*)::integer from changed
$$;
ALTER FUNCTION access.accept_role_request(uuid) OWNER TO alongside_definer;

CREATE FUNCTION access.accept_supportive_relationship(p_relationship_id uuid) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with accepted as (
    update supervision_relationship r
       set accepted_at = access.now(), starts_on = greatest(r.starts_on, access.today())
     where r.organization_id = access.organization_id() and r.id = p_relationship_id and r.type = 'SUPPORTIVE'
       and r.peer_id = access.membership_id() and r.accepted_at is null
       and (r.ends_on is null or r.ends_on >= access.today())
    returning r.id)
  select count(*)::integer from accepted
$$;
ALTER FUNCTION access.accept_supportive_relationship(uuid) OWNER TO alongside_definer;

CREATE FUNCTION access.account_id() RETURNS uuid
  LANGUAGE sql STABLE
AS $$ select nullif(current_setting('app.account_id', true), '')::uuid $$;

CREATE FUNCTION access.amendment_hash(p_organization_id uuid, p_session_id uuid) RETURNS bytea
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select sha256(convert_to(concat_ws(E'\n', 'alongside amendment 1', 'amends ' || m.amends_id,
           'session ' || m.session_id, 'by ' || m.supervisor_id, 'reason ' || m.reason,
           'at ' || to_char(m.amended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
           'line ' || encode(sha256(convert_to(coalesce(m.line, ''), 'UTF8')), 'hex'),
           'record ' || encode(sha256(convert_to(coalesce(
             access.session_record(m.organization_id, m.session_id), ''), 'UTF8')), 'hex')), 'UTF8'))
    from session_amendment m
   where m.organization_id = p_organization_id and m.session_id = p_session_id
$$;

CREATE FUNCTION access.append_audit_entry(
    p_area text, p_action text, p_subject text, p_subject_id uuid, p_person_id uuid, p_facts jsonb)
  RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  if access.organization_id() is null then
    raise exception 'signed out' using errcode = 'AL401';
  end if;
  insert into audit_entry (organization_id, at, actor_id, area, action, subject, subject_id, person_id, facts)
  values (access.organization_id(), access.now(), access.membership_id(), p_area, p_action, p_subject, p_subject_id,
          p_person_id, coalesce(p_facts, '{}'));
end $$;
ALTER FUNCTION access.append_audit_entry(text,text,text,uuid,uuid,jsonb) OWNER TO alongside_definer;

CREATE FUNCTION access.append_to_record_chain(
    p_organization_id uuid, p_at timestamptz, p_kind text, p_session_id uuid, p_member_id uuid,
      p_content_hash bytea)
  RETURNS void
  LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  link record_chain;
begin
  perform pg_advisory_xact_lock(hashtextextended('record chain of ' || p_organization_id, 0));
  select p_organization_id, coalesce(max(c.link_number), 0) + 1, p_at, p_kind, p_session_id, p_member_id, p_content_hash
    into link.organization_id, link.link_number, link.at, link.kind, link.session_id, link.member_id, link.content_hash
    from record_chain c where c.organization_id = p_organization_id;
  link.previous_hash := coalesce((
    select c.hash from record_chain c
     where c.organization_id = p_organization_id and c.link_number = link.link_number - 1), sha256(''));
  link.hash := access.record_link_hash(link);
  insert into record_chain select link.*;
end $$;

CREATE FUNCTION access.apply_issue_day_correction() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  update certification c set issued_on = new.issued_on, revision = c.revision + 1
   where c.organization_id = new.organization_id and c.id = new.certification_id
     and c.issued_on = new.issued_on_before;
  if not found then
    raise check_violation using constraint = 'issue_day_correction_outdated';
  end if;
  insert into certification_term (organization_id, certification_id, peer_id, starts_on, expires_on, corrects,
                                  recorded_by, recorded_at)
  select t.organization_id, t.certification_id, t.peer_id, new.issued_on, t.expires_on, t.id, new.recorded_by,
         new.recorded_at
    from current_certification_term t
   where t.organization_id = new.organization_id and t.certification_id = new.certification_id
     and t.starts_on = new.issued_on_before;
  return null;
end $$;

CREATE FUNCTION access.audit_account_change() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  insert into audit_entry (organization_id, at, actor_id, area, action, subject, subject_id, person_id)
  select m.organization_id, coalesce(access.now(), now()),
         case when m.organization_id = access.organization_id() then access.membership_id() end, 'ACCOUNT',
         case when new.disabled_at is distinct from old.disabled_at then 'CHANGED' else 'PASSWORD_REPLACED' end,
         'account', new.id, m.id
    from membership m where m.account_id = new.id;
  return null;
end $$;
ALTER FUNCTION access.audit_account_change() OWNER TO alongside_definer;

CREATE FUNCTION access.audit_change() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  was jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end;
  becomes jsonb := case when tg_op = 'DELETE' then '{}'::jsonb else to_jsonb(new) end;
  recorded jsonb := case when tg_op = 'DELETE' then was else becomes end;
  facts jsonb;
begin
  select jsonb_object_agg(name, case tg_op
           when 'UPDATE' then jsonb_build_object('from', was -> name, 'to', becomes -> name) else recorded -> name end)
    into facts
    from unnest(string_to_array(tg_argv[2], ',')) name
   where tg_op <> 'UPDATE' and jsonb_typeof(recorded -> name) <> 'null'
      or tg_op = 'UPDATE' and was -> name is distinct from becomes -> name;
  if tg_op = 'UPDATE' and facts is null then
    return null;
  end if;
  insert into audit_entry (organization_id, at, actor_id, area, action, subject, subject_id, person_id, facts)
  values (coalesce(recorded ->> 'organization_id', recorded ->> 'id')::uuid, coalesce(access.now(), now()),
          access.membership_id(), tg_argv[0],
          case tg_op when 'INSERT' then 'ADDED' when 'UPDATE' then 'CHANGED' else 'REMOVED' end,
          tg_table_name, (recorded ->> 'id')::uuid, (recorded ->> nullif(tg_argv[1], ''))::uuid, coalesce(facts, '{}'));
  return null;
end $$;
ALTER FUNCTION access.audit_change() OWNER TO alongside_definer;

CREATE FUNCTION access.begin_role_agreement() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  perform from role_agreement g where g.organization_id = new.organization_id and g.id = new.agreement_id for update;
  update role_agreement g set in_force_from = greatest(g.starts_on, access.today())
   where g.organization_id = new.organization_id and g.id = new.agreement_id and g.withdrawn_at is null
     and g.in_force_from is null
     and (select count(*) from role_agreement_acceptance a
           where a.organization_id = g.organization_id and a.agreement_id = g.id) = 3;
  return null;
end $$;
ALTER FUNCTION access.begin_role_agreement() OWNER TO alongside_definer;

CREATE FUNCTION access.begin_session(
    p_account_id uuid, p_organization_id uuid, p_token_hash bytea, p_now timestamptz, p_user_agent text,
      p_address text, p_is_shared_device boolean)
  RETURNS TABLE(expires_at timestamptz)
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  insert into sign_in_session (organization_id, token_hash, account_id, membership_id, created_at, last_seen_at,
                               confirmed_at, user_agent, last_address, is_shared_device, expires_at, idle_minutes)
  select m.organization_id, p_token_hash, m.account_id, m.id, p_now, p_now, p_now, left(p_user_agent, 400), p_address,
         p_is_shared_device,
         p_now + case when not p_is_shared_device and m.roles = array['PEER'] then interval '30 days' else interval '12 hours' end,
         case when p_is_shared_device then 15 when m.roles = array['PEER'] then 7 * 24 * 60 when 'ADMIN' = any (m.roles) then 15 else 30 end
    from membership m
    join organization o on o.id = m.organization_id
    left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
   where m.account_id = p_account_id and m.disabled_at is null
     and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date
          or e.returns_on <= (p_now at time zone o.time_zone)::date)
     and (p_organization_id is null or m.organization_id = p_organization_id)
   order by (select max(s.created_at) from sign_in_session s
              where s.account_id = m.account_id and s.organization_id = m.organization_id
                and s.membership_id = m.id) desc nulls last, m.joined_on, m.id limit 1
  returning sign_in_session.expires_at
$$;
ALTER FUNCTION access.begin_session(
  uuid,uuid,bytea,timestamptz,text,text,boolean) OWNER TO alongside_definer;

CREATE FUNCTION access.cancel_planned_after_end() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  with withdrawn as (
    update planned_attendance a set withdrawn_at = coalesce(access.now(), now())
      from planned_session p
     where a.organization_id = new.organization_id and a.supervisor_id = new.supervisor_id
       and a.peer_id = new.peer_id and a.type = new.type and a.withdrawn_at is null
       and p.organization_id = a.organization_id and p.id = a.planned_session_id
       and p.status = 'SCHEDULED' and p.starts_on > new.ends_on
       and not exists (
         select from supervision_relationship r
          where r.organization_id = a.organization_id and r.supervisor_id = a.supervisor_id
            and r.peer_id = a.peer_id and r.type = a.type and r.accepted_at is not null
            and r.starts_on <= p.starts_on and (r.ends_on is null or r.ends_on >= p.starts_on))
    returning a.planned_session_id, a.peer_id, a.type)
  update planned_session p
     set status = 'CANCELLED', reason = 'SUPERVISION_ENDED', revision = p.revision + 1,
         changed_by = access.membership_id(), changed_at = coalesce(access.now(), now())
   where p.organization_id = new.organization_id and p.status = 'SCHEDULED'
     and p.id in (select w.planned_session_id from withdrawn w)
     and not exists (
       select from planned_attendance a
        where a.organization_id = p.organization_id and a.planned_session_id = p.id and a.withdrawn_at is null
          and not exists (select from withdrawn w where w.planned_session_id = a.planned_session_id
                             and w.peer_id = a.peer_id and w.type = a.type));
  return null;
end $$;
ALTER FUNCTION access.cancel_planned_after_end() OWNER TO alongside_definer;

CREATE FUNCTION access.certification_ends_on(certification) RETURNS date
  LANGUAGE sql STABLE
AS $$
  select least(case when $1.voided_at is not null then '-infinity'::date end, $1.expires_on, 'infinity', (
    select min(p.starts_on) from board_status_period p
     where p.organization_id = $1.organization_id and p.certification_id = $1.id
       and p.status = 'REVOKED' and p.ends_on is null and p.voided_at is null))
$$;

CREATE FUNCTION access.certifications_to_assess(
    p_now timestamptz, p_assessed_by text, p_organization_id uuid, p_limit integer)
  RETURNS TABLE(facts_version bigint, today date, facts jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with day as materialized (
    select o.id as organization_id, (p_now at time zone o.time_zone)::date as today from organization o
     where access.organization_id() is null and (p_organization_id is null or o.id = p_organization_id)),
  stale as materialized (
    select j.organization_id, j.certification_id, j.facts_version, day.today
      from day
      join certification_assessment j on j.organization_id = day.organization_id
      join membership m on m.organization_id = j.organization_id and m.id = j.peer_id and m.disabled_at is null
     where j.assessed_version is distinct from j.facts_version or j.assessed_by is distinct from p_assessed_by
        or j.reassess_on <= day.today or j.assessed_on > day.today
     limit p_limit)
  select s.facts_version, s.today, to_jsonb(f)
    from stale s
    join certification_facts f
      on f.organization_id = s.organization_id and f.certification_id = s.certification_id
$$;
ALTER FUNCTION access.certifications_to_assess(timestamptz,text,uuid,integer) OWNER TO alongside_definer;

CREATE FUNCTION access.chain_amendment() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  perform access.append_to_record_chain(new.organization_id, new.amended_at, 'AMENDMENT', new.session_id,
    new.supervisor_id, access.amendment_hash(new.organization_id, new.session_id));
  return null;
end $$;
ALTER FUNCTION access.chain_amendment() OWNER TO alongside_definer;

CREATE FUNCTION access.chain_signature() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  if exists (select from supervision_session s
              where s.organization_id = new.organization_id and s.id = new.session_id and s.voided_at is not null
                -- What is loaded as of a past day may have been voided since.
                and not (access.organization_id() is null and s.voided_at > new.signed_at)) then
    raise check_violation using constraint = 'session_signature_of_what_counts';
  end if;
  if (new.kind = 'COMMENTED') <> (
    exists (select from administrative_comment c
          where c.organization_id = new.organization_id and c.session_id = new.session_id and c.peer_id = new.peer_id) or exists (select from educational_comment c
          where c.organization_id = new.organization_id and c.session_id = new.session_id and c.peer_id = new.peer_id) or exists (select from supportive_comment c
          where c.organization_id = new.organization_id and c.session_id = new.session_id and c.peer_id = new.peer_id)) then
    raise check_violation using constraint = 'session_signature_says_that_it_comments';
  end if;
  perform access.append_to_record_chain(new.organization_id, new.signed_at, 'SIGNATURE', new.session_id, new.signer_id,
    access.signature_hash(new.organization_id, new.session_id, new.signer_id));
  return null;
end $$;
ALTER FUNCTION access.chain_signature() OWNER TO alongside_definer;

CREATE FUNCTION access.change_own_password(
    p_token_hash bytea, p_new_token_hash bytea, p_known_hash text, p_password_hash text)
  RETURNS TABLE(expires_at timestamptz, ended integer, revoked integer)
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  update account a set password_hash = p_password_hash
   where a.id = access.account_id() and a.password_hash = p_known_hash
     and exists (select from sign_in_session s
                  where s.token_hash = p_token_hash and s.account_id = a.id and s.ended_at is null);
  if not found then
    return;
  end if;
  update sign_in_session s set ended_at = access.now()
   where s.account_id = access.account_id() and s.ended_at is null and s.token_hash <> p_token_hash
     and s.expires_at > access.now();
  get diagnostics ended = row_count;
  revoked := access.revoke_tokens_of(access.account_id(), access.now());
  update sign_in_session s set token_hash = p_new_token_hash, confirmed_at = access.now()
   where s.token_hash = p_token_hash returning s.expires_at into change_own_password.expires_at;
  return next;
end $$;
ALTER FUNCTION access.change_own_password(bytea,bytea,text,text) OWNER TO alongside_definer;

CREATE FUNCTION access.check_in_answers(
    p_organization uuid, p_starts date, p_ends date, p_until timestamptz)
  RETURNS SETOF access.crowd_value
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with answered as (
    select r.member_id, r.team_id, c.week_felt, c.energy, c.rest, c.signs
      from crowd_roster r
      join weekly_check_in c on c.organization_id = r.organization_id and c.peer_id = r.member_id
     where r.organization_id = p_organization and r.subject = 'CHECK_IN' and r.starts_on = p_starts
       and c.week_start between p_starts and p_ends and c.submitted_at < p_until)
  select a.member_id, a.team_id, m.measure, false,
         percentile_cont(0.5) within group (order by m.value)::numeric
    from answered a
    cross join lateral (values ('WEEK_FELT', a.week_felt), ('ENERGY', a.energy), ('REST', a.rest)) m (measure, value)
   where m.value is not null group by 1, 2, 3
  union all
  select a.member_id, a.team_id, s.sign, true,
         percentile_cont(0.5) within group (order by (s.sign = any (a.signs))::integer)::numeric
    from answered a
    cross join unnest(array[
      'ANGER', 'EXHAUSTION', 'NO_JOY', 'NEED_TO_BLAME', 'STOMACH_PAIN', 'LOW_SELF_ESTEEM', 'OFTEN_LATE',
      'HIGH_SELF_EXPECTATIONS', 'LACK_OF_SLEEP', 'FEELING_LOW', 'HOPELESSNESS', 'OVERWORKING',
      'FEELING_OF_FAILURE', 'IRRITABILITY', 'FREQUENT_HEADACHES']) s (sign)
   group by 1, 2, 3
$$;

CREATE FUNCTION access.check_ins_locked_before() RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select max(l.locked_before) from check_in_lock l where l.account_id = access.account_id() and l.opened_at is null
$$;
ALTER FUNCTION access.check_ins_locked_before() OWNER TO alongside_definer;

CREATE FUNCTION access.check_record_chain()
  RETURNS TABLE(links bigint, last_hash bytea, first_broken bigint, broken_at timestamptz, problem text)
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with placed as (
    select c, row_number() over own as place, lag(c.hash) over own as before
      from record_chain c
     where c.organization_id = access.organization_id()
       and (access.has_role('AUDITOR') or access.has_role('MANAGER'))
    window own as (order by c.link_number)),
  -- All sessions at once: one by one takes long.
  records as materialized (
    select l.session_id, sha256(convert_to(string_agg(l.line, E'\n' order by l.place, l.line collate "C"), 'UTF8')) as hash
      from access.session_record_lines(access.organization_id(), array(select distinct (c).session_id from placed)) l
     group by l.session_id),
  judged as (
    select (c).link_number, (c).at, (c).hash, case
             when (c).link_number <> place or (c).previous_hash <> coalesce(before, sha256('')) then 'LINK_MISSING'
             when (c).hash <> access.record_link_hash(c) then 'LINK_CHANGED'
             when (c).kind = 'AMENDMENT' and (c).content_hash is distinct from
                  access.amendment_hash((c).organization_id, (c).session_id) then 'AMENDMENT_CHANGED'
             when (c).kind = 'SIGNATURE' and (c).content_hash is distinct from
                  access.signature_hash((c).organization_id, (c).session_id, (c).member_id) then 'SIGNATURE_CHANGED'
             when (c).kind = 'SIGNATURE' and (
                  select x.record_hash from session_signature x
                   where x.organization_id = (c).organization_id and x.session_id = (c).session_id
                     and x.signer_id = (c).member_id) is distinct from r.hash then 'SESSION_CHANGED'
           end as problem
      from placed left join records r on r.session_id = (c).session_id),
  unchained as (
    select min(x.signed_at) as at from session_signature x
     where x.organization_id = access.organization_id()
       and (access.has_role('AUDITOR') or access.has_role('MANAGER')) and not exists (
         select from record_chain c
          where c.organization_id = x.organization_id and c.session_id = x.session_id and c.member_id = x.signer_id
            and c.kind = 'SIGNATURE'))
  select count(j.link_number), (array_agg(j.hash order by j.link_number desc))[1],
         min(j.link_number) filter (where j.problem is not null),
         coalesce((array_agg(j.at order by j.link_number) filter (where j.problem is not null))[1],
                  (select at from unchained)),
         coalesce((array_agg(j.problem order by j.link_number) filter (where j.problem is not null))[1],
                  case when (select at from unchained) is not null then 'LINK_MISSING' end)
    from judged j
$$;
ALTER FUNCTION access.check_record_chain() OWNER TO alongside_definer;

CREATE FUNCTION access.check_session_minutes() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  if new.minutes is distinct from (
    select sum(g.minutes) from session_segment g
     where g.organization_id = new.organization_id and g.session_id = new.id) then
    raise check_violation using constraint = 'session_segments_add_up';
  end if;
  return null;
end $$;

CREATE FUNCTION access.compared_worksheets() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
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
ALTER FUNCTION access.compared_worksheets() OWNER TO alongside_definer;

CREATE FUNCTION access.confirm_session(p_token_hash bytea, p_new_token_hash bytea, p_now timestamptz)
  RETURNS TABLE(expires_at timestamptz)
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  update sign_in_session s set confirmed_at = p_now, last_seen_at = p_now, token_hash = p_new_token_hash
   where s.token_hash = p_token_hash and s.ended_at is null
  returning s.expires_at
$$;
ALTER FUNCTION access.confirm_session(bytea,bytea,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.copy_first_course() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  new.version_of := (select a.version_of from ce_activity a
                      where a.organization_id = new.organization_id and a.id = new.activity_id);
  return new;
end $$;

CREATE FUNCTION access.copy_latest_caseload_count() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  update placement p
     set caseload_size = (
       select c.people from caseload_count c
        where c.organization_id = new.organization_id and c.placement_id = new.placement_id
        order by c.counted_on desc limit 1)
   where p.organization_id = new.organization_id and p.id = new.placement_id;
  return null;
end $$;

CREATE FUNCTION access.core_value_answers(p_organization uuid, p_starts date, p_until timestamptz)
  RETURNS SETOF access.crowd_value
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select r.member_id, r.team_id, v.measure, false, v.answer::numeric
    from crowd_roster r
    join core_value_reflection c on c.organization_id = r.organization_id and c.member_id = r.member_id
     and c.starts_on = r.starts_on
    cross join unnest(c.answers, array[
      'VOLUNTARY', 'HOPEFUL', 'OPEN_MINDED', 'EMPATHETIC', 'RESPECTFUL', 'FACILITATING_CHANGE',
      'HONEST_AND_DIRECT', 'MUTUAL', 'SHARED_POWER', 'STRENGTHS_FOCUSED', 'TRANSPARENT', 'PERSON_DRIVEN'])
      v (answer, measure)
   where r.organization_id = p_organization and r.subject = 'CORE_VALUES' and r.starts_on = p_starts
     and v.answer is not null and c.saved_at < p_until
$$;

CREATE FUNCTION access.count_attempt(
    p_bucket text, p_now timestamptz, p_window interval, p_allowed integer)
  RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  oldest timestamptz;
  counted integer;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_bucket, 0));
  delete from sign_in_attempt where bucket = p_bucket and at <= p_now - p_window;
  -- Old attempts on other addresses are deleted too, a few at a time: invented addresses must not fill the table.
  delete from sign_in_attempt old using (
    select bucket, at, id from sign_in_attempt where at < p_now - interval '2 days' limit 50 for update skip locked) gone
   where old.bucket = gone.bucket and old.at = gone.at and old.id = gone.id;
  select count(*), min(at) into counted, oldest from sign_in_attempt where bucket = p_bucket;
  if counted >= p_allowed then
    return greatest(1, ceil(extract(epoch from oldest + p_window - p_now)))::integer;
  end if;
  insert into sign_in_attempt (bucket, at) values (p_bucket, p_now);
  return 0;
end $$;
ALTER FUNCTION access.count_attempt(text,timestamptz,interval,integer) OWNER TO alongside_definer;

CREATE FUNCTION access.count_token_request(
    p_token_hash bytea, p_now timestamptz, p_window interval, p_allowed integer)
  RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  used record;
begin
  update api_token t
     set counted = case when t.counted_from > p_now - p_window then t.counted + 1 else 1 end,
         counted_from = case when t.counted_from > p_now - p_window then t.counted_from else p_now end
   where t.token_hash = p_token_hash and t.revoked_at is null and t.expires_at > p_now
  returning t.counted, t.counted_from into used;
  if not found then
    return null;
  end if;
  return case when used.counted <= p_allowed then 0
              else greatest(1, ceil(extract(epoch from used.counted_from + p_window - p_now)))::integer end;
end $$;
ALTER FUNCTION access.count_token_request(bytea,timestamptz,interval,integer) OWNER TO alongside_definer;

CREATE FUNCTION access.create_leaver_pass(p_account_id uuid, p_token_hash bytea, p_now timestamptz)
  RETURNS TABLE(
    organization_name text, last_day date, data_until date, expires_at timestamptz, erased_at timestamptz)
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with gone as (
    select m.organization_id, m.id, o.name, e.leaves_on,
           e.leaves_on + access.days_after_leaving() as until, (p_now at time zone o.time_zone)::date as today
      from membership m
      join organization o on o.id = m.organization_id
      join employment e on e.organization_id = m.organization_id and e.member_id = m.id
     where m.account_id = p_account_id and m.disabled_at is null
       and e.leaves_on < (p_now at time zone o.time_zone)::date
       and (e.returns_on is null or e.returns_on > (p_now at time zone o.time_zone)::date)
     order by e.leaves_on desc, m.organization_id limit 1),
  forgotten as (delete from leaver_pass p where p.expires_at <= p_now),
  given as (
    insert into leaver_pass (organization_id, member_id, token_hash, expires_at)
    select g.organization_id, g.id, p_token_hash, p_now + interval '30 minutes' from gone g where g.today <= g.until
    returning leaver_pass.expires_at)
  select g.name, g.leaves_on, g.until, given.expires_at, x.erased_at
    from gone g
    left join given on true
    left join erasure x on x.organization_id = g.organization_id and x.member_id = g.id and x.left_on = g.leaves_on
$$;
ALTER FUNCTION access.create_leaver_pass(uuid,bytea,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.create_organization(
    p_name text, p_kind text, p_home_state text, p_time_zone text, p_locale text, p_email text,
      p_display_name text, p_token_hash bytea, p_now timestamptz, p_expires_at timestamptz)
  RETURNS TABLE(organization_id uuid)
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with made as (
    insert into organization (name, kind, home_state, time_zone, locale)
    values (p_name, p_kind, p_home_state, p_time_zone, p_locale) returning id)
  insert into invitation (organization_id, email, display_name, roles, token_hash, created_at, expires_at)
  select id, p_email, p_display_name, array['ADMIN'], p_token_hash, p_now, p_expires_at from made
  returning invitation.organization_id
$$;
ALTER FUNCTION access.create_organization(
  text,text,text,text,text,text,text,bytea,timestamptz,timestamptz) OWNER TO alongside_definer;
REVOKE
  EXECUTE ON FUNCTION access.create_organization(
      text,text,text,text,text,text,text,bytea,timestamptz,timestamptz)
    FROM PUBLIC;

CREATE FUNCTION access.crowd_blocks(p_teams uuid[], p_smallest integer) RETURNS uuid[]
  LANGUAGE plpgsql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  alone uuid[];
  sizes bigint[];
  pooled bigint;
begin
  select coalesce(array_agg(t.team order by t.size, t.team), '{}'), coalesce(array_agg(t.size order by t.size, t.team), '{}')
    into alone, sizes
    from (select u.team, count(*) as size from unnest(p_teams) u (team) where u.team is not null
           group by u.team having count(*) >= p_smallest) t;
  pooled := cardinality(p_teams) - coalesce((select sum(s) from unnest(sizes) s), 0);
  while pooled between 1 and p_smallest - 1 loop
    if cardinality(alone) = 0 then
      return null;
    end if;
    pooled := pooled + sizes[1];
    alone := alone[2:];
    sizes := sizes[2:];
  end loop;
  return case when cardinality(p_teams) = 0 then null else alone end;
end $$;

CREATE FUNCTION access.days_after_leaving() RETURNS integer
  LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$ select 30 $$;

CREATE FUNCTION access.delete_own_check_ins(p_weeks date[]) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
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
ALTER FUNCTION access.delete_own_check_ins(date[]) OWNER TO alongside_definer;

CREATE FUNCTION access.demo_sign_ins()
  RETURNS TABLE(email text, display_name text, organization_name text, roles text[])
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select a.email, m.display_name, o.name, m.roles
    from organization o
    join membership m on m.organization_id = o.id
    join account a on a.id = m.account_id
   where o.is_demo order by count(*) over (partition by o.id) desc, m.joined_on, m.display_name limit 60
$$;
ALTER FUNCTION access.demo_sign_ins() OWNER TO alongside_definer;

CREATE FUNCTION access.discount_attempts(p_buckets text[], p_at timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  delete from sign_in_attempt taken
   using unnest(p_buckets) counted (bucket),
         lateral (select a.at, a.id from sign_in_attempt a where a.bucket = counted.bucket and a.at = p_at
                   order by a.id limit 1 for update skip locked) one
   where taken.bucket = counted.bucket and taken.at = one.at and taken.id = one.id
$$;
ALTER FUNCTION access.discount_attempts(text[],timestamptz) OWNER TO alongside_definer;

CREATE PROCEDURE access.enable_tenant_rls(IN table_name regclass)
  LANGUAGE plpgsql
AS $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format(
    'create policy tenant_isolation on %s as restrictive to alongside_app
       using (organization_id = (select access.organization_id()))
       with check (organization_id = (select access.organization_id()))', table_name);
end $$;
REVOKE EXECUTE ON PROCEDURE access.enable_tenant_rls(regclass) FROM PUBLIC;

CREATE FUNCTION access.end_every_session(p_token_hash bytea, p_now timestamptz)
  RETURNS TABLE(ended integer, revoked integer)
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  account uuid := (
    select s.account_id from sign_in_session s where s.token_hash = p_token_hash and s.ended_at is null);
begin
  update sign_in_session s set ended_at = p_now
   where s.account_id = account and s.ended_at is null and s.expires_at > p_now;
  get diagnostics ended = row_count;
  revoked := access.revoke_tokens_of(account, p_now);
  return next;
end $$;
ALTER FUNCTION access.end_every_session(bytea,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.end_own_session(p_id uuid) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with ended as (
    update sign_in_session s set ended_at = access.now()
     where s.account_id = access.account_id() and s.id = p_id and s.ended_at is null
    returning s.id)
  select count(*)::integer from ended
$$;
ALTER FUNCTION access.end_own_session(uuid) OWNER TO alongside_definer;

CREATE FUNCTION access.end_session(p_token_hash bytea, p_now timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  update sign_in_session set ended_at = p_now where token_hash = p_token_hash and ended_at is null
$$;
ALTER FUNCTION access.end_session(bytea,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.end_sessions_on_role_change() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  if new.disabled_at is not null and old.disabled_at is null or not new.roles <@ old.roles then
    update sign_in_session s set ended_at = coalesce(access.now(), now())
     where s.organization_id = new.organization_id and s.membership_id = new.id and s.ended_at is null;
  end if;
  return null;
end $$;
ALTER FUNCTION access.end_sessions_on_role_change() OWNER TO alongside_definer;

CREATE FUNCTION access.enforce_placement_limits() RETURNS trigger
  LANGUAGE plpgsql
AS $$
declare
  -- Half open, so that the range of a placement that never took place is empty.
  days daterange := daterange(new.starts_on, new.ends_on + 1, '[)');
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'caseload_size' - 'is_participation_ordered' = to_jsonb(old) - 'caseload_size' - 'is_participation_ordered' then
      return null;
    elsif access.membership_id() is not null and not access.has_role('MANAGER') then
      raise insufficient_privilege using message = 'only a manager places';
    end if;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('placements of ' || new.peer_id, 0));
  if exists (
    select from placement p
     where p.organization_id = new.organization_id and p.peer_id = new.peer_id and p.id <> new.id
       and p.host_agency_id = new.host_agency_id and daterange(p.starts_on, p.ends_on + 1, '[)') && days) then
    raise check_violation using constraint = 'placement_overlaps';
  end if;
  -- The sum of the shares can only increase on the first day of a placement, so only first days are checked.
  if exists (
    select from (
      select new.starts_on as day where not isempty(days)
      union select p.starts_on from placement p
       where p.organization_id = new.organization_id and p.peer_id = new.peer_id and p.id <> new.id
         and days @> p.starts_on) first
     where new.full_time_share + (
       select coalesce(sum(p.full_time_share), 0) from placement p
        where p.organization_id = new.organization_id and p.peer_id = new.peer_id and p.id <> new.id
          and daterange(p.starts_on, p.ends_on + 1, '[)') @> first.day) > 1) then
    raise check_violation using constraint = 'placement_more_than_full_time';
  end if;
  return null;
end $$;

CREATE FUNCTION access.enforce_term_order() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  perform pg_advisory_xact_lock(hashtextextended('certifications of ' || new.peer_id, 0));
  if exists (
    select from current_certification_term a
      join current_certification_term b on b.organization_id = a.organization_id and b.certification_id = a.certification_id
     where a.organization_id = new.organization_id and a.certification_id = new.certification_id and a.id <> b.id
       and a.starts_on <= b.starts_on and a.expires_on >= b.expires_on) then
    raise check_violation using constraint = 'certification_term_overlaps';
  end if;
  update certification c set expires_on = latest.expires_on
    from (select max(t.expires_on) as expires_on from current_certification_term t
           where t.organization_id = new.organization_id and t.certification_id = new.certification_id) latest
   where c.organization_id = new.organization_id and c.id = new.certification_id
     and c.expires_on is distinct from latest.expires_on;
  return null;
end $$;

CREATE FUNCTION access.enter(
    p_token_hash bytea, p_now timestamptz, p_required_capabilities text[], p_address text,
      p_membership_id uuid DEFAULT NULL::uuid)
  RETURNS TABLE(
    account_id uuid, organization_id uuid, membership_id uuid, roles text[], host_agency_staff boolean,
      display_name text, organization_name text, time_zone text, today date, now timestamptz,
      password_confirmed boolean, password_confirmed_at timestamptz, api_token_id uuid,
      is_shared_device boolean)
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  found_session record;
  required text;
begin
  select s.id, s.account_id as account, s.organization_id as organization, s.membership_id as membership,
         s.last_seen_at, s.confirmed_at, s.is_shared_device as is_shared, m.roles as held_roles, m.host_agency_id is not null as host_staff,
         m.display_name as member_name, o.name as org_name, o.time_zone as zone,
         null::uuid as token, null::text[] as capabilities
    into found_session
    from sign_in_session s
    join membership m on m.organization_id = s.organization_id and m.id = s.membership_id
    join organization o on o.id = s.organization_id
    join account a on a.id = s.account_id
    left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
   where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > p_now
     and s.last_seen_at + make_interval(mins => s.idle_minutes) > p_now
     and m.disabled_at is null and a.disabled_at is null
     and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date
          or e.returns_on <= (p_now at time zone o.time_zone)::date);
  if not found then
    select t.id, null::uuid as account, t.organization_id as organization, null::uuid as membership,
           coalesce(t.last_used_at, t.made_at - interval '1 hour') as last_seen_at, null::timestamptz as confirmed_at,
           false as is_shared,
           array(select unnest(t.roles) intersect select unnest(m.roles)) as held_roles, false as host_staff,
           t.name as member_name, o.name as org_name, o.time_zone as zone, t.id as token, t.capabilities
      into found_session
      from api_token t
      join membership m on m.organization_id = t.organization_id and m.id = t.made_by
      join account a on a.id = m.account_id
      join organization o on o.id = t.organization_id
      left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
     where t.token_hash = p_token_hash and t.revoked_at is null and t.expires_at > p_now and m.disabled_at is null
       and a.disabled_at is null
       and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date
            or e.returns_on <= (p_now at time zone o.time_zone)::date);
    if not found then
      raise exception 'signed out' using errcode = 'AL401';
    end if;
  end if;
  -- The membership that the sender's page was drawn for. A token has none, and no page was drawn for it.
  if found_session.token is null and found_session.membership <> p_membership_id then
    raise exception 'another membership' using errcode = 'AL409';
  end if;
  -- On a shared device a confirmation does not last as long: somebody else may sit there next.
  password_confirmed := coalesce(found_session.confirmed_at > p_now - make_interval(
    mins => case when found_session.is_shared then 10 else 30 end), false);
  foreach required in array p_required_capabilities loop
    if not found_session.held_roles && string_to_array(split_part(required, ':', 2), ',')
       or found_session.token is not null
          and not coalesce(split_part(required, ':', 1) = any (found_session.capabilities), false) then
      raise exception 'not permitted' using errcode = 'AL403';
    end if;
    if split_part(required, ':', 3) = 'PRIVATE' and found_session.is_shared and not password_confirmed then
      raise exception 'password needed' using errcode = 'AL428';
    end if;
  end loop;
  if p_now - found_session.last_seen_at > interval '1 minute' then
    if found_session.token is null then
      update sign_in_session s set last_seen_at = p_now, last_address = coalesce(p_address, s.last_address)
       where s.organization_id = found_session.organization and s.id = found_session.id;
    else
      update api_token t set last_used_at = p_now
       where t.organization_id = found_session.organization and t.id = found_session.id;
    end if;
  end if;

  account_id := found_session.account;
  organization_id := found_session.organization;
  membership_id := found_session.membership;
  roles := found_session.held_roles;
  host_agency_staff := found_session.host_staff;
  display_name := found_session.member_name;
  organization_name := found_session.org_name;
  time_zone := found_session.zone;
  today := (p_now at time zone found_session.zone)::date;
  now := p_now;
  password_confirmed_at := found_session.confirmed_at;
  is_shared_device := found_session.is_shared;
  api_token_id := found_session.token;
  perform set_config('app.account_id', coalesce(account_id::text, ''), true),
          set_config('app.organization_id', organization_id::text, true),
          set_config('app.membership_id', coalesce(membership_id::text, ''), true),
          set_config('app.roles', roles::text, true),
          set_config('app.host_agency_staff', host_agency_staff::text, true),
          set_config('app.now', p_now::text, true),
          set_config('app.today', today::text, true),
          set_config('app.password_confirmed', password_confirmed::text, true),
          set_config('app.is_shared_device', is_shared_device::text, true);
  perform set_config('app.administrative_peers', coalesce(
            array_agg(r.peer_id) filter (where r.type = 'ADMINISTRATIVE'), '{}')::text, true),
          set_config('app.educational_peers', coalesce(
            array_agg(r.peer_id) filter (where r.type = 'EDUCATIONAL'), '{}')::text, true),
          set_config('app.supportive_peers', coalesce(
            array_agg(r.peer_id) filter (where r.type = 'SUPPORTIVE'), '{}')::text, true)
     from supervision_relationship r
    where r.organization_id = enter.organization_id and r.supervisor_id = enter.membership_id
      and 'SUPERVISOR' = any (found_session.held_roles) and r.accepted_at is not null and r.starts_on <= enter.today
      and (r.ends_on is null or r.ends_on >= enter.today);
  return next;
end $$;
ALTER FUNCTION access.enter(bytea,timestamptz,text[],text,uuid) OWNER TO alongside_definer;

CREATE FUNCTION access.enter_due_signal_check(p_now timestamptz)
  RETURNS TABLE(
    account_id uuid, organization_id uuid, membership_id uuid, roles text[], host_agency_staff boolean,
      display_name text, organization_name text, time_zone text, today date, now timestamptz,
      password_confirmed boolean, password_confirmed_at timestamptz, api_token_id uuid,
      is_shared_device boolean)
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  due record;
begin
  -- Not within what a request has entered: nobody becomes somebody else.
  if access.organization_id() is not null then
    return;
  end if;
  select m.organization_id as organization, m.id as member, m.account_id as account, m.display_name as name,
         o.name as org_name, o.time_zone as zone, (p_now at time zone o.time_zone)::date as day
    into due
    from membership m
    join organization o on o.id = m.organization_id
    left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
    left join drift_signal_check c on c.organization_id = m.organization_id and c.peer_id = m.id
   where 'PEER' = any (m.roles) and m.disabled_at is null and m.account_id is not null
     and (c.checked_at is null or c.checked_at <= p_now - interval '168 hours')
     and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date
          or e.returns_on <= (p_now at time zone o.time_zone)::date)
   order by c.checked_at nulls first, m.id
   limit 1
     for update of m skip locked;
  if not found then
    return;
  end if;
  insert into drift_signal_check as c (organization_id, peer_id, checked_at)
  values (due.organization, due.member, p_now)
  on conflict on constraint drift_signal_check_pkey do update set checked_at = excluded.checked_at;
  perform set_config('app.account_id', due.account::text, true),
          set_config('app.organization_id', due.organization::text, true),
          set_config('app.membership_id', due.member::text, true),
          -- As a peer and nothing else, whatever other roles that person has.
          set_config('app.roles', '{PEER}', true),
          set_config('app.host_agency_staff', 'false', true),
          set_config('app.now', p_now::text, true),
          set_config('app.today', due.day::text, true),
          set_config('app.password_confirmed', 'false', true),
          set_config('app.is_shared_device', 'false', true),
          set_config('app.administrative_peers', '{}', true),
          set_config('app.educational_peers', '{}', true),
          set_config('app.supportive_peers', '{}', true);
  return query select due.account::uuid, due.organization::uuid, due.member::uuid, array['PEER'], false,
                      due.name::text, due.org_name::text, due.zone::text, due.day::date, p_now, false,
                      null::timestamptz, null::uuid, false;
end $$;
ALTER FUNCTION access.enter_due_signal_check(timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.enter_with_calendar_feed(p_token_hash bytea, p_now timestamptz)
  RETURNS TABLE(
    organization_id uuid, membership_id uuid, roles text[], organization_name text, time_zone text,
      locale text, today date, shows_names boolean)
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  found_feed record;
begin
  select f.organization_id as organization, f.member_id as member, f.shows_names as names, m.account_id as account,
         m.roles as held_roles, m.host_agency_id is not null as host_staff, o.name as org_name, o.time_zone as zone,
         coalesce(p.locale, o.locale) as language, (p_now at time zone o.time_zone)::date as day
    into found_feed
    from calendar_feed f
    join membership m on m.organization_id = f.organization_id and m.id = f.member_id and m.disabled_at is null
    join organization o on o.id = f.organization_id
    join account a on a.id = m.account_id and a.disabled_at is null
    left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
    left join member_preference p on p.organization_id = f.organization_id and p.membership_id = f.member_id
   where f.token_hash = p_token_hash and f.revoked_at is null
     and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date
          or e.returns_on <= (p_now at time zone o.time_zone)::date);
  if not found then
    return;
  end if;
  perform set_config('app.account_id', found_feed.account::text, true),
          set_config('app.organization_id', found_feed.organization::text, true),
          set_config('app.membership_id', found_feed.member::text, true),
          set_config('app.roles', found_feed.held_roles::text, true),
          set_config('app.host_agency_staff', found_feed.host_staff::text, true),
          set_config('app.now', p_now::text, true),
          set_config('app.today', found_feed.day::text, true),
          set_config('app.password_confirmed', 'false', true),
          -- What is closed on a shared device is closed here too.
          set_config('app.is_shared_device', 'true', true),
          set_config('transaction_read_only', 'on', true);
  perform set_config('app.administrative_peers', coalesce(
            array_agg(r.peer_id) filter (where r.type = 'ADMINISTRATIVE'), '{}')::text, true),
          set_config('app.educational_peers', coalesce(
            array_agg(r.peer_id) filter (where r.type = 'EDUCATIONAL'), '{}')::text, true),
          set_config('app.supportive_peers', coalesce(
            array_agg(r.peer_id) filter (where r.type = 'SUPPORTIVE'), '{}')::text, true)
     from supervision_relationship r
    where r.organization_id = found_feed.organization and r.supervisor_id = found_feed.member
      and 'SUPERVISOR' = any (found_feed.held_roles) and r.accepted_at is not null and r.starts_on <= found_feed.day
      and (r.ends_on is null or r.ends_on >= found_feed.day);
  organization_id := found_feed.organization;
  membership_id := found_feed.member;
  roles := found_feed.held_roles;
  organization_name := found_feed.org_name;
  time_zone := found_feed.zone;
  locale := found_feed.language;
  today := found_feed.day;
  shows_names := found_feed.names;
  return next;
end $$;
ALTER FUNCTION access.enter_with_calendar_feed(bytea,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.enter_with_leaver_pass(p_token_hash bytea, p_now timestamptz)
  RETURNS TABLE(
    account_id uuid, display_name text, organization_name text, time_zone text, today date, now timestamptz)
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  found_pass record;
begin
  select p.organization_id as organization, p.member_id as member, m.account_id as account, m.display_name as name,
         o.name as org_name, o.time_zone as zone, (p_now at time zone o.time_zone)::date as day
    into found_pass
    from leaver_pass p
    join membership m on m.organization_id = p.organization_id and m.id = p.member_id and m.disabled_at is null
    join organization o on o.id = p.organization_id
    join account a on a.id = m.account_id and a.disabled_at is null
    join employment e on e.organization_id = m.organization_id and e.member_id = m.id
   where p.token_hash = p_token_hash and p.expires_at > p_now
     and e.leaves_on + access.days_after_leaving() >= (p_now at time zone o.time_zone)::date
     and (e.returns_on is null or e.returns_on > (p_now at time zone o.time_zone)::date);
  if not found then
    return;
  end if;
  perform set_config('app.account_id', found_pass.account::text, true),
          set_config('app.organization_id', found_pass.organization::text, true),
          set_config('app.membership_id', found_pass.member::text, true),
          set_config('app.roles', '{PEER}', true),
          set_config('app.host_agency_staff', 'false', true),
          set_config('app.now', p_now::text, true),
          set_config('app.today', found_pass.day::text, true),
          set_config('app.password_confirmed', 'true', true),
          set_config('transaction_read_only', 'on', true);
  account_id := found_pass.account;
  display_name := found_pass.name;
  organization_name := found_pass.org_name;
  time_zone := found_pass.zone;
  today := found_pass.day;
  now := p_now;
  return next;
end $$;
ALTER FUNCTION access.enter_with_leaver_pass(bytea,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.erase_answer_shares() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  delete from share_look l using share_ticket t
   where t.organization_id = new.organization_id and t.owner_id = new.member_id
     and t.kind in ('PROQOL', 'ETHICS_REFLECTION')
     and l.organization_id = t.organization_id and l.ticket_id = t.id;
  delete from share_ticket t
   where t.organization_id = new.organization_id and t.owner_id = new.member_id
     and t.kind in ('PROQOL', 'ETHICS_REFLECTION');
  return null;
end $$;
ALTER FUNCTION access.erase_answer_shares() OWNER TO alongside_definer;

CREATE FUNCTION access.erase_ended_sessions(p_now timestamptz, p_days integer) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with over as (
    select s.organization_id, s.id,
           row_number() over (partition by s.account_id order by s.created_at desc, s.id) = 1 as newest,
           least(s.ended_at, s.expires_at, s.last_seen_at + make_interval(mins => s.idle_minutes)) as over_at
      from sign_in_session s
     where access.organization_id() is null),
  erased as (
    delete from sign_in_session s using over o
     where s.organization_id = o.organization_id and s.id = o.id and not o.newest
       and o.over_at < p_now - make_interval(days => p_days)
    returning 1),
  emptied as (
    update sign_in_session s set user_agent = null, last_address = null
      from over o
     where s.organization_id = o.organization_id and s.id = o.id and o.newest
       and o.over_at < p_now - make_interval(days => p_days)
       and (s.user_agent is not null or s.last_address is not null)
    returning 1)
  select (select count(*) from erased)::integer + (select count(*) from emptied)::integer
$$;
ALTER FUNCTION access.erase_ended_sessions(timestamptz,integer) OWNER TO alongside_definer;

CREATE FUNCTION access.erase_ethics_reflections() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  delete from ethics_reflection e where e.organization_id = new.organization_id and e.member_id = new.member_id;
  return null;
end $$;
ALTER FUNCTION access.erase_ethics_reflections() OWNER TO alongside_definer;

CREATE FUNCTION access.erase_import_rows(p_now timestamptz) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  update import_batch set state = 'EXPIRED'
   where state = 'PREVIEWED' and rows_until <= p_now and access.organization_id() is null;
  with erased as (
    delete from import_row r using import_batch b
     where b.organization_id = r.organization_id and b.id = r.batch_id and b.rows_until <= p_now
       and access.organization_id() is null returning 1)
  select count(*)::integer from erased
$$;
ALTER FUNCTION access.erase_import_rows(timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.erase_old_notifications(p_now timestamptz, p_seen_days integer, p_days integer)
  RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with erased as (
    delete from notification n
     where access.organization_id() is null
       and (n.created_at < p_now - make_interval(days => p_days)
            or n.seen_at is not null and n.created_at < p_now - make_interval(days => p_seen_days))
    returning 1)
  select count(*)::integer from erased
$$;
ALTER FUNCTION access.erase_old_notifications(timestamptz,integer,integer) OWNER TO alongside_definer;

CREATE FUNCTION access.erase_old_submissions(p_now timestamptz, p_days integer) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with erased as (
    delete from submission s
     where access.organization_id() is null and s.sent_at < p_now - make_interval(days => p_days)
    returning 1)
  select count(*)::integer from erased
$$;
ALTER FUNCTION access.erase_old_submissions(timestamptz,integer) OWNER TO alongside_definer;

CREATE FUNCTION access.erase_private_data(p_now timestamptz, p_limit integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
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
      and (x.peer_id = gone.member_id or x.made_by = gone.member_id);
    delete from drift_flag_draft d where d.organization_id = gone.organization_id and d.peer_id = gone.member_id;
    delete from notification n where n.organization_id = gone.organization_id and n.recipient_id = gone.member_id;
    delete from leaver_pass p where p.organization_id = gone.organization_id and p.member_id = gone.member_id;
    done := done + 1;
  end loop;
  return done;
end $$;
ALTER FUNCTION access.erase_private_data(timestamptz,integer) OWNER TO alongside_definer;

CREATE FUNCTION access.erase_reflections() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  delete from core_value_reflection c
   where c.organization_id = new.organization_id and c.member_id = new.member_id;
  delete from proqol_response p where p.organization_id = new.organization_id and p.member_id = new.member_id;
  return null;
end $$;
ALTER FUNCTION access.erase_reflections() OWNER TO alongside_definer;

CREATE FUNCTION access.erase_removed_evidence() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  delete from evidence_chunk c where c.organization_id = new.organization_id and c.file_id = new.id;
  return null;
end $$;
ALTER FUNCTION access.erase_removed_evidence() OWNER TO alongside_definer;

CREATE FUNCTION access.erase_supervisor_reflections() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  delete from supervisor_reflection r
   where r.organization_id = new.organization_id and r.member_id = new.member_id;
  return null;
end $$;
ALTER FUNCTION access.erase_supervisor_reflections() OWNER TO alongside_definer;
REVOKE EXECUTE ON FUNCTION access.erase_supervisor_reflections() FROM PUBLIC;

CREATE FUNCTION access.erase_talking_points() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  delete from administrative_agenda_item i
   where i.organization_id = new.organization_id and i.peer_id = new.member_id and i.is_private;
  delete from educational_agenda_item i
   where i.organization_id = new.organization_id and i.peer_id = new.member_id and i.is_private;
  delete from supportive_agenda_item i
   where i.organization_id = new.organization_id and i.peer_id = new.member_id and i.is_private;
  return null;
end $$;
ALTER FUNCTION access.erase_talking_points() OWNER TO alongside_definer;

CREATE FUNCTION access.erase_task_requests() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  delete from task_request t where t.organization_id = new.organization_id and t.peer_id = new.member_id;
  return null;
end $$;
ALTER FUNCTION access.erase_task_requests() OWNER TO alongside_definer;

CREATE FUNCTION access.erase_unattached_evidence(p_now timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
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
ALTER FUNCTION access.erase_unattached_evidence(timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.erase_week_logs() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  delete from week_log_line l where l.organization_id = new.organization_id and l.peer_id = new.member_id;
  delete from week_log_total t where t.organization_id = new.organization_id and t.peer_id = new.member_id;
  delete from week_log w where w.organization_id = new.organization_id and w.peer_id = new.member_id;
  return null;
end $$;
ALTER FUNCTION access.erase_week_logs() OWNER TO alongside_definer;

CREATE FUNCTION access.erase_wellness() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
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
ALTER FUNCTION access.erase_wellness() OWNER TO alongside_definer;

CREATE FUNCTION access.erase_worksheets() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  delete from role_worksheet w where w.organization_id = new.organization_id and w.member_id = new.member_id;
  return null;
end $$;
ALTER FUNCTION access.erase_worksheets() OWNER TO alongside_definer;

CREATE FUNCTION access.find_open_invitation(p_token_hash bytea, p_now timestamptz)
  RETURNS TABLE(
    email text, display_name text, roles text[], organization_name text, has_account boolean,
      is_address_proved boolean)
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select i.email, coalesce(m.display_name, i.display_name), coalesce(m.roles, i.roles), o.name,
         exists (select from account a where a.email = i.email), i.mail_wanted_at is not null
    from invitation i
    join organization o on o.id = i.organization_id
    left join membership m on m.organization_id = i.organization_id and m.id = i.membership_id
   where i.token_hash = p_token_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > p_now
     and m.disabled_at is null
$$;
ALTER FUNCTION access.find_open_invitation(bytea,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.find_password_reset(p_token_hash bytea, p_now timestamptz)
  RETURNS TABLE(email text, organization_name text, known_names text[])
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select a.email, o.name, array[m.display_name, o.name]
    from password_reset r
    join organization o on o.id = r.organization_id
    join membership m on m.organization_id = r.organization_id and m.id = r.member_id and m.disabled_at is null
    join account a on a.id = m.account_id and a.disabled_at is null
   where r.token_hash = p_token_hash and r.used_at is null and r.revoked_at is null and r.expires_at > p_now
$$;
ALTER FUNCTION access.find_password_reset(bytea,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.find_recoverable_account(p_email text, p_recovery_hash bytea, p_now timestamptz)
  RETURNS TABLE(account_id uuid, known_names text[])
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select a.id, array_agg(m.display_name) || array_agg(o.name) from account a
    join membership m on m.account_id = a.id
    join organization o on o.id = m.organization_id
    left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
   where a.email = p_email and a.recovery_code_hash = p_recovery_hash and a.disabled_at is null
     and m.disabled_at is null
     and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date
          or e.returns_on <= (p_now at time zone o.time_zone)::date)
   group by a.id
$$;
ALTER FUNCTION access.find_recoverable_account(text,bytea,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.find_sign_in(p_email text) RETURNS TABLE(account_id uuid, password_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select a.id, a.password_hash from account a
   where a.email = p_email and a.disabled_at is null
     and exists (select from membership m where m.account_id = a.id and m.disabled_at is null)
$$;
ALTER FUNCTION access.find_sign_in(text) OWNER TO alongside_definer;

CREATE FUNCTION access.flag_causes(p_organization uuid, p_starts date, p_ends date, p_until timestamptz)
  RETURNS SETOF access.crowd_value
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with flagged as (
    select r.member_id, r.team_id, array_agg(f.cause) as causes
      from crowd_roster r
      join organization o on o.id = r.organization_id
      join drift_flag f on f.organization_id = r.organization_id and f.peer_id = r.member_id
     where r.organization_id = p_organization and r.subject = 'FLAG_CAUSES' and r.starts_on = p_starts
       and (f.raised_at at time zone o.time_zone)::date between p_starts and p_ends
       and f.opened_at < p_until and f.status <> 'NOT_DRIFT'
     group by r.member_id, r.team_id)
  select f.member_id, f.team_id, c.cause, true, (c.cause = any (f.causes))::integer::numeric
    from flagged f
    cross join unnest(array['OWN_PRACTICE', 'ASSIGNED_WORK', 'AGENCY_POLICY', 'STRUCTURE']) c (cause)
$$;

CREATE FUNCTION access.fold_name() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  new.folded_name := access.folded(new.display_name);
  return new;
end $$;

CREATE FUNCTION access.folded(p_text text) RETURNS text
  LANGUAGE sql IMMUTABLE
AS $$
  select btrim(regexp_replace(
    replace(replace(replace(replace(translate(
      regexp_replace(
        normalize(translate(p_text, '''`´‘’‚‛′ʹʻʼʽʾʿˊˋꞌ＇', ''), NFKD) collate "C",
        '[\u0027\u0060\u02b9\u02bb-\u02bf\u02ca\u02cb\u2018-\u201b\u2032\ua78c\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u2800\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff9-\ufffb]',
        '', 'g'),
      'ABCDEFGHIJKLMNOPQRSTUVWXYZŁłØøĐđÐðĦħŦŧıȷƏəŊŋΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЄІЉЊЂЋЏҐÆæŒœẞÞ‐‑‒–—―−﹘﹣－',
      'abcdefghijklmnopqrstuvwxyzllooddddhhttijəəŋŋαβγδεζηθικλμνξοπρστυφχψωσабвгдежзиклмнопрстуфхцчшщъыьэюяєіљњђћџґææœœßþ----------'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    '[\u0009-\u000d \u0085\u2028\u2029]+', ' ', 'g'), ' ')
$$;

CREATE FUNCTION access.forget_share_notification() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  delete from notification n
   where n.organization_id = old.organization_id and n.key = 'share:' || old.id and n.kind = 'SHARED_WITH_YOU';
  return null;
end $$;
ALTER FUNCTION access.forget_share_notification() OWNER TO alongside_definer;

CREATE FUNCTION access.freeze_crowds(p_now timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  house record;
  due record;
  until timestamptz;
  done integer := 0;
begin
  if access.organization_id() is not null then
    return 0;
  end if;
  for house in
    select s.organization_id, s.smallest_group, s.on_since, o.time_zone, (p_now at time zone o.time_zone)::date as today
      from climate_setting s join organization o on o.id = s.organization_id
     where s.on_since is not null order by s.organization_id for update of s skip locked
  loop
    -- Switched off and on again: what began before counts for nothing.
    delete from crowd_roster r where r.organization_id = house.organization_id and r.starts_on < house.on_since;
    perform access.freeze_roster(
      house.organization_id, 'CHECK_IN', date_trunc('month', house.today)::date, house.on_since);
    perform access.freeze_roster(
      house.organization_id, 'CORE_VALUES',
      (date_trunc('month', house.today)
        - make_interval(months => (extract(month from house.today)::integer - 1) % 6))::date, house.on_since);
    perform access.freeze_roster(
      house.organization_id, 'FLAG_CAUSES', date_trunc('quarter', house.today)::date, house.on_since);
    for due in
      select p.subject, p.starts_on, p.ends_on
        from (select distinct r.subject, r.starts_on,
                     (r.starts_on + make_interval(months => case r.subject when 'CORE_VALUES' then 6 when 'FLAG_CAUSES' then 3 else 1 end))::date
                       - 1 as ends_on
                from crowd_roster r where r.organization_id = house.organization_id) p
       where p.ends_on + 4 <= house.today
       order by p.subject, p.starts_on
    loop
      until := (due.ends_on + 4)::timestamp at time zone house.time_zone;
      if access.publish_crowd(
        house.organization_id, due.subject, due.starts_on, due.ends_on, house.smallest_group, p_now,
        case due.subject
          when 'CHECK_IN' then array(
            select v from access.check_in_answers(house.organization_id, due.starts_on, due.ends_on, until) v)
          when 'FLAG_CAUSES' then array(
            select v from access.flag_causes(house.organization_id, due.starts_on, due.ends_on, until) v)
          else array(select v from access.core_value_answers(house.organization_id, due.starts_on, until) v) end)
      then
        done := done + 1;
      end if;
      delete from crowd_roster r
       where r.organization_id = house.organization_id and r.subject = due.subject and r.starts_on = due.starts_on;
    end loop;
  end loop;
  return done;
end $$;
ALTER FUNCTION access.freeze_crowds(timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.freeze_roster(p_organization uuid, p_subject text, p_starts date, p_on_since date)
  RETURNS void
  LANGUAGE sql
  SET search_path = pg_catalog, public, pg_temp
AS $$
  insert into crowd_roster (organization_id, subject, starts_on, member_id, team_id)
  select m.organization_id, p_subject, p_starts, m.id, e.team_id
    from membership m
    left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
   where m.organization_id = p_organization and p_on_since <= p_starts and 'PEER' = any (m.roles)
     and m.account_id is not null and m.disabled_at is null and m.joined_on <= p_starts
     and (e.leaves_on is null or e.leaves_on >= p_starts or e.returns_on <= p_starts)
     and not exists (
       select from crowd_roster r
        where r.organization_id = p_organization and r.subject = p_subject and r.starts_on = p_starts)
     and not exists (
       select from crowd_snapshot s
        where s.organization_id = p_organization and s.subject = p_subject and s.starts_on = p_starts)
$$;

CREATE FUNCTION access.has_role(role text) RETURNS boolean
  LANGUAGE sql STABLE
AS $$ select coalesce(role = any (nullif(current_setting('app.roles', true), '')::text[]), false) $$;

CREATE FUNCTION access.hash_session_record() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  -- Whoever corrects the session waits, or is waited for.
  perform from supervision_session s
    where s.organization_id = new.organization_id and s.id = new.session_id for share;
  new.record_hash := sha256(convert_to(
    coalesce(access.session_record(new.organization_id, new.session_id), ''), 'UTF8'));
  return new;
end $$;
ALTER FUNCTION access.hash_session_record() OWNER TO alongside_definer;

CREATE FUNCTION access.invited_password_hash(p_token_hash bytea, p_now timestamptz)
  RETURNS TABLE(password_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select a.password_hash from invitation i join account a on a.email = i.email and a.disabled_at is null
   where i.token_hash = p_token_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > p_now
$$;
ALTER FUNCTION access.invited_password_hash(bytea,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.is_host_agency_staff() RETURNS boolean
  LANGUAGE sql STABLE
AS $$ select coalesce(nullif(current_setting('app.host_agency_staff', true), '')::boolean, false) $$;

CREATE FUNCTION access.is_known_device(p_email text, p_token_hash bytea, p_now timestamptz) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select exists (
    select from known_device d join account a on a.id = d.account_id
     where d.token_hash = p_token_hash and a.email = p_email and d.last_used_at > p_now - interval '400 days')
$$;
ALTER FUNCTION access.is_known_device(text,bytea,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.is_own_open_course(p_activity_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select exists (
    select from ce_activity a
     where a.organization_id = access.organization_id() and a.id = p_activity_id
       and a.recorded_by = access.membership_id() and a.origin = 'ENTERED_BY_HOLDER'
       and not exists (select from course_review r
                        where r.organization_id = a.organization_id and r.activity_id = a.id
                          and r.outcome = 'CONFIRMED'))
$$;
ALTER FUNCTION access.is_own_open_course(uuid) OWNER TO alongside_definer;

CREATE FUNCTION access.is_supported_by(p_relationship_id uuid) RETURNS boolean
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select exists (
    select from supervision_relationship r
     where r.organization_id = access.organization_id() and r.id = p_relationship_id
       and r.peer_id = access.membership_id() and r.type = 'SUPPORTIVE' and r.accepted_at is not null
       and r.starts_on <= access.today() and (r.ends_on is null or r.ends_on >= access.today()))
$$;

CREATE FUNCTION access.is_unchanged_status_end(p_id uuid, p_ends_on date, p_ended_by uuid) RETURNS boolean
  LANGUAGE sql STABLE
AS $$
  select exists (
    select from board_status_period was
     where was.organization_id = access.organization_id() and was.id = p_id and was.ends_on = p_ends_on
       and was.ended_by is not distinct from p_ended_by)
$$;

CREATE FUNCTION access.is_unlocked() RETURNS boolean
  LANGUAGE sql STABLE
AS $$
  select coalesce(nullif(current_setting('app.is_shared_device', true), '')::boolean, false) is false
         or access.password_confirmed()
$$;

CREATE FUNCTION access.join_organization(
    p_token_hash bytea, p_display_name text, p_password_hash text, p_recovery_hash bytea,
      p_has_account boolean, p_now timestamptz)
  RETURNS TABLE(account_id uuid, organization_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  taken record;
  made integer;
begin
  select i.id, i.organization_id as organization, i.membership_id as membership, i.email, i.roles,
         (p_now at time zone o.time_zone)::date as joined_on
    into taken
    from invitation i join organization o on o.id = i.organization_id
   where i.token_hash = p_token_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > p_now
     for update of i;
  if not found or p_has_account <> exists (select from account a where a.email = taken.email) then
    return;
  end if;
  insert into account (email, password_hash, recovery_code_hash)
  values (taken.email, p_password_hash, p_recovery_hash) on conflict (email) do nothing;
  get diagnostics made = row_count;
  if made = 1 and p_has_account or made = 0 and not p_has_account then
    raise exception 'the account came or went meanwhile' using errcode = '40001';
  end if;
  select a.id into account_id from account a where a.email = taken.email;
  organization_id := taken.organization;
  if taken.membership is null then
    insert into membership (organization_id, account_id, display_name, roles, joined_on)
    values (taken.organization, join_organization.account_id, p_display_name, taken.roles, taken.joined_on)
    on conflict on constraint membership_organization_id_account_id_key do update
      set roles = array(select distinct unnest(membership.roles || excluded.roles) order by 1)
      where membership.host_agency_id is null;
  else
    update membership m
       set account_id = join_organization.account_id, display_name = p_display_name, revision = m.revision + 1
     where m.organization_id = taken.organization and m.id = taken.membership and m.account_id is null
       and m.disabled_at is null
       and not exists (select from membership other
                        where other.organization_id = taken.organization
                          and other.account_id = join_organization.account_id);
    if not found then
      if made = 1 then
        raise exception 'the membership is taken' using errcode = '40001';
      end if;
      return;
    end if;
  end if;
  update invitation i set accepted_at = p_now where i.organization_id = taken.organization and i.id = taken.id;
  return next;
end $$;
ALTER FUNCTION access.join_organization(
  bytea,text,text,bytea,boolean,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.keep_assessment_of_what_counts() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  if new.voided_at is not null then
    delete from certification_status
     where organization_id = new.organization_id and certification_id = new.id;
    delete from certification_assessment
     where organization_id = new.organization_id and certification_id = new.id;
  else
    insert into certification_assessment (organization_id, certification_id, peer_id)
    values (new.organization_id, new.id, new.peer_id)
    on conflict on constraint certification_assessment_pkey do nothing;
  end if;
  return null;
end $$;
ALTER FUNCTION access.keep_assessment_of_what_counts() OWNER TO alongside_definer;

CREATE FUNCTION access.keep_past_end_dates() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  was date := (coalesce(access.now(), now()) at time zone old.time_zone)::date;
  becomes date := (coalesce(access.now(), now()) at time zone new.time_zone)::date;
begin
  update supervision_relationship r set ends_on = greatest(r.starts_on - 1, becomes - 1)
   where r.organization_id = new.id and r.ends_on < was and r.ends_on >= becomes;
  update employment e set leaves_on = becomes - 1
   where e.organization_id = new.id and e.leaves_on < was and e.leaves_on >= becomes;
  return null;
end $$;
ALTER FUNCTION access.keep_past_end_dates() OWNER TO alongside_definer;

CREATE FUNCTION access.keep_renewal_decision() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  if old.outcome is not null and (old.outcome, old.decided_on, old.return_reason)
       is distinct from (new.outcome, new.decided_on, new.return_reason) then
    raise check_violation using constraint = 'renewal_submission_decided_once';
  end if;
  return new;
end $$;

CREATE FUNCTION access.limit_open_tokens() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  perform pg_advisory_xact_lock(hashtextextended('tokens of ' || new.made_by, 0));
  if (select count(*) from api_token t
       where t.organization_id = new.organization_id and t.made_by = new.made_by and t.revoked_at is null
         and t.expires_at > coalesce(access.now(), now())) > 20 then
    raise check_violation using constraint = 'api_token_too_many';
  end if;
  return null;
end $$;
ALTER FUNCTION access.limit_open_tokens() OWNER TO alongside_definer;

CREATE FUNCTION access.look_at_share(p_ticket_id uuid)
  RETURNS TABLE(
    kind text, scope text, week_start date, week_felt smallint, energy smallint, rest smallint,
      signs text[], self_care text[], tags text[], line text, went_well text, part text, text text,
      phone text, finished_on date, answered smallint[], scores smallint[], answers smallint[],
      version smallint)
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  ticket share_ticket;
begin
  select t.* into ticket from share_ticket t
   where t.organization_id = access.organization_id() and t.id = p_ticket_id and t.withdrawn_at is null
     and t.expires_at > access.now() and access.supports_now(t.relationship_id, t.owner_id) and access.is_unlocked();
  if not found then
    return;
  end if;
  insert into share_look (organization_id, id, ticket_id, owner_id, looked_by, looked_at)
  values (ticket.organization_id, gen_random_uuid(), ticket.id, ticket.owner_id, access.membership_id(), access.now());
  return query
    select ticket.kind, ticket.scope, c.week_start, c.week_felt, c.energy, c.rest,
           case when w.whole then c.signs end, case when w.whole then c.self_care end,
           case when w.whole then c.tags end, case when w.whole then c.line end,
           case when w.whole then c.went_well end, p.part, p.text, p.phone,
           coalesce(q.finished_on, e.finished_on), s.answered, s.scores,
           case when w.whole then coalesce(q.answers, e.answers) end, e.version

      from (select ticket.scope = 'EVERYTHING' as whole) w
      left join weekly_check_in c on c.organization_id = ticket.organization_id and c.id = ticket.check_in_id
      left join self_care_plan_line p on p.organization_id = ticket.organization_id and p.id = ticket.plan_line_id
      left join proqol_response q on q.organization_id = ticket.organization_id
       and q.id = ticket.proqol_response_id and q.finished_on is not null
      left join lateral access.proqol_scales(q.answers) s on q.id is not null
      left join ethics_reflection e on e.organization_id = ticket.organization_id
       and e.id = ticket.ethics_reflection_id and e.finished_on is not null;

end $$;
ALTER FUNCTION access.look_at_share(uuid) OWNER TO alongside_definer;

CREATE FUNCTION access.mails_to_plan(p_limit integer)
  RETURNS TABLE(
    organization_id uuid, id uuid, mail text, digest_hour integer, quiet_from text, quiet_until text,
      time_zone text, kind text)
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with unplanned as materialized (
    select n.organization_id, n.id, n.recipient_id, n.kind from notification n
     where access.organization_id() is null and n.mail_due_at is null and n.mailed_at is null limit p_limit)
  select n.organization_id, n.id,
         case when m.account_id is null or o.is_demo then 'NONE' else c.mail end,
         c.digest_hour, to_char(c.quiet_from, 'HH24:MI'), to_char(c.quiet_until, 'HH24:MI'),
         coalesce(p.time_zone, o.time_zone), n.kind
    from unplanned n
    join organization o on o.id = n.organization_id
    join membership m on m.organization_id = n.organization_id and m.id = n.recipient_id
    left join notification_choice c on c.organization_id = n.organization_id and c.member_id = n.recipient_id
    left join member_preference p on p.organization_id = n.organization_id and p.membership_id = n.recipient_id
$$;
ALTER FUNCTION access.mails_to_plan(integer) OWNER TO alongside_definer;

CREATE FUNCTION access.mark_assessments_stale() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  if tg_table_name = 'certification' and tg_op = 'INSERT' then
    insert into certification_assessment (organization_id, certification_id, peer_id)
    select c.organization_id, c.id, c.peer_id from changed c;
  end if;
  if tg_argv[0] = 'peer' then
    update certification_assessment j set facts_version = j.facts_version + 1
      from (select r.organization_id, r.certification_id from certification_assessment r
             where (r.organization_id, r.peer_id) in (select c.organization_id, c.peer_id from changed c)
             order by 1, 2 for update) resting
     where j.organization_id = resting.organization_id and j.certification_id = resting.certification_id;
  end if;
  if tg_argv[0] = 'activity' then
    update certification_assessment j set facts_version = j.facts_version + 1
      from (select r.organization_id, r.certification_id from certification_assessment r
             where (r.organization_id, r.peer_id) in (select h.organization_id, h.peer_id from changed c
  join ce_credit h on h.organization_id = c.organization_id and h.activity_id = c.id)
             order by 1, 2 for update) resting
     where j.organization_id = resting.organization_id and j.certification_id = resting.certification_id;
  end if;
  if tg_argv[0] = 'session' then
    update certification_assessment j set facts_version = j.facts_version + 1
      from (select r.organization_id, r.certification_id from certification_assessment r
             where (r.organization_id, r.peer_id) in (select t.organization_id, t.peer_id from changed c
  join session_attendance t on t.organization_id = c.organization_id and t.session_id = c.id)
             order by 1, 2 for update) resting
     where j.organization_id = resting.organization_id and j.certification_id = resting.certification_id;
  end if;
  if tg_argv[0] = 'credential' then
    update certification_assessment j set facts_version = j.facts_version + 1
      from (select r.organization_id, r.certification_id from certification_assessment r
             where (r.organization_id, r.peer_id) in (select held.organization_id, held.peer_id from changed c
  join certification held on held.organization_id = c.organization_id and held.credential_id = c.credential_id)
             order by 1, 2 for update) resting
     where j.organization_id = resting.organization_id and j.certification_id = resting.certification_id;
  end if;
  if tg_argv[0] = 'version' then
    update certification_assessment j set facts_version = j.facts_version + 1
      from (select r.organization_id, r.certification_id from certification_assessment r
             where (r.organization_id, r.peer_id) in (select held.organization_id, held.peer_id from changed c
  join renewal_rule_version v on v.organization_id = c.organization_id and v.id = c.version_id
  join certification held on held.organization_id = v.organization_id and held.credential_id = v.credential_id)
             order by 1, 2 for update) resting
     where j.organization_id = resting.organization_id and j.certification_id = resting.certification_id;
  end if;
  return null;
end $$;
ALTER FUNCTION access.mark_assessments_stale() OWNER TO alongside_definer;

CREATE FUNCTION access.mark_assessments_stale_by_credential() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  update certification_assessment j set facts_version = j.facts_version + 1
    from (select r.organization_id, r.certification_id
            from changed c
            join certification held
              on held.organization_id = c.organization_id and held.credential_id = 'custom-' || c.id
            join certification_assessment r
              on r.organization_id = held.organization_id and r.certification_id = held.id
           order by 1, 2 for update of r) resting
   where j.organization_id = resting.organization_id and j.certification_id = resting.certification_id;
  return null;
end $$;
ALTER FUNCTION access.mark_assessments_stale_by_credential() OWNER TO alongside_definer;

CREATE FUNCTION access.mark_invitation_mailed(p_token_hash bytea, p_now timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  update invitation i set mailed_at = p_now
   where access.organization_id() is null and i.token_hash = p_token_hash and i.mailed_at is null
$$;
ALTER FUNCTION access.mark_invitation_mailed(bytea,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.mark_invitation_unsent(
    p_token_hash bytea, p_is_returned boolean, p_allowed integer)
  RETURNS void
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  update invitation i set mail_failure = case when p_is_returned then 'RETURNED' else 'NOT_SENT' end
   where access.organization_id() is null and i.token_hash = p_token_hash and i.mailed_at is null
     and (p_is_returned or i.mail_attempts >= p_allowed)
$$;
ALTER FUNCTION access.mark_invitation_unsent(bytea,boolean,integer) OWNER TO alongside_definer;

CREATE FUNCTION access.mark_mail_returned(p_organization_id uuid, p_mail_id uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  update notification n set mail_due_at = 'infinity'
   where access.organization_id() is null and n.organization_id = p_organization_id and n.mail_id = p_mail_id
     and n.mailed_at is null
$$;
ALTER FUNCTION access.mark_mail_returned(uuid,uuid) OWNER TO alongside_definer;

CREATE FUNCTION access.mark_mailed(p_organization_id uuid, p_mail_id uuid, p_now timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  update notification n set mailed_at = p_now
   where access.organization_id() is null and n.organization_id = p_organization_id and n.mail_id = p_mail_id
     and n.mailed_at is null
$$;
ALTER FUNCTION access.mark_mailed(uuid,uuid,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.mark_password_reset_mailed(p_token_hash bytea, p_now timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  update password_reset r set mailed_at = p_now
   where access.organization_id() is null and r.token_hash = p_token_hash and r.mailed_at is null
$$;
ALTER FUNCTION access.mark_password_reset_mailed(bytea,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.mark_password_reset_unsent(
    p_token_hash bytea, p_is_returned boolean, p_allowed integer)
  RETURNS void
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  update password_reset r set mail_failure = case when p_is_returned then 'RETURNED' else 'NOT_SENT' end
   where access.organization_id() is null and r.token_hash = p_token_hash and r.mailed_at is null
     and (p_is_returned or r.mail_attempts >= p_allowed)
$$;
ALTER FUNCTION access.mark_password_reset_unsent(bytea,boolean,integer) OWNER TO alongside_definer;

CREATE FUNCTION access.mark_receipt_mailed(p_organization_id uuid, p_id uuid, p_now timestamptz)
  RETURNS void
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  update erasure x set mailed_at = p_now
   where access.organization_id() is null and x.organization_id = p_organization_id and x.id = p_id
     and x.mailed_at is null
$$;
ALTER FUNCTION access.mark_receipt_mailed(uuid,uuid,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.mark_receipt_unsent(
    p_organization_id uuid, p_id uuid, p_is_returned boolean, p_allowed integer)
  RETURNS void
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  update erasure x set mail_failure = case when p_is_returned then 'RETURNED' else 'NOT_SENT' end
   where access.organization_id() is null and x.organization_id = p_organization_id and x.id = p_id
     and x.mailed_at is null and (p_is_returned or x.mail_attempts >= p_allowed)
$$;
ALTER FUNCTION access.mark_receipt_unsent(uuid,uuid,boolean,integer) OWNER TO alongside_definer;

CREATE FUNCTION access.may_sign_session(p_session_id uuid) RETURNS boolean
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select access.has_role('SUPERVISOR') and exists (
    select from session_attendance a
      join session_segment g on g.organization_id = a.organization_id and g.session_id = a.session_id
      join supervision_relationship r on r.organization_id = a.organization_id and r.peer_id = a.peer_id
       and r.type = g.type
     where a.organization_id = access.organization_id() and a.session_id = p_session_id
       and a.supervisor_id = access.membership_id() and r.supervisor_id = access.membership_id()
       and r.accepted_at is not null and (r.ends_on is null or r.ends_on >= access.today() - 14))
$$;

CREATE FUNCTION access.may_supervise(p_supervisor_id uuid, p_peer_id uuid, p_type text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select access.has_role('MANAGER') and exists (
    select from membership s
      left join employment e on e.organization_id = s.organization_id and e.member_id = s.id
     where s.organization_id = access.organization_id() and s.id = p_supervisor_id and s.id <> p_peer_id
       and s.id <> access.membership_id() and 'SUPERVISOR' = any (s.roles) and s.disabled_at is null
       and (e.leaves_on is null or e.returns_on <= coalesce(access.today(), current_date))
       and (p_type = 'ADMINISTRATIVE' or s.host_agency_id is null)
       and not exists (
         select from leave_period l
          where l.organization_id = s.organization_id and l.peer_id = s.id and l.removed_at is null
            and l.starts_on <= access.today() and (l.ends_on is null or l.ends_on >= access.today()))
       and not exists (
         select from exclusion_preference x
          join membership b on b.organization_id = x.organization_id and b.id = x.made_by
         where x.organization_id = s.organization_id and x.peer_id = p_peer_id and x.excluded_id = s.id
           and (x.made_by in (x.peer_id, x.excluded_id) or b.disabled_at is null and 'MANAGER' = any (b.roles))))
$$;
ALTER FUNCTION access.may_supervise(uuid,uuid,text) OWNER TO alongside_definer;

CREATE FUNCTION access.may_work_on_flag(
    p_flag_id uuid, p_peer_id uuid, p_raised_at timestamptz, p_only_chosen boolean)
  RETURNS boolean
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select p_peer_id = any (access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE')) and exists (
    select from supervision_relationship r
     where r.organization_id = access.organization_id() and r.supervisor_id = access.membership_id()
       and r.peer_id = p_peer_id and access.reaches_flag(r.id, p_flag_id, p_raised_at, p_only_chosen))
$$;

CREATE FUNCTION access.members_by_email(p_emails text[]) RETURNS TABLE(email text, membership_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select a.email, m.id from account a join membership m on m.account_id = a.id
   where a.email = any (p_emails) and m.organization_id = access.organization_id()
     and (access.has_role('ADMIN') or access.has_role('MANAGER'))
  union
  select i.email, m.id from invitation i
    join membership m on m.organization_id = i.organization_id and m.id = i.membership_id
   where i.email = any (p_emails) and i.organization_id = access.organization_id() and m.account_id is null
     and (access.has_role('ADMIN') or access.has_role('MANAGER'))
$$;
ALTER FUNCTION access.members_by_email(text[]) OWNER TO alongside_definer;

CREATE FUNCTION access.membership_id() RETURNS uuid
  LANGUAGE sql STABLE
AS $$ select nullif(current_setting('app.membership_id', true), '')::uuid $$;

CREATE FUNCTION access.months_last_seen() RETURNS TABLE(membership_id uuid, last_seen_month date)
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select s.membership_id, date_trunc('month', max(s.last_seen_at) at time zone o.time_zone)::date
    from sign_in_session s
    join membership m on m.organization_id = s.organization_id and m.id = s.membership_id
    join organization o on o.id = s.organization_id
   where s.organization_id = access.organization_id() and access.has_role('ADMIN')
     and 'PEER' <> all (m.roles)
   group by s.membership_id, o.time_zone
$$;
ALTER FUNCTION access.months_last_seen() OWNER TO alongside_definer;

CREATE FUNCTION access.name_first_board_status_period() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  new.version_of := coalesce((
    select r.version_of from board_status_period r
     where r.organization_id = new.organization_id and r.id = new.version_of), new.version_of);
  return new;
end $$;

CREATE FUNCTION access.name_first_certification_verification() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  new.version_of := coalesce((
    select r.version_of from certification_verification r
     where r.organization_id = new.organization_id and r.id = new.version_of), new.version_of);
  return new;
end $$;

CREATE FUNCTION access.name_first_course() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  new.version_of := coalesce((
    select a.version_of from ce_activity a
     where a.organization_id = new.organization_id and a.id = new.version_of), new.version_of);
  return new;
end $$;

CREATE FUNCTION access.name_first_version() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  new.version_of := coalesce((
    select s.version_of from supervision_session s
     where s.organization_id = new.organization_id and s.id = new.version_of), new.version_of);
  return new;
end $$;

CREATE FUNCTION access.notify(p_recipient_id uuid, p_kind text, p_key text, p_subject_id uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
  select m.organization_id, m.id, p_kind, p_key, p_subject_id, access.now()
    from membership m
   where m.organization_id = access.organization_id() and m.id = p_recipient_id and m.disabled_at is null
  on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
$$;
ALTER FUNCTION access.notify(uuid,text,text,uuid) OWNER TO alongside_definer;

CREATE FUNCTION access.notify_inviter() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
  select m.organization_id, m.id, 'INVITATION_ACCEPTED', 'invitation:' || new.id, new.membership_id, new.accepted_at
    from membership m
   where m.organization_id = new.organization_id and m.id = new.invited_by and m.disabled_at is null
  on conflict on constraint notification_organization_id_recipient_id_key_key do nothing;
  return null;
end $$;
ALTER FUNCTION access.notify_inviter() OWNER TO alongside_definer;

CREATE FUNCTION access.notify_weekly_digest(p_now timestamptz) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with local as (
    select o.id, (p_now at time zone o.time_zone)::date as today
      from organization o
     where access.organization_id() is null and extract(hour from p_now at time zone o.time_zone) >= 8),
  pressing as (
    select l.id, l.today from local l
     where exists (
       select from certification_assessment j
         join certification_status s on s.organization_id = j.organization_id and s.certification_id = j.certification_id
         join certification c on c.organization_id = j.organization_id and c.id = j.certification_id
        where j.organization_id = l.id and not access.should_skip_expiry_reminder(c, l.today)
          and (s.status in ('AT_RISK', 'LAPSED', 'GRACE') or j.expires_on between l.today and l.today + 30))),
  notified as (
    insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
    select m.organization_id, m.id, 'RENEWALS_DIGEST', 'renewals-digest:' || to_char(p.today, 'IYYY-IW'), null, p_now
      from pressing p
      join membership m on m.organization_id = p.id and m.disabled_at is null and 'MANAGER' = any (m.roles)
    on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
    returning id)
  select count(*)::integer from notified
$$;
ALTER FUNCTION access.notify_weekly_digest(timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.now() RETURNS timestamptz
  LANGUAGE sql STABLE
AS $$ select nullif(current_setting('app.now', true), '')::timestamptz $$;

CREATE FUNCTION access.only_raise_smallest_group() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  if new.smallest_group < old.smallest_group then
    raise check_violation using constraint = 'climate_setting_smallest_group_raised';
  end if;
  if new.on_since is distinct from old.on_since and new.on_since <> access.today() then
    raise check_violation using constraint = 'climate_setting_on_from_today';
  end if;
  return new;
end $$;

CREATE FUNCTION access.open_check_in_lock(p_code_hash bytea) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with opened as (
    update check_in_lock l set opened_at = access.now()
     where l.account_id = access.account_id() and l.code_hash = p_code_hash and l.opened_at is null
    returning l.id)
  select count(*)::integer from opened
$$;
ALTER FUNCTION access.open_check_in_lock(bytea) OWNER TO alongside_definer;

CREATE FUNCTION access.organization_id() RETURNS uuid
  LANGUAGE sql STABLE
AS $$ select nullif(current_setting('app.organization_id', true), '')::uuid $$;

CREATE FUNCTION access.own_organizations(p_now timestamptz)
  RETURNS TABLE(organization_id uuid, organization_name text, roles text[])
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select m.organization_id, o.name, m.roles
    from membership m
    join organization o on o.id = m.organization_id
    left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
   where m.account_id = access.account_id() and m.disabled_at is null
     and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date
          or e.returns_on <= (p_now at time zone o.time_zone)::date)
   order by o.name, m.organization_id limit 50
$$;
ALTER FUNCTION access.own_organizations(timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.own_password_hash(p_token_hash bytea) RETURNS TABLE(password_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select a.password_hash from sign_in_session s join account a on a.id = s.account_id
   where s.token_hash = p_token_hash and s.ended_at is null
$$;
ALTER FUNCTION access.own_password_hash(bytea) OWNER TO alongside_definer;

CREATE FUNCTION access.own_sessions(p_token_hash bytea)
  RETURNS TABLE(
    id uuid, organization_name text, user_agent text, last_address text, created_at timestamptz,
      last_seen_at timestamptz, is_this_one boolean, is_shared_device boolean)
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select s.id, o.name, s.user_agent, s.last_address, s.created_at, s.last_seen_at, s.token_hash = p_token_hash, s.is_shared_device
    from sign_in_session s
    join organization o on o.id = s.organization_id
   where s.account_id = access.account_id() and s.ended_at is null and s.expires_at > access.now()
     and s.last_seen_at + make_interval(mins => s.idle_minutes) > access.now()
   order by s.token_hash = p_token_hash desc, s.last_seen_at desc, s.id limit 100
$$;
ALTER FUNCTION access.own_sessions(bytea) OWNER TO alongside_definer;

CREATE FUNCTION access.password_confirmed() RETURNS boolean
  LANGUAGE sql STABLE
AS $$ select coalesce(nullif(current_setting('app.password_confirmed', true), '')::boolean, false) $$;

CREATE FUNCTION access.peers_of(type text) RETURNS uuid[]
  LANGUAGE sql STABLE
AS $$ select coalesce(nullif(current_setting('app.' || lower(type) || '_peers', true), ''), '{}')::uuid[] $$;

CREATE FUNCTION access.peers_of_any_type() RETURNS uuid[]
  LANGUAGE sql STABLE
AS $$ select access.peers_of('ADMINISTRATIVE') || access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE') $$;

CREATE FUNCTION access.plan_accepted_talk(p_offer_id uuid, p_minutes integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
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
ALTER FUNCTION access.plan_accepted_talk(uuid,integer) OWNER TO alongside_definer;

CREATE FUNCTION access.plan_mails(p_organization_ids uuid[], p_ids uuid[], p_due_at timestamptz[])
  RETURNS void
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  update notification n set mail_due_at = coalesce(planned.due_at, 'infinity')
    from unnest(p_organization_ids, p_ids, p_due_at) planned (organization_id, id, due_at)
   where access.organization_id() is null and n.organization_id = planned.organization_id and n.id = planned.id
     and n.mail_due_at is null
$$;
ALTER FUNCTION access.plan_mails(uuid[],uuid[],timestamptz[]) OWNER TO alongside_definer;

CREATE FUNCTION access.prevent_audit_entry_changes() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  raise check_violation using constraint = 'audit_entry_immutable';
end $$;

CREATE FUNCTION access.prevent_board_status_overlap() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  perform pg_advisory_xact_lock(hashtextextended('certifications of ' || new.peer_id, 0));
  if new.voided_at is null and exists (
    select from board_status_period p
     where p.organization_id = new.organization_id and p.certification_id = new.certification_id
       and p.status = new.status and p.id <> new.id and p.voided_at is null
       and daterange(p.starts_on, p.ends_on, '[]') && daterange(new.starts_on, new.ends_on, '[]')) then
    raise check_violation using constraint = 'board_status_period_overlaps';
  end if;
  if tg_op = 'UPDATE' and new.status = 'REVOKED' and exists (
    select from certification c
      join certification other
        on other.organization_id = c.organization_id and other.peer_id = c.peer_id
       and other.credential_id = c.credential_id and other.id <> c.id
       and (other.title = c.title or other.title is null or c.title is null)
     where c.organization_id = new.organization_id and c.id = new.certification_id
       and other.issued_on < access.certification_ends_on(c)
       and c.issued_on < access.certification_ends_on(other)) then
    raise check_violation using constraint = 'certification_overlaps';
  end if;
  return null;
end $$;

CREATE FUNCTION access.prevent_certification_overlap() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  perform pg_advisory_xact_lock(hashtextextended('certifications of ' || new.peer_id, 0));
  if exists (
    select from certification c
      join certification other
        on other.organization_id = c.organization_id and other.peer_id = c.peer_id
       and other.credential_id = c.credential_id and other.id <> c.id
       and (other.title = c.title or other.title is null or c.title is null)
     where c.organization_id = new.organization_id and c.id = new.id
       and other.issued_on < access.certification_ends_on(c)
       and c.issued_on < access.certification_ends_on(other)) then
    raise check_violation using constraint = 'certification_overlaps';
  end if;
  return null;
end $$;

CREATE FUNCTION access.prevent_last_admin_leaving() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  if new.leaves_on is null or not exists (
    select from membership m where m.organization_id = new.organization_id and m.id = new.member_id
       and 'ADMIN' = any (m.roles) and m.disabled_at is null and m.account_id is not null) then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('admins of ' || new.organization_id, 0));
  if not exists (
    select from membership m
      left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
     where m.organization_id = new.organization_id and m.id <> new.member_id and 'ADMIN' = any (m.roles)
       and m.disabled_at is null and m.account_id is not null
       and (e.leaves_on is null or e.returns_on <= coalesce(access.today(), current_date))) then
    raise check_violation using constraint = 'employment_last_admin';
  end if;
  return null;
end $$;

CREATE FUNCTION access.prevent_overlapping_leave() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  if new.removed_at is not null then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('leave of ' || new.peer_id, 0));
  if exists (
    select from leave_period l
     where l.organization_id = new.organization_id and l.peer_id = new.peer_id and l.id <> new.id
       and l.removed_at is null and (new.ends_on is null or l.starts_on <= new.ends_on)
       and (l.ends_on is null or l.ends_on >= new.starts_on)) then
    raise check_violation using constraint = 'leave_period_overlaps';
  end if;
  return null;
end $$;
ALTER FUNCTION access.prevent_overlapping_leave() OWNER TO alongside_definer;

CREATE FUNCTION access.prevent_published_changes() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  raise check_violation using constraint = 'published_figures_immutable';
end $$;

CREATE FUNCTION access.prevent_record_changes() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  raise check_violation using constraint = 'record_immutable';
end $$;

CREATE FUNCTION access.prevent_removing_last_admin() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  if 'ADMIN' = any (old.roles) and old.disabled_at is null and old.account_id is not null
     and not ('ADMIN' = any (new.roles) and new.disabled_at is null) then
    perform pg_advisory_xact_lock(hashtextextended('admins of ' || old.organization_id, 0));
    if not exists (
      select from membership m
        left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
       where m.organization_id = old.organization_id and m.id <> old.id and 'ADMIN' = any (m.roles)
         and m.disabled_at is null and m.account_id is not null
         and (e.leaves_on is null or e.returns_on <= coalesce(access.today(), current_date))) then
      raise check_violation using constraint = 'membership_last_admin';
    end if;
  end if;
  return new;
end $$;
ALTER FUNCTION access.prevent_removing_last_admin() OWNER TO alongside_definer;

CREATE FUNCTION access.prevent_rule_end_overlap() RETURNS trigger
  LANGUAGE plpgsql
AS $$
declare
  changed renewal_rule_version;
begin
  select * into changed from renewal_rule_version
   where organization_id = new.organization_id and id = new.version_id;
  perform pg_advisory_xact_lock(hashtextextended(new.organization_id::text || changed.credential_id, 0));
  if (new.is_undone or new.counts_until is not null) and exists (
    select from renewal_rule_version other
      left join current_renewal_rule_end ending
        on ending.organization_id = other.organization_id and ending.version_id = other.id
     where other.organization_id = new.organization_id and other.credential_id = changed.credential_id
       and other.id <> changed.id and (ending.id is null or ending.counts_until is not null)
       and daterange(changed.effective_from, least(changed.effective_to, new.counts_until), '[]')
           && daterange(other.effective_from, least(other.effective_to, ending.counts_until), '[]')
  ) then
    raise exclusion_violation using constraint = 'renewal_rule_version_overlaps';
  end if;
  return new;
end $$;

CREATE FUNCTION access.prevent_rule_version_overlap() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.organization_id::text || new.credential_id, 0));
  if exists (
    select from renewal_rule_version other
      left join current_renewal_rule_end ending
        on ending.organization_id = other.organization_id and ending.version_id = other.id
     where other.organization_id = new.organization_id and other.credential_id = new.credential_id
       and other.id <> new.id and (ending.id is null or ending.counts_until is not null)
       and daterange(new.effective_from, new.effective_to, '[]')
           && daterange(other.effective_from, least(other.effective_to, ending.counts_until), '[]')
  ) then
    raise exclusion_violation using constraint = 'renewal_rule_version_overlaps';
  end if;
  return new;
end $$;

CREATE FUNCTION access.prevent_service_hours_overlap() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  perform pg_advisory_xact_lock(hashtextextended('hours of work of ' || new.peer_id, 0));
  if new.voided_at is null and not new.allows_overlap and exists (
    select from service_hours h
     where h.organization_id = new.organization_id and h.peer_id = new.peer_id and h.id <> new.id
       and h.voided_at is null
       and daterange(h.starts_on, h.ends_on, '[]') && daterange(new.starts_on, new.ends_on, '[]')) then
    raise check_violation using constraint = 'service_hours_overlap';
  end if;
  return null;
end $$;

CREATE FUNCTION access.proqol_scales(p_answers smallint[], OUT answered smallint[], OUT scores smallint[])
  RETURNS record
  LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, pg_temp
AS $$
  with counted as (
    select k.scale, count(a.answer) as given,
           sum(case when k.item = any ('{1,4,15,17,29}') then 6 - a.answer else a.answer end) as score
      from (select 1 as scale, unnest('{3,6,12,16,18,20,22,24,27,30}'::integer[]) as item
            union all select 2, unnest('{1,4,8,10,15,17,19,21,26,29}'::integer[])
            union all select 3, unnest('{2,5,7,9,11,13,14,23,25,28}'::integer[])) k,
           lateral (select p_answers[k.item] as answer) a
     group by k.scale)
  select array_agg(given::smallint order by scale),
         array_agg(case when given = 10 then score::smallint end order by scale)
    from counted
$$;

CREATE FUNCTION access.publish_crowd(
    p_organization uuid, p_subject text, p_starts date, p_ends date, p_smallest integer, p_now timestamptz,
      p_values access.crowd_value[])
  RETURNS boolean
  LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  snapshot uuid := gen_random_uuid();
  alone uuid[] := access.crowd_blocks(
    array(select p.team_id from (select distinct v.member_id, v.team_id from unnest(p_values) v) p), p_smallest);
begin
  insert into crowd_snapshot (organization_id, id, subject, starts_on, ends_on, smallest_group, frozen_at)
  values (p_organization, snapshot, p_subject, p_starts, p_ends, p_smallest, p_now)
  on conflict on constraint crowd_snapshot_once do nothing;
  if not found then
    return false;
  end if;
  if alone is null then
    return true;
  end if;
  insert into crowd_block (organization_id, snapshot_id, position, kind, team_id, team_name, count_band)
  select p_organization, snapshot, b.position, b.kind, b.team_id, t.name,
         case when b.size >= 50 then 'FROM_50' when b.size >= 20 then 'FROM_20' when b.size >= 10 then 'FROM_10'
              else 'FROM_5' end
    from (
      select row_number() over (order by p.team_id nulls last) as position,
             case when p.team_id is null then 'POOL' else 'TEAM' end as kind, p.team_id, count(*) as size
        from (select distinct v.member_id, case when v.team_id = any (alone) then v.team_id end as team_id
                from unnest(p_values) v) p
       group by p.team_id
      union all
      select 0, 'ORGANIZATION', null, count(distinct v.member_id) from unnest(p_values) v) b
    left join reporting_team t on t.organization_id = p_organization and t.id = b.team_id;
  insert into crowd_figure (organization_id, snapshot_id, position, measure, mean, share)
  with answered as (
    select b.position, v.measure, v.is_share, count(*) as people, sum(v.value) as total,
           count(*) filter (where v.value >= 0.5) as noticed
      from unnest(p_values) v
      join crowd_block b on b.organization_id = p_organization and b.snapshot_id = snapshot and b.position > 0
       and b.team_id is not distinct from (case when v.team_id = any (alone) then v.team_id end)
     group by b.position, v.measure, v.is_share having count(*) >= p_smallest),
  told as (
    select * from answered
    union all
    select 0, a.measure, a.is_share, sum(a.people), sum(a.total), sum(a.noticed)
      from answered a group by a.measure, a.is_share)
  select p_organization, snapshot, t.position, t.measure,
         case when not t.is_share then least(4.5, greatest(1.5, round(2 * t.total / t.people) / 2)) end,
         case when t.is_share then
           case when 3 * t.noticed <= t.people then 'FEW' when 3 * t.noticed > 2 * t.people then 'MANY' else 'SOME' end
         end
    from told t;
  return true;
end $$;

CREATE FUNCTION access.reaches_flag(
    p_relationship_id uuid, p_flag_id uuid, p_raised_at timestamptz, p_only_chosen boolean)
  RETURNS boolean
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select exists (
    select from supervision_relationship r
      join organization o on o.id = r.organization_id
     where r.organization_id = access.organization_id() and r.id = p_relationship_id
       and r.type in ('EDUCATIONAL', 'SUPPORTIVE') and r.accepted_at is not null
       and r.starts_on <= access.today() and (r.ends_on is null or r.ends_on >= access.today())
       and (not p_only_chosen and r.accepted_at <= p_raised_at and r.starts_on <= (p_raised_at at time zone o.time_zone)::date
         or exists (select from drift_flag_share s
                     where s.organization_id = r.organization_id and s.flag_id = p_flag_id
                       and s.relationship_id = r.id)))
$$;

CREATE FUNCTION access.reaches_task(p_peer_id uuid, p_asked_at timestamptz) RETURNS boolean
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select p_peer_id = any (access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE')) and exists (
    select from supervision_relationship r
      join organization o on o.id = r.organization_id
     where r.organization_id = access.organization_id() and r.supervisor_id = access.membership_id()
       and r.peer_id = p_peer_id and r.type in ('EDUCATIONAL', 'SUPPORTIVE') and r.accepted_at <= p_asked_at
       and r.starts_on <= (p_asked_at at time zone o.time_zone)::date
       and r.starts_on <= access.today() and (r.ends_on is null or r.ends_on >= access.today()))
$$;

CREATE FUNCTION access.readable_weeks(p_with_lines boolean) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select coalesce(array_agg(w.id), '{}')
    from (select distinct on (l.peer_id, l.week_start) l.*
            from (select organization_id, id, peer_id, week_start, revision, only_totals, is_undone, logged_at
                    from week_log) l
           where l.organization_id = access.organization_id()
             and l.peer_id = any (access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE'))
           order by l.peer_id, l.week_start, l.revision desc) w
   where not w.is_undone and not (p_with_lines and w.only_totals)
     and exists (select from supervision_relationship r
                  where r.organization_id = w.organization_id and r.supervisor_id = access.membership_id()
                    and r.peer_id = w.peer_id and r.type in ('EDUCATIONAL', 'SUPPORTIVE')
                    and r.accepted_at <= w.logged_at and r.starts_on <= w.week_start
                    and r.starts_on <= access.today() and (r.ends_on is null or r.ends_on >= access.today()))
$$;
ALTER FUNCTION access.readable_weeks(boolean) OWNER TO alongside_definer;

CREATE FUNCTION access.record_custom_credential_change() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  insert into custom_credential_change (organization_id, custom_credential_id, revision, before, after, changed_by, changed_at)
  select new.organization_id, new.id, new.revision,
         jsonb_object_agg(was.key, was.value), jsonb_object_agg(was.key, becomes.value),
         access.membership_id(), access.now()
    from jsonb_each(to_jsonb(old)) was
    join jsonb_each(to_jsonb(new)) becomes on becomes.key = was.key
   where was.value is distinct from becomes.value and was.key <> 'revision'
  having count(*) > 0;
  return null;
end $$;

CREATE FUNCTION access.record_first_term() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  insert into certification_term
    (organization_id, id, certification_id, peer_id, starts_on, expires_on, recorded_by, recorded_at)
  values (new.organization_id, new.id, new.id, new.peer_id, new.issued_on, new.expires_on, new.recorded_by,
          new.recorded_at);
  return null;
end $$;

CREATE FUNCTION access.record_link_hash(link record_chain) RETURNS bytea
  LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select sha256(convert_to(concat_ws(E'\n', 'alongside record link 1', 'organization ' || link.organization_id,
           'number ' || link.link_number,
           'at ' || to_char(link.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'kind ' || link.kind,
           'session ' || link.session_id, 'member ' || link.member_id,
           'content ' || encode(link.content_hash, 'hex'), 'previous ' || encode(link.previous_hash, 'hex')), 'UTF8'))
$$;

CREATE FUNCTION access.record_number_change() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  if access.membership_id() is not null then
    insert into certification_number_change
      (organization_id, certification_id, peer_id, number_before, number, recorded_by, recorded_at)
    values (new.organization_id, new.id, new.peer_id, old.number, new.number, access.membership_id(), access.now());
  end if;
  return null;
end $$;

CREATE FUNCTION access.remember_device(p_account_id uuid, p_token_hash bytea, p_now timestamptz)
  RETURNS void
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  delete from known_device where account_id = p_account_id and last_used_at <= p_now - interval '400 days';
  insert into known_device (token_hash, account_id, last_used_at)
  select p_token_hash, a.id, p_now from account a where a.id = p_account_id
  on conflict on constraint known_device_pkey do update set last_used_at = excluded.last_used_at;
$$;
ALTER FUNCTION access.remember_device(uuid,bytea,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.remind_of_check_ins(p_now timestamptz) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with told as (
    insert into notification (organization_id, recipient_id, kind, key, created_at)
    select r.organization_id, r.owner_id, 'CHECK_IN_REMINDER',
           'check-in-reminder:' || (p_now at time zone o.time_zone)::date, p_now
      from check_in_reminder r
      join organization o on o.id = r.organization_id
      join membership m on m.organization_id = r.organization_id and m.id = r.owner_id
     where access.organization_id() is null and r.is_on and m.disabled_at is null
       and extract(isodow from p_now at time zone o.time_zone) = r.weekday
       and extract(hour from p_now at time zone o.time_zone) >= r.hour
       and r.saved_at < ((p_now at time zone o.time_zone)::date + make_interval(hours => r.hour)) at time zone o.time_zone
       and not exists (select from employment e
                        where e.organization_id = r.organization_id and e.member_id = r.owner_id
                          and e.leaves_on < (p_now at time zone o.time_zone)::date
                          and (e.returns_on is null or e.returns_on > (p_now at time zone o.time_zone)::date))
    on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
    returning 1)
  select count(*)::integer from told
$$;
ALTER FUNCTION access.remind_of_check_ins(timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.remind_of_expiry(p_now timestamptz, p_days integer[]) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with due as (
    select c.organization_id, c.id, c.peer_id, d.kind, d.about, d.day, (p_now at time zone o.time_zone)::date as today,
           (select min(step) from unnest(p_days) step
             where step >= d.day - (p_now at time zone o.time_zone)::date) as step
      from organization o
      join certification c on c.organization_id = o.id
      left join certification_assessment j on j.organization_id = c.organization_id and j.certification_id = c.id
      join membership m on m.organization_id = c.organization_id and m.id = c.peer_id and m.disabled_at is null
     cross join lateral (values ('CERTIFICATION_EXPIRES', 'certification', case when j.assessed_version = j.facts_version then j.expires_on else c.expires_on end),
            ('RENEWAL_DUE', 'renewal-due', case when j.assessed_version = j.facts_version
              and j.send_by_on < j.expires_on then j.send_by_on end)) d (kind, about, day)
     where access.organization_id() is null and extract(hour from p_now at time zone o.time_zone) >= 8
       and d.day >= (p_now at time zone o.time_zone)::date
       and not access.should_skip_expiry_reminder(c, (p_now at time zone o.time_zone)::date)
       and not exists (
       select from renewal_submission s
        where s.organization_id = c.organization_id and s.certification_id = c.id and s.voided_at is null
          and s.cycle_ends_on = case when j.assessed_version = j.facts_version then j.expires_on else c.expires_on end and s.outcome is distinct from 'RETURNED')
       and not exists (
         select from board_status_period s
          where s.organization_id = c.organization_id and s.certification_id = c.id and s.voided_at is null
            and s.status in ('INACTIVE', 'REVOKED') and s.starts_on <= (p_now at time zone o.time_zone)::date
            and (s.ends_on is null or s.ends_on >= (p_now at time zone o.time_zone)::date))),
  notified as (
    insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
    select m.organization_id, m.id, c.kind, concat_ws(':', c.about, c.id, c.day, c.step), c.id, p_now
      from due c
      join membership m on m.organization_id = c.organization_id and m.disabled_at is null
       and (m.id = c.peer_id or 'MANAGER' = any (m.roles))
     where c.step is not null and not (m.id = c.peer_id and exists (
       select from renewal_pause p
        where p.organization_id = c.organization_id and p.certification_id = c.id and p.paused_until >= c.today))
    on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
    returning id)
  select count(*)::integer from notified
$$;
ALTER FUNCTION access.remind_of_expiry(timestamptz,integer[]) OWNER TO alongside_definer;

CREATE FUNCTION access.remind_of_signatures(p_now timestamptz) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with logged as (
    select s.organization_id, s.id, s.supervisor_id, (s.logged_at at time zone o.time_zone)::date as logged_on,
           step.days, (p_now at time zone o.time_zone)::date as today
      from supervision_session s
      join organization o on o.id = s.organization_id
      cross join (values (7), (30)) step (days)
     where access.organization_id() is null and s.voided_at is null and s.status = 'HELD'
       and s.logged_at > p_now - make_interval(days => step.days + 8)
       and (s.logged_at at time zone o.time_zone)::date
           between (p_now at time zone o.time_zone)::date - step.days - 6
               and (p_now at time zone o.time_zone)::date - step.days),
  concerned as (
    select l.organization_id, l.id, l.supervisor_id as member_id, l.logged_on, l.days from logged l
     where exists (
       select from session_attendance a
         join session_segment g on g.organization_id = a.organization_id and g.session_id = a.session_id
         join supervision_relationship r on r.organization_id = a.organization_id and r.peer_id = a.peer_id
          and r.type = g.type and r.supervisor_id = l.supervisor_id
        where a.organization_id = l.organization_id and a.session_id = l.id and r.accepted_at is not null
          and (r.ends_on is null or r.ends_on >= l.today - 14))
    union all
    select l.organization_id, l.id, a.peer_id, l.logged_on, l.days from logged l
      join session_attendance a on a.organization_id = l.organization_id and a.session_id = l.id),
  told as (
    insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
    select distinct c.organization_id, c.member_id, 'SIGNATURES_WAIT',
           'signatures-wait:' || c.days || ':' || to_char(c.logged_on, 'YYYY-MM-DD'), null::uuid, p_now
      from concerned c
      join membership m on m.organization_id = c.organization_id and m.id = c.member_id and m.disabled_at is null
       and m.account_id is not null
     where not exists (
       select from session_signature x
        where x.organization_id = c.organization_id and x.session_id = c.id and x.signer_id = c.member_id)
    on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
    returning id)
  select count(*)::integer from told
$$;
ALTER FUNCTION access.remind_of_signatures(timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.remind_of_supervision(p_now timestamptz) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with here as materialized (
    select o.id as organization_id, (p_now at time zone o.time_zone)::date as today,
           date_trunc('week', p_now at time zone o.time_zone)::date as monday
      from organization o where access.organization_id() is null),
  scheduled as materialized (
    select p.*, h.today, h.monday from here h
      join planned_session p on p.organization_id = h.organization_id and p.status = 'SCHEDULED'),
  tomorrow as (
    select s.organization_id, who.id, 'SESSION_TOMORROW' as kind, 'sessions-on:' || s.starts_on as key
      from scheduled s
      cross join lateral (
        select s.supervisor_id as id
        union select a.peer_id from planned_attendance a
         where a.organization_id = s.organization_id and a.planned_session_id = s.id and a.withdrawn_at is null) who
     where s.starts_on = s.today + 1),
  unanswered as (
    select s.organization_id, s.supervisor_id, 'SESSION_UNANSWERED', 'unanswered:' || s.monday
      from scheduled s where s.starts_on <= s.today - 14),
  ending as (
    select s.organization_id, s.supervisor_id, 'SERIES_ENDING', concat_ws(':', 'series', s.series_id, max(s.starts_on))
      from scheduled s where s.series_id is not null
     group by s.organization_id, s.supervisor_id, s.series_id, s.today
    having max(s.starts_on) between s.today and s.today + 14),
  rhythm as (
    select r.organization_id, r.supervisor_id, r.peer_id, r.type, h.monday, term.cadence_days, leave.days,
           leave.length, greatest(last.held_on, r.starts_on) as since
      from here h
      join supervision_relationship r on r.organization_id = h.organization_id and r.accepted_at is not null
       and r.starts_on <= h.today and (r.ends_on is null or r.ends_on >= h.today)
      join lateral (
        select t.cadence_days, t.group_sessions_count
          from supervision_agreement g
          join supervision_agreement_term t
            on t.organization_id = g.organization_id and t.agreement_id = g.id and t.type = r.type
         where g.organization_id = r.organization_id and g.peer_id = r.peer_id and g.agreed_on <= h.today
           and (g.ends_on is null or g.ends_on >= h.today)
         order by g.agreed_on desc limit 1) term on true
      left join lateral (
        select a.held_on from session_attendance a
          join supervision_session s on s.organization_id = a.organization_id and s.id = a.session_id
          join session_segment seg
            on seg.organization_id = a.organization_id and seg.session_id = a.session_id and seg.type = r.type
         where a.organization_id = r.organization_id and a.peer_id = r.peer_id and s.status = 'HELD'
           and s.voided_at is null and (s.format = 'INDIVIDUAL' or term.group_sessions_count)
         order by a.held_on desc limit 1) last on true
      left join lateral (
        select range_agg(daterange(l.starts_on, l.ends_on, '[]')) as days,
               coalesce(sum(l.ends_on - l.starts_on + 1), 0)::integer as length,
               bool_or(l.starts_on <= h.today and (l.ends_on is null or l.ends_on >= h.today)) as is_paused
          from leave_period l
         where l.organization_id = r.organization_id and l.peer_id = r.peer_id and l.removed_at is null
           and (l.ends_on is null or l.ends_on > greatest(last.held_on, r.starts_on))) leave on true
     where leave.is_paused is not true),
  due as (
    select r.*, case when r.days is null then r.since + r.cadence_days
                     else (select day::date
                             from generate_series(r.since + 1, r.since + r.cadence_days + r.length, interval '1 day') day
                            where not r.days @> day::date
                            order by day offset r.cadence_days - 1 limit 1) end as due_on
      from rhythm r),
  due_this_week as (
    select d.organization_id, d.supervisor_id, 'SUPERVISION_DUE', 'supervision-due:' || d.monday
      from due d
     where d.due_on between d.monday and d.monday + 6
       and not exists (
         select from scheduled s
           join planned_attendance a on a.organization_id = s.organization_id and a.planned_session_id = s.id
          where s.organization_id = d.organization_id and a.peer_id = d.peer_id and a.type = d.type
            and a.withdrawn_at is null and s.starts_on between s.today and d.due_on)),
  told as (
    insert into notification (organization_id, recipient_id, kind, key, created_at)
    select distinct n.organization_id, n.id, n.kind, n.key, p_now
      from (select * from tomorrow union all select * from unanswered union all select * from ending
            union all select * from due_this_week) n
      join membership m on m.organization_id = n.organization_id and m.id = n.id and m.disabled_at is null
    on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
    returning 1)
  select count(*)::integer from told
$$;
ALTER FUNCTION access.remind_of_supervision(timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.remove_agenda_item(p_id uuid) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with administrative as (
    delete from administrative_agenda_item i
     where i.organization_id = access.organization_id() and i.id = p_id and i.written_by = access.membership_id()
       and not access.session_counts(i.reached_in)
    returning 1),
  educational as (
    delete from educational_agenda_item i
     where i.organization_id = access.organization_id() and i.id = p_id and i.written_by = access.membership_id()
       and not access.session_counts(i.reached_in)
    returning 1),
  supportive as (
    delete from supportive_agenda_item i
     where i.organization_id = access.organization_id() and i.id = p_id and i.written_by = access.membership_id()
       and not access.session_counts(i.reached_in)
    returning 1)
  select ((select count(*) from administrative) + (select count(*) from educational)
    + (select count(*) from supportive))::integer
$$;
ALTER FUNCTION access.remove_agenda_item(uuid) OWNER TO alongside_definer;

CREATE FUNCTION access.remove_exclusion(p_peer_id uuid, p_excluded_id uuid) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with gone as (
    delete from exclusion_preference x
     where x.organization_id = access.organization_id() and x.made_by = access.membership_id()
       and x.peer_id = p_peer_id and x.excluded_id = p_excluded_id
    returning x.excluded_id)
  select count(*)::integer from gone
$$;
ALTER FUNCTION access.remove_exclusion(uuid,uuid) OWNER TO alongside_definer;

CREATE FUNCTION access.remove_flag_draft(p_id uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  delete from drift_flag_draft d
   where d.organization_id = access.organization_id() and d.peer_id = access.membership_id() and d.id = p_id
$$;
ALTER FUNCTION access.remove_flag_draft(uuid) OWNER TO alongside_definer;

CREATE FUNCTION access.remove_imported(p_batch_id uuid, p_members uuid[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  organization uuid := access.organization_id();
begin
  delete from invitation i where i.organization_id = organization and i.membership_id = any (p_members);
  delete from placement p using import_row r
   where r.organization_id = organization and r.batch_id = p_batch_id and r.membership_id = any (p_members)
     and p.organization_id = organization and p.id = r.placement_id;
  delete from employment e where e.organization_id = organization and e.member_id = any (p_members);
  -- If a peer's private exclusion stopped the deletion, the result would reveal it.
  delete from exclusion_preference x where x.organization_id = organization and x.excluded_id = any (p_members);
  delete from membership m
   where m.organization_id = organization and m.id = any (p_members) and m.account_id is null;
  update import_row r set outcome = 'REMOVED'
   where r.organization_id = organization and r.batch_id = p_batch_id and r.membership_id = any (p_members);
end $$;
ALTER FUNCTION access.remove_imported(uuid,uuid[]) OWNER TO alongside_definer;
REVOKE EXECUTE ON FUNCTION access.remove_imported(uuid,uuid[]) FROM PUBLIC;

CREATE FUNCTION access.remove_imported_record(p_kind text, p_record_id uuid, p_peer_id uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  organization uuid := access.organization_id();
begin
  if p_kind = 'CERTIFICATIONS' then
    -- The first term came with the certification and bears its id.
    delete from certification_term t where t.organization_id = organization and t.id = p_record_id;
    delete from certification c
     where c.organization_id = organization and c.id = p_record_id and c.peer_id = p_peer_id;
  
      elsif p_kind = 'SERVICE_HOURS' then
        delete from service_hours h
         where h.organization_id = organization and h.id = p_record_id and h.peer_id = p_peer_id;
  else
    delete from ce_credit c
     where c.organization_id = organization and c.activity_id = p_record_id and c.peer_id = p_peer_id;
    delete from ce_activity a
     where a.organization_id = organization and a.id = p_record_id
       and not exists (select from ce_credit c
                        where c.organization_id = organization and c.activity_id = p_record_id);
  end if;
end $$;
ALTER FUNCTION access.remove_imported_record(text,uuid,uuid) OWNER TO alongside_definer;
REVOKE EXECUTE ON FUNCTION access.remove_imported_record(text,uuid,uuid) FROM PUBLIC;

CREATE FUNCTION access.remove_plan_line(p_id uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
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
ALTER FUNCTION access.remove_plan_line(uuid) OWNER TO alongside_definer;

CREATE FUNCTION access.rename_oneself(p_name text) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with renamed as (
    update membership m set display_name = p_name, revision = m.revision + 1
     where m.organization_id = access.organization_id() and m.id = access.membership_id()
    returning m.id)
  select count(*)::integer from renamed
$$;
ALTER FUNCTION access.rename_oneself(text) OWNER TO alongside_definer;

CREATE FUNCTION access.renew_own_token(p_id uuid, p_token_hash bytea) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with renewed as (
    update api_token t set token_hash = p_token_hash
     where t.organization_id = access.organization_id() and t.id = p_id and t.made_by = access.membership_id()
       and t.revoked_at is null and t.last_used_at is null
    returning 1)
  select count(*)::integer from renewed
$$;
ALTER FUNCTION access.renew_own_token(uuid,bytea) OWNER TO alongside_definer;

CREATE FUNCTION access.reopen_planned_session() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  counts boolean := exists (
    select from supervision_session s
     where s.organization_id = new.organization_id and s.voided_at is null
       and coalesce(s.version_of, s.id) = coalesce(new.version_of, new.id));
begin
  update planned_session p
     set status = case when counts then 'HELD' else 'SCHEDULED' end, reason = null, revision = p.revision + 1,
         changed_by = access.membership_id(), changed_at = access.now()
   where p.organization_id = new.organization_id and p.held_session_id = coalesce(new.version_of, new.id)
     and (p.status = 'HELD') <> counts;
  return null;
end $$;

CREATE FUNCTION access.replace_own_recovery_code(p_recovery_hash bytea) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with replaced as (
    update account a set recovery_code_hash = p_recovery_hash where a.id = access.account_id() returning a.id),
  recorded as (
    insert into audit_entry (organization_id, at, actor_id, area, action, subject, subject_id, person_id)
    select m.organization_id, access.now(),
           case when m.organization_id = access.organization_id() then access.membership_id() end,
           'ACCOUNT', 'RECOVERY_CODE_REPLACED', 'account', r.id, m.id
      from replaced r join membership m on m.account_id = r.id)
  select count(*)::integer from replaced
$$;
ALTER FUNCTION access.replace_own_recovery_code(bytea) OWNER TO alongside_definer;

CREATE FUNCTION access.replace_password(
    p_account_id uuid, p_password_hash text, p_recovery_hash bytea, p_now timestamptz)
  RETURNS void
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  update account set password_hash = p_password_hash, recovery_code_hash = p_recovery_hash where id = p_account_id;
  update sign_in_session set ended_at = p_now where account_id = p_account_id and ended_at is null;
  delete from known_device where account_id = p_account_id;
  select access.revoke_tokens_of(p_account_id, p_now);
$$;
ALTER FUNCTION access.replace_password(uuid,text,bytea,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.require_available_supervisor() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  if access.organization_id() is null then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('supervision of ' || new.peer_id, 0));
  if exists (
    select from supervision_relationship r
     where r.organization_id = new.organization_id and r.peer_id = new.peer_id and r.id <> new.id
       and r.supervisor_id = new.supervisor_id and r.type = new.type
       and (r.ends_on is null or r.ends_on >= greatest(r.starts_on, new.starts_on))
       and (new.ends_on is null or new.ends_on >= r.starts_on)) then
    raise check_violation using constraint = 'supervision_relationship_overlaps';
  end if;
  if not access.may_supervise(new.supervisor_id, new.peer_id, new.type) then
    raise check_violation using constraint = 'supervision_relationship_unavailable';
  end if;
  return null;
end $$;
ALTER FUNCTION access.require_available_supervisor() OWNER TO alongside_definer;

CREATE FUNCTION access.require_earlier_answers() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  if exists (
    (select unnest(old.conditions_held), true, null::integer
     union all select unnest(old.conditions_not_held), false, null
     union all select 'chosen-cycle-months', null, old.chosen_cycle_months where old.chosen_cycle_months is not null)
    except
    (select unnest(new.conditions_held), true, null::integer
     union all select unnest(new.conditions_not_held), false, null::integer
     union all select 'chosen-cycle-months', null, new.chosen_cycle_months)
    except
    select a.question, a.held, a.months from earlier_holder_answer a
     where a.organization_id = old.organization_id and a.certification_id = old.id and a.revision = old.revision
       and a.ends_on is not null) then
    raise check_violation using constraint = 'earlier_holder_answer_missing';
  end if;
  return new;
end $$;

CREATE FUNCTION access.require_issue_day_correction() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  if access.membership_id() is not null and new.issued_on <> old.issued_on and not exists (
    select from issue_day_correction d
     where d.organization_id = new.organization_id and d.certification_id = new.id
       and d.issued_on_before = old.issued_on and d.issued_on = new.issued_on
       and d.recorded_by = access.membership_id() and d.recorded_at = access.now()) then
    raise check_violation using constraint = 'certification_issue_day_without_correction';
  end if;
  return new;
end $$;

CREATE FUNCTION access.require_joined_attendees() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  if exists (
    select from session_attendance a
      join membership m on m.organization_id = a.organization_id and m.id = a.peer_id
     where a.organization_id = new.organization_id and a.session_id = new.session_id
       and a.peer_id = coalesce(new.about_peer_id, a.peer_id) and m.account_id is null) then
    raise check_violation using constraint = 'written_about_joined_peers';
  end if;
  return new;
end $$;
ALTER FUNCTION access.require_joined_attendees() OWNER TO alongside_definer;

CREATE FUNCTION access.require_joined_peer() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  if exists (
    select from membership m
     where m.organization_id = new.organization_id and m.id = new.peer_id and m.account_id is null) then
    raise check_violation using constraint = 'written_about_joined_peers';
  end if;
  return new;
end $$;
ALTER FUNCTION access.require_joined_peer() OWNER TO alongside_definer;

CREATE FUNCTION access.require_later_role_agreement() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  perform pg_advisory_xact_lock(hashtextextended('role agreements of ' || new.placement_id, 0));
  if exists (
    select from role_agreement g
     where g.organization_id = new.organization_id and g.placement_id = new.placement_id and g.id <> new.id
       and g.in_force_from >= coalesce(new.in_force_from, new.starts_on)) then
    raise check_violation using constraint = 'role_agreement_overlaps';
  end if;
  return new;
end $$;
ALTER FUNCTION access.require_later_role_agreement() OWNER TO alongside_definer;

CREATE FUNCTION access.require_proqol_pause() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  if exists (
    select from proqol_response p
     where p.organization_id = new.organization_id and p.member_id = new.member_id
       and p.finished_on > new.started_on - 30)
  then
    raise check_violation using constraint = 'proqol_response_thirty_days_apart';
  end if;
  return new;
end $$;

CREATE FUNCTION access.require_second_person() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  if new.id = access.membership_id() and not new.roles <@ old.roles and exists (
    select from membership m
     where m.organization_id = new.organization_id and m.id <> new.id and m.account_id is not null) then
    raise insufficient_privilege using constraint = 'membership_second_person',
      message = 'another admin or an auditor confirms a role for oneself';
  end if;
  return new;
end $$;
ALTER FUNCTION access.require_second_person() OWNER TO alongside_definer;

CREATE FUNCTION access.require_term_for_expiry() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  if access.membership_id() is not null and new.expires_on is distinct from (
    select max(t.expires_on) from current_certification_term t
     where t.organization_id = new.organization_id and t.certification_id = new.id) then
    raise check_violation using constraint = 'certification_expiry_without_term';
  end if;
  return new;
end $$;

CREATE FUNCTION access.require_unsigned_session() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  if exists (select from session_signature x
              where x.organization_id = new.organization_id and x.session_id = new.id)
    and not exists (select from session_amendment m
                     where m.organization_id = new.organization_id and m.amends_id = new.id
                       and m.amended_at = new.voided_at) then
    raise check_violation using constraint = 'supervision_session_signed';
  end if;
  return null;
end $$;
ALTER FUNCTION access.require_unsigned_session() OWNER TO alongside_definer;

CREATE FUNCTION access.reset_password(
    p_token_hash bytea, p_password_hash text, p_recovery_hash bytea, p_now timestamptz)
  RETURNS TABLE(account_id uuid, organization_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  used record;
begin
  update password_reset r set used_at = p_now
    from membership m join account a on a.id = m.account_id
   where r.token_hash = p_token_hash and r.used_at is null and r.revoked_at is null and r.expires_at > p_now
     and m.organization_id = r.organization_id and m.id = r.member_id and m.disabled_at is null
     and a.disabled_at is null
  returning a.id as account, a.recovery_code_hash as code_hash, r.organization_id as organization into used;
  if not found then
    return;
  end if;
  insert into check_in_lock (account_id, locked_before, code_hash) values (used.account, p_now, used.code_hash);
  perform access.replace_password(used.account, p_password_hash, p_recovery_hash, p_now);
  account_id := used.account;
  organization_id := used.organization;
  return next;
end $$;
ALTER FUNCTION access.reset_password(bytea,text,bytea,timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.restrict_closing_to_peer() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  if (new.status in ('RESOLVED', 'NOT_DRIFT', 'NOT_AGREED') or old.status in ('RESOLVED', 'NOT_DRIFT'))
     and old.peer_id is distinct from access.membership_id() then
    raise insufficient_privilege using message = 'only the peer closes and reopens a flag';
  end if;
  return new;
end $$;

CREATE FUNCTION access.restrict_end_date_changes() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  -- Somebody ended it meanwhile: that end is independent of the leaving, and undoing the leaving does not touch it.
  if old.ends_with_leaving and new.ends_with_leaving and new.ends_on is distinct from old.ends_on
     and new.ends_on_before_leaving is not distinct from old.ends_on_before_leaving then
    new.ends_with_leaving := false;
    new.ends_on_before_leaving := null;
  end if;
  if new.ends_with_leaving and not old.ends_with_leaving
     and new.ends_on_before_leaving is distinct from old.ends_on
     or new.ends_with_leaving and old.ends_with_leaving
     and new.ends_on_before_leaving is distinct from old.ends_on_before_leaving then
    raise check_violation using constraint = 'supervision_relationship_end_extended';
  end if;
  if old.ends_on is not null and (new.ends_on is null or new.ends_on > old.ends_on)
     and not (old.ends_with_leaving and not new.ends_with_leaving
              and new.ends_on is not distinct from old.ends_on_before_leaving
              and old.ends_on >= coalesce(access.today(), current_date)) then
    raise check_violation using constraint = 'supervision_relationship_end_extended';
  end if;
  return new;
end $$;

CREATE FUNCTION access.restrict_host_agency_staff() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  if new.type <> 'ADMINISTRATIVE' and exists (
    select from membership m where m.organization_id = new.organization_id and m.id = new.supervisor_id
      and m.host_agency_id is not null) then
    raise check_violation using constraint = 'supervision_relationship_host_agency_staff';
  end if;
  return new;
end $$;
ALTER FUNCTION access.restrict_host_agency_staff() OWNER TO alongside_definer;

CREATE FUNCTION access.restrict_opening_and_release_to_peer() RETURNS trigger
  LANGUAGE plpgsql
AS $$
begin
  if (new.opened_at, new.released_at, new.released_as)
       is distinct from (old.opened_at, old.released_at, old.released_as)
     and old.peer_id is distinct from access.membership_id() then
    raise insufficient_privilege using message = 'only the peer opens and releases a flag';
  end if;
  return new;
end $$;

CREATE FUNCTION access.revoke_access_on_return() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  update sign_in_session s set ended_at = coalesce(access.now(), now())
   where s.organization_id = new.organization_id and s.membership_id = new.member_id and s.ended_at is null;
  update api_token t set revoked_at = coalesce(access.now(), now())
   where t.organization_id = new.organization_id and t.made_by = new.member_id and t.revoked_at is null;
  return null;
end $$;
ALTER FUNCTION access.revoke_access_on_return() OWNER TO alongside_definer;

CREATE FUNCTION access.revoke_tokens_of(p_account_id uuid, p_now timestamptz) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with revoked as (
    update api_token t set revoked_at = p_now
      from membership m
     where m.account_id = p_account_id and t.organization_id = m.organization_id and t.made_by = m.id
       and t.revoked_at is null
    returning t.expires_at)
  select count(*) filter (where expires_at > p_now)::integer from revoked
$$;
ALTER FUNCTION access.revoke_tokens_of(uuid,timestamptz) OWNER TO alongside_definer;
REVOKE EXECUTE ON FUNCTION access.revoke_tokens_of(uuid,timestamptz) FROM PUBLIC;

CREATE FUNCTION access.session_counts(p_session_id uuid) RETURNS boolean
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select p_session_id is not null and exists (
    select from supervision_session s
     where s.organization_id = access.organization_id() and coalesce(s.version_of, s.id) = p_session_id
       and s.voided_at is null)
$$;

CREATE FUNCTION access.session_record(p_organization_id uuid, p_session_id uuid) RETURNS text
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select string_agg(line, E'\n' order by place, line collate "C")
    from access.session_record_lines(p_organization_id, array[p_session_id])
$$;

CREATE FUNCTION access.session_record_lines(p_organization_id uuid, p_session_ids uuid[])
  RETURNS TABLE(session_id uuid, place integer, line text)
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select s.id, l.place, l.line
    from supervision_session s
    cross join lateral (values
      (1, 'alongside session record 1'),
      (2, 'session ' || s.id), (3, 'supervisor ' || s.supervisor_id), (4, 'held ' || to_char(s.held_on, 'YYYY-MM-DD')),
      (5, 'minutes ' || s.minutes), (6, 'status ' || s.status), (7, 'format ' || s.format),
      (8, 'modality ' || s.modality), (9, 'observed ' || case when s.observed then 'yes' else 'no' end)) l (place, line)
   where s.organization_id = p_organization_id and s.id = any (p_session_ids)
  union all
  select a.session_id, 10, 'attended ' || a.peer_id || ' ' || a.minutes from session_attendance a
   where a.organization_id = p_organization_id and a.session_id = any (p_session_ids)
  union all
  select g.session_id, 11, 'part ' || g.type || ' ' || g.minutes from session_segment g
   where g.organization_id = p_organization_id and g.session_id = any (p_session_ids)
  union all
  select n.session_id, 12, concat_ws(' ', 'note', n.type, coalesce(n.about_peer_id::text, 'group'), encode(sha256(convert_to(
           concat_ws(E'\n', n.id, array_to_string(n.activities, ','), coalesce(n.note, '')), 'UTF8')), 'hex'))
    from administrative_note n where n.organization_id = p_organization_id and n.session_id = any (p_session_ids)
  union all
  select n.session_id, 12, concat_ws(' ', 'note', n.type, coalesce(n.about_peer_id::text, 'group'), encode(sha256(convert_to(
           concat_ws(E'\n', n.id, array_to_string(n.activities, ','), coalesce(n.note, '')), 'UTF8')), 'hex'))
    from educational_note n where n.organization_id = p_organization_id and n.session_id = any (p_session_ids)
  union all
  select n.session_id, 12, concat_ws(' ', 'note', n.type, coalesce(n.about_peer_id::text, 'group'), encode(sha256(convert_to(
           concat_ws(E'\n', n.id, array_to_string(n.activities, ','), coalesce(n.note, '')), 'UTF8')), 'hex'))
    from supportive_note n where n.organization_id = p_organization_id and n.session_id = any (p_session_ids)
$$;

CREATE FUNCTION access.should_skip_expiry_reminder(certification, p_today date) RETURNS boolean
  LANGUAGE sql STABLE
AS $$
  select $1.voided_at is not null or exists (
      select from certification later
       where later.organization_id = $1.organization_id and later.peer_id = $1.peer_id
         and later.credential_id = $1.credential_id and later.id <> $1.id and later.issued_on > $1.issued_on
         and (later.title = $1.title or later.title is null or $1.title is null) and later.voided_at is null)
    or exists (
      select from membership m
        left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
       where m.organization_id = $1.organization_id and m.id = $1.peer_id
         and (m.disabled_at is not null
              or e.leaves_on < p_today and (e.returns_on is null or e.returns_on > p_today)))
$$;

CREATE FUNCTION access.signature_hash(p_organization_id uuid, p_session_id uuid, p_signer_id uuid)
  RETURNS bytea
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select sha256(convert_to(concat_ws(E'\n', 'alongside signature 1', 'session ' || x.session_id,
           'signer ' || x.signer_id, 'kind ' || x.kind,
           'at ' || to_char(x.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
           'record ' || encode(x.record_hash, 'hex'),
           (select string_agg(line, E'\n' order by line collate "C") from (
             select concat_ws(' ', 'comment', c.type, encode(sha256(convert_to(
                      concat_ws(E'\n', c.id, c.comment), 'UTF8')), 'hex')) as line
                 from administrative_comment c where c.organization_id = x.organization_id
                  and c.session_id = x.session_id and c.peer_id = x.peer_id union all select concat_ws(' ', 'comment', c.type, encode(sha256(convert_to(
                      concat_ws(E'\n', c.id, c.comment), 'UTF8')), 'hex')) as line
                 from educational_comment c where c.organization_id = x.organization_id
                  and c.session_id = x.session_id and c.peer_id = x.peer_id union all select concat_ws(' ', 'comment', c.type, encode(sha256(convert_to(
                      concat_ws(E'\n', c.id, c.comment), 'UTF8')), 'hex')) as line
                 from supportive_comment c where c.organization_id = x.organization_id
                  and c.session_id = x.session_id and c.peer_id = x.peer_id) comments)), 'UTF8'))
    from session_signature x
   where x.organization_id = p_organization_id and x.session_id = p_session_id and x.signer_id = p_signer_id
$$;

CREATE FUNCTION access.statuses_are_stale(p_assessed_by text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select exists (
    select from certification_assessment j
      join membership m on m.organization_id = j.organization_id and m.id = j.peer_id and m.disabled_at is null
     where j.organization_id = access.organization_id()
       and (j.assessed_version is distinct from j.facts_version or j.assessed_by is distinct from p_assessed_by
            or j.reassess_on <= access.today() or j.assessed_on > access.today()))
$$;
ALTER FUNCTION access.statuses_are_stale(text) OWNER TO alongside_definer;

CREATE FUNCTION access.store_statuses(p_now timestamptz, p_assessed jsonb) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with assessed as materialized (
    select r.* from jsonb_to_recordset(p_assessed) r (
      organization_id uuid, certification_id uuid, facts_version bigint, status text, assessed_by text, assessed_on date,
      reassess_on date, next_change_on date, at_risk boolean, reason_kinds text[], unknown_kinds text[],
      credential_state text, credential_label text, rule_version integer, opens_on date, send_by_on date,
      expires_on date)
     where access.organization_id() is null),
  unchanged as materialized (
    select j.organization_id, j.certification_id, j.peer_id
      from assessed r
      join certification_assessment j on j.organization_id = r.organization_id
       and j.certification_id = r.certification_id and j.facts_version = r.facts_version
     order by j.organization_id, j.certification_id for update of j),
  saved as (
    update certification_assessment j
       set assessed_version = r.facts_version, assessed_by = r.assessed_by, assessed_on = r.assessed_on,
           reassess_on = r.reassess_on, next_change_on = r.next_change_on, at_risk = r.at_risk,
           reason_kinds = r.reason_kinds, unknown_kinds = r.unknown_kinds, credential_state = r.credential_state,
           credential_label = r.credential_label, rule_version = r.rule_version, opens_on = r.opens_on,
           send_by_on = r.send_by_on, expires_on = r.expires_on
      from unchanged s
      join assessed r on r.organization_id = s.organization_id and r.certification_id = s.certification_id
     where j.organization_id = s.organization_id and j.certification_id = s.certification_id
    returning j.certification_id),
  to_notify as materialized (
    select s.organization_id, s.certification_id, s.peer_id, r.status, r.expires_on
      from unchanged s
      join assessed r on r.organization_id = s.organization_id and r.certification_id = s.certification_id
      join certification_status was
        on was.organization_id = s.organization_id and was.certification_id = s.certification_id
     where was.status <> r.status and r.status in ('AT_RISK', 'LAPSED')
       and not exists (
         select from certification c
          where c.organization_id = s.organization_id and c.id = s.certification_id
            and access.should_skip_expiry_reminder(c, r.assessed_on))),
  statuses as (
    insert into certification_status (organization_id, certification_id, peer_id, status)
    select s.organization_id, s.certification_id, s.peer_id, r.status
      from unchanged s
      join assessed r on r.organization_id = s.organization_id and r.certification_id = s.certification_id
    on conflict on constraint certification_status_pkey do update set status = excluded.status
     where certification_status.status <> excluded.status
    returning certification_id),
  notified as (
    insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
    select m.organization_id, m.id, 'CERTIFICATION_' || t.status,
           concat_ws(':', 'status', t.certification_id, t.status, t.expires_on), t.certification_id, p_now
      from to_notify t
      join membership m on m.organization_id = t.organization_id and m.disabled_at is null
       and (m.id = t.peer_id or 'MANAGER' = any (m.roles))
    on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
    returning id)
  select count(*)::integer from notified
$$;
ALTER FUNCTION access.store_statuses(timestamptz,jsonb) OWNER TO alongside_definer;

CREATE FUNCTION access.supervision_request_counts()
  RETURNS TABLE(waiting integer, answered integer, median_hours integer)
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select count(*) filter (where q.status = 'OPEN')::integer,
         count(*) filter (where q.status = 'ANSWERED')::integer,
         (percentile_cont(0.5) within group (order by extract(epoch from q.answered_at - q.asked_at) / 3600)
            filter (where q.status = 'ANSWERED'))::integer
    from supervision_request q
   where q.organization_id = access.organization_id()
     and (access.has_role('MANAGER') or access.has_role('AUDITOR'))
$$;
ALTER FUNCTION access.supervision_request_counts() OWNER TO alongside_definer;

CREATE FUNCTION access.supports_now(p_relationship_id uuid, p_peer_id uuid) RETURNS boolean
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
AS $$
  select p_peer_id = any (access.peers_of('SUPPORTIVE')) and exists (
    select from supervision_relationship r
     where r.organization_id = access.organization_id() and r.id = p_relationship_id and r.peer_id = p_peer_id
       and r.supervisor_id = access.membership_id() and r.type = 'SUPPORTIVE' and r.accepted_at is not null
       and r.starts_on <= access.today() and (r.ends_on is null or r.ends_on >= access.today()))
$$;

CREATE FUNCTION access.switch_session(
    p_token_hash bytea, p_organization_id uuid, p_new_token_hash bytea, p_now timestamptz,
      p_user_agent text, p_address text)
  RETURNS TABLE(expires_at timestamptz)
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  left_behind record;
begin
  select s.organization_id as organization, s.id, s.account_id, s.confirmed_at, s.expires_at, s.is_shared_device as is_shared
    into left_behind
    from sign_in_session s where s.token_hash = p_token_hash and s.ended_at is null for update;
  if not found then
    return;
  end if;
  perform from access.begin_session(
    left_behind.account_id, p_organization_id, p_new_token_hash, p_now, p_user_agent, p_address, left_behind.is_shared);
  if found then
    return query
      update sign_in_session s
         set confirmed_at = left_behind.confirmed_at, expires_at = least(s.expires_at, left_behind.expires_at)
       where s.token_hash = p_new_token_hash returning s.expires_at;
    update sign_in_session s set ended_at = p_now
     where s.organization_id = left_behind.organization and s.id = left_behind.id;
  end if;
end $$;
ALTER FUNCTION access.switch_session(bytea,uuid,bytea,timestamptz,text,text) OWNER TO alongside_definer;

CREATE FUNCTION access.take_due_mails(p_now timestamptz, p_limit integer)
  RETURNS TABLE(
    organization_id uuid, mail_id uuid, email text, locale text, organization_name text, kinds text[])
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with due as materialized (
    select n.organization_id, n.recipient_id, n.mail_due_at, n.mail_id as known_id,
           coalesce(n.mail_id, gen_random_uuid()) as given_id
      from notification n
     where access.organization_id() is null and n.mailed_at is null and n.mail_due_at is distinct from 'infinity'
       and n.mail_due_at <= p_now and n.mail_due_at > p_now - interval '168 hours'
       and (n.mail_taken_at is null
            or n.mail_taken_at < p_now - interval '10 minutes' * least(n.mail_attempts, 36))
     group by n.organization_id, n.recipient_id, n.mail_due_at, n.mail_id
     order by n.mail_due_at limit p_limit),
  free as (
    select n.organization_id, n.id, due.given_id
      from due join notification n on n.organization_id = due.organization_id
       and n.recipient_id = due.recipient_id and n.mail_due_at = due.mail_due_at
       and n.mail_id is not distinct from due.known_id
     where n.mailed_at is null and (n.mail_taken_at is null
           or n.mail_taken_at < p_now - interval '10 minutes' * least(n.mail_attempts, 36))
       for update of n skip locked),
  taken as (
    update notification n
       set mail_id = free.given_id, mail_taken_at = p_now, mail_attempts = n.mail_attempts + 1
      from free where n.organization_id = free.organization_id and n.id = free.id
    returning n.organization_id, n.recipient_id, n.mail_id, n.kind)
  select t.organization_id, t.mail_id, a.email, coalesce(p.locale, o.locale), o.name, array_agg(t.kind order by t.kind)
    from taken t
    join organization o on o.id = t.organization_id
    join membership m on m.organization_id = t.organization_id and m.id = t.recipient_id
    join account a on a.id = m.account_id
    left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
    left join member_preference p on p.organization_id = t.organization_id and p.membership_id = t.recipient_id
   where m.disabled_at is null and a.disabled_at is null
     and (e.leaves_on is null or e.leaves_on >= (p_now at time zone o.time_zone)::date
          or e.returns_on <= (p_now at time zone o.time_zone)::date)
   group by t.organization_id, t.mail_id, a.email, coalesce(p.locale, o.locale), o.name
$$;
ALTER FUNCTION access.take_due_mails(timestamptz,integer) OWNER TO alongside_definer;

CREATE FUNCTION access.take_erasure_receipts(p_now timestamptz, p_limit integer)
  RETURNS TABLE(
    organization_id uuid, id uuid, email text, locale text, organization_name text, left_on date,
      erased_on date)
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with waiting as (
    select x.organization_id, x.id from erasure x
     where access.organization_id() is null and x.mailed_at is null and x.mail_failure is null
       and not exists (select from organization o where o.id = x.organization_id and o.is_demo)
       and (x.mail_taken_at is null or x.mail_taken_at < p_now - interval '10 minutes' * x.mail_attempts)
     order by x.erased_at limit p_limit for update skip locked),
  taken as (
    update erasure x set mail_taken_at = p_now, mail_attempts = x.mail_attempts + 1
      from waiting w where x.organization_id = w.organization_id and x.id = w.id
    returning x.organization_id, x.id, x.member_id, x.left_on, x.erased_at)
  select t.organization_id, t.id, a.email, coalesce(p.locale, o.locale), o.name, t.left_on,
         (t.erased_at at time zone o.time_zone)::date
    from taken t
    join organization o on o.id = t.organization_id
    join membership m on m.organization_id = t.organization_id and m.id = t.member_id
    join account a on a.id = m.account_id
    left join member_preference p on p.organization_id = t.organization_id and p.membership_id = t.member_id
$$;
ALTER FUNCTION access.take_erasure_receipts(timestamptz,integer) OWNER TO alongside_definer;

CREATE FUNCTION access.take_invitations(p_now timestamptz, p_token_hashes bytea[])
  RETURNS TABLE(token_hash bytea, email text, organization_name text)
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with waiting as (
    select i.organization_id, i.id from invitation i
     where access.organization_id() is null and i.mailed_at is null and i.mail_failure is null
       and i.mail_wanted_at <= p_now and i.expires_at > p_now
       and not exists (select from organization o where o.id = i.organization_id and o.is_demo)
       and not exists (select from membership m where m.organization_id = i.organization_id
                          and m.id = i.membership_id and m.disabled_at is not null)
       and i.accepted_at is null and i.revoked_at is null
       and (i.mail_taken_at is null or i.mail_taken_at < p_now - interval '10 minutes' * i.mail_attempts)
     order by i.mail_wanted_at limit cardinality(p_token_hashes) for update skip locked),
  numbered as (select w.organization_id, w.id, row_number() over () as place from waiting w),
  taken as (
    update invitation i
       set token_hash = p_token_hashes[n.place], mail_taken_at = p_now, mail_attempts = i.mail_attempts + 1
      from numbered n where i.organization_id = n.organization_id and i.id = n.id
    returning i.organization_id, i.token_hash, i.email)
  select t.token_hash, t.email, o.name from taken t join organization o on o.id = t.organization_id
$$;
ALTER FUNCTION access.take_invitations(timestamptz,bytea[]) OWNER TO alongside_definer;

CREATE FUNCTION access.take_password_resets(p_now timestamptz, p_token_hashes bytea[])
  RETURNS TABLE(token_hash bytea, email text, organization_name text)
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with waiting as (
    select r.organization_id, r.id from password_reset r
     where access.organization_id() is null and r.mailed_at is null and r.mail_failure is null
       and r.expires_at > p_now and r.used_at is null and r.revoked_at is null
       and not exists (select from organization o where o.id = r.organization_id and o.is_demo)
       and (r.mail_taken_at is null or r.mail_taken_at < p_now - interval '10 minutes' * r.mail_attempts)
     order by r.created_at limit cardinality(p_token_hashes) for update skip locked),
  numbered as (select w.organization_id, w.id, row_number() over () as place from waiting w),
  taken as (
    update password_reset r
       set token_hash = p_token_hashes[n.place], mail_taken_at = p_now, mail_attempts = r.mail_attempts + 1
      from numbered n where r.organization_id = n.organization_id and r.id = n.id
    returning r.organization_id, r.member_id, r.token_hash)
  select t.token_hash, a.email, o.name
    from taken t
    join organization o on o.id = t.organization_id
    join membership m on m.organization_id = t.organization_id and m.id = t.member_id and m.disabled_at is null
    join account a on a.id = m.account_id and a.disabled_at is null
$$;
ALTER FUNCTION access.take_password_resets(timestamptz,bytea[]) OWNER TO alongside_definer;

CREATE FUNCTION access.tell_of_agreements_to_sign(p_now timestamptz) RETURNS integer
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
  with told as (
    insert into notification (organization_id, recipient_id, kind, key, subject_id, created_at)
    select distinct g.organization_id, t.supervisor_id, 'AGREEMENT_TO_SIGN', 'agreement:' || g.id, g.id, p_now
      from supervision_agreement g
      join organization o on o.id = g.organization_id
      join supervision_agreement_term t on t.organization_id = g.organization_id and t.agreement_id = g.id
      join supervision_relationship r on r.organization_id = g.organization_id and r.peer_id = g.peer_id
       and r.supervisor_id = t.supervisor_id and r.type = t.type
      join membership m on m.organization_id = g.organization_id and m.id = t.supervisor_id and m.disabled_at is null
     where access.organization_id() is null and g.ends_on is null and r.accepted_at is not null
       and r.starts_on <= (p_now at time zone o.time_zone)::date
       and (r.ends_on is null or r.ends_on >= (p_now at time zone o.time_zone)::date)
       and not exists (
         select from supervision_agreement_signature s
          where s.organization_id = g.organization_id and s.agreement_id = g.id and s.member_id = t.supervisor_id)
    on conflict on constraint notification_organization_id_recipient_id_key_key do nothing
    returning id)
  select count(*)::integer from told
$$;
ALTER FUNCTION access.tell_of_agreements_to_sign(timestamptz) OWNER TO alongside_definer;

CREATE FUNCTION access.tell_of_objection() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
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
ALTER FUNCTION access.tell_of_objection() OWNER TO alongside_definer;

CREATE FUNCTION access.today() RETURNS date
  LANGUAGE sql STABLE
AS $$ select nullif(current_setting('app.today', true), '')::date $$;

CREATE FUNCTION access.undo_flag(p_id uuid) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
begin
  if not exists (
    select from drift_flag f
     where f.organization_id = access.organization_id() and f.id = p_id and f.peer_id = access.membership_id()
       and f.raised_by_kind = 'PEER' and f.opened_at > access.now() and f.released_at is null
       and not exists (select from drift_flag_step s where s.organization_id = f.organization_id and s.flag_id = f.id)
       and (select count(*) from drift_flag_response v
             where v.organization_id = f.organization_id and v.flag_id = f.id) <= 1) then
    return 0;
  end if;
  delete from drift_flag_share s where s.organization_id = access.organization_id() and s.flag_id = p_id;
  delete from drift_flag_response v where v.organization_id = access.organization_id() and v.flag_id = p_id;
  delete from drift_flag f where f.organization_id = access.organization_id() and f.id = p_id;
  return 1;
end $$;
ALTER FUNCTION access.undo_flag(uuid) OWNER TO alongside_definer;

CREATE FUNCTION access.undo_people_import(p_batch_id uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  organization uuid := access.organization_id();
  waiting uuid[];
  one uuid;
begin
  perform from import_batch b
    where b.organization_id = organization and b.id = p_batch_id and b.state = 'CONFIRMED' and b.kind = 'PEOPLE'
      and b.rows_until > access.now()
      and (access.has_role('MANAGER') or access.has_role('ADMIN') and b.imported_by = access.membership_id())
    for update;
  if not found then
    return false;
  end if;
  perform from membership m
    where m.organization_id = organization and m.id in (
      select r.membership_id from import_row r
       where r.organization_id = organization and r.batch_id = p_batch_id and r.outcome = 'MADE')
    order by m.id for update;
  update import_row r set outcome = 'KEPT', kept_because = 'JOINED' from membership m
   where r.organization_id = organization and r.batch_id = p_batch_id and r.outcome = 'MADE'
     and m.organization_id = organization and m.id = r.membership_id and m.account_id is not null;
  waiting := array(
    select r.membership_id from import_row r
     where r.organization_id = organization and r.batch_id = p_batch_id and r.outcome = 'MADE');
  begin
    perform access.remove_imported(p_batch_id, waiting);
  exception when foreign_key_violation then
    foreach one in array waiting loop
      begin
        perform access.remove_imported(p_batch_id, array[one]);
      exception when foreign_key_violation then
        update import_row r set outcome = 'KEPT', kept_because = 'HAS_RECORDS'
         where r.organization_id = organization and r.batch_id = p_batch_id and r.membership_id = one;
      end;
    end loop;
  end;
  update import_batch b
     set state = 'UNDONE', undone_at = access.now(), removed_count = (
           select count(*) from import_row r
            where r.organization_id = organization and r.batch_id = p_batch_id and r.outcome = 'REMOVED')
   where b.organization_id = organization and b.id = p_batch_id;
  return true;
end $$;
ALTER FUNCTION access.undo_people_import(uuid) OWNER TO alongside_definer;

CREATE FUNCTION access.undo_records_import(p_batch_id uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
declare
  organization uuid := access.organization_id();
  v_kind text;
  one record;
begin
  select b.kind into v_kind from import_batch b
    where b.organization_id = organization and b.id = p_batch_id and b.state = 'CONFIRMED' and b.kind <> 'PEOPLE'
      and b.rows_until > access.now() and access.has_role('MANAGER')
    for update;
  if not found then
    return false;
  end if;
  for one in
    select r.line, r.record_id, r.membership_id from import_row r
     where r.organization_id = organization and r.batch_id = p_batch_id and r.outcome = 'MADE' order by r.line
  loop
    begin
      perform access.remove_imported_record(v_kind, one.record_id, one.membership_id);
      update import_row r set outcome = 'REMOVED'
       where r.organization_id = organization and r.batch_id = p_batch_id and r.line = one.line;
    exception when foreign_key_violation then
      update import_row r set outcome = 'KEPT', kept_because = 'HAS_RECORDS'
       where r.organization_id = organization and r.batch_id = p_batch_id and r.line = one.line;
    end;
  end loop;
  update import_batch b
     set state = 'UNDONE', undone_at = access.now(), removed_count = (
           select count(*) from import_row r
            where r.organization_id = organization and r.batch_id = p_batch_id and r.outcome = 'REMOVED')
   where b.organization_id = organization and b.id = p_batch_id;
  return true;
end $$;
ALTER FUNCTION access.undo_records_import(uuid) OWNER TO alongside_definer;
