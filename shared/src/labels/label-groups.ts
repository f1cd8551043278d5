import type { AuditAction, AuditArea } from '../audit/audit-filter.ts'
import type { CeCategory } from '../certification/catalogue/ce-category.ts'
import type { DeliveryMode } from '../certification/catalogue/delivery-mode.ts'
import type { VerificationResult } from '../certification/history/verification-result.ts'
import type { HolderCondition } from '../certification/rules/holder-condition.ts'
import type { CourseContent, CreditUnit, EarnedBy } from '../certification/rules/limits.ts'
import type { BoardStatus } from '../certification/status/certification-facts.ts'
import type { DriftCause } from '../drift/drift-causes.ts'
import type { FlagOrigin } from '../drift/flag-input.ts'
import type { FlagStatus } from '../drift/flag-status.ts'
import type { StructuralSignal } from '../drift/structural-signals.ts'
import type { DateOrder } from '../imports/days-in-cells.ts'
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
import type { DueRule, SupervisionDueKind } from '../supervision/relationships/cadence.ts'
import type {
  SessionFormat,
  SessionModality,
  SessionStatus,
} from '../supervision/sessions/session-formats.ts'
import type { SupervisionActivity, SupervisionType } from '../supervision/supervision-types.ts'
import type { FatigueSign } from '../wellness/fatigue-signs.ts'
import type { SelfCare } from '../wellness/self-care.ts'
import type { CheckInMeasure, TrendKind } from '../wellness/trend.ts'
import type { WeekTag } from '../wellness/week-tags.ts'
import type { labels as records } from './en/records.ts'

/** A text for each code of a closed list: one that is missing, or that no list has, does not compile. */
type Texts<Code extends string | number> = Readonly<Record<Code, string>>

/** A key of the words has no dot inside a name: `people.read` is `people-read`. */
type Dashed<Code extends string> = Code extends `${infer Area}.${infer Rest}`
  ? `${Area}-${Dashed<Rest>}`
  : Code
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
    readonly HolderCondition: Texts<keyof typeof HolderCondition>
    readonly VerificationResult: Texts<keyof typeof VerificationResult>
    readonly EarnedBy: Texts<keyof typeof EarnedBy>
    readonly CreditUnit: Texts<keyof typeof CreditUnit>
    readonly CourseContent: Texts<keyof typeof CourseContent>
    readonly CeCategory: Texts<keyof typeof CeCategory>
    readonly DeliveryMode: Texts<keyof typeof DeliveryMode>
  }
  readonly drift: {
    readonly DriftCause: Texts<DriftCause>
    readonly FlagStatus: Texts<FlagStatus>
    readonly FlagOrigin: Texts<FlagOrigin>
    readonly FlagStepAction: Texts<FlagStatus>
    readonly FlagStepOutcome: Texts<FlagStatus>
    readonly StructuralSignal: Texts<StructuralSignal>
    readonly StructuralSignalEvidence: Texts<StructuralSignal>
    readonly StructuralSignalRule: Texts<StructuralSignal>
    readonly StructuralSignalSource: Texts<StructuralSignal>
    readonly StructuralSignalFigure: Texts<StructuralSignal>
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
  readonly integrations: { readonly TokenCapability: Texts<Dashed<TokenCapability>> }
  readonly language: { readonly IdentifierKind: Texts<IdentifierKind> }
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
  }
  /** Kinds of records and columns have no enum: the English file is their list. */
  readonly records: {
    readonly RecordKind: Texts<keyof typeof records.RecordKind>
    readonly Column: Texts<keyof typeof records.Column>
  }
  readonly supervision: {
    readonly SupervisionType: Texts<SupervisionType>
    readonly SessionFormat: Texts<SessionFormat>
    readonly SessionModality: Texts<SessionModality>
    readonly SessionStatus: Texts<SessionStatus>
    readonly SupervisionActivity: Texts<SupervisionActivity>
    readonly SupervisionDueKind: Texts<SupervisionDueKind>
    readonly DueRule: Texts<DueRule>
    readonly AgreedConfidence: Texts<SupervisionType>
  }
  readonly wellness: {
    readonly SelfCare: Texts<SelfCare>
    readonly FatigueSign: Texts<FatigueSign>
    readonly WeekTag: Texts<WeekTag>
    readonly CheckInMeasure: Texts<CheckInMeasure>
    readonly TrendWithoutWeek: Texts<WithoutWeek>
    readonly TrendOfMeasure: Readonly<Record<CheckInMeasure, Texts<Exclude<TrendKind, WithoutWeek>>>>
  }
}
