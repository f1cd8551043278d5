import type { AuditAction, AuditArea } from '../audit/audit-filter.ts'
import type { CeCategory } from '../certification/catalogue/ce-category.ts'
import type { DeliveryMode } from '../certification/catalogue/delivery-mode.ts'
import type { Provenance } from '../certification/catalogue/provenance.ts'
import type { RuleKnowledge } from '../certification/catalogue/rule-knowledge.ts'
import type { ServiceDateProblem } from '../certification/as-of/service-date-lines.ts'
import type { CertifiedAnswer } from '../certification/as-of/day-of-service.ts'
import type { CountReason, CourseAnswer } from '../certification/course-check/credit-outcome.ts'
import type { RuleEffect } from '../certification/custom-rules/rule-effect.ts'
import type { GapState } from '../certification/next-step/gaps.ts'
import type { RenewalDay } from '../certification/next-step/renewal-day.ts'
import type { FirstStep, FirstStepState } from '../certification/first-certification/first-path.ts'
import type {
  ApplicationPart,
  EntryTitle,
  TrainingTopic,
  WorkDeadline,
} from '../certification/first-certification/first-rule.ts'
import type { RenewalStepKind } from '../certification/renewal-path/renewal-path.ts'
import type { DeclineReason } from '../certification/renewal-path/supervisor-attestation.ts'
import type {
  LapseCause,
  RenewalDecision,
  ReturnReason,
} from '../certification/renewal-path/submission-input.ts'
import type { VerificationResult } from '../certification/history/verification-result.ts'
import type { AskedPer } from '../certification/requirements/asked-by.ts'
import type { ExemptionReason, HoursUnknownReason } from '../certification/requirements/requirement-result.ts'
import type {
  AmountUnit,
  PracticeRequirement,
  ProofItem,
  ProofRule,
  RenewalPaper,
  YearKind,
} from '../certification/rules/asked.ts'
import type { Code, UnknownCode } from '../certification/rules/codes.ts'
import type { HolderCondition } from '../certification/rules/holder-condition.ts'
import type { CourseContent, CreditLimit, CreditUnit, EarnedBy } from '../certification/rules/limits.ts'
import type { LateStep, SubmissionRule, TogetherRule } from '../certification/rules/submission.ts'
import type { DatedException, ExpiryRule, NewHolderRule } from '../certification/rules/terms.ts'
import type { UnreadKind } from '../certification/rules/unread-part.ts'
import type { BoardStatus } from '../certification/status/certification-facts.ts'
import type { CertificationStatus, StatusReason } from '../certification/status/status.ts'
import type { ActivityFunction, ActivityGroup } from '../drift/activities/activity-functions.ts'
import type { Activity } from '../drift/activities/activities.ts'
import type { RoleQuestion } from '../drift/role-agreement/differences.ts'
import type { RoleAnswer, RoleSide } from '../drift/role-agreement/role-agreement.ts'
import type { DriftCause } from '../drift/drift-causes.ts'
import type { FlagOrigin } from '../drift/flag-input.ts'
import type { FlagStatus } from '../drift/flag-status.ts'
import type { DriftPhraseReason } from '../drift/job-description/drift-phrase.ts'
import type { MissingPart } from '../drift/job-description/missing-parts.ts'
import type {
  AgreementSays,
  DeclineSentence,
  TaskAsker,
  TaskState,
} from '../drift/task-requests/task-request.ts'
import type { AgencyConcern } from '../drift/structure/agency-concerns.ts'
import type { DriftSignal, MissingFact, SignalState } from '../drift/signals/signal.ts'
import type { ActivityAskedBy } from '../drift/week/asked-by.ts'
import type { DateOrder } from '../calendar/days-in-cells.ts'
import type { ImportColumn } from '../imports/import-columns.ts'
import type { ImportKind, ImportRowResult, ImportState, KeptReason } from '../imports/import-states.ts'
import type { RowProblemKind } from '../imports/row-problems.ts'
import type { TokenCapability } from '../integrations/token-capabilities.ts'
import type { IdentifierKind } from '../language/identifiers.ts'
import type { MailChoice } from '../notifications/mail-timing.ts'
import type { NotificationKind } from '../notifications/notification-kinds.ts'
import type { Language, Theme } from '../people/account/languages.ts'
import type { DataSharingState } from '../people/data-sharing/data-sharing.ts'
import type {
  DeflectionPathway,
  HostAgencyKind,
  SequentialIntercept,
} from '../people/host-agencies/host-agency-kinds.ts'
import type { ListedProblem } from '../people/invitations/address-list.ts'
import type { InvitationMailProblem, MemberState } from '../people/members/member-state.ts'
import type { OrganizationKind } from '../people/organization/organization-kinds.ts'
import type { PeerState } from '../people/peers/peer-state.ts'
import type { CaseloadFinding } from '../people/placements/caseload.ts'
import type { JobTitle } from '../people/placements/job-titles.ts'
import type { Role } from '../people/roles.ts'
import type { DeviceKind } from '../people/sign-in/device-kinds.ts'
import type { SetupStep, SetupStepState } from '../people/setup/setup-steps.ts'
import type { PlannedSessionReason } from '../supervision/planning/planned-reasons.ts'
import type {
  RequestedWeekday,
  SupervisionRequestAnswer,
  SupervisionRequestStatus,
  SupervisionWish,
  TimeOfDayChoice,
  TimeRequestAnswer,
  TimeRequestStatus,
} from '../supervision/requests/request-choices.ts'
import type { SkillRating, SupervisorSkill } from '../supervision/competencies/supervisor-skills.ts'
import type { CoverageState } from '../supervision/overview/coverage.ts'
import type { TeamGroup } from '../supervision/overview/team-groups.ts'
import type { FollowUpOwner, FollowUpState } from '../supervision/follow-ups/follow-up-input.ts'
import type { LearningGoalState } from '../supervision/learning-goals/learning-goal-input.ts'
import type { PeerCompetency } from '../supervision/learning-goals/peer-competencies.ts'
import type { DueRule, SupervisionDueKind } from '../supervision/relationships/cadence.ts'
import type { DebriefPrompt } from '../supervision/sessions/debrief-prompts.ts'
import type {
  SessionFormat,
  SessionModality,
  SessionStatus,
} from '../supervision/sessions/session-formats.ts'
import type { QualifiedAnswer } from '../supervision/qualifications/qualified-on.ts'
import type {
  SupervisionMeasure,
  SupervisionMeasureState,
  SupervisionMeasureUnknown,
} from '../supervision/requirements/requirement-results.ts'
import type { AmendmentReason } from '../supervision/signing/amendment.ts'
import type { RecordChainProblem } from '../supervision/signing/record-chain.ts'
import type { SignatureKind } from '../supervision/signing/sign-off.ts'
import type { SupervisionActivity, SupervisionType } from '../supervision/supervision-types.ts'
import type { ClimateStep } from '../wellness/climate/climate-input.ts'
import type { CountBand, CrowdShare } from '../wellness/crowd-figures/crowd-figures.ts'
import type { CrowdMeasure } from '../wellness/crowd-figures/crowd-measures.ts'
import type { CrowdSubject } from '../wellness/crowd-figures/crowd-periods.ts'
import type { PreviewAdvice } from '../wellness/climate/roll-up-preview.ts'
import type { CoreValue } from '../wellness/core-values/core-values.ts'
import type { EthicsPart, EthicsStatement } from '../wellness/questionnaires/ethics-reflection.ts'
import type { ProqolBand, ProqolScale } from '../wellness/questionnaires/proqol.ts'
import type { FatigueSign } from '../wellness/fatigue-signs.ts'
import type { SelfCare } from '../wellness/self-care.ts'
import type { CheckInMeasure, TrendKind } from '../wellness/trend.ts'
import type { PlanPart } from '../wellness/plan/self-care-plan.ts'
import type { ShareKind, ShareScope, ShareState } from '../wellness/sharing/share-ticket.ts'
import type { TalkAnswer, TalkState } from '../wellness/talk/talk-request.ts'
import type { WeekTag } from '../wellness/week-tags.ts'

