/**
 * The ethics reflection: 27 statements in three parts, after the personal checklist of the LAPPA toolkit for peer support
 * in justice settings (2021), App. G, which follows SAMHSA's "Establishing Ethical Practices for Peer Recovery Support
 * Services". The sentences are our own, in `shared/src/labels`. It has no key, no sum and no band: it is there to be
 * thought and talked about.
 */
export const EthicsPart = { SELF: 'SELF', OTHERS: 'OTHERS', ORGANIZATION: 'ORGANIZATION' } as const
export type EthicsPart = (typeof EthicsPart)[keyof typeof EthicsPart]
export const ETHICS_PARTS = Object.values(EthicsPart)

const SELF = [
  'KNOW_MY_NEEDS',
  'MODEL_RECOVERY',
  'KNOW_MY_LIMITS',
  'SEEK_SUPPORT',
  'PROTECT_MY_TIME',
  'KEEP_GROWING',
  'WELCOME_FEEDBACK',
] as const
const OTHERS = [
  'SHOW_DIGNITY',
  'HONOR_TRUST',
  'NEVER_MANIPULATE',
  'NEVER_EXPLOIT',
  'HANDLE_CONFLICT',
  'CLEAR_BOUNDARIES',
  'CLEAR_ROLES',
  'STEP_BACK',
] as const
const ORGANIZATION = [
  'SERVE_EVERYONE',
  'SEE_UNFAIRNESS',
  'RESPECT_CULTURES',
  'SPEAK_FOR_ORGANIZATION',
  'RESPECT_PATHS',
  'CARE_FOR_MONEY',
  'STAY_PREPARED',
  'NO_PUBLIC_CRITICISM',
  'FOLLOW_PROCEDURES',
  'KEEP_CONFIDENCES',
  'BUILD_ON_OTHERS',
  'SUPPORT_MISSION',
] as const
export type EthicsStatement = (typeof SELF)[number] | (typeof OTHERS)[number] | (typeof ORGANIZATION)[number]

/** What was asked under a version: answers say which one they belong to, so a later version never rereads them. */
const VERSIONS: Readonly<Record<number, Readonly<Record<EthicsPart, readonly EthicsStatement[]>>>> = {
  1: { SELF, OTHERS, ORGANIZATION },
}

export const ETHICS_REFLECTION = {
  version: 1,
  items: 27,
  /** 1 is "hardly ever" and 5 "nearly always". */
  response: { from: 1, to: 5 },
} as const

export interface NumberedStatement {
  /** The first is 1. */
  readonly item: number
  readonly part: EthicsPart
  readonly statement: EthicsStatement
}

/** The statements of a version in their order. */
export function ethicsStatements(version: number): NumberedStatement[] {
  const parts = VERSIONS[version]
  if (parts === undefined) throw new RangeError(`there is no version ${version} of the ethics reflection`)
  return ETHICS_PARTS.flatMap((part) => parts[part].map((statement) => ({ part, statement }))).map(
    (each, index) => ({ item: index + 1, ...each }),
  )
}

/** The two lower answers invite a talk. They are never counted or added up. */
const INVITES_TALK_TO = 2
/** More at once is a list, and no talk. */
const MAX_TO_TALK_ABOUT = 3

export interface TalkAbout {
  readonly part: EthicsPart
  readonly statements: readonly EthicsStatement[]
}

/** What somebody may want to talk about first, part by part: up to three statements that they answered low. */
export function statementsToTalkAbout(version: number, answers: readonly (number | null)[]): TalkAbout[] {
  const invited = ethicsStatements(version)
    .map((each) => ({ ...each, answer: answers[each.item - 1] ?? null }))
    .filter(({ answer }) => answer !== null && answer <= INVITES_TALK_TO)
    .sort((a, b) => (a.answer ?? 0) - (b.answer ?? 0) || a.item - b.item)
    .slice(0, MAX_TO_TALK_ABOUT)
  return ETHICS_PARTS.map((part) => ({
    part,
    statements: invited.filter((each) => each.part === part).map(({ statement }) => statement),
  })).filter(({ statements }) => statements.length > 0)
}
