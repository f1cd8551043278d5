import type { Labels } from '../../label-groups.ts'

export const labels: Labels['wellness']['climate'] = {
  CrowdSubject: {
    CHECK_IN: 'Weekly check-ins',
    CORE_VALUES: 'Core values',
    FLAG_CAUSES: 'Causes of flags',
  },
  CrowdGroup: {
    ORGANIZATION: 'Everyone',
    POOL: 'Everyone else',
  },
  CrowdMeasure: {
    WEEK_FELT: 'The week',
    ENERGY: 'Energy',
    REST: 'Rest',
    VOLUNTARY: 'Voluntary',
    HOPEFUL: 'Hopeful',
    OPEN_MINDED: 'Open-minded',
    EMPATHETIC: 'Empathetic',
    RESPECTFUL: 'Respectful',
    FACILITATING_CHANGE: 'Facilitating change',
    HONEST_AND_DIRECT: 'Honest and direct',
    MUTUAL: 'Mutual',
    SHARED_POWER: 'Shared power',
    STRENGTHS_FOCUSED: 'Strengths-focused',
    TRANSPARENT: 'Transparent',
    PERSON_DRIVEN: 'Person-driven',
  },
  CrowdShare: {
    FEW: 'A few',
    SOME: 'Some',
    MANY: 'Many',
  },
  CountBand: {
    FROM_5: '5 to 9 people',
    FROM_10: '10 to 19 people',
    FROM_20: '20 to 49 people',
    FROM_50: '50 people or more',
  },
  ClimateStep: {
    READ: 'What we see',
    SHARE: 'How we talk about it',
    ACT: "What we're changing",
    TELL: 'What came of it',
  },
  PreviewAdvice: {
    HOUSE_TOO_SMALL:
      'Your team is too small for group figures, so none will ever show. That keeps each person safe. Talk together instead.',
    MERGE_TEAMS: 'Some teams are too small to show on their own. Merge small teams if you want to see more.',
    ONE_GROUP: "Everyone counts as one group. You won't see single teams.",
  },
}