import type { labels as records } from './en/records.ts'
import type {
  CourseOrigin,
  CourseReviewState,
  ReviewOutcome,
  SendBackReason,
} from '../certification/review/course-review.ts'
import type { NoEffectCause } from '../certification/recording/asked-at-save.ts'

/** A text for each code of a closed list: one that is missing, or that no list has, does not compile. */
type Texts<Key extends string | number> = Readonly<Record<Key, string>>

/** A key of the words has no dot inside a name: `people.read` is `people-read`. */
type Dashed<Key extends string> = Key extends `${infer Area}.${infer Rest}` ? `${Area}-${Dashed<Rest>}` : Key
/** Texts for the codes that need one: peers read a sentence of their own, or that of everybody. */
type SomeTexts<Key extends string> = Readonly<Partial<Record<Key, string>>>

type ReasonCode = Code<StatusReason['kind']>
type CountReasonCode = Exclude<Code<CountReason['kind']>, 'SAME_COURSE' | 'LIMIT' | 'LIMIT_NOT_KNOWN'>
type Practice = Code<PracticeRequirement['kind']>
type Condition = keyof typeof HolderCondition
/** The five steps of a scale, 1 the hard end. */
type ScaleStep = 1 | 2 | 3 | 4 | 5
type WithoutWeek = 'NO_CHECK_INS' | 'TOO_FEW'

