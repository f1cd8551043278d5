import { addDays, addMonths } from '@alongside/shared/calendar/plain-date'
import type { DemoPeople } from '../people/demo-people.ts'
import type { DemoMaking } from '../demo-rows.ts'
import { SeededRandom } from '../seeded-random.ts'

interface DemoCertification {
  readonly peer: string
  readonly credentialId: string
  /** Days from today to the expiry printed on the certificate; negative: past. */
  readonly expiresIn: number
  readonly months: number
  /** How many certificates followed each other; one unless more are named. */
  readonly terms?: number
  /** Share of the usual courses that the peer took part in. */
  readonly share: number
}

/** From comfortable to late: some at risk, one lapsed, one whose rule is not read. */
const CERTIFICATIONS: readonly DemoCertification[] = [
  { peer: 'rosa', credentialId: 'us-oh-cprs', expiresIn: 410, months: 24, terms: 3, share: 0.8 },
  { peer: 'curtis', credentialId: 'us-oh-cprs', expiresIn: 74, months: 24, terms: 2, share: 0.35 },
  { peer: 'wanda', credentialId: 'us-oh-cprs', expiresIn: 21, months: 24, share: 1 },
  { peer: 'leon', credentialId: 'us-oh-cprs', expiresIn: 150, months: 24, share: 0.3 },
  { peer: 'grace', credentialId: 'us-oh-cprs', expiresIn: -38, months: 24, share: 0.4 },
  { peer: 'omar', credentialId: 'us-oh-cprs', expiresIn: 600, months: 24, share: 0.6 },
  { peer: 'bettye', credentialId: 'us-ky-apss', expiresIn: 200, months: 12, share: 0.7 },
  { peer: 'hector', credentialId: 'us-mi-cpss', expiresIn: 330, months: 24, share: 0.6 },
  { peer: 'june', credentialId: 'us-pa-cps', expiresIn: 55, months: 24, share: 0.75 },
  { peer: 'silas', credentialId: 'us-pa-crs', expiresIn: 300, months: 24, share: 0.8 },
  { peer: 'tamika', credentialId: 'us-va-rprs', expiresIn: 120, months: 12, terms: 2, share: 0.8 },
  { peer: 'walter', credentialId: 'us-md-cprs', expiresIn: 240, months: 24, share: 0.6 },
  { peer: 'noemi', credentialId: 'us-nc-nccpss', expiresIn: 88, months: 24, share: 0.6 },
  { peer: 'desmond', credentialId: 'us-in-cprc', expiresIn: 160, months: 24, share: 0.3 },
  { peer: 'elsie', credentialId: 'us-oh-cprs', expiresIn: 700, months: 24, share: 0.5 },
  { peer: 'ray', credentialId: 'us-pa-crs', expiresIn: 28, months: 24, share: 1 },
  { peer: 'ray', credentialId: 'us-national-icrc-pr', expiresIn: 420, months: 24, share: 1 },
]

const COURSES = [
  {
    title: 'Ethics for peer supporters',
    provider: 'State Peer Academy',
    hours: 3,
    categories: ['ethics', 'boundaries'],
  },
  {
    title: 'Trauma-informed conversations',
    provider: 'Valley Training Center',
    hours: 4,
    categories: ['trauma', 'peer-practice'],
  },
  {
    title: 'Walking along after release',
    provider: 'Riverbend',
    hours: 6,
    categories: ['peer-practice', 'system-navigation'],
  },
  {
    title: 'Culture and belonging',
    provider: 'Open Door Institute',
    hours: 2,
    categories: ['cultural-competence'],
  },
  {
    title: 'Confidentiality in justice settings',
    provider: 'State Peer Academy',
    hours: 3,
    categories: ['confidentiality', 'ethics'],
  },
  {
    title: 'Recognizing human trafficking',
    provider: 'Safe Harbor Network',
    hours: 1,
    categories: ['human-trafficking'],
  },
  {
    title: 'Coaching skills for peers',
    provider: 'Valley Training Center',
    hours: 4,
    categories: ['coaching', 'peer-practice'],
  },
  {
    title: 'Suicide prevention for helpers',
    provider: 'Open Door Institute',
    hours: 2,
    categories: ['suicide-prevention', 'general-behavioral-health'],
  },
  {
    title: 'Keeping well in this work',
    provider: 'Riverbend',
    hours: 1.5,
    categories: ['health-and-wellness'],
  },
] as const

/** Certifications that show each status, and the courses of two years with who took part. */
export function addDemoCertifications(making: DemoMaking, people: DemoPeople): void {
  const { random, rows, today } = making
  const recorded = { recorded_by: people.manager.id, recorded_at: making.now.toISOString() }
  const idOf = new Map(people.peers.map((peer) => [peer.key, peer.id]))
  const organizationId = people.manager.organizationId
  // Chances of their own, so that what was made before comes out as it did.
  const ids = new SeededRandom(40)
  CERTIFICATIONS.forEach((one, index) => {
    const expiresOn = addDays(today, one.expiresIn)
    const id = random.uuid()
    const endOf = (term: number) => addMonths(expiresOn, (term - (one.terms ?? 1)) * one.months)
    rows.add('certification', {
      organization_id: organizationId,
      id,
      peer_id: idOf.get(one.peer),
      credential_id: one.credentialId,
      number: `P-${40_210 + index * 7}`,
      issued_on: endOf(0),
      expires_on: endOf(1),
      ...recorded,
    })
    for (let term = 2; term <= (one.terms ?? 1); term++) {
      rows.add('certification_term', {
        organization_id: organizationId,
        id: ids.uuid(),
        certification_id: id,
        peer_id: idOf.get(one.peer),
        starts_on: addDays(endOf(term - 1), 1),
        expires_on: endOf(term),
        ...recorded,
      })
    }
  })
  addSecondCredential(making, people, ids.uuid())
  const shareOf = new Map(CERTIFICATIONS.map((one) => [one.peer, one.share]))
  for (let month = 23; month >= 0; month--) {
    const course = COURSES[month % COURSES.length]
    if (!course) continue
    const activityId = random.uuid()
    rows.add('ce_activity', {
      organization_id: organizationId,
      id: activityId,
      title: course.title,
      provider: course.provider,
      held_on: addDays(addMonths(today, -month), -random.whole(3, 20)),
      delivery_mode: random.pick(['IN_PERSON', 'LIVE_ONLINE', 'SELF_PACED']),
      ...recorded,
    })
    for (const peer of people.peers) {
      if (!random.chance(shareOf.get(peer.key) ?? 0.5)) continue
      rows.add('ce_credit', {
        organization_id: organizationId,
        activity_id: activityId,
        peer_id: peer.id,
        hours: course.hours,
        categories: course.categories,
      })
    }
  }
}

/** Virginia asks for certification and registration: who holds one alone is not certified. */
function addSecondCredential(
  { rows, today, now }: DemoMaking,
  { manager, peers }: DemoPeople,
  id: string,
): void {
  rows.add('certification', {
    organization_id: manager.organizationId,
    id,
    peer_id: peers.find(({ key }) => key === 'tamika')?.id,
    credential_id: 'us-va-cprs',
    number: 'P-40995',
    issued_on: addMonths(today, -14),
    expires_on: addMonths(today, 10),
    recorded_by: manager.id,
    recorded_at: now.toISOString(),
  })
}
