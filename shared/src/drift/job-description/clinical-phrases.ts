import { type DriftPhrase, DriftPhraseReason } from './drift-phrase.ts'

const { CLINICAL_WORK, TREATMENT_PRESSURE, CASE_MANAGEMENT, CLINICAL_SUPERVISION } = DriftPhraseReason

/** What clinical staff and case managers do. The Spanish column is ours. */
export const CLINICAL_PHRASES: readonly DriftPhrase[] = [
  {
    reason: CLINICAL_WORK,
    found: {
      en: '(?:centralized )?intakes?(?:,? (?:and )?(?:screenings?|assessments?))?|screenings?,? (?:and )?assessments?|(?:conduct|perform|complete|provide)s? (?:\\S{1,20} ){0,2}(?:screenings?|assessments?)|(?:clinical|needs|risk|suicide) assessments?',
      es: 'admisi(?:ón|ones) y evaluaci(?:ón|ones)|entrevistas? de (?:ingreso|admisión)|evaluaci(?:ón|ones) (?:clínicas?|de riesgos?|de necesidades)|(?:realizar|hacer|completar) (?:\\S{1,20} ){0,2}(?:evaluaci(?:ón|ones)|tamizajes?)',
    },
    instead: {
      en: 'meet people, hear what they want, and share your own experience',
      es: 'conocer a las personas, escuchar qué quieren y compartir su propia experiencia',
    },
    activities: ['ASSESSING_SUICIDE_RISK'],
  },
  {
    reason: CLINICAL_WORK,
    found: {
      en: 'crisis (?:intervention|stabilization|counseling)(?: services)?',
      es: 'intervenci(?:ón|ones) en crisis',
    },
    instead: {
      en: 'be with someone in a hard moment, and call clinical staff in',
      es: 'acompañar en un momento difícil y llamar al personal clínico',
    },
    activities: ['CALMING_PANIC', 'ASSESSING_SUICIDE_RISK'],
  },
  {
    reason: CLINICAL_WORK,
    found: {
      en: "(?:develop|write|create|update|support)\\S{0,3} (?:\\S{1,20} ){0,3}treatment (?:\\S{1,20} ){0,2}plans?|(?:recommend|set|identify)\\S{0,3} (?:\\S{1,20} ){0,2}treatment (?:objectives|goals|services)|treatment planning|(?:their|the|client’s|client's|care|person’s) treatment plans?",
      es: '(?:elaborar|crear|redactar|actualizar|desarrollar) (?:\\S{1,20} ){0,3}plan(?:es)? de tratamiento|(?:recomendar|fijar) (?:\\S{1,20} ){0,2}(?:objetivos|metas) de tratamiento|plan(?:es)? de tratamiento',
    },
    instead: {
      en: 'help people write a recovery plan of their own, with their own goals',
      es: 'ayudar a cada persona a escribir su propio plan de recuperación, con sus metas',
    },
    activities: ['URGING_TREATMENT'],
  },
  {
    reason: CLINICAL_WORK,
    found: {
      en: 'diagnos(?:e|es|is|ing|tic)|(?:individual|group|family) (?:therapy|counseling)|therap(?:y|eutic) (?:sessions?|groups?|interventions?)|clinical (?:interventions?|notes?|services)|provide counseling',
      es: 'diagn(?:osticar|óstico|ósticos)|terapia (?:individual|grupal|familiar)|(?:sesiones|grupos|intervenciones) terapéutic[oa]s|notas clínicas|brindar consejería',
    },
    instead: {
      en: 'share lived experience, one to one and in peer groups',
      es: 'compartir experiencia vivida, de persona a persona y en grupos de pares',
    },
    activities: ['HOLDING_THERAPY'],
  },
  {
    reason: CLINICAL_WORK,
    found: {
      en: '(?:administer|dispense|manage|deliver)\\S{0,3} (?:\\S{1,20} ){0,2}medications?|medication (?:management|education|monitoring|advice)',
      es: '(?:administrar|entregar|manejar|repartir) (?:\\S{1,20} ){0,2}medica(?:mentos|ción)|manejo de medica(?:mentos|ción)',
    },
    instead: {
      en: 'help people get ready to talk with their doctor',
      es: 'ayudar a prepararse para hablar con su médico',
    },
    activities: ['SUGGESTING_MEDICATION', 'DELIVERING_MEDICATION'],
  },
  {
    reason: CLINICAL_WORK,
    found: { en: 'stabilization(?: services)?(?! housing)', es: 'estabilización' },
    instead: {
      en: 'stay in touch while things settle',
      es: 'seguir en contacto mientras todo se calma',
    },
    activities: ['CALMING_PANIC'],
  },
  {
    reason: TREATMENT_PRESSURE,
    found: {
      en: '(?:(?:improve|ensure|support|promote|encourage|increase)(?:s|d|ing)? )?(?:(?:treatment |medication )?adherence(?: to (?:treatment|medications?)| support)?|(?:treatment|medication) compliance|compliance with (?:treatment|medications?|court orders?|(?:\\S{1,20} )?conditions))',
      es: '(?:mejorar|asegurar|promover|fomentar)? ?(?:la )?(?:adherencia|cumplimiento) (?:al|del?|con el) (?:tratamiento|medicamento|programa)|apoyo a la adherencia',
    },
    instead: {
      en: 'go along when asked, and help people say what they want from care',
      es: 'acompañar cuando se lo pidan y ayudar a decir qué quieren de la atención',
    },
    activities: ['URGING_TREATMENT', 'GOING_TO_DOCTOR_VISIT'],
  },
  {
    reason: TREATMENT_PRESSURE,
    found: {
      en: 'treatment education|(?:motivate|persuade|convince|urge)\\S{0,3} (?:\\S{1,20} ){0,3}(?:enter|start|accept|stay in) treatment|abstinence[- ]only',
      es: 'educación sobre (?:el )?tratamiento|(?:motivar|persuadir|convencer) (?:\\S{1,20} ){0,4}(?:iniciar|entrar en|aceptar) (?:el )?tratamiento',
    },
    instead: {
      en: 'tell people about many paths to recovery, so they can choose',
      es: 'contar de muchos caminos de recuperación, para que cada quien elija',
    },
    activities: ['URGING_TREATMENT', 'URGING_LESS_USE'],
  },
  {
    reason: CASE_MANAGEMENT,
    found: {
      en: 'case[- ]management|case manage[rd]? (?:a|clients|participants)|manage (?:a )?caseload|care coordination|management plans?',
      es: '(?:gestión|manejo|administración) de casos|coordinación de (?:la )?atención|planes de manejo',
    },
    instead: {
      en: 'help people find services and make the calls with them',
      es: 'ayudar a encontrar servicios y hacer las llamadas juntos',
    },
    activities: ['FINDING_HOUSING', 'CALLING_FOR_SOMEONE', 'FILLING_OUT_FORMS'],
  },
  {
    reason: CLINICAL_SUPERVISION,
    found: { en: 'clinical supervision|supervised by (?:a |the )?clinical', es: 'supervisión clínica' },
    instead: {
      en: 'regular supervision, some of it with someone who has done peer work',
      es: 'supervisión regular, en parte con alguien que ha hecho trabajo de pares',
    },
    activities: [],
  },
]
