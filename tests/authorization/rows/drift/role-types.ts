/** As the lists that these join have it: importing it from there would be a circle. */
interface TypeRule {
  readonly rule: string
  readonly fields: string
}

const CONNECTION = { rule: 'what its nodes are', fields: 'edges pageInfo totalCount' }
const EDGE = { rule: 'what its node is', fields: 'cursor node' }
const CONCERNED = 'peer, own supervisors, manager, auditor'
const WORKSHEET = 'its owner; of others, once both have handed theirs in, except to a manager'
const ACTIVITY = 'everybody but admins; a text of the organization about work, not about a person'

/** Activities, house rules, worksheets and agreements about the role of a peer. */
export const ROLE_TYPES: Readonly<Record<string, TypeRule>> = {
  RoleActivity: { rule: ACTIVITY, fields: 'catalogueFunction function group isArchived key name' },
  RoleActivityConnection: CONNECTION,
  RoleActivityEdge: EDGE,
  CreateCustomActivityPayload: { rule: 'manager', fields: 'activity' },
  SetActivityFunctionPayload: { rule: 'manager', fields: 'activity' },
  ArchiveCustomActivityPayload: { rule: 'manager', fields: 'activity' },
  RenameCustomActivityPayload: { rule: 'manager', fields: 'activity' },
  RestoreCustomActivityPayload: { rule: 'manager', fields: 'activity' },
  HouseRules: {
    rule: CONCERNED,
    fields: 'homeVisits id outOfHours rideAlong transport version whoAsks writtenAt writtenBy',
  },
  PublishHouseRulesPayload: {
    rule: 'the manager or the agency’s staff who wrote them',
    fields: 'houseRules',
  },
  PlacementRole: {
    rule: CONCERNED,
    fields:
      'answersInName canPropose canWriteHouseRules earlier hostAgency houseRules inForce isParticipationOrdered mySide next peer placementId',
  },
  PlacementRoleSummary: {
    rule: CONCERNED,
    fields: 'hostAgency inForceFrom isProposed peer placementId version waitsForMe',
  },
  PlacementRoleConnection: CONNECTION,
  PlacementRoleEdge: EDGE,
  RoleAgreement: {
    rule: CONCERNED,
    fields: 'acceptances id inForceFrom lines proposedBy startsOn version',
  },
  RoleAgreementLine: { rule: CONCERNED, fields: 'activity answer doneBy' },
  RoleAcceptance: { rule: CONCERNED, fields: 'acceptedAt onBehalfOf person side' },
  ProposeRoleAgreementPayload: { rule: CONCERNED, fields: 'role' },
  AcceptRoleAgreementPayload: { rule: CONCERNED, fields: 'role' },
  WithdrawRoleAgreementPayload: { rule: CONCERNED, fields: 'role' },
  SetParticipationPayload: { rule: CONCERNED, fields: 'role' },
  RoleWorksheet: { rule: WORKSHEET, fields: 'answers handedInAt isMine onBehalfOf person side' },
  RoleWorksheetAnswerShown: {
    rule: WORKSHEET,
    fields: 'activity betterSuited conflictsWithValues isBetterSuited isPartOfRole',
  },
  SetRoleAnswerPayload: { rule: 'its owner', fields: 'worksheet' },
  SubmitRoleWorksheetPayload: { rule: 'its owner', fields: 'worksheet' },
  RoleComparison: {
    rule: WORKSHEET,
    fields: 'activities differenceCount placementId sharedLines worksheets',
  },
  ComparedRoleActivity: { rule: WORKSHEET, fields: 'activity differsIn shared' },
}
