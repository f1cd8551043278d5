import { describe, expect, it } from 'vitest'
import { ruleKnowledge } from '@alongside/shared/certification/catalogue/rule-knowledge'
import { CREDENTIALS, credentialById } from '@alongside/shared/certification/catalogue/credential-catalogue'
import type { RenewalRule } from '@alongside/shared/certification/rules/renewal-rule'
import type { CategoryMinimum } from '@alongside/shared/certification/rules/asked'
import {
  renewalRuleOf,
  renewalRulesOf,
} from '@alongside/shared/certification/rule-authoring/author-renewal-rule'

/**
 * Written by hand from the table and the rows that came with the catalogue, and from what was read since, not from the
 * rules.
 * id | versions | months | expiry | total | minimums and maximums | practice | opens-due | late steps | fee | level
 */
const GOLDEN = `
us-al-crss | 1 | - | unknown | - | - | - | - | 0 | - | NONE
us-al-cps | 1 | - | unknown | - | - | - | - | 0 | - | NONE
us-ak-psp | 1 | - | unknown | - | - | - | - | 0 | - | NONE
us-az-prss | 1 | - | unknown | - | - | - | - | 0 | - | NONE
us-az-cprs | 2 | 24 | rolling | 20 h a cycle | ethics 6; cultural-competence 3 | - | - | 2 | 150 | COMPLETE
us-ar-pr | 1 | - | unknown | - | - | - | - | 0 | - | NONE
us-ca-cmpss | 2 | 24 | rolling | 20 h a cycle | law-and-ethics 6 | - | 90- | 1 | - | COMPLETE
us-co-cpfs | 1 | - | unknown | - | - | - | - | 0 | - | NONE
us-ct-rss | 1 | 36 | rolling | 60 h a cycle | - | - | - | 0 | - | COMPLETE
us-dc-cps | 1 | 24 | rolling | - | - | - | -60 | 0 | - | PARTIAL
us-de-cprs | 1 | 24 | rolling | 20 h a cycle | ethics 6 | - | - | 0 | 100 | COMPLETE
us-fl-crps | 1 | - | unknown | - | - | - | - | 0 | - | PARTIAL
us-ga-cps-mh | 1 | 12 | 31 Dec /1 | 12 h a calendar year | ethics 1 course | - | 30- | 4 | - | COMPLETE
us-ga-cps-ad | 1 | 12 | 31 Dec /1 | 12 h a calendar year | - | - | - | 3 | - | COMPLETE
us-hi-hcps | 1 | - | unknown | - | - | - | - | 0 | - | NONE
us-id-cpss | 1 | 12 | rolling | 10 h a cycle | ethics 1 | - | - | 0 | - | COMPLETE
us-id-cprc | 3 | 24 | rolling | - | - | - | - | 3 | - | PARTIAL
us-il-cprs | 2 | 24 | rolling | 30 h a cycle | peer-practice 20; ethics 6 in peer-practice; core-functions 10 | - | - | 0 | 150 | COMPLETE
us-il-crss | 1 | 24 | rolling | 40 h a cycle | peer-practice 15; core-functions 25 | - | - | 0 | 150 | COMPLETE
us-in-cprc | 2 | 24 | printed | 40 h a cycle | ethics 6 | - | - | 2 | - | COMPLETE
us-ia-cprs | 1 | 24 | printed | - | - | - | - | 0 | 50 | PARTIAL
us-ks-kcps | 1 | - | unknown | - | - | - | - | 0 | - | NONE
us-ky-radpss | 1 | - | unknown | 10 h a unknown year | - | - | - | 0 | - | PARTIAL
us-ky-apss | 1 | 12 | rolling | 6 h a holder year | substance-use 10 overlapping if alcohol-and-drug-entity | supervision 2 sessions a month | - | 0 | - | COMPLETE
us-la-pss | 1 | - | unknown | - | - | - | - | 0 | - | NONE
us-me-cipss | 1 | 12 | rolling | 2 courses a unknown year | - | service 75 hours a year; co-reflection 1 sessions a quarter | - | 1 | - | COMPLETE
us-md-cprs | 2 | - | unknown | - | - | - | - | 0 | - | NONE
us-ma-cps | 1 | - | none | - | - | - | - | 0 | - | PARTIAL
us-ma-carc | 1 | - | unknown | - | - | - | - | 0 | - | NONE
us-mi-cpss | 1 | 24 | month-start | 32 h a cycle | - | - | - | 0 | - | COMPLETE
us-mn-cprs | 2 | 24 | rolling | - | ethics 6 | - | - | 0 | - | PARTIAL
us-mn-cps | 1 | 24 | rolling | 30 h a cycle | - | - | - | 0 | - | COMPLETE
us-ms-cpssp | 1 | 48 | 30 Sep /4 from 2015 | 20 h a cycle | - | - | - | 1 | - | COMPLETE
us-mo-cps | 1 | 24 | printed | - | - | - | - | 0 | 70 | PARTIAL
us-mt-cbhpss | 3 | 12 | printed | 20 h a unknown year | suicide-prevention 2 in 24 months | - | - | 3 | - | COMPLETE
us-ne-cpss | 1 | 24 | 1 Sep /2 from 2021 | 20 h a cycle | ethics 6 | - | - | 2 | - | COMPLETE
us-nv-prss | 1 | 24 | printed | 20 h a cycle | - | - | - | 0 | 100 | COMPLETE
us-nh-crsw | 2 | 24 | rolling | - | - | - | - | 2 | - | PARTIAL
us-nj-cprs | 2 | 24 | printed | 20 h a cycle | peer-practice 20 | - | - | 0 | - | COMPLETE
us-nm-cpsw | 1 | - | unknown | 40 h a cycle | - | - | -60 | 2 | - | PARTIAL
us-ny-crpa | 1 | 36 | rolling | 28 h a cycle | any 24; ethics 4; medication-supported-recovery 4 once overlapping; cultural-competence 1 if family-endorsement; military-content 3 if veteran-endorsement; professional-development at most 4 | - | -45 | 0 | - | COMPLETE
us-ny-nycps | 1 | 24 | rolling | 20 h a cycle | - | - | -30 | 0 | - | COMPLETE
us-nc-nccpss | 2 | 24 | month-end | 20 h a cycle | military-content 8 if military-designation | - | - | 2 | - | COMPLETE
us-nd-cpss | 1 | 24 | printed | 20 h a cycle | - | - | - | 0 | 50 | COMPLETE
us-oh-cprs | 1 | 24 | rolling | 30 h a cycle | ethics 3; boundaries 3; cultural-competence 2; system-navigation 1; trauma 2; human-trafficking 1; general-behavioral-health 1; health-and-wellness 1; coaching 2; supervision 3 if supervises-others | - | 90- | 0 | - | COMPLETE
us-ok-prss | 1 | 24 | printed | - | - | - | - | 0 | - | PARTIAL
us-or-crm | 1 | 24 | rolling | 20 h a cycle | ethics 6 overlapping; suicide-prevention 2 overlapping; substance-use 20 overlapping | - | -14 | 0 | 100 | COMPLETE
us-or-pss | 2 | 36 | rolling | 20 h a cycle | suicide-prevention 3 | - | 90-60 | 2 | - | COMPLETE
us-pa-crs | 1 | 24 | rolling | 30 h a cycle | ethics 6; confidentiality 3 | - | 90- | 1 | 100 | COMPLETE
us-pa-cps | 1 | 24 | rolling | 36 h a cycle | peer-practice 24; ethics 3; any 9; supervision 6 overlapping if supervises-others | - | 90- | 1 | 50 | COMPLETE
us-ri-cprs | 1 | - | unknown | - | - | - | - | 1 | - | PARTIAL
us-sc-cpss | 2 | 12 | rolling | 20 h a holder year | - | - | - | 2 | - | COMPLETE
us-sc-cprs | 1 | - | unknown | - | - | - | - | 0 | - | NONE
us-sd-none | 1 | - | unknown | - | - | - | - | 0 | - | NONE
us-tn-cprs | 2 | 24 | rolling | - | - | service 50 hours a cycle; supervision 2 hours a cycle | -14 | 1 | - | PARTIAL
us-tx-mhps | 1 | 24 | rolling | 20 h a cycle | ethics 3; supervision 6 overlapping if supervises-others | - | - | 0 | 60 | COMPLETE
us-ut-cpss | 2 | 24 | rolling | 20 h a cycle | ethics 2; peer-practice 6; suicide-prevention 1; general-behavioral-health 11 | - | - | 0 | - | COMPLETE
us-vt-crc | 1 | 24 | rolling | 20 h a cycle | - | supervision 20 hours a cycle | - | 0 | - | COMPLETE
us-vt-cpsp | 1 | - | unknown | - | - | - | - | 0 | - | NONE
us-va-rprs | 2 | 12 | printed | 8 h a unknown year | ethics 2 | - | - | 0 | - | COMPLETE
us-va-cprs | 1 | - | unknown | - | ethics 3 | - | - | 0 | - | PARTIAL
us-wa-cpss | 2 | 24 | birthday | 30 h a cycle | peer-practice 14; law-and-ethics 2; any 14; suicide-prevention 3 in any in 72 months; health-equity 2 in any in 48 months; supervision 6 in any if supervises-others | - | - | 0 | - | COMPLETE
us-wv-prss | 1 | 24 | 30 Aug /2 of the holder | 20 h a cycle | ethics 6 | - | - | 2 | 100 | COMPLETE
us-wi-cps | 2 | 24 | 31 Oct /2 of the holder | 20 h a cycle | - | - | - | 1 | 50 | COMPLETE
us-wi-cpps | 2 | 24 | 31 Jan /2 of the holder | 20 h a cycle | - | - | - | 4 | 55 | COMPLETE
us-wy-cps | 1 | - | unknown | - | - | - | - | 0 | - | NONE
us-national-icrc-pr | 1 | 24 | printed | 20 h a cycle | ethics 6 | - | - | 0 | - | COMPLETE
us-national-ncprss | 1 | 24 | printed | - | - | - | - | 0 | 200 | PARTIAL
us-national-ncps | 1 | - | unknown | - | - | - | - | 0 | - | NONE`
  .trim()
  .split('\n')

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

