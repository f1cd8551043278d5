import { ME, MY_ORGANIZATION, type MyDataPart, nameOf } from './my-data-part.ts'

/** What one answered about a peer role, and what was agreed on about one's own. */
export const ROLE_PARTS: readonly MyDataPart[] = [
  {
    key: 'roleWorksheets',
    of: ['role_worksheet.member_id', 'role_worksheet_answer.member_id'],
    sql: `select h.name as "hostAgency", w.side as "roleSide", w.on_behalf_of as "onBehalfOf",
                 w.handed_in_at as "handedInAt",
                 (select jsonb_agg(jsonb_build_object('roleActivity', coalesce(c.name, a.activity),
                           'isPartOfRole', a.is_part_of_role, 'conflictsWithValues', a.conflicts_with_values,
                           'isBetterSuited', a.is_better_suited, 'betterSuited', a.better_suited)
                           order by a.activity)
                    from role_worksheet_answer a
                    left join custom_activity c
                      on c.organization_id = a.organization_id and 'custom-' || c.id = a.activity
                   where a.organization_id = w.organization_id and a.worksheet_id = w.id) as answers
            from role_worksheet w
            join host_agency h on h.organization_id = w.organization_id and h.id = w.host_agency_id
           where w.organization_id = ${MY_ORGANIZATION} and w.member_id = ${ME} order by w.started_at, w.id`,
  },
  {
    key: 'roleAgreements',
    of: ['role_agreement.peer_id', 'role_agreement_acceptance.peer_id'],
    sql: `select h.name as "hostAgency", g.version, g.starts_on as "startsOn", g.in_force_from as "inForceFrom",
                 ${nameOf('g.organization_id', 'g.proposed_by')} as "proposedBy", g.withdrawn_at as "withdrawnAt",
                 (select jsonb_agg(jsonb_build_object('roleActivity', coalesce(c.name, l ->> 'activity'),
                           'roleAnswer', l ->> 'answer', 'doneBy', l ->> 'doneBy'))
                    from jsonb_array_elements(g.lines) l
                    left join custom_activity c
                      on c.organization_id = g.organization_id and 'custom-' || c.id = l ->> 'activity') as answers,
                 (select jsonb_agg(jsonb_build_object('roleSide', a.side, 'onBehalfOf', a.on_behalf_of,
                           'by', ${nameOf('a.organization_id', 'a.accepted_by')}, 'acceptedAt', a.accepted_at)
                           order by a.accepted_at, a.side)
                    from role_agreement_acceptance a
                   where a.organization_id = g.organization_id and a.agreement_id = g.id) as acceptances
            from role_agreement g
            join placement p on p.organization_id = g.organization_id and p.id = g.placement_id
            join host_agency h on h.organization_id = p.organization_id and h.id = p.host_agency_id
           where g.organization_id = ${MY_ORGANIZATION} and g.peer_id = ${ME} order by g.proposed_at, g.id`,
  },
]
