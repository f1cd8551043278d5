import type { ActorName } from './walls-world.ts'

// Who sees which row, by the trust rules (README), stated on its own: what the policies are held against.

export type Who = readonly ActorName[]
export const SUPERVISORS: Who = ['administrative', 'educational', 'supportive']
export const MEMBERS: Who = ['peer', 'colleague', ...SUPERVISORS, 'manager', 'admin', 'auditor']
const FACTS: Who = ['peer', ...SUPERVISORS, 'manager', 'auditor']

/** Who finds which row. A colleague attended the group session and nothing else. */
export const VISIBLE: Readonly<Record<string, Who>> = {
  organization: MEMBERS,
  account: ['peer', 'admin'],
  membership: MEMBERS,
  'membership of a colleague': MEMBERS.filter((actor) => actor !== 'administrative'),
  'help contact': MEMBERS,
  'setup step': ['admin'],
  preference: ['peer'],
  'host agency': MEMBERS,
  'waiting member': MEMBERS.filter((actor) => actor !== 'administrative'),
  invitation: ['admin', 'manager'],
  'reporting team': MEMBERS,
  employment: FACTS,
  token: ['admin', 'manager', 'auditor'],
  'import of the admin': ['admin', 'manager'],
  'row of the import of the admin': ['admin', 'manager'],
  'import of a peer': ['peer', 'manager'],
  'row of the import of a peer': ['peer', 'manager'],
  'account entry': ['admin', 'auditor'],
  'entry about the peer': ['peer', 'auditor'],
  'entry by the manager': ['manager', 'auditor'],
  notification: ['peer'],
  'notification choice': ['peer'],
  'saved view': ['peer'],
  placement: FACTS,
  'caseload count': FACTS,
  leave: FACTS,
  'contact of an agency': ['manager', 'admin'],
  'data-sharing agreement': ['manager', 'admin', 'auditor'],
  agreement: FACTS,
  'agreement term': FACTS,
  relationship: FACTS,
  'signature of the peer': FACTS,
  'signature of a supervisor': FACTS,
  exclusion: ['peer'],
  session: FACTS,
  'attendance of a session': FACTS,
  'segment of a session': FACTS,
  'group session': [...FACTS, 'colleague'],
  'segment of a group session': [...FACTS, 'colleague'],
  submission: ['educational'],
  'administrative note': ['peer', 'administrative'],
  'educational note': ['peer', 'educational'],
  'supportive note': ['peer', 'supportive'],
  'administrative group note': ['peer', 'colleague', 'administrative'],
  'educational group note': ['peer', 'colleague', 'educational'],
  'supportive group note': ['peer', 'colleague', 'supportive'],
  'check-in of this week': ['peer'],
  'check-in of a past week': ['peer'],
  certification: ['peer', 'manager', 'auditor'],
  'status period': ['peer', 'manager', 'auditor'],
  'renewed certificate': ['peer', 'manager', 'auditor'],
  verification: ['peer', 'manager', 'auditor'],
  'day of first issue put right': ['peer', 'manager', 'auditor'],
  'service hours': ['peer', 'manager', 'auditor'],
  'assessment of a certification': ['peer', 'manager', 'auditor'],
  'status of a certification': FACTS,
  course: ['peer', 'manager', 'auditor'],
  credit: ['peer', 'manager', 'auditor'],
  'catalogue report': ['manager', 'auditor'],
  'own credential': MEMBERS,
  'own credential change': ['manager', 'auditor'],
  'rule version': MEMBERS,
  'rule withdrawal': MEMBERS,
  'flag not opened': ['peer'],
  'flag opened': ['peer', 'educational', 'supportive'],
  'flag told a week ago': ['peer', 'educational', 'supportive'],
  'flag released': ['peer', 'educational', 'supportive', 'manager'],
  figure: ['peer'],
  'response to a flag not opened': ['peer'],
  'response to a flag opened': ['peer', 'educational', 'supportive'],
  'response to a flag released': ['peer', 'educational', 'supportive', 'manager'],
  'step of a flag not opened': ['peer'],
  'step of a flag opened': ['peer', 'educational', 'supportive'],
  'step of a flag released': ['peer', 'educational', 'supportive'],
}

/** Rows of which the peer's own and the colleague's differ, by place in the list of equal labels. */
export function visibleTo(label: string, isColleaguesOwn: boolean): Who {
  if (label !== 'attendance of a group session') return VISIBLE[label] ?? []
  return isColleaguesOwn ? ['colleague', 'educational', 'manager', 'auditor'] : FACTS
}
