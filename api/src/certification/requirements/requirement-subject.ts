/** What a requirement is about, with every other field null. */
import type { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import type { Requirement } from '@alongside/shared/certification/requirements/requirement-result'
import type { PracticeKind } from '../rules/rule-words.types.ts'

export interface RequirementSubject {
  readonly kind: Requirement['kind']
  readonly category: CeCategory | null
  readonly within: CeCategory | null
  readonly overlaps: boolean
  readonly sponsor: string | null
  readonly practice: PracticeKind | null
}

export function subjectOf(requirement: Requirement): RequirementSubject {
  const { kind } = requirement
  switch (kind) {
    case 'total':
      return { ...NOTHING, kind }
    case 'minimum': {
      const { category, within, overlaps } = requirement
      return { ...NOTHING, kind, category, within, overlaps }
    }
    case 'sponsor':
      return { ...NOTHING, kind, sponsor: requirement.sponsor }
    case 'practice':
      return { ...NOTHING, kind, practice: requirement.practice }
  }
}

const NOTHING = { category: null, within: null, overlaps: false, sponsor: null, practice: null } as const
