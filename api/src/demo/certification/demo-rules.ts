import { addDays, addMonths } from '@alongside/shared/calendar/plain-date'
import { customCredentialId } from '@alongside/shared/certification/custom-credentials/custom-credential'
import { keptRule } from '@alongside/shared/certification/custom-rules/rule-from-input'
import { UNKNOWN_RULE } from '@alongside/shared/certification/rules/renewal-rule'
import { renewalRuleOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'
import type { DemoPeople } from '../people/demo-people.ts'
import type { DemoMaking } from '../demo-rows.ts'
import { SeededRandom } from '../seeded-random.ts'
import type { RuleInput } from '@alongside/shared/certification/custom-rule-parts/rule-input'

const COUNTY: RuleInput = {
  cycleMonths: 12,
  expiryShape: 'printed',
  total: { amount: 8, unit: 'hours', per: 'cycle', yearKind: 'unknown' },
  minimums: [{ category: 'confidentiality', amount: 2, unit: 'hours' }],
  practice: [],
  late: [],
}
const INDIANA: RuleInput = {
  cycleMonths: 24,
  expiryShape: 'printed',
  total: { amount: 40, unit: 'hours', per: 'cycle', yearKind: 'unknown' },
  minimums: [{ category: 'ethics', amount: 6, unit: 'hours' }],
  practice: [],
  opensDaysBefore: 60,
  late: [],
}

/** A credential of the county's own with its rule, held by one peer, and an override of a rule whose page is old. */
export function addDemoRules({ rows, today, now }: DemoMaking, people: DemoPeople): void {
  const ids = new SeededRandom(41)
  const organization_id = people.manager.organizationId
  const recorded = { recorded_by: people.manager.id, recorded_at: now.toISOString() }
  const credential = ids.uuid()
  rows.add('custom_credential', {
    organization_id,
    id: credential,
    name: 'County Jail Peer Worker',
    abbreviation: 'CJPW',
    certifying_body: "Sheriff's office of the county",
    state: 'OH',
    ...recorded,
  })
  const publish = (credential_id: string, rule: object, reason: string, effective_from: string | null) =>
    rows.add('renewal_rule_version', {
      organization_id,
      id: ids.uuid(),
      credential_id,
      number: 1,
      effective_from,
      rule,
      reason,
      published_by: people.manager.id,
      published_at: now.toISOString(),
    })
  const own = customCredentialId(credential)
  publish(own, keptRule(UNKNOWN_RULE, COUNTY, null), 'What our contract with the county asks.', null)
  publish(
    'us-in-cprc',
    keptRule(renewalRuleOf('us-in-cprc'), INDIANA, null),
    'The board told us on the phone that renewal opens 60 days before the end.',
    addMonths(today, -36),
  )
  rows.add('certification', {
    organization_id,
    id: ids.uuid(),
    peer_id: people.peers.find(({ key }) => key === 'rosa')?.id,
    credential_id: own,
    number: 'CJ-118',
    issued_on: addDays(addMonths(today, -5), 1),
    expires_on: addMonths(today, 7),
    ...recorded,
  })
}
