import type { ActivityFunction } from '@alongside/shared/drift/activities/activity-functions'
import {
  type AgreementLine,
  answerFor,
  versionInForce,
} from '@alongside/shared/drift/role-agreement/role-agreement'
import type { CourseFact } from '@alongside/shared/drift/signals/clinical-training'
import type { SignalFacts } from '@alongside/shared/drift/signals/check-signals'
import { COURSE_DAYS } from '@alongside/shared/drift/signals/thresholds'
import { roleAnswerOf, type WeekFact } from '@alongside/shared/drift/signals/week-facts'
import type { PlacementFact, RelationshipFact } from '@alongside/shared/drift/structural-signals'
import type { SelectText } from '../../database/reads-and-writes.ts'
import type { Transaction } from '../../database/unit-of-work.ts'

// What the signals about the signed-in peer rest on, read as that peer in one round trip.

interface AgreementRow {
  readonly placementId: string
  readonly inForceFrom: string
  readonly lines: readonly AgreementLine[]
}

interface WeekRow extends Omit<WeekFact, 'lines'> {
  readonly lines: readonly {
    readonly activity: string
    readonly function: ActivityFunction
    readonly quarterHours: number
  }[]
}

export async function loadSignalFacts(tx: Transaction): Promise<SignalFacts> {
  const [placements, relationships, [work], weeks, agreements, courses] = await Promise.all([
    tx.run<PlacementFact>(PLACEMENTS),
    tx.run<RelationshipFact>(RELATIONSHIPS),
    tx.run<{ since: string }>(SINCE),
    tx.run<WeekRow>(WEEKS),
    tx.run<AgreementRow>(AGREEMENTS),
    tx.run<CourseFact>(COURSES),
  ])
  return {
    ...{ placements, relationships, courses, since: work?.since ?? tx.actor.today },
    weeks: weeks.map((week) => withRoles(week, agreements, placements)),
  }
}

/** Each line with what the agreements say that were in force when the week began. */
function withRoles(
  { lines, ...week }: WeekRow,
  agreements: readonly AgreementRow[],
  placements: readonly PlacementFact[],
): WeekFact {
  const inForce = placements
    .filter(({ startedOn, endedOn }) => startedOn <= week.week && (endedOn === null || endedOn >= week.week))
    .map(({ id }) =>
      versionInForce(
        agreements.filter(({ placementId }) => placementId === id),
        week.week,
      ),
    )
    .filter((agreement) => agreement !== null)
  return {
    ...week,
    lines: lines.map(({ activity, ...line }) => ({
      ...line,
      role: roleAnswerOf(inForce.map((agreement) => answerFor(agreement, activity).answer)),
    })),
  }
}

const ABOUT_ME =
  'organization_id = (select access.organization_id()) and peer_id = (select access.membership_id())'
const PLACEMENTS: SelectText = `select id, starts_on as "startedOn", ends_on as "endedOn", caseload_size as "caseloadSize"
  from placement where ${ABOUT_ME}`
const RELATIONSHIPS: SelectText = `select id, type, ends_on as "endedOn",
    case when accepted_at is null then null else starts_on end as "startedOn"
  from supervision_relationship where ${ABOUT_ME}`
const SINCE: SelectText = `select joined_on as since from membership
  where organization_id = (select access.organization_id()) and id = (select access.membership_id())`
/** As last logged; half a year is more than any signal looks back. */
const WEEKS: SelectText = `select w.id, w.week_start as week, w.met_peers as "metPeers", (
    select coalesce(json_agg(json_build_object('activity', l.activity, 'function', l.function,
                                               'quarterHours', l.quarter_hours)), '[]')
      from week_log_line l where l.organization_id = w.organization_id and l.log_id = w.id) as lines
  from (select distinct on (week_start) * from week_log
         where ${ABOUT_ME} and week_start > (select access.today()) - 182
         order by week_start, revision desc) w
 where not w.is_undone`
const AGREEMENTS: SelectText = `select placement_id as "placementId", in_force_from as "inForceFrom", lines
  from role_agreement where ${ABOUT_ME} and in_force_from is not null`
/** Other units than contact hours stand for hours that boards count differently. */
const COURSES: SelectText = `select a.id, a.held_on as "heldOn", (c.hours * 20)::integer as "twentiethsOfHours",
    'CLINICAL_TREATMENT' = any (a.contents) as "isClinical"
  from ce_credit c
  join ce_activity a on a.organization_id = c.organization_id and a.id = c.activity_id
 where c.organization_id = (select access.organization_id()) and c.peer_id = (select access.membership_id())
   and c.voided_at is null and a.credit_unit = 'CONTACT_HOURS'
   and a.held_on between (select access.today()) - ${COURSE_DAYS} and (select access.today())`
