import { type DriftPhrase, DriftPhraseReason } from './drift-phrase.ts'

const { WATCHING_AND_REPORTING, OFFICERS_WORK, HELPING_STAFF, ERRANDS, OPEN_ENDED } = DriftPhraseReason

/** What officers, courts and offices do, and what is left open. The Spanish column is ours. */
export const JUSTICE_PHRASES: readonly DriftPhrase[] = [
  {
    reason: WATCHING_AND_REPORTING,
    found: {
      en: '(?:track|monitor)(?:s|ing)? (?:\\S{1,20} ){0,3}progress(?: of (?:\\S{1,20} )?(?:clients|participants|residents|probationers))?|progress (?:monitoring|tracking)|follow-up monitoring|monitor(?:s|ing)? (?:clients|participants|residents|probationers|behaviors?|symptoms)',
      es: '(?:seguimiento|monitoreo) (?:del?|al) (?:\\S{1,20} ){0,2}(?:progreso|avance)|(?:monitorear|vigilar) (?:a )?(?:los |las |el )?(?:clientes|participantes|residentes|progreso|síntomas|conductas?)',
    },
    instead: {
      en: 'ask people how their own goals are going',
      es: 'preguntar a cada persona cómo van sus metas',
    },
    activities: ['WATCHING_SYMPTOMS'],
  },
  {
    reason: WATCHING_AND_REPORTING,
    found: {
      en: '(?:document|record)s? and reports? (?:\\S{1,20} ){0,3}progress|report(?:s|ing)? (?:\\S{1,20} ){0,2}(?:concerns|use|violations|absences|results|behaviors?)(?: to (?:\\S{1,20} ){0,3}(?:team|court|judge|officers?|staff))?|(?:document|record|log)\\S{0,3} (?:\\S{1,20} ){0,5}(?:client|participant) interactions',
      es: '(?:documentar|registrar) e informar (?:\\S{1,20} ){0,3}(?:progreso|avances?)|(?:informar|reportar) (?:\\S{1,20} ){0,3}(?:consumo|incumplimientos|ausencias|inquietudes|conductas?)',
    },
    instead: {
      en: 'write down your contacts and hours; what people tell you stays with them',
      es: 'anotar sus contactos y horas; lo que le cuentan se queda con la persona',
    },
    activities: ['DOCUMENTING_CONTACTS', 'REPORTING_RETURN_TO_USE'],
  },
  {
    reason: WATCHING_AND_REPORTING,
    found: {
      en: '(?:failure to )?(?:maintain|verify|ensure|monitor)\\S{0,3} (?:\\S{1,20} ){0,2}(?:abstinence|sobriety)|(?:report|verify|monitor)\\S{0,3} (?:\\S{1,20} )?(?:abstinence|sobriety)|missed appointments?',
      es: '(?:mantener|verificar|vigilar) (?:la )?(?:abstinencia|sobriedad)|citas perdidas|faltas a (?:las )?citas',
    },
    instead: {
      en: 'be someone people can tell about a return to use without fear',
      es: 'ser alguien a quien se le puede contar un regreso al consumo sin miedo',
    },
    activities: ['REPORTING_RETURN_TO_USE', 'URGING_LESS_USE'],
  },
  {
    reason: WATCHING_AND_REPORTING,
    found: {
      en: 'observe\\S{0,2} (?:\\S{1,20} ){0,2}(?:behaviors?|symptoms)|(?:identify|flag)\\S{0,3} (?:\\S{1,20} ){0,2}(?:at-risk|high-risk) (?:clients|participants|residents|probationers|individuals)|risk to (?:self|themselves) or others',
      es: 'observar (?:\\S{1,20} ){0,2}(?:conductas?|comportamientos?|síntomas)|identificar (?:\\S{1,20} ){0,3}(?:en|de) (?:alto )?riesgo|riesgo para sí mism[oa]s? o para otr[oa]s',
    },
    instead: {
      en: 'listen, and say openly what you would have to pass on',
      es: 'escuchar y decir con claridad qué tendría que comunicar',
    },
    activities: ['WATCHING_SYMPTOMS', 'ASSESSING_SUICIDE_RISK'],
  },
  {
    reason: WATCHING_AND_REPORTING,
    found: {
      en: '(?:collect|administer|conduct|observe|perform)\\S{0,3} (?:\\S{1,20} ){0,2}(?:drug|urine|breath|alcohol) (?:tests?|screens?|samples?|testing)|drug testing|(?:urinalysis|urine) collection',
      es: '(?:realizar|tomar|recoger|aplicar) (?:\\S{1,20} ){0,2}pruebas? (?:de|para) (?:drogas|orina|alcohol)|pruebas de drogas',
    },
    instead: {
      en: 'leave testing to other staff; go along if someone asks for company',
      es: 'dejar las pruebas a otro personal; acompañar si alguien lo pide',
    },
    activities: ['GIVING_DRUG_TEST', 'GOING_TO_DRUG_TEST'],
  },
  {
    reason: WATCHING_AND_REPORTING,
    found: {
      en: 'liaison between (?:\\S{1,20} ){1,8}(?:court|clinical team|team|officers?)|reviews? (?:\\S{1,20} ){0,2}(?:client|participant|case) files?',
      es: 'enlace entre (?:\\S{1,20} ){1,8}(?:tribunal|corte|equipo)|revisar (?:\\S{1,20} ){0,2}expedientes',
    },
    instead: {
      en: 'help people speak for themselves in court and with the team',
      es: 'ayudar a que cada persona hable por sí misma ante el tribunal y el equipo',
    },
    activities: ['READING_CLIENT_FILES', 'GOING_TO_COURT'],
  },
  {
    reason: OFFICERS_WORK,
    found: {
      en: 'co-?respond(?:s|ing)?(?: to (?:\\S{1,20} )?calls)?|(?:accompany|ride along with|patrol with)\\S{0,3} (?:police |law enforcement )?officers|roll[- ]calls?|(?:law enforcement|court|probation|police) team member|enforce\\S{0,4} (?:\\S{1,20} ){0,2}(?:rules|conditions|orders|curfews?)|(?:conduct|assist with)\\S{0,3} searches',
      es: '(?:responder|acudir) (?:\\S{1,20} ){0,2}llamadas (?:con|junto)|acompañar a (?:los )?(?:agentes|policías|oficiales)|pase de lista|miembro del equipo (?:policial|del tribunal|de la corte)|hacer cumplir (?:\\S{1,20} ){0,2}(?:reglas|condiciones|órdenes)',
    },
    instead: {
      en: 'meet people after the officers have left, or beside them with a clear peer role',
      es: 'ver a las personas cuando los agentes se van, o a su lado con un rol de pares claro',
    },
    activities: ['VISITING_AT_HOME'],
  },
  {
    reason: HELPING_STAFF,
    found: {
      en: 'assist(?:s|ing)? (?:other )?(?:professional|nonprofessional|clinical|case|probation|court)(?: and (?:other )?(?:nonprofessional|professional))? (?:personnel|staff|managers?|workers?|officers?)',
      es: '(?:asistir|ayudar) (?:al|a los|a las) (?:personal|profesionales|gestores de casos|oficiales)(?: clínicos?| de caso)?',
    },
    instead: {
      en: 'work beside the team as the one who brings lived experience',
      es: 'trabajar junto al equipo como quien aporta la experiencia vivida',
    },
    activities: ['ATTENDING_STAFF_MEETINGS'],
  },
  {
    reason: ERRANDS,
    found: {
      en: '(?:provide|arrange|offer)\\S{0,3} transportation|transport(?:s|ing)? (?:clients|participants|residents|probationers|individuals)|run(?:s|ning)? errands|front desk|answer(?:s|ing)? (?:\\S{1,20} )?phones|(?:filing|data entry|clerical)(?: duties| work)?',
      es: '(?:brindar|ofrecer) transporte|transportar (?:a )?(?:los |las )?(?:clientes|participantes|residentes)|hacer mandados|recepción telefónica|contestar (?:el )?teléfono|captura de datos|tareas de oficina',
    },
    instead: {
      en: 'ride along with people you know, as time to talk',
      es: 'viajar con personas que conoce, como tiempo para hablar',
    },
    activities: ['DRIVING_TO_APPOINTMENTS', 'ANSWERING_PHONES', 'SENDING_REMINDERS'],
  },
  {
    reason: OPEN_ENDED,
    found: {
      en: '(?:other|additional) (?:related )?duties(?:,)? as (?:assigned|needed|required)|as assigned(?: by)?',
      es: '(?:otras|demás) (?:tareas|funciones|labores)(?: (?:afines|asignadas|que se le asignen))?|según se (?:le )?asigne',
    },
    instead: {
      en: 'other peer work that the role agreement names',
      es: 'otro trabajo de pares que nombre el acuerdo de rol',
    },
    activities: [],
  },
]
