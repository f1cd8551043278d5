/** Mississippi to Wyoming, and the national boards. The figures stand in the catalogue; the rest was read in its notes, under the same source and day. */
import {
  NOT_ASKED,
  ApplicationPart,
  asks,
  EntryTitle,
  FOUR_DOMAINS,
  TrainingTopic,
  type FirstRule,
} from './first-rule.ts'

/** Training, experience and supervised hours, exam, months of recovery (0: no minimum length); null was not read. */
export const FIRST_RULES_M_TO_Z: Readonly<Record<string, FirstRule>> = {
  'us-mo-cps': asks([null, null, null, 'exam', 0]),
  'us-mt-cbhpss': asks([40, null, null, null, 24], { applicationParts: [ApplicationPart.SUPERVISION_PLAN] }),
  // Of the 60 hours 40 are live.
  'us-ne-cpss': asks([60, null, null, 'exam', 12], {
    trainingParts: [{ topic: TrainingTopic.ETHICS, hours: 10 }],
    applicationParts: [ApplicationPart.MINIMUM_AGE],
    minimumAge: 19,
  }),
  'us-nv-prss': asks([46, 500, 25, 'exam', 24], { entryTitle: EntryTitle.INTERN }),
  'us-nh-crsw': asks([46, 500, 25, 'exam', NOT_ASKED], {
    applicationParts: [ApplicationPart.SUPERVISION_PLAN],
  }),
  'us-nm-cpsw': asks([40, null, null, 'exam', 36]),
  'us-ny-nycps': asks([null, 2000, null, null, NOT_ASKED], { entryTitle: EntryTitle.PROVISIONAL }),
  'us-nc-nccpss': asks([60, null, null, null, 12], {
    trainingParts: [
      { topic: TrainingTopic.CORE_COURSE, hours: 40 },
      { topic: TrainingTopic.FURTHER_TRAINING, hours: 20 },
    ],
  }),
  'us-nd-cpss': asks([40, null, null, null, 12]),
  'us-oh-cprs': asks([56, null, null, 'exam', NOT_ASKED], {
    trainingParts: [
      { topic: TrainingTopic.CORE_COURSE, hours: 40 },
      { topic: TrainingTopic.ONLINE_COURSES, hours: 16 },
    ],
    applicationParts: [ApplicationPart.BACKGROUND_CHECK],
  }),
  'us-ok-prss': asks([null, null, null, 'exam', NOT_ASKED]),
  'us-or-crm': asks([40, null, null, null, 24]),
  'us-or-pss': asks([40, null, null, null, NOT_ASKED], {
    applicationParts: [ApplicationPart.BACKGROUND_CHECK],
  }),
  'us-ri-cprs': asks([46, 500, 25, 'exam', NOT_ASKED], { trainingParts: FOUR_DOMAINS }),
  'us-sc-cpss': asks([40, 100, 4, 'exam', 36], { applicationParts: [ApplicationPart.REFERENCES] }),
  'us-sc-cprs': asks([46, null, null, null, 12]),
  'us-tn-cprs': asks([40, 75, 3, 'exam', 24]),
  'us-tx-mhps': asks([null, 250, null, 'exam', NOT_ASKED], { entryTitle: EntryTitle.SHORT_FIRST }),
  'us-ut-cpss': asks([40, null, null, 'exam', 12]),
  'us-vt-crc': asks([null, null, 25, 'exam', NOT_ASKED]),
  'us-va-cprs': asks([72, 500, null, 'exam', 12]),
  'us-wa-cpss': asks([null, 1000, null, 'exam', 12]),
  'us-wv-prss': asks([null, null, null, 'exam', 24]),
  'us-wi-cps': asks([null, null, null, 'exam', NOT_ASKED]),
  'us-wi-cpps': asks([null, null, null, 'exam', NOT_ASKED]),
  'us-wy-cps': asks([36, null, null, null, NOT_ASKED], {
    applicationParts: [ApplicationPart.MINIMUM_AGE],
    minimumAge: 21,
  }),
  'us-national-icrc-pr': asks([46, 500, 25, 'exam', NOT_ASKED], {
    trainingParts: FOUR_DOMAINS,
    applicationParts: [ApplicationPart.LIVES_OR_WORKS_IN_STATE],
  }),
  'us-national-ncprss': asks([60, 200, null, 'exam', 24], {
    trainingParts: [{ topic: TrainingTopic.PEER_SUPPORT, hours: 48 }],
    applicationParts: [ApplicationPart.HOURS_LETTER],
  }),
  // A page of a partner reads 2,000 hours; the stricter one is shown.
  'us-national-ncps': asks([40, 3000, null, 'exam', NOT_ASKED], {
    applicationParts: [ApplicationPart.STATE_CREDENTIAL],
  }),
}
