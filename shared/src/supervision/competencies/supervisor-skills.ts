import type { ValidationError } from '../../validation/validation-error.ts'

/**
 * What a supervisor of peers brings along, in our own words: ten, after "Peer supervisor skills and capacities" of the
 * LAPPA toolkit of 2021 (chapter 3), which adapts Tucker and others. A reflection: nobody else sees it, and it has no sum.
 */
export const SupervisorSkill = {
  UNDERSTANDING_THE_ROLE: 'UNDERSTANDING_THE_ROLE',
  EXPLAINING_THE_ROLE: 'EXPLAINING_THE_ROLE',
  HOLDING_TO_VALUES: 'HOLDING_TO_VALUES',
  BOUNDARIES_AND_DISCLOSURE: 'BOUNDARIES_AND_DISCLOSURE',
  STRENGTHS_AND_GOALS: 'STRENGTHS_AND_GOALS',
  REGULAR_FEEDBACK: 'REGULAR_FEEDBACK',
  SKILLS_FOR_THE_DAY: 'SKILLS_FOR_THE_DAY',
  DOCUMENTATION: 'DOCUMENTATION',
  WELLNESS: 'WELLNESS',
  MUTUAL_RESPECT: 'MUTUAL_RESPECT',
} as const
export type SupervisorSkill = (typeof SupervisorSkill)[keyof typeof SupervisorSkill]
export const SUPERVISOR_SKILLS = Object.values(SupervisorSkill)

/** How one sees oneself in a skill: words, never a score. */
export const SkillRating = {
  LEARNING: 'LEARNING',
  GROWING: 'GROWING',
  STEADY: 'STEADY',
  HELPING_OTHERS: 'HELPING_OTHERS',
} as const
export type SkillRating = (typeof SkillRating)[keyof typeof SkillRating]
export const SKILL_RATINGS = Object.values(SkillRating)

export interface RatedSkill {
  readonly skill: SupervisorSkill
  readonly rating: SkillRating
}

/** Any of the ten can be left out, but not all, and none has two answers. */
export function validateRatings(ratings: readonly RatedSkill[]): ValidationError[] {
  if (ratings.length === 0) return [{ field: 'ratings', problem: 'required' }]
  const skills = ratings.map(({ skill }) => skill)
  return skills.flatMap((skill, at) =>
    skills.indexOf(skill) < at ? [{ field: `ratings.${at}.skill`, problem: 'repeated' } as const] : [],
  )
}
