import type { TypeRule } from '../../plain-types.ts'

/** Flags, their steps, and what the organization plans about an agency. */
export const FLAG_TYPES: Readonly<Record<string, TypeRule>> = {
  OwnDriftFlag: {
    rule: 'self, first (T4)',
    fields:
      'cause evidence figure id onlyChosenReaders openedAt origin peer raisedAt raisedBy readers releasedAs releasedAt responses revision ruleVersion seenBySupervisorsFrom signal status steps',
  },
  DriftFlagReader: { rule: 'self', fields: 'canRead relationshipId supervisor type' },
  DriftSignalFigure: { rule: 'self, nobody else', fields: 'entries figure threshold' },
  DriftSignalEntry: { rule: 'self, nobody else', fields: 'id label weekStart' },
  TeamDriftFlag: {
    rule: 'educational and supportive supervisors once opened, at most 7 days after notice',
    fields:
      'cause evidence id origin peer raisedAt raisedBy responses revision ruleVersion signal status steps',
  },
  ReleasedDriftFlag: {
    rule: 'manager, once the peer released it',
    fields: 'cause evidence id origin peer releasedAs releasedAt responses ruleVersion signal',
  },
  DriftFlagStep: {
    rule: 'peer, educational and supportive supervisors',
    fields: 'discussedOn followUp from id plan reason sessionId takenAt takenBy to',
  },
  DriftFlagResponse: { rule: 'as the flag that it belongs to', fields: 'id text writtenAt' },
  CheckDriftSignalsPayload: { rule: 'self', fields: 'awaitingAnswer unopened' },
  RaiseDriftFlagPayload: { rule: 'self', fields: 'driftFlag' },
  OpenDriftFlagPayload: { rule: 'self', fields: 'driftFlag' },
  AddDriftFlagResponsePayload: { rule: 'self', fields: 'driftFlag' },
  AddDriftFlagReaderPayload: { rule: 'self', fields: 'driftFlag' },
  ReleaseDriftFlagPayload: { rule: 'self', fields: 'driftFlag' },
  DriftFlagStepAdded: { rule: 'who took the step, as their own view of the flag', fields: 'driftFlag' },
  RaiseObservedDriftFlagPayload: {
    rule: 'the supervisor who raised it',
    fields: 'driftFlagId seenBySupervisorsFrom',
  },
  DriftFlagFollowUp: {
    rule: 'peer, and the supervisor of its type (T2)',
    fields: 'dueOn owner state supervisor',
  },
  DriftFlagSession: {
    rule: 'who may work on the flag: that it took place, nothing else',
    fields: 'heldOn id minutes supervisor',
  },
  AgencyConcernFound: {
    rule: 'manager: facts of agencies, no figure and no name',
    fields: 'concern hostAgencyId hostAgencyName isPresent plan ruleVersion',
  },
  StructuralPlan: {
    rule: 'manager; the peers who work at the agency (T3)',
    fields: 'concern dueOn endedOn hostAgencyId hostAgencyName id outcome owner plan writtenOn',
  },
  CreateStructuralPlanPayload: { rule: 'manager', fields: 'plan' },
  EndStructuralPlanPayload: { rule: 'manager', fields: 'plan' },
}
