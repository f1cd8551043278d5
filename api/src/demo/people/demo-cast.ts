import type { JobTitle } from '@alongside/shared/people/placements/job-titles'
import type { Role } from '@alongside/shared/people/roles'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'

// The invented people of Riverbend Recovery Community: who they are, where they work, who supervises them.

export interface DemoStaffMember {
  readonly name: string
  readonly roles: readonly Role[]
  /** Set for a host agency's own staff: administrative supervision and nothing else. */
  readonly hostAgency?: 'jail' | 'probation'
}

export const DEMO_STAFF = {
  sergeant: { name: 'Dale Kessler', roles: ['SUPERVISOR'], hostAgency: 'jail' },
  lead: { name: 'Marisol Vega', roles: ['SUPERVISOR'] },
  mentor: { name: 'Terrence Boone', roles: ['SUPERVISOR'] },
  coordinator: { name: 'Anneke Brandt', roles: ['SUPERVISOR'] },
  manager: { name: 'Joan Whitfield', roles: ['MANAGER'] },
  admin: { name: 'Priya Nair', roles: ['ADMIN'] },
  auditor: { name: 'Gil Okafor', roles: ['AUDITOR'] },
} as const satisfies Record<string, DemoStaffMember>
export type DemoStaffKey = keyof typeof DEMO_STAFF

interface DemoPeerSketch {
  readonly key: string
  readonly name: string
  readonly roles?: readonly Role[]
  readonly agency: 'jail' | 'probation'
  readonly title: JobTitle
  readonly monthsAgo: number
  readonly share?: number
  readonly caseload: number
  /** Has set a last day, so many days ahead. */
  readonly leavesInDays?: number
  readonly supervisedBy: readonly {
    type: SupervisionType
    by: 'sergeant' | 'lead' | 'mentor' | 'coordinator'
  }[]
}

const jailTeam = [
  { type: 'ADMINISTRATIVE', by: 'sergeant' },
  { type: 'EDUCATIONAL', by: 'lead' },
  { type: 'SUPPORTIVE', by: 'mentor' },
] as const
const probationTeam = [
  { type: 'ADMINISTRATIVE', by: 'coordinator' },
  { type: 'EDUCATIONAL', by: 'lead' },
  { type: 'SUPPORTIVE', by: 'mentor' },
] as const

export const DEMO_PEERS: readonly DemoPeerSketch[] = [
  {
    key: 'rosa',
    name: 'Rosa Delgado',
    agency: 'jail',
    title: 'FORENSIC_PEER_SPECIALIST',
    monthsAgo: 24,
    caseload: 26,
    supervisedBy: jailTeam,
  },
  {
    key: 'curtis',
    name: 'Curtis Hale',
    agency: 'jail',
    title: 'CERTIFIED_PEER_SPECIALIST',
    monthsAgo: 24,
    caseload: 38,
    supervisedBy: jailTeam,
  },
  {
    key: 'wanda',
    name: 'Wanda Pruitt',
    agency: 'jail',
    title: 'RECOVERY_COACH',
    monthsAgo: 24,
    caseload: 22,
    supervisedBy: jailTeam,
  },
  {
    key: 'leon',
    name: 'Leon Tibbs',
    agency: 'jail',
    title: 'CERTIFIED_PEER_SPECIALIST',
    monthsAgo: 16,
    caseload: 24,
    supervisedBy: [jailTeam[0]],
  },
  {
    key: 'grace',
    name: 'Grace Nakamura',
    leavesInDays: 30,
    agency: 'jail',
    title: 'PEER_BRIDGER',
    monthsAgo: 24,
    caseload: 21,
    supervisedBy: jailTeam,
  },
  {
    key: 'omar',
    name: 'Omar Haddad',
    agency: 'jail',
    title: 'CERTIFIED_PEER_SPECIALIST',
    monthsAgo: 12,
    caseload: 25,
    supervisedBy: jailTeam,
  },
  {
    key: 'bettye',
    name: 'Bettye Crane',
    agency: 'jail',
    title: 'PEER_ADVOCATE',
    monthsAgo: 20,
    share: 0.5,
    caseload: 12,
    supervisedBy: jailTeam,
  },
  {
    key: 'hector',
    name: 'Hector Salas',
    agency: 'jail',
    title: 'VETERAN_PEER_SPECIALIST',
    monthsAgo: 9,
    caseload: 20,
    supervisedBy: jailTeam,
  },
  {
    key: 'june',
    name: 'June Abbott',
    agency: 'probation',
    title: 'CERTIFIED_PEER_SPECIALIST',
    monthsAgo: 24,
    caseload: 27,
    supervisedBy: probationTeam,
  },
  {
    key: 'silas',
    name: 'Silas Monroe',
    agency: 'probation',
    title: 'RECOVERY_COACH',
    monthsAgo: 24,
    caseload: 29,
    supervisedBy: probationTeam,
  },
  {
    key: 'tamika',
    name: 'Tamika Rowe',
    agency: 'probation',
    title: 'CERTIFIED_PEER_SPECIALIST',
    monthsAgo: 15,
    caseload: 23,
    supervisedBy: probationTeam,
  },
  {
    key: 'walter',
    name: 'Walter Pike',
    agency: 'probation',
    title: 'PEER_BRIDGER',
    monthsAgo: 24,
    caseload: 24,
    supervisedBy: probationTeam,
  },
  {
    key: 'noemi',
    name: 'Noemi Castillo',
    agency: 'probation',
    title: 'CERTIFIED_FAMILY_SUPPORT_SPECIALIST',
    monthsAgo: 18,
    caseload: 19,
    supervisedBy: probationTeam,
  },
  {
    key: 'desmond',
    name: 'Desmond Akers',
    agency: 'probation',
    title: 'CERTIFIED_PEER_SPECIALIST',
    monthsAgo: 24,
    caseload: 28,
    supervisedBy: probationTeam,
  },
  {
    key: 'elsie',
    name: 'Elsie Thornton',
    agency: 'probation',
    title: 'PEER_CRISIS_SUPPORT_WORKER',
    monthsAgo: 7,
    caseload: 15,
    supervisedBy: probationTeam,
  },
  {
    key: 'ray',
    name: 'Ray Lindqvist',
    roles: ['PEER', 'SUPERVISOR'],
    agency: 'probation',
    title: 'RECOVERY_COACH',
    monthsAgo: 24,
    share: 0.75,
    caseload: 14,
    supervisedBy: probationTeam,
  },
]
