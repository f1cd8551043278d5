import { ME, MY_ORGANIZATION, type MyDataPart } from './my-data-part.ts'

/** What goes with a peer to the next employer: certificates, what boards said, and the hours. */
export const CERTIFICATION_PARTS: readonly MyDataPart[] = [
  {
    key: 'certifications',
    of: ['certification.peer_id', 'certification_status_period.peer_id'],
    sql: `select c.credential_id as credential, c.number, c.issued_on as "issuedOn", c.expires_on as "expiresOn",
                 c.birth_month_day as "birthMonthDay", c.recorded_at as "recordedAt",
                 (select jsonb_agg(jsonb_build_object('status', p.status, 'startsOn', p.starts_on,
                           'endsOn', p.ends_on) order by p.starts_on, p.id)
                    from certification_status_period p
                   where p.organization_id = c.organization_id and p.certification_id = c.id) as statuses
            from certification c
           where c.organization_id = ${MY_ORGANIZATION} and c.peer_id = ${ME} order by c.issued_on, c.id`,
  },
  {
    key: 'hours',
    of: ['ce_credit.peer_id'],
    sql: `select v.held_on as "heldOn", v.title, v.provider, c.hours, c.categories, v.delivery_mode as "deliveryMode"
            from ce_credit c
            join ce_activity v on v.organization_id = c.organization_id and v.id = c.activity_id
           where c.organization_id = ${MY_ORGANIZATION} and c.peer_id = ${ME} order by v.held_on, v.id`,
  },
]
