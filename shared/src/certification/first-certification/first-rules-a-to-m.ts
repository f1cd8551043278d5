/** Alabama to Minnesota. The figures stand in the catalogue; the rest was read in its notes, under the same source and day. */
import {
  NOT_ASKED,
  ApplicationPart,
  asks,
  EntryTitle,
  FOUR_DOMAINS,
  TrainingTopic,
  WorkDeadline,
  type FirstRule,
} from './first-rule.ts'

/** Training, experience and supervised hours, exam, months of recovery (0: no minimum length); null was not read. */
export const FIRST_RULES_A_TO_M: Readonly<Record<string, FirstRule>> = {
  'us-al-crss': asks([40, null, null, 'exam', 24], {
    applicationParts: [ApplicationPart.EDUCATION, ApplicationPart.DRIVER_LICENSE, ApplicationPart.REFERENCES],
  }),
  // New hires have six months to train and to pass.
  'us-al-cps': asks([40, null, null, 'exam', NOT_ASKED], {
    workDeadline: { kind: WorkDeadline.TRAINED_AND_TESTED, months: 6 },
  }),
  'us-az-prss': asks([null, null, null, null, null]),
  'us-az-cprs': asks([46, 500, 25, 'exam', NOT_ASKED], {
    trainingParts: FOUR_DOMAINS,
    applicationParts: [ApplicationPart.REFERENCES],
  }),
  'us-ar-pr': asks([46, 500, 25, 'exam', 24], {
    trainingParts: [
      { topic: TrainingTopic.CORE_COURSE, hours: 30 },
      { topic: TrainingTopic.FURTHER_TRAINING, hours: 16 },
    ],
  }),
  'us-ca-cmpss': asks([80, null, null, 'exam', NOT_ASKED]),
  // The hours come from a summary of 2016.
  'us-co-cpfs': asks([60, 500, 50, 'exam', 12], {
    trainingParts: FOUR_DOMAINS,
    applicationParts: [ApplicationPart.LIVES_OR_WORKS_IN_STATE],
  }),
  'us-ct-rss': asks([80, null, null, 'exam', NOT_ASKED]),
  'us-dc-cps': asks([70, 80, null, 'exam', NOT_ASKED]),
  'us-de-cprs': asks([46, 500, 25, 'exam', NOT_ASKED]),
  'us-fl-crps': asks([null, 500, null, null, 24]),
  'us-ga-cps-mh': asks([null, null, null, 'exam', 12]),
  'us-ga-cps-ad': asks([null, null, null, null, 24]),
  'us-hi-hcps': asks([null, null, null, 'exam', 12]),
  'us-id-cpss': asks([40, null, 20, null, 12], { entryTitle: EntryTitle.SHORT_FIRST }),
  'us-il-cprs': asks([null, null, null, 'exam', NOT_ASKED]),
  'us-il-crss': asks([null, null, null, 'exam', NOT_ASKED]),
  'us-in-cprc': asks([52, 500, 25, 'exam', 12], {
    trainingParts: [
      { topic: TrainingTopic.PEER_SUPPORT, hours: 30 },
      { topic: TrainingTopic.ETHICS, hours: 16 },
      { topic: TrainingTopic.HIV, hours: 6 },
    ],
    applicationParts: [ApplicationPart.REFERENCES],
    entryTitle: EntryTitle.ENTRY_TIER,
  }),
  'us-ia-cprs': asks([46, 500, 25, 'exam', NOT_ASKED]),
  // Level one within four months of the start; level two within a year of level one.
  'us-ks-kcps': asks([null, null, null, 'exam', 12], {
    workDeadline: { kind: WorkDeadline.FIRST_TRAINING, months: 4 },
  }),
  // The page lists topics whose hours do not add up to the 40, so they are left out.
  'us-ky-radpss': asks([40, 500, 25, 'exam', 12], { entryTitle: EntryTitle.TEMPORARY }),
  'us-ky-apss': asks([30, null, null, 'exam', NOT_ASKED]),
  'us-la-pss': asks([76, null, null, 'exam', 12]),
  'us-me-cipss': asks([null, null, null, 'exam', NOT_ASKED], { entryTitle: EntryTitle.PROVISIONAL }),
  // 46 hours until July 2, 2025; the four hours of harm reduction came then.
  'us-md-cprs': asks([50, 500, 25, null, 24], {
    trainingParts: [...FOUR_DOMAINS, { topic: TrainingTopic.HARM_REDUCTION, hours: 4 }],
  }),
  'us-ma-cps': asks([65, null, null, 'exam', 12]),
  'us-mi-cpss': asks([56, null, null, null, NOT_ASKED]),
  'us-mn-cprs': asks([46, null, null, 'exam', NOT_ASKED]),
  'us-mn-cps': asks([80, null, null, null, NOT_ASKED]),
  'us-ms-cpssp': asks([null, null, null, 'exam', NOT_ASKED]),
}
