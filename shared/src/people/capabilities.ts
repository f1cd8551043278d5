import { Role } from './roles.ts'

/**
 * What each role may ever do; the first of three questions (then: this record? then: which rows exist?).
 * A capability only opens the door of a root field; whose rows are seen is decided by the policies behind it.
 */
export const CAPABILITIES = {
  'account.own': [Role.PEER, Role.SUPERVISOR, Role.MANAGER, Role.ADMIN, Role.AUDITOR],
  'members.invite': [Role.ADMIN],
  'members.read': [Role.ADMIN],
  'members.manage': [Role.ADMIN],
  'role-request.answer': [Role.ADMIN, Role.AUDITOR],
  'organization.settings': [Role.ADMIN],
  'reporting-team.read': [Role.ADMIN, Role.MANAGER],
  'reporting-team.manage': [Role.ADMIN, Role.MANAGER],
  'people.read': [Role.MANAGER, Role.AUDITOR],
  'people.manage': [Role.MANAGER],
  'peer.read': [Role.PEER, Role.SUPERVISOR, Role.MANAGER, Role.AUDITOR],
  'peer.record': [Role.PEER, Role.MANAGER],
  'host-agency.read': [Role.MANAGER, Role.ADMIN],
  'host-agency.manage': [Role.MANAGER, Role.ADMIN],
  'relationship.propose': [Role.MANAGER],
  'relationship.accept': [Role.PEER],
  'relationship.end': [Role.PEER, Role.MANAGER],
  'supervision.read': [Role.MANAGER, Role.AUDITOR],
  'supervision.record': [Role.PEER, Role.MANAGER, Role.AUDITOR],
  'agreement.record': [Role.MANAGER],
  'agreement.sign': [Role.PEER, Role.SUPERVISOR],
  'exclusion.own': [Role.PEER],
  'exclusion.mark-pair': [Role.SUPERVISOR, Role.MANAGER],
  'self-care.own': [Role.PEER],
  'core-values.own': [Role.PEER],
  'questionnaire.own': [Role.PEER],
  'questionnaire.items': [Role.ADMIN],
  'climate.read': [Role.PEER, Role.SUPERVISOR, Role.MANAGER, Role.ADMIN, Role.AUDITOR],
  'climate.manage': [Role.MANAGER],
  'check-in.own': [Role.PEER, Role.SUPERVISOR],
  'share.look': [Role.SUPERVISOR],
  'talk.own': [Role.PEER],
  'talk.offer': [Role.SUPERVISOR],
  'session.log': [Role.SUPERVISOR],
  'session.own': [Role.PEER],
  'session.change-planned': [Role.PEER, Role.SUPERVISOR],
  'supervision.request': [Role.PEER],
  'supervision.answer-request': [Role.MANAGER],
  'session.read': [Role.PEER, Role.SUPERVISOR, Role.MANAGER, Role.AUDITOR],
  'team.read': [Role.SUPERVISOR],
  'competencies.own': [Role.SUPERVISOR],
  'supervision.prepare': [Role.PEER, Role.SUPERVISOR],
  'learning-goal.read': [Role.SUPERVISOR, Role.MANAGER],
  'certification.own': [Role.PEER],
  'certification.read': [Role.MANAGER, Role.AUDITOR],
  'certification.history': [Role.PEER, Role.MANAGER, Role.AUDITOR],
  'evidence.read': [Role.PEER, Role.MANAGER, Role.AUDITOR],
  'evidence.remove': [Role.PEER, Role.MANAGER],
  'certification.views': [Role.MANAGER, Role.AUDITOR],
  'certification.manage': [Role.MANAGER],
  'renewal.submit': [Role.PEER, Role.MANAGER],
  'credential-catalogue.read': [Role.PEER, Role.SUPERVISOR, Role.MANAGER, Role.ADMIN, Role.AUDITOR],
  'people.import': [Role.MANAGER, Role.ADMIN],
  'integration.manage': [Role.MANAGER, Role.ADMIN, Role.AUDITOR],
  'credential-catalogue.reports': [Role.MANAGER, Role.AUDITOR],
  'credential-catalogue.report': [Role.MANAGER],
  'credential-rule.read': [Role.MANAGER, Role.AUDITOR],
  'credential-rule.publish': [Role.MANAGER],
  'audit.read': [Role.AUDITOR, Role.ADMIN],
  'flag.own': [Role.PEER],
  'flag.raise-observed': [Role.SUPERVISOR],
  'flag.read-team': [Role.SUPERVISOR],
  'flag.read-released': [Role.MANAGER],
  'flag.work-on': [Role.PEER, Role.SUPERVISOR],
} as const satisfies Record<string, readonly Role[]>

export type Capability = keyof typeof CAPABILITIES

/** What stays closed on a shared device until the password is given again: somebody else may sit there next. */
export const PRIVATE_CAPABILITIES: ReadonlySet<Capability> = new Set<Capability>([
  'check-in.own',
  'self-care.own',
  'core-values.own',
  'questionnaire.own',
  'competencies.own',
  'share.look',
  'talk.own',
  'talk.offer',
  'flag.own',
  'flag.raise-observed',
  'flag.read-team',
  'flag.read-released',
  'flag.work-on',
])

/** Whether any of the roles carries the capability. */
export function allows(roles: readonly Role[], capability: Capability): boolean {
  return CAPABILITIES[capability].some((role) => roles.includes(role))
}
