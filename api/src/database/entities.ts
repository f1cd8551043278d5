import { CeActivity } from '../certification/ce-activity.entity.ts'
import { CeCredit } from '../certification/ce-credit.entity.ts'
import { CertificationStatusPeriod } from '../certification/certification-status-period.entity.ts'
import { Certification } from '../certification/certification.entity.ts'
import { DriftFlag } from '../drift/drift-flag.entity.ts'
import { DriftFlagOwnView } from '../drift/drift-flag-own-view.entity.ts'
import { DriftFlagStep } from '../drift/drift-flag-step.entity.ts'
import { DriftSignalFigure } from '../drift/drift-signal-figure.entity.ts'
import { Account } from '../people/account.entity.ts'
import { HelpContact } from '../people/help-contact.entity.ts'
import { HostAgency } from '../people/host-agency.entity.ts'
import { Invitation } from '../people/invitation.entity.ts'
import { Membership } from '../people/membership.entity.ts'
import { Organization } from '../people/organization.entity.ts'
import { Placement } from '../people/placement.entity.ts'
import { SignInAttempt } from '../people/sign-in-attempt.entity.ts'
import { SignInSession } from '../people/sign-in-session.entity.ts'
import { AdministrativeNote } from '../supervision/notes/administrative-note.entity.ts'
import { EducationalNote } from '../supervision/notes/educational-note.entity.ts'
import { SupportiveNote } from '../supervision/notes/supportive-note.entity.ts'
import { SessionAttendance } from '../supervision/sessions/session-attendance.entity.ts'
import { SessionSegment } from '../supervision/sessions/session-segment.entity.ts'
import { SessionSubmission } from '../supervision/sessions/session-submission.entity.ts'
import { SupervisionSession } from '../supervision/sessions/supervision-session.entity.ts'
import { SupervisionAgreement } from '../supervision/supervision-agreement.entity.ts'
import { SupervisionAgreementTerm } from '../supervision/supervision-agreement-term.entity.ts'
import { SupervisionRelationship } from '../supervision/supervision-relationship.entity.ts'
import { WeeklyCheckIn } from '../wellness/weekly-check-in.entity.ts'

/** Every table of the schema, one class each; the migration tests hold the two equal. */
export const ENTITIES = [
  Account,
  CeActivity,
  CeCredit,
  Certification,
  CertificationStatusPeriod,
  DriftFlag,
  DriftFlagOwnView,
  DriftFlagStep,
  DriftSignalFigure,
  HelpContact,
  HostAgency,
  Invitation,
  Membership,
  Organization,
  Placement,
  SignInAttempt,
  SignInSession,
  AdministrativeNote,
  EducationalNote,
  SupportiveNote,
  SessionAttendance,
  SessionSegment,
  SessionSubmission,
  SupervisionSession,
  SupervisionAgreement,
  SupervisionAgreementTerm,
  SupervisionRelationship,
  WeeklyCheckIn,
]
