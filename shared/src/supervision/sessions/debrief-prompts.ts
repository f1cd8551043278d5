import { HostAgencyKind } from '../../people/host-agencies/host-agency-kinds.ts'

/**
 * What justice settings can do to a peer worker, as questions to open a talk (LAPPA toolkit 2021, ch. 3), in words of our
 * own. Which of them was opened is kept nowhere.
 */
export const DebriefPrompt = {
  /** Meeting people from one's own past. */
  PEOPLE_FROM_BEFORE: 'PEOPLE_FROM_BEFORE',
  /** Working beside an officer who once arrested one. */
  BESIDE_AN_OFFICER: 'BESIDE_AN_OFFICER',
  /** The sounds and rooms of a jail. */
  PLACE_AND_SOUNDS: 'PLACE_AND_SOUNDS',
  /** Criticism from friends. */
  FRIENDS_CRITICISM: 'FRIENDS_CRITICISM',
} as const
export type DebriefPrompt = (typeof DebriefPrompt)[keyof typeof DebriefPrompt]
export const DEBRIEF_PROMPTS = Object.values(DebriefPrompt)

/** Places of the justice system: elsewhere the questions would only guess at somebody's past. */
const JUSTICE_SETTINGS: readonly HostAgencyKind[] = [
  HostAgencyKind.LAW_ENFORCEMENT,
  HostAgencyKind.COURT,
  HostAgencyKind.TREATMENT_COURT,
  HostAgencyKind.JAIL,
  HostAgencyKind.PRISON,
  HostAgencyKind.PRETRIAL_SERVICES,
  HostAgencyKind.PROBATION,
  HostAgencyKind.PAROLE,
]

/** The prompts for a peer who works at such agencies; none where none of them is one of the justice system. */
export function debriefPromptsFor(agencies: readonly HostAgencyKind[]): readonly DebriefPrompt[] {
  return agencies.some((kind) => JUSTICE_SETTINGS.includes(kind)) ? DEBRIEF_PROMPTS : []
}
