import { plainCode } from '@alongside/shared/audit/fact-labels'
import { credentialById } from '@alongside/shared/certification/catalogue/credential-catalogue'
import { codeOf } from '@alongside/shared/certification/rules/codes'
import type { Labels } from '@alongside/shared/labels/label-groups'
import { LABELS } from '@alongside/shared/labels/labels'
import type { Language } from '@alongside/shared/people/account/languages'
import type { MyDataWords } from './words/my-data-words.ts'
import { english } from './words/words.en.ts'
import { spanish } from './words/words.es.ts'

/** Puts values into words for a person to read: dates and numbers as their language has them, codes as words. */
export class ReadableValues {
  readonly words: MyDataWords
  readonly #labels: Labels
  readonly #columns: Readonly<Record<string, string>>
  readonly #day: Intl.DateTimeFormat
  readonly #instant: Intl.DateTimeFormat
  readonly #number: Intl.NumberFormat

  constructor(language: Language, timeZone: string) {
    this.words = language === 'es' ? spanish : english
    this.#labels = LABELS[language]
    this.#columns = this.#labels.records.Column
    const locale = language === 'es' ? 'es-US' : 'en-US'
    this.#day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
    this.#instant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
    this.#number = new Intl.NumberFormat(locale)
  }

  label(field: string): string {
    return this.#columns[field] ?? field
  }

  /** Null where there is nothing to say. */
  of(field: string, value: unknown): string | null {
    if (value === null || value === undefined || value === '' || ONLY_IN_JSON.has(field)) return null
    if (typeof value === 'boolean') return value ? this.words.yes : this.words.no
    if (typeof value === 'number') return this.#number.format(value)
    if (value instanceof Date) return this.instant(value)
    if (typeof value === 'string') return this.#text(field, value)
    if (Array.isArray(value)) {
      const isNested = value.some((one) => typeof one === 'object')
      return value.map((one) => this.of(field, one)).join(isNested ? '; ' : ', ') || null
    }
    return this.#nested(value)
  }

  instant(at: Date): string {
    return this.#instant.format(at)
  }

  #nested(value: object): string | null {
    const said = Object.entries(value).map(([name, inner]) => {
      const text = this.of(name, inner)
      return text === null ? null : `${this.label(name)}: ${text}`
    })
    return said.filter((one) => one !== null).join(', ') || null
  }

  #text(field: string, text: string): string {
    if (A_TIME.test(field) && DAY.test(text)) return this.#day.format(new Date(`${text}T00:00:00Z`))
    if (A_TIME.test(field) && INSTANT.test(text)) return this.instant(new Date(text))
    if (field === 'credential') return credentialById(text)?.credential ?? text
    const names = NAMES_OF_CODES[field]?.(this.#labels)
    return names ? (names[text] ?? names[codeOf(text)] ?? plainCode(text)) : text
  }
}

/** Names and values as the database has them: for programs to read. */
const ONLY_IN_JSON = new Set(['facts'])

/** Fields that hold a day or an instant; of what somebody wrote, nothing is read as one. */
const A_TIME = /(On|At|Start|^at)$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/

/** Fields that hold codes of a closed list, with its names; what somebody wrote stays as it is. */
const NAMES_OF_CODES: Readonly<Record<string, (labels: Labels) => Readonly<Record<string, string>>>> = {
  action: ({ audit }) => audit.AuditAction,
  activities: ({ supervision }) => supervision.SupervisionActivity,
  answer: ({ supervision }) => ({
    ...supervision.TimeRequestAnswer,
    ...supervision.SupervisionRequestAnswer,
  }),
  skill: ({ supervision }) => supervision.SupervisorSkill,
  rating: ({ supervision }) => supervision.SkillRating,
  area: ({ audit }) => audit.AuditArea,
  cancelledBecause: ({ supervision }) => supervision.PlannedSessionReason,
  timesOfDay: ({ supervision }) => supervision.TimeOfDayChoice,
  weekdays: ({ supervision }) => supervision.RequestedWeekday,
  wish: ({ supervision }) => supervision.SupervisionWish,
  categories: ({ courses }) => courses.CeCategory,
  activity: ({ drift }) => drift.Activity,
  askedBy: ({ drift }) => drift.ActivityAskedBy,
  function: ({ drift }) => drift.ActivityFunction,
  cause: ({ drift }) => drift.DriftCause,
  competency: ({ supervision }) => supervision.PeerCompetency,
  conditionsHeld: ({ rules }) => rules.HolderCondition,
  conditionsNotHeld: ({ rules }) => rules.HolderCondition,
  contents: ({ courses }) => courses.CourseContent,
  creditUnit: ({ courses }) => courses.CreditUnit,
  deliveryMode: ({ courses }) => courses.DeliveryMode,
  earnedBy: ({ courses }) => courses.EarnedBy,
  followUpOwner: ({ supervision }) => supervision.FollowUpOwner,
  followUpState: ({ supervision }) => supervision.FollowUpState,
  format: ({ supervision }) => supervision.SessionFormat,
  jobTitle: ({ people }) => people.JobTitle,
  kind: ({ notifications }) => notifications.NotificationKind,
  language: ({ account }) => account.Language,
  learningGoalState: ({ supervision }) => supervision.LearningGoalState,
  mail: ({ notifications }) => notifications.MailChoice,
  modality: ({ supervision }) => supervision.SessionModality,
  origin: ({ courses }) => courses.CourseOrigin,
  planPart: ({ wellness }) => wellness.PlanPart,
  question: ({ rules, records }) => ({
    ...rules.HolderCondition,
    CHOSEN_CYCLE_MONTHS: records.Column.chosenCycleMonths,
  }),
  raisedByKind: ({ drift }) => drift.FlagOrigin,
  result: ({ certification }) => certification.VerificationResult,
  reviewOutcome: ({ courses }) => courses.ReviewOutcome,
  roles: ({ account }) => account.Role,
  roleActivity: ({ drift }) => drift.Activity,
  roleAnswer: ({ drift }) => drift.RoleAnswer,
  roleSide: ({ drift }) => drift.RoleSide,
  selfCare: ({ wellness }) => wellness.SelfCare,
  shareKind: ({ wellness }) => wellness.ShareKind,
  shareScope: ({ wellness }) => wellness.ShareScope,
  signal: ({ drift }) => drift.StructuralSignal,
  signs: ({ wellness }) => wellness.FatigueSign,
  sendBackReason: ({ courses }) => courses.SendBackReason,
  // No code is in two of these three.
  status: ({ supervision, drift, certification }) => ({
    ...supervision.SessionStatus,
    ...drift.FlagStatus,
    ...certification.BoardStatus,
  }),
  statement: ({ wellness }) => wellness.questionnaires.EthicsStatement,
  subject: ({ records }) => records.RecordKind,
  tags: ({ wellness }) => wellness.WeekTag,
  talkAnswer: ({ wellness }) => wellness.TalkAnswer,
  theme: ({ account }) => account.Theme,
  type: ({ supervision }) => supervision.SupervisionType,
}
