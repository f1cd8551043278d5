import type { TypeRule } from '../plain-types.ts'

const SELF = 'self (T1)'
const RECEIVER = 'the supportive supervisor whom the owner shared it with, while it is shared (T1, T6)'
const CONNECTION = { rule: 'what its nodes are', fields: 'edges pageInfo totalCount' }
const EDGE = { rule: 'what its node is', fields: 'cursor node' }

/** What people keep for themselves, share, and ask for: types of wellness beyond the check-in. */
export const WELLNESS_TYPES: Readonly<Record<string, TypeRule>> = {
  WeeklyCheckInConnection: CONNECTION,
  WeeklyCheckInEdge: EDGE,
  DeleteWeeklyCheckInPayload: { rule: SELF, fields: 'deletedCount' },
  DeleteAllCheckInsPayload: { rule: SELF, fields: 'deletedCount' },
  SelfCarePlanLine: { rule: SELF, fields: 'addedAt id part phone text' },
  SelfCarePlanLineConnection: CONNECTION,
  SelfCarePlanLineEdge: EDGE,
  CreatePlanLinePayload: { rule: SELF, fields: 'line' },
  UpdatePlanLinePayload: { rule: SELF, fields: 'line' },
  RemovePlanLinePayload: { rule: SELF, fields: 'line' },
  Share: {
    rule: SELF,
    fields: 'artefactId createdAt expiresAt id kind lookCount looks planText receiver scope state weekStart',
  },
  ShareConnection: CONNECTION,
  ShareEdge: EDGE,
  ShareLookShown: { rule: 'the owner of what is shared (T6)', fields: 'id lookedAt lookedBy' },
  CreateSharePayload: { rule: SELF, fields: 'share' },
  WithdrawSharePayload: { rule: SELF, fields: 'share' },
  ReceivedShare: { rule: RECEIVER, fields: 'expiresAt id kind scope sharedAt' },
  ReceivedShareConnection: CONNECTION,
  ReceivedShareEdge: EDGE,
  OpenSharePayload: { rule: RECEIVER, fields: 'opened' },
  OpenedShare: { rule: RECEIVER, fields: 'checkIn ethicsReflection planLine proqol scope' },
  SharedCheckIn: {
    rule: RECEIVER,
    fields: 'energy line rest selfCare signs tags weekFelt weekStart wentWell',
  },
  SharedProqol: { rule: RECEIVER, fields: 'answers credit finishedOn items results' },
  SharedEthicsReflection: { rule: RECEIVER, fields: 'answers finishedOn version' },
  SharedPlanLine: { rule: RECEIVER, fields: 'part phone text' },
  MyTalkRequest: {
    rule: 'the peer who asked',
    fields: 'askedAt id isUnanswered offer relationshipId state supervisor',
  },
  MyTalkRequestConnection: CONNECTION,
  MyTalkRequestEdge: EDGE,
  TalkRequestToMe: {
    rule: 'the supportive supervisor who was asked (T2)',
    fields: 'askedAt id offer peer state',
  },
  TalkRequestToMeConnection: CONNECTION,
  TalkRequestToMeEdge: EDGE,
  TalkOffer: { rule: 'the two who may talk (T2)', fields: 'answer atTime id modality offeredAt onDay' },
  CreateTalkRequestPayload: { rule: 'the peer who asked', fields: 'request' },
  CancelTalkRequestPayload: { rule: 'the peer who asked', fields: 'request' },
  AcceptTalkOfferPayload: { rule: 'the peer who asked', fields: 'request' },
  DeclineTalkOfferPayload: { rule: 'the peer who asked', fields: 'request' },
  ProposeTalkTimePayload: { rule: 'the supportive supervisor who was asked', fields: 'request' },
  ReflectionTime: { rule: 'self', fields: 'minutes weekStart' },
  ReflectionTimeConnection: CONNECTION,
  ReflectionTimeEdge: EDGE,
  LogReflectionTimePayload: { rule: 'self', fields: 'reflectionTime' },
  CheckInReminder: { rule: 'self', fields: 'hour isOn weekday' },
  UpdateCheckInReminderPayload: { rule: 'self', fields: 'reminder' },
}
