import { TODAY } from '../../support/fixed-today.ts'
import { type Adding, by } from './adding-world.ts'

/** What people add to their plan, share, and ask for. */
export const ADDING_WELLNESS: Record<string, Adding> = {
  createClimateStep: {
    by: by('manager'),
    input: ({ crowdReportId }, n) => ({ crowdReportId, step: 'ACT', line: `Line ${n}` }),
    select: 'crowdReport { id steps { id line } }',
    table: 'climate_step',
  },
  createPlanLine: {
    by: by('peer'),
    input: (_, n) => ({ part: 'HELPS', text: `A walk ${n}` }),
    select: 'line { id text }',
    table: 'self_care_plan_line',
  },
  createShare: {
    by: by('peer'),
    input: ({ checkInId, supporters }, n) => ({
      ...{ kind: 'CHECK_IN', artefactId: checkInId, relationshipId: supporters[0] },
      ...{ scope: 'SCORES', days: 10 + n },
    }),
    select: 'share { id expiresAt }',
    table: 'share_ticket',
  },
  createTalkRequest: {
    by: by('peer'),
    input: ({ supporters }, n) => ({ relationshipId: supporters[n] }),
    select: 'request { id }',
    table: 'talk_request',
  },
  proposeTalkTime: {
    by: by('supportive'),
    input: ({ talkRequestId }, n) => ({
      ...{ requestId: talkRequestId, onDay: TODAY, atTime: `1${n}:00`, modality: 'PHONE' },
    }),
    select: 'request { id state }',
    table: 'talk_offer',
  },
}
