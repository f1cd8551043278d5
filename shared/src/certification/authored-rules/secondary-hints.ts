/**
 * What only secondary sources say of a renewal. Most rest on one public repository of prose without footnotes, and none
 * decides anything: each is shown as not verified, to be confirmed with the board.
 */
import { CeCategory } from '../catalogue/ce-category.ts'
import type { Provenance } from '../catalogue/provenance.ts'
import type { OtherReading, ReadingPart } from '../rules/other-reading.ts'

const { CONFIDENTIALITY, CULTURAL_COMPETENCE, ETHICS, PEER_PRACTICE } = CeCategory

const REPOSITORY = 'https://github.com/cjoh/CPSS-Research/blob/209607447bb7269186433c65843daffaf1bf66f5'

function research(path: string, place: string, date = '2025-11'): Provenance {
  const title = `CPSS-Research: ${place}`
  const confidence = 'secondary'
  return { url: `${REPOSITORY}/${path}`, title, date, confidence, otherUrls: [], readOn: '2026-11-29' }
}

const cycle = (months: number): ReadingPart => ({ kind: 'cycle', months })
const total = (amount: number, per: 'cycle' | 'year' | null): ReadingPart => ({
  kind: 'total',
  amount,
  unit: 'hours',
  per,
})
const minimum = (category: CeCategory, amount: number): ReadingPart => ({ kind: 'minimum', category, amount })

const info = (state: string): string => `${state}/certification_info.md`
const index = (state: string): string => `${state}/index.html`
const legal = (state: string): string => `${state}/recovery_coaching_legal.md`

/** By the id of the credential. */
export const SECONDARY_HINTS: Readonly<Record<string, readonly OtherReading[]>> = {
  'us-ak-psp': [
    {
      // The page adds both to six: that may be the required part of a larger total, so no total is repeated here.
      says: [cycle(24), minimum(ETHICS, 3), minimum(CONFIDENTIALITY, 3)],
      source: research(info('alaska'), 'Alaska'),
    },
  ],
  'us-al-crss': [{ says: [total(16, 'year')], source: research(legal('alabama'), 'Alabama', '2025-01') }],
  'us-ar-pr': [{ says: [total(10, null)], source: research(legal('arkansas'), 'Arkansas', '2025-01') }],
  'us-dc-cps': [
    { says: [total(20, 'cycle')], source: research(info('district_of_columbia'), 'District of Columbia') },
  ],
  'us-hi-hcps': [
    {
      says: [total(16, 'year'), { kind: 'online-most', hours: 8 }],
      source: research(legal('hawaii'), 'Hawaii', '2025-01'),
    },
  ],
  'us-id-cprc': [{ says: [total(20, 'cycle')], source: research(index('idaho'), 'Idaho') }],
  'us-ks-kcps': [{ says: [total(6, 'year')], source: research(info('kansas'), 'Kansas') }],
  'us-la-pss': [
    {
      says: [total(10, 'year'), minimum(ETHICS, 3), minimum(PEER_PRACTICE, 7)],
      source: research(info('louisiana'), 'Louisiana'),
    },
  ],
  'us-ma-carc': [
    {
      // Named courses for holders; which of them are required is partly inferred.
      says: [minimum(ETHICS, 6), minimum(CULTURAL_COMPETENCE, 4)],
      source: {
        ...research('', ''),
        url: 'https://www.careersofsubstance.org/recovery-training-requirements',
        title: 'Careers of Substance: recovery training requirements',
        date: null,
      },
    },
  ],
  'us-md-cprs': [
    {
      says: [cycle(24), total(20, 'cycle'), minimum(ETHICS, 6)],
      source: {
        ...research('', ''),
        url: 'https://trainingcenter.umaryland.edu/Peer-Recovery-Specialist/',
        title: 'University of Maryland Training Center: Peer Recovery Specialist',
        date: null,
        otherUrls: [`${REPOSITORY}/${info('maryland')}`, 'https://mapcb.wordpress.com/cprs/'],
      },
    },
  ],
  'us-mo-cps': [
    {
      says: [cycle(24), total(20, 'cycle'), minimum(ETHICS, 6)],
      source: research(index('missouri'), 'Missouri'),
    },
  ],
  'us-mt-cbhpss': [
    {
      says: [{ kind: 'common-date', month: 12, day: 31 }],
      source: {
        ...research('', ''),
        url: 'https://mtpeernetwork.org/peer-support-division/',
        title: 'Peer support division: certification (Montana Peer Network)',
        date: null,
      },
    },
  ],
  'us-nc-nccpss': [
    { says: [minimum(ETHICS, 3)], source: research(info('north_carolina'), 'North Carolina') },
  ],
  'us-nd-cpss': [{ says: [minimum(ETHICS, 2)], source: research(index('north_dakota'), 'North Dakota') }],
  'us-nm-cpsw': [
    {
      says: [cycle(24), minimum(ETHICS, 6), minimum(CULTURAL_COMPETENCE, 6)],
      source: research(index('new_mexico'), 'New Mexico'),
    },
  ],
  'us-nv-prss': [{ says: [minimum(ETHICS, 6)], source: research(index('nevada'), 'Nevada') }],
  'us-ok-prss': [
    {
      // A statute allows two years, and a sister rule of the department has the same twelve hours a year.
      says: [
        cycle(12),
        total(12, 'year'),
        minimum(ETHICS, 3),
        { kind: 'common-date', month: 12, day: 31 },
        { kind: 'fee', usd: 15 },
      ],
      source: research(info('oklahoma'), 'Oklahoma'),
    },
  ],
  'us-sc-cprs': [
    { says: [cycle(24), total(20, 'cycle')], source: research(index('south_carolina'), 'South Carolina') },
  ],
  'us-tn-cprs': [
    { says: [total(20, 'cycle'), minimum(ETHICS, 2)], source: research(index('tennessee'), 'Tennessee') },
  ],
  'us-va-cprs': [
    {
      // The board's own page has 3 h of ethics.
      says: [cycle(24), total(20, 'cycle'), minimum(ETHICS, 6)],
      source: research(index('virginia'), 'Virginia'),
    },
  ],
}

export function hintsOf(credentialId: string): readonly OtherReading[] {
  return SECONDARY_HINTS[credentialId] ?? []
}
