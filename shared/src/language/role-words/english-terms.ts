import type { RoleWordTerm } from './role-word.ts'

const PEOPLE = {
  offered: ['person I support'],
  plural: ['people I support'],
}
/** Longer phrases stand before the words they hold. */
export const ENGLISH_TERMS: readonly RoleWordTerm[] = [
  {
    pattern: 'treatment (?:plans?|goals?|objectives?)',
    offered: ['recovery plan', 'own goals'],
    source: 'D',
  },
  {
    pattern: 'treatment compliance|(?:treatment |medication )?adherence',
    offered: ['own choices about treatment'],
    source: 'D',
  },
  { pattern: 'case management', offered: ['help with finding services'], source: 'DPAD' },
  { pattern: 'case managed', offered: ['helped to find services'], source: 'DPAD' },
  { pattern: 'case (?:notes?|documentation)', offered: ['notes about what we did'], source: 'T3' },
  { pattern: 'clinical supervision', offered: ['supervision'], source: 'D' },
  { pattern: '(?:clinical|crisis) interventions?', offered: ['support', 'being there'], source: 'T3' },
  {
    pattern: '(?:therapeutic|clinical) (?:relationship|alliance|rapport)',
    offered: ['trust between us'],
    source: 'T3',
  },
  {
    pattern: '(?:risk|needs|clinical) assessments?',
    offered: ['conversation about what they want'],
    plural: ['conversations about what they want'],
    source: 'T3',
  },
  {
    pattern: '(?:did|completed|conducted) an? (?:assessment|intake|screening)',
    offered: ['asked what they want'],
    source: 'T3',
  },
  {
    pattern: '(?:did|completed|conducted) the (?:assessment|intake|screening)',
    offered: ['asked what they want'],
    source: 'T3',
  },
  { pattern: 'assessed', offered: ['asked about'], source: 'T3' },
  { pattern: 'intakes?', offered: ['first conversation'], plural: ['first conversations'], source: 'D' },
  { pattern: 'diagnosed with', offered: ['living with'], source: 'T3' },
  { pattern: 'diagnos(?:is|es)', offered: ['what they live with'], source: 'T3' },
  { pattern: 'presenting problems?', offered: ['what matters to them right now'], source: 'LIKE' },
  { pattern: 'symptoms', offered: ['what they are going through'], source: 'T3' },
  { pattern: 'symptomatic|decompensat(?:ing|ed)', offered: ['having a hard time'], source: 'LIKE' },
  { pattern: 'monitored', offered: ['checked in with'], source: 'D' },
  { pattern: 'monitoring', offered: ['checking in with'], source: 'D' },
  { pattern: 'counsel+ed', offered: ['talked with'], source: 'LIKE' },
  { pattern: 'counsel+ing session', offered: ['conversation'], source: 'LIKE' },
  { pattern: 'psycho-?educated', offered: ['shared what I know with'], source: 'LIKE' },
  { pattern: 'psycho-?education', offered: ['sharing what I know'], source: 'LIKE' },
  { pattern: 'linked (?:him|her|them) (?:to|with)', offered: ['helped them connect with'], source: 'T1' },
  {
    pattern: 'referred (?:him|her|them) to',
    offered: ['told them about', 'helped them connect with'],
    source: 'D',
  },
  { pattern: '(?:in|at) denial', offered: ['seeing it differently'], source: 'LIKE' },
  {
    pattern: 'treatment[- ]resistant|resistant to treatment|unmotivated',
    offered: ['not ready for that now'],
    source: 'LIKE',
  },
  { pattern: 'low[- ]functioning', offered: ['in need of more support'], source: 'LIKE' },
  { pattern: 'high[- ]functioning', offered: ['doing a lot on their own'], source: 'LIKE' },
  { pattern: '(?:drug|medication|attention)[- ]seeking', offered: ['asking for help'], source: 'LIKE' },
  { pattern: 'suffers from', offered: ['lives with'], source: 'LIKE' },
  { pattern: 'suffering from', offered: ['living with'], source: 'LIKE' },
  { pattern: 'maladaptive', offered: ['not helping any more'], source: 'LIKE' },
  { pattern: 'manipulative', offered: ['trying to get what they need'], source: 'LIKE' },
  { pattern: 'stabiliz(?:e|ed) (?:him|her|them)', offered: ['stayed with them'], source: 'D' },
  {
    pattern: '(?:high|at)[- ]risk (?:clients|people|participants|individuals)',
    offered: ['people in a hard place'],
    source: 'D',
  },
  {
    pattern:
      '(?<!(?:be|is|am|are|was|were|been|being|very|more|so|too|stay|stayed) )patients?(?! with)|clients?|consumers?',
    ...PEOPLE,
    source: 'D',
  },
]