/**
 * What is named by a code, by feature: enum, then code, then text. A sentence that differs with the code stands here
 * as well, so that a new code asks for all of its texts in one file of each language.
 */
export interface Labels {
  readonly account: {
    readonly Role: Texts<Role>
    readonly Theme: Texts<Theme>
    readonly DeviceKind: Texts<DeviceKind>
    /** What it means for whoever signs in. */
    readonly DeviceKindHint: Texts<DeviceKind>
    readonly Language: Texts<Language>
  }
  readonly audit: {
    readonly AuditArea: Texts<AuditArea>
    readonly AuditAction: Texts<AuditAction>
  }
  readonly certification: {
    readonly BoardStatus: Texts<BoardStatus>
    readonly ServiceDateProblem: Texts<ServiceDateProblem>
    readonly FirstCertificationStepKind: Texts<FirstStep>
    /** What to do about it. */
    readonly FirstCertificationNextStep: Texts<FirstStep>
    readonly FirstCertificationStepState: Texts<FirstStepState>
    readonly TrainingTopic: Texts<TrainingTopic>
    readonly ApplicationPart: Texts<ApplicationPart>
    readonly EntryTitle: Texts<EntryTitle>
    readonly WorkDeadline: Texts<WorkDeadline>
    readonly RenewalStepKind: Texts<RenewalStepKind>
    readonly RenewalDecision: Texts<RenewalDecision>
    readonly VerificationResult: Texts<keyof typeof VerificationResult>
    readonly CertificationStatus: Texts<CertificationStatus>
    readonly GapState: Texts<GapState>
    readonly RenewalDay: Texts<RenewalDay>
    readonly WhetherCertified: Texts<Code<CertifiedAnswer>>
    readonly WhetherCertifiedOn: Texts<Code<CertifiedAnswer>>
  }
  readonly drift: {
    readonly Activity: Texts<Activity>
    readonly ActivityGroup: Texts<ActivityGroup>
    readonly ActivityFunction: Texts<ActivityFunction>
    readonly RoleSide: Texts<RoleSide>
    readonly RoleAnswer: Texts<RoleAnswer>
    readonly RoleQuestion: Texts<RoleQuestion>
    readonly ActivityAskedBy: Texts<ActivityAskedBy>
    readonly AgencyConcern: Texts<AgencyConcern>
    /** What was found, in a sentence about the agency. */
    readonly AgencyConcernFound: Texts<AgencyConcern>
    /** Why it matters, with its source. */
    readonly AgencyConcernSource: Texts<AgencyConcern>
    readonly DriftCause: Texts<DriftCause>
    readonly AgreementSays: Texts<AgreementSays>
    readonly DeclineSentence: Texts<DeclineSentence>
    readonly DriftPhraseReason: Texts<DriftPhraseReason>
    readonly DriftPhraseWhy: Texts<DriftPhraseReason>
    readonly MissingPart: Texts<MissingPart>
    readonly TaskAsker: Texts<TaskAsker>
    readonly TaskState: Texts<TaskState>
    readonly FlagStatus: Texts<FlagStatus>
    readonly FlagOrigin: Texts<FlagOrigin>
    readonly FlagStepAction: Texts<FlagStatus>
    readonly FlagStepOutcome: Texts<FlagStatus>
    readonly StructuralSignal: Texts<DriftSignal>
    readonly StructuralSignalEvidence: Texts<DriftSignal>
    readonly StructuralSignalRule: Texts<DriftSignal>
    readonly StructuralSignalSource: Texts<DriftSignal>
    readonly StructuralSignalFigure: Texts<DriftSignal>
    readonly SignalState: Texts<SignalState>
    readonly MissingFact: Texts<MissingFact>
  }
  readonly imports: {
    readonly ImportKind: Texts<ImportKind>
    readonly ImportState: Texts<ImportState>
    readonly ImportTitle: Texts<ImportState>
    readonly ImportRowResult: Texts<ImportRowResult>
    readonly KeptReason: Texts<KeptReason>
    readonly ImportNew: Texts<ImportKind>
    readonly ImportAdd: Texts<ImportKind>
    readonly ImportMade: Texts<ImportKind>
    readonly ImportRemoved: Texts<ImportKind>
    readonly ImportNothingNew: Texts<ImportKind>
    readonly DateOrder: Texts<DateOrder>
    readonly ImportColumn: Texts<ImportColumn>
    readonly ImportColumnHint: Texts<ImportColumn>
    readonly RowProblem: Texts<RowProblemKind>
  }
  readonly integrations: {
    readonly TokenCapability: Texts<Dashed<TokenCapability>>
  }
  readonly notifications: {
    readonly NotificationKind: Texts<NotificationKind>
    readonly MailChoice: Texts<MailChoice>
  }
  readonly people: {
    readonly OrganizationKind: Texts<OrganizationKind>
    readonly SetupStep: Texts<SetupStep>
    readonly SetupStepReason: Texts<SetupStep>
    readonly SetupStepState: Texts<SetupStepState>
    readonly HostAgencyKind: Texts<HostAgencyKind>
    readonly DeflectionPathway: Texts<DeflectionPathway>
    readonly SequentialIntercept: Texts<SequentialIntercept>
    readonly DataSharingState: Texts<DataSharingState>
    readonly MemberState: Texts<MemberState>
    readonly InvitationMailProblem: Texts<InvitationMailProblem>
    readonly RoleDuties: Texts<Role>
    readonly ListedProblem: Texts<ListedProblem>
    readonly PeerState: Texts<PeerState>
    readonly JobTitle: Texts<JobTitle>
    readonly CaseloadFinding: Texts<CaseloadFinding['kind']>
    /** What in a text may point to a person served. */
    readonly IdentifierKind: Texts<IdentifierKind>
  }
  /** Kinds of records and columns have no enum: the English file is their list. */
  readonly records: {
    readonly RecordKind: Texts<keyof typeof records.RecordKind>
    readonly Column: Texts<keyof typeof records.Column>
  }
  /** What renewal requirements say, part by part. */
  readonly rules: {
    readonly HolderCondition: Texts<Condition>
    readonly Confidence: Texts<Code<Provenance['confidence']>>
    readonly UnreadKind: Texts<keyof typeof UnreadKind>
    readonly RuleKnowledge: Texts<RuleKnowledge>
    readonly RuleKnowledgeText: Texts<RuleKnowledge>
    readonly ExemptionReason: Texts<Code<ExemptionReason>>
    readonly ExemptionReasonToPeer: SomeTexts<Code<ExemptionReason>>
    readonly Amount: Texts<keyof typeof AmountUnit>
    readonly TotalRequirement: Texts<Exclude<keyof typeof AmountUnit, 'SESSIONS'>>
    readonly PracticeKind: Texts<Practice>
    readonly PracticeInSentence: Texts<Practice>
    readonly HolderConditionAfterWho: Texts<Condition>
    readonly HolderQuestion: Texts<Condition>
    readonly HolderQuestionToPeer: Texts<Condition>
    readonly AskedPer: Texts<keyof typeof AskedPer>
    readonly PracticeSource: Texts<Practice>
    readonly CreditLimit: Texts<Code<CreditLimit['kind']>>
    readonly AskedAgain: Texts<Code<LateStep['again'][number]>>
    readonly AmountInWords: Texts<keyof typeof AmountUnit>
    readonly ExpiryShape: Texts<Code<ExpiryRule['shape']>>
    readonly ExpiryShapeSentence: Texts<Code<ExpiryRule['shape']>>
    readonly NewHolder: Texts<Code<NewHolderRule['kind']>>
    readonly YearKind: Texts<Code<YearKind>>
    readonly YearlyTotal: Texts<Code<YearKind>>
    readonly AmountUnit: Texts<keyof typeof AmountUnit>
    readonly AmountPer: Texts<Code<PracticeRequirement['per']>>
    readonly AmountPerInSentence: Texts<Code<PracticeRequirement['per']>>
    readonly OneCreditUnit: Texts<CreditUnit>
    readonly RenewalPaper: Texts<keyof typeof RenewalPaper>
    readonly ProofHow: Texts<Code<NonNullable<ProofRule['how']>>>
    readonly ProofItem: Texts<keyof typeof ProofItem>
    readonly CountsBy: Texts<Code<NonNullable<SubmissionRule['countsBy']>>>
    readonly LateStatus: Texts<Code<LateStep['status']>>
    readonly HoursTogether: Texts<Code<TogetherRule['hours']>>
    readonly DatedException: Texts<Code<DatedException['kind']>>
    readonly DatedExceptionKind: Texts<Code<DatedException['kind']>>
    readonly RuleEffect: Texts<RuleEffect>
    readonly RuleEffectCount: Texts<RuleEffect>
    readonly CreditLimitKind: Texts<Code<CreditLimit['kind']>>
  }
  readonly supervision: {
    readonly SupervisionType: Texts<SupervisionType>
    readonly SessionFormat: Texts<SessionFormat>
    readonly SessionModality: Texts<SessionModality>
    readonly SessionStatus: Texts<SessionStatus>
    readonly PlannedSessionReason: Texts<PlannedSessionReason>
    readonly RequestedWeekday: Texts<RequestedWeekday>
    readonly TimeOfDayChoice: Texts<TimeOfDayChoice>
    readonly TimeRequestAnswer: Texts<TimeRequestAnswer>
    readonly TimeRequestStatus: Texts<TimeRequestStatus>
    readonly SupervisionWish: Texts<SupervisionWish>
    readonly SupervisionRequestStatus: Texts<SupervisionRequestStatus>
    readonly SupervisionRequestAnswer: Texts<SupervisionRequestAnswer>
    readonly SupervisionActivity: Texts<SupervisionActivity>
    readonly SupervisionDueKind: Texts<SupervisionDueKind>
    readonly DueRule: Texts<DueRule>
    readonly AgreedConfidence: Texts<SupervisionType>
    readonly SignatureKind: Texts<SignatureKind>
    readonly SignatureSentence: Texts<SignatureKind>
    readonly QualifiedToday: Texts<QualifiedAnswer>
    readonly AmendmentReason: Texts<AmendmentReason>
    readonly RecordChainProblem: Texts<RecordChainProblem>
    readonly QualifiedAnswer: Texts<QualifiedAnswer>
    readonly SupervisionMeasure: Texts<SupervisionMeasure>
    readonly SupervisionMeasureState: Texts<SupervisionMeasureState>
    readonly SupervisionMeasureUnknown: Texts<SupervisionMeasureUnknown>
    readonly CoverageState: Texts<CoverageState>
    readonly TeamGroup: Texts<TeamGroup>
    readonly SupervisorSkill: Texts<SupervisorSkill>
    readonly SkillRating: Texts<SkillRating>
    readonly FollowUpOwner: Texts<FollowUpOwner>
    readonly FollowUpState: Texts<FollowUpState>
    readonly LearningGoalState: Texts<LearningGoalState>
    readonly PeerCompetency: Texts<PeerCompetency>
    readonly DebriefPrompt: Texts<DebriefPrompt>
  }
  readonly wellness: {
    readonly SelfCare: Texts<SelfCare>
    readonly FatigueSign: Texts<FatigueSign>
    readonly WeekTag: Texts<WeekTag>
    readonly PlanPart: Texts<PlanPart>
    readonly PlanPartHint: Texts<PlanPart>
    readonly PlanPartQuestion: Texts<PlanPart>
    readonly ShareKind: Texts<ShareKind>
    readonly ShareScope: Texts<ShareScope>
    readonly ProqolShareScope: Texts<ShareScope>
    readonly ShareState: Texts<ShareState>
    readonly TalkState: Texts<TalkState>
    readonly TalkAnswer: Texts<TalkAnswer>
    readonly WeekFeltWord: Texts<ScaleStep>
    readonly EnergyWord: Texts<ScaleStep>
    readonly RestWord: Texts<ScaleStep>
    readonly CheckInMeasure: Texts<CheckInMeasure>
    readonly TrendWithoutWeek: Texts<WithoutWeek>
    readonly TrendOfMeasure: Readonly<Record<CheckInMeasure, Texts<Exclude<TrendKind, WithoutWeek>>>>
    readonly climate: {
      readonly CrowdSubject: Texts<CrowdSubject>
      readonly CrowdGroup: Texts<'ORGANIZATION' | 'POOL'>
      readonly CrowdMeasure: Texts<CrowdMeasure>
      readonly CrowdShare: Texts<CrowdShare>
      readonly CountBand: Texts<CountBand>
      readonly ClimateStep: Texts<ClimateStep>
      readonly PreviewAdvice: Texts<PreviewAdvice>
    }
    readonly questionnaires: {
      readonly ProqolScale: Texts<ProqolScale>
      readonly ProqolBand: Texts<ProqolBand>
      /** A statement for each value, to be answered from "hardly ever" to "nearly always". */
      readonly CoreValue: Texts<CoreValue>
      /** The statements of the ethics reflection, as the signed-in peer says them of themself. */
      readonly EthicsStatement: Texts<EthicsStatement>
      readonly EthicsAnswer: Texts<ScaleStep>
      readonly EthicsPart: Texts<EthicsPart>
      /** What to talk about, by part. */
      readonly EthicsPrompt: Texts<EthicsPart>
    }
  }
  readonly courses: {
    readonly EarnedBy: Texts<keyof typeof EarnedBy>
    readonly CreditUnit: Texts<keyof typeof CreditUnit>
    readonly CourseContent: Texts<keyof typeof CourseContent>
    readonly DeliveryMode: Texts<keyof typeof DeliveryMode>
    readonly CreditUnitAfterNumber: Texts<CreditUnit>
    readonly SameCourse: Texts<Code<Extract<CountReason, { kind: 'same-course' }>['as']>>
    readonly CountReason: Texts<CountReasonCode>
    readonly WillItCount: Texts<Code<CourseAnswer['answer']>>
    readonly CeCategory: Texts<keyof typeof CeCategory>
    readonly NoEffectCause: Texts<NoEffectCause>
    readonly NoEffectCauseToPeer: SomeTexts<NoEffectCause>
    readonly CourseOrigin: Texts<CourseOrigin>
    readonly ReviewOutcome: Texts<ReviewOutcome>
    readonly CourseReviewState: Texts<CourseReviewState>
    readonly SendBackReason: Texts<SendBackReason>
    /** What its holder reads, and can do about it. */
    readonly SendBackReasonToPeer: Texts<SendBackReason>
  }
  readonly status: {
    /** Without the days. */
    readonly StatusReasonKind: Texts<ReasonCode>
    readonly StatusReasonAfterExpiry: SomeTexts<Code<LateStep['status']>>
    readonly StatusReason: Texts<ReasonCode>
    readonly StatusReasonToPeer: SomeTexts<ReasonCode>
    readonly StatusUnknown: Texts<UnknownCode>
    readonly StatusUnknownToPeer: SomeTexts<UnknownCode>
    readonly WhyHoursUnknown: SomeTexts<Code<HoursUnknownReason>>
    readonly WhyHoursUnknownToPeer: SomeTexts<Code<HoursUnknownReason>>
    readonly PracticeStep: Texts<Practice>
    readonly PracticeUnknown: Texts<Practice>
    readonly PracticeUnknownToPeer: Texts<Practice>
    readonly FindOut: SomeTexts<Code<HoursUnknownReason>>
    readonly FindOutToPeer: SomeTexts<Code<HoursUnknownReason>>
    readonly FindOutAmount: SomeTexts<Code<HoursUnknownReason>>
    readonly FindOutAmountToPeer: SomeTexts<Code<HoursUnknownReason>>
    readonly DeclineReason: Texts<DeclineReason>
    readonly LapseCause: Texts<LapseCause>
    readonly ReturnReason: Texts<ReturnReason>
  }
}