function expiryOf({ expiry }: RenewalRule): string {
  if (expiry.shape !== 'fixed-date') return expiry.shape
  const date = `${expiry.day} ${MONTHS[expiry.month - 1]} /${expiry.everyYears}`
  if (expiry.anchorYear === null) return `${date} of the holder`
  return expiry.everyYears === 1 ? date : `${date} from ${expiry.anchorYear}`
}

function totalOf({ total }: RenewalRule): string {
  if (total === null) return '-'
  const period = total.per === 'cycle' ? 'cycle' : `${total.yearKind} year`
  return `${total.amount} ${total.unit === 'hours' ? 'h' : 'courses'} a ${period}`
}

function minimumOf(minimum: CategoryMinimum): string {
  const { category, amount, unit, within, everyMonths, once, overlaps, onlyIf } = minimum
  return [
    `${category} ${amount}`,
    unit === 'courses' && 'course',
    within && `in ${within}`,
    everyMonths && `in ${everyMonths} months`,
    once && 'once',
    overlaps && 'overlapping',
    onlyIf && `if ${onlyIf}`,
  ]
    .filter(Boolean)
    .join(' ')
}

function lineOf(id: string): string {
  const rule = renewalRuleOf(id)
  const credential = credentialById(id)
  const most = rule.limits.flatMap((limit) =>
    limit.kind === 'category-most' ? [`${limit.category} at most ${limit.hours}`] : [],
  )
  const practice = rule.practice.map(({ kind, amount, unit, per }) => `${kind} ${amount} ${unit} a ${per}`)
  const { opensDaysBefore, dueDaysBefore } = rule.submission
  return [
    id,
    renewalRulesOf(id).length,
    rule.cycleMonths ?? '-',
    expiryOf(rule),
    totalOf(rule),
    [...rule.minimums.map(minimumOf), ...most].join('; ') || '-',
    practice.join('; ') || '-',
    `${opensDaysBefore ?? ''}-${dueDaysBefore ?? ''}`,
    rule.late.length,
    rule.feeUsd ?? '-',
    credential && ruleKnowledge(credential, rule),
  ].join(' | ')
}

describe('the golden table of rules', () => {
  it.each(GOLDEN)('%s', (line) => {
    expect(lineOf(line.split(' | ')[0] ?? '')).toBe(line)
  })

  it('has all 69 credentials, 38 of them complete, 15 in part and 16 not at all', () => {
    expect(GOLDEN.map((line) => line.split(' | ')[0]).sort()).toEqual(CREDENTIALS.map(({ id }) => id).sort())
    const levels = Map.groupBy(CREDENTIALS, (each) => ruleKnowledge(each, renewalRuleOf(each.id)))
    expect([...levels].map(([level, those]) => [level, those.length]).sort()).toEqual([
      ['COMPLETE', 38],
      ['NONE', 16],
      ['PARTIAL', 15],
    ])
  })
})
