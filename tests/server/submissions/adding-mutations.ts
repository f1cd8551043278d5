import { randomUUID } from 'node:crypto'
import { CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { TODAY } from '../../support/fixed-today.ts'
import { PLANNING } from './adding-planning.ts'
import { ROLES } from './adding-roles.ts'
import { RENEWALS } from './adding-renewals.ts'
import { AROUND_SESSIONS } from './adding-to-supervision.ts'
import { ADDING_TASKS } from './adding-tasks.ts'
import { ADDING_DRIFT } from './adding-drift.ts'
import { ADDING_WELLNESS } from './adding-wellness.ts'
import { type Adding, by } from './adding-world.ts'

const day = (n: number): string => `2026-0${n + 1}-10`
const term = { type: 'EDUCATIONAL', cadenceDays: 14, sessionMinutes: 60, confidence: 'Between us.' }

const PEOPLE: Record<string, Adding> = {
  createHostAgency: {
    by: by('manager'),
    input: (_, n) => ({ name: `Court ${n}`, kind: 'COURT', state: 'OH', sequentialIntercept: 3 }),
    select: 'hostAgency { id name }',
    table: 'host_agency',
  },
  createHostAgencyContact: {
    by: by('manager'),
    input: ({ hostAgencyId }, n) => ({
      hostAgencyId,
      name: `Kim ${n}`,
      purpose: 'Access',
      phone: '614-555-0134',
    }),
    select: 'contact { id } hostAgency { contacts { id } }',
    table: 'host_agency_contact',
  },
  createDataSharingAgreement: {
    by: by('manager'),
    input: ({ hostAgencyId }, n) => ({ hostAgencyId, reference: `Paper ${n}`, startsOn: TODAY }),
    select: 'agreement { id reference } hostAgency { id }',
    table: 'data_sharing_agreement',
  },
  createHelpContact: {
    by: by('admin'),
    input: (_, n) => ({ label: `Warmline ${n}`, phone: '614-555-0134' }),
    select: 'helpContacts { id label }',
    table: 'help_contact',
  },
  createReportingTeam: {
    by: by('admin'),
    input: (_, n) => ({ name: `Team ${n}` }),
    select: 'reportingTeam { id name }',
    table: 'reporting_team',
  },
  createPlacement: {
    by: by('manager'),
    input: ({ peers, hostAgencyId }, n) => ({
      ...{ peerId: peers[n]?.id, hostAgencyId, startsOn: TODAY },
      ...{ jobTitle: 'CERTIFIED_PEER_SPECIALIST', fullTimeShare: 0.5 },
    }),
    select: 'placement { id startsOn }',
    table: 'placement',
  },
  recordLeave: {
    by: by('peer'),
    input: ({ actors }, n) => ({
      peerId: actors.peer.id,
      startsOn: `2026-1${n}-01`,
      endsOn: `2026-1${n}-05`,
    }),
    select: 'leavePeriod { id startsOn }',
    table: 'leave_period',
  },
  inviteMember: {
    by: by('admin'),
    input: (_, n) => ({ email: `new-${n}@example.org`, displayName: `New ${n}`, roles: ['PEER'] }),
    select: 'invitation { email }',
    table: 'membership',
  },
  inviteHostAgencyStaff: {
    by: by('manager'),
    input: ({ hostAgencyId }, n) => ({
      hostAgencyId,
      email: `jail-${n}@example.org`,
      displayName: `Jail ${n}`,
    }),
    select: 'invitation { email }',
    table: 'membership',
  },
  createApiToken: {
    by: by('manager'),
    input: (_, n) => ({ name: `Wallboard ${n}`, capabilities: ['certification.read'], days: 30 }),
    select: 'token { id name }',
    table: 'api_token',
  },
  createExclusion: {
    by: by('peer'),
    input: ({ newcomers }, n) => ({ memberId: newcomers[n]?.id }),
    select: 'person { id }',
    table: 'exclusion_preference',
  },
  createUnavailablePair: {
    by: by('manager'),
    input: ({ peers, newcomers }, n) => ({ peerId: peers[0]?.id, supervisorId: newcomers[n]?.id }),
    select: 'pair { peer { id } }',
    table: 'exclusion_preference',
  },
  recordCaseload: {
    by: by('manager'),
    input: ({ placementId }, n) => ({ placementId, people: 20 + n, countedOn: day(n) }),
    select: 'caseloadCount { people }',
    table: 'caseload_count',
  },
}

const SUPERVISION: Record<string, Adding> = {
  ...AROUND_SESSIONS,
  createSupervisionAgreement: {
    by: by('manager'),
    input: ({ peers }, n) => ({ peerId: peers[n]?.id, agreedOn: TODAY, terms: [term] }),
    select: 'agreement { id }',
    table: 'supervision_agreement',
  },
  recordSupervisorQualification: {
    by: by('manager'),
    input: ({ actors }, n) => ({
      ...{ supervisorId: actors.supportive.id, course: `Supervising peers ${n}` },
      validFrom: TODAY,
    }),
    select: 'supervisor { supervisor { id } }',
    table: 'supervisor_qualification',
  },
  proposeSupervisionRelationship: {
    by: by('manager'),
    input: ({ peers, newcomers }, n) => ({
      ...{ peerId: peers[n + 2]?.id, supervisorId: newcomers[1]?.id },
      ...{ type: 'EDUCATIONAL', startsOn: '2026-06-18' },
    }),
    select: 'relationship { id }',
    table: 'supervision_relationship',
  },
  reassignCaseload: {
    by: by('manager'),
    input: ({ actors, handedOver, newcomers }, n) => ({
      ...{ supervisorId: actors.educational.id, lastOn: TODAY },
      assignments: [{ relationshipId: handedOver[n], supervisorId: newcomers[0]?.id }],
    }),
    select: 'reassigned',
    table: 'supervision_relationship',
  },
  reassignSupervision: {
    by: by('manager'),
    input: ({ relationships, newcomers }, n) => ({
      ...{ relationshipId: relationships[n], supervisorId: newcomers[0]?.id, lastOn: TODAY },
    }),
    select: 'relationship { id }',
    table: 'supervision_relationship',
  },
  logSupervisionSession: {
    by: by('supportive'),
    input: ({ actors }, n) => ({
      ...{ heldOn: TODAY, minutes: 45 + n, format: 'INDIVIDUAL', modality: 'PHONE' },
      ...{ attendees: [{ peerId: actors.peer.id }], segments: [{ type: 'SUPPORTIVE', minutes: 45 + n }] },
    }),
    select: 'session { id }',
    table: 'supervision_session',
  },
  createDriftFlagDraft: {
    by: by('peer'),
    input: (_, n) => ({ evidence: `Not sure yet ${n}` }),
    select: 'draft { id evidence }',
    table: 'drift_flag_draft',
  },
  raiseDriftFlag: {
    by: by('peer'),
    input: (_, n) => ({ evidence: `I sorted files again ${n}`, cause: 'STRUCTURE', response: 'Too often.' }),
    select: 'driftFlag { id responses { text } }',
    table: 'drift_flag',
  },
  raiseObservedDriftFlag: {
    by: by('supportive'),
    input: ({ actors }, n) => ({ peerId: actors.peer.id, evidence: `Sorted files ${n}`, cause: 'STRUCTURE' }),
    select: 'driftFlagId seenBySupervisorsFrom',
    table: 'drift_flag',
  },
  addDriftFlagResponse: {
    by: by('peer'),
    input: ({ flagId }, n) => ({ driftFlagId: flagId, text: `As I see it ${n}` }),
    select: 'driftFlag { id responses { text } }',
    table: 'drift_flag_response',
  },
}

const CERTIFICATION: Record<string, Adding> = {
  recordCertification: {
    by: by('manager'),
    input: ({ peers }, n) => ({
      peerId: peers[n]?.id,
      credentialId: CREDENTIAL.alaska,
      issuedOn: '2025-01-01',
    }),
    select: 'certification { id }',
    table: 'certification',
  },
  recordCertificate: {
    by: by('manager'),
    input: ({ renewed }, n) => ({
      certificationId: renewed[n],
      startsOn: '2026-09-01',
      expiresOn: '2028-08-31',
    }),
    select: 'certificate { id } certification { id }',
    table: 'certification_term',
  },
  ...RENEWALS,
  recordVerification: {
    by: by('manager'),
    input: ({ certificationId }, n) => ({
      certificationId,
      checkedOn: day(n),
      source: 'Register',
      result: 'NOT_FOUND',
    }),
    select: 'verification { id } certification { id }',
    table: 'certification_verification',
  },
  recordBoardStatus: {
    by: by('manager'),
    input: ({ certificationId }, n) => ({
      certificationId,
      status: 'INACTIVE',
      startsOn: day(n),
      endsOn: day(n),
    }),
    select: 'boardStatus { id } certification { id }',
    table: 'board_status_period',
  },
  recordServiceHours: {
    by: by('manager'),
    input: ({ actors }, n) => ({ peerId: actors.peer.id, startsOn: day(n), endsOn: day(n), hours: 6 }),
    select: 'serviceHours { id hours }',
    table: 'service_hours',
  },
  recordContinuingEducation: {
    by: by('manager'),
    input: ({ actors }, n) => ({
      ...{ title: `Ethics ${n}`, heldOn: day(n), deliveryMode: 'IN_PERSON', hours: 3 },
      ...{ categories: ['ETHICS'], peerIds: [actors.peer.id] },
    }),
    select: 'peerCount',
    table: 'ce_credit',
  },
  addOwnCourse: {
    by: by('peer'),
    input: (_, n) => ({ title: `Listening ${n}`, heldOn: day(n), hours: 2, categories: ['ETHICS'] }),
    select: 'earnedHours { title hours }',
    table: 'ce_credit',
  },
  createPlannedCourse: {
    by: by('peer'),
    input: (_, n) => ({ title: `Ahead ${n}`, heldOn: '2026-12-10', hours: 2, categories: ['ETHICS'] }),
    select: 'plannedCourse { title }',
    table: 'planned_course',
  },
  createCustomCredential: {
    by: by('manager'),
    input: (_, n) => ({ name: `Coach ${n}`, abbreviation: 'CC', state: 'OH' }),
    select: 'credential { id } customCredential { revision }',
    table: 'custom_credential',
  },
  reportCatalogueChange: {
    by: by('manager'),
    input: (_, n) => ({ credentialId: CREDENTIAL.alaska, whatChanged: `The fee is ${n}` }),
    select: 'catalogueReport { id }',
    table: 'catalogue_report',
  },
  createSavedView: {
    by: by('manager'),
    input: (_, n) => ({ name: `Soon ${n}`, query: 'due=90' }),
    select: 'savedView { id } savedViews { id }',
    table: 'saved_view',
  },
}

export const ADDING: Readonly<Record<string, Adding>> = {
  ...PEOPLE,
  ...SUPERVISION,
  ...PLANNING,
  ...ROLES,
  ...CERTIFICATION,
  ...ADDING_TASKS,
  ...ADDING_DRIFT,
  ...ADDING_WELLNESS,
}

export const newKey = (): string => randomUUID()
