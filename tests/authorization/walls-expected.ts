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
  preferences: ['peer'],
  'host agency': MEMBERS,
  'member who has not joined': MEMBERS.filter((actor) => actor !== 'administrative'),
  invitation: ['admin', 'manager'],
  'reporting team': MEMBERS,
  employment: FACTS,
  'API token': ['admin', 'manager', 'auditor'],
  'import of the admin': ['admin', 'manager'],
  'row of the import of the admin': ['admin', 'manager'],
  'import of a peer': ['peer', 'manager'],
  'row of the import of a peer': ['peer', 'manager'],
  'activity log entry about an account': ['admin', 'auditor'],
  'activity log entry about the peer': ['peer', 'auditor'],
  'activity log entry by the manager': ['manager', 'auditor'],
  notification: ['peer'],
  'notification settings': ['peer'],
  'saved view': ['peer'],
  placement: FACTS,
  'caseload count': FACTS,
  'leave of absence': FACTS,
  'contact of a host agency': ['manager', 'admin'],
  'data-sharing agreement': ['manager', 'admin', 'auditor'],
  'supervision agreement': FACTS,
  'supervision agreement term': FACTS,
  'supervision relationship': FACTS,
  'signature of the peer': FACTS,
  'signature of a supervisor': FACTS,
  'exclusion preference': ['peer'],
  'supervision session': FACTS,
  'attendance of a supervision session': FACTS,
  'segment of a supervision session': FACTS,
  'group session': [...FACTS, 'colleague'],
  'segment of a group session': [...FACTS, 'colleague'],
  'idempotency key of a session': ['educational'],
  'administrative note': ['peer', 'administrative'],
  'educational note': ['peer', 'educational'],
  'supportive note': ['peer', 'supportive'],
  'administrative group note': ['peer', 'colleague', 'administrative'],
  'educational group note': ['peer', 'colleague', 'educational'],
  'supportive group note': ['peer', 'colleague', 'supportive'],
  'check-in of this week': ['peer'],
  'check-in of a past week': ['peer'],
  certification: ['peer', 'manager', 'auditor'],
  'board status': ['peer', 'manager', 'auditor'],
  renewal: ['peer', 'manager', 'auditor'],
  'board verification': ['peer', 'manager', 'auditor'],
  'corrected original issue date': ['peer', 'manager', 'auditor'],
  'earlier answer about a holder': ['peer', 'manager', 'auditor'],
  'service hours': ['peer', 'manager', 'auditor'],
  'assessment of a certification': ['peer', 'manager', 'auditor'],
  'status of a certification': FACTS,
  'CE course': ['peer', 'manager', 'auditor'],
  'CE credit': ['peer', 'manager', 'auditor'],
  'catalogue report': ['manager', 'auditor'],
  'custom credential': MEMBERS,
  'change of a custom credential': ['manager', 'auditor'],
  'custom rule version': MEMBERS,
  'end of a custom rule version': MEMBERS,
  'flag not opened': ['peer'],
  'flag opened': ['peer', 'educational', 'supportive'],
  'flag unopened for 7 days': ['peer', 'educational', 'supportive'],
  'flag released': ['peer', 'educational', 'supportive', 'manager'],
  'figure of a drift signal': ['peer'],
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
