import type { Labels } from '../label-groups.ts'

export const labels: Labels['supervision'] = {
  SupervisionType: {
    ADMINISTRATIVE: 'Administrativa',
    EDUCATIONAL: 'Educativa',
    SUPPORTIVE: 'De apoyo',
  },
  SessionFormat: {
    INDIVIDUAL: 'Individual',
    GROUP: 'En grupo',
    TEAM_CHECK_IN: 'Reunión de equipo',
    CO_REFLECTION: 'Reflexión conjunta',
  },
  SessionModality: {
    IN_PERSON: 'En persona',
    VIDEO: 'Por video',
    PHONE: 'Por teléfono',
  },
  SessionStatus: {
    SCHEDULED: 'Programada',
    HELD: 'Realizada',
    CANCELLED: 'Cancelada',
    MISSED: 'No tuvo lugar',
  },
  SupervisionActivity: {
    GETTING_STARTED: 'Primeros pasos',
    SHARING_OUT_WORK: 'Asignar tareas',
    PLANNING_TIME: 'Organizar el horario',
    EXPLAINING_POLICIES: 'Políticas y procedimientos',
    WORKING_WITH_THE_TEAM: 'Trabajo en equipo',
    GOING_THROUGH_RECORDS: 'Revisión de documentación',
    LOOKING_BACK_ON_PRACTICE: 'Reflexión sobre la práctica',
    KNOWLEDGE_AND_SKILLS: 'Conocimientos y habilidades',
    TRAINING_FOR_THIS_PEER: 'Necesidades de capacitación',
    PROFESSIONAL_GROWTH: 'Crecimiento profesional',
    HOW_THE_WORK_GOES: 'Cómo va el trabajo',
    WHAT_THE_WORK_DOES_TO_ONE: 'Cómo nos afecta el trabajo',
    ENCOURAGEMENT: 'Ánimo',
    SELF_CARE: 'Autocuidado',
    SPEAKING_UP_FOR_THE_ROLE: 'Defensa del rol de pares',
  },
  SupervisionDueKind: {
    ON_TRACK: 'Próxima: {day}',
    DUE_THIS_WEEK: 'Esta semana, hasta el {day}',
    OVERDUE: '{count} día de atraso | {count} días de atraso',
  },
  DueRule: {
    FROM_LAST_SESSION: 'Cada {days} días. Última sesión: {day}.',
    FROM_START: 'Cada {days} días. Sin sesiones desde que empezó, el {day}.',
  },
  AgreedConfidence: {
    ADMINISTRATIVE:
      'Las horas, tareas y reglas se pueden compartir con la oficina. Las notas son solo para las dos personas. La oficina ve cuándo hubo sesión y cuánto duró. Todo lo demás queda entre las dos personas, salvo si alguien está en peligro.',
    EDUCATIONAL:
      'Las notas son solo para las dos personas. La gerencia puede ver las metas de aprendizaje. La oficina ve cuándo hubo sesión y cuánto duró. Hablamos del trabajo sin nombres. Todo lo demás queda entre las dos personas, salvo si alguien está en peligro.',
    SUPPORTIVE:
      'Lo que hablamos queda aquí. Las notas son cortas y solo las leen las dos personas. La oficina ve que hubo sesión y cuánto duró. Nada más se comparte, salvo si el especialista de pares lo pide o alguien está en peligro.',
  },
  SignatureKind: {
    SIGNED: 'Firmada',
    ACKNOWLEDGED: 'Confirmada',
    COMMENTED: 'Confirmada con un comentario',
  },
  AmendmentReason: {
    WRONG_DATE: 'Fecha equivocada',
    WRONG_LENGTH: 'Duración equivocada',
    WRONG_PERSON: 'Persona equivocada',
    WRONG_TYPE: 'Tipo de supervisión equivocado',
    WRONG_FORMAT: 'Formato equivocado',
    OTHER: 'Otra cosa',
  },
  RecordChainProblem: {
    LINK_MISSING: 'Falta una firma.',
    LINK_CHANGED: 'Se cambió una entrada.',
    SIGNATURE_CHANGED: 'Se cambió una firma o un comentario.',
    AMENDMENT_CHANGED: 'Se cambió una enmienda.',
    SESSION_CHANGED: 'Se cambió una sesión después de firmarla.',
  },
  QualifiedAnswer: {
    YES: 'Sí',
    NO: 'No',
    UNKNOWN: 'No se sabe',
  },
  SupervisionMeasure: {
    SESSIONS_PER_WEEK: 'Sesiones por semana: {needed}',
    MINUTES_PER_WEEK: 'Minutos por semana: {needed}',
    SESSIONS_PER_MONTH: 'Sesiones por mes: {needed}',
    ONE_LONG_SESSION_PER_MONTH: 'Una sesión al mes de al menos {needed} minutos',
    CO_REFLECTIONS_PER_QUARTER: 'Correflexiones por trimestre: {needed}',
    DAYS_BETWEEN_SESSIONS: 'Como máximo {needed} días entre sesiones',
    HOURS_PER_SERVICE_HOURS: 'Horas de supervisión por las horas de servicio: {needed}',
    HOURS_BEFORE_FIRST_PLACEMENT: 'Horas de supervisión antes del primer lugar de trabajo: {needed}',
    PEERS_PER_SUPERVISOR: 'Como máximo {needed} personas por supervisor de tiempo completo',
  },
  SupervisionMeasureState: {
    MET: 'Se cumple',
    SHORT: 'Falta',
    UNKNOWN: 'No se sabe',
  },
  SupervisionMeasureUnknown: {
    PERIOD_TOO_SHORT: 'En estas fechas no hay una semana, un mes o un trimestre completo que contar.',
    NO_SERVICE_HOURS: 'No hay horas de servicio registradas en estas fechas.',
    NO_PLACEMENT: 'No hay un lugar de trabajo registrado.',
    NOTHING_RECORDED_BEFORE: 'No hay sesiones registradas antes del primer lugar de trabajo.',
    FTE_NOT_RECORDED: 'Alongside no registra qué parte de la jornada dedica alguien a supervisar.',
  },
  SignatureSentence: {
    SIGNED: 'Firmada por {name}, {day}',
    ACKNOWLEDGED: 'Confirmada por {name}, {day}',
    COMMENTED: 'Confirmada con un comentario por {name}, {day}',
  },
  QualifiedToday: {
    YES: 'Calificado hoy',
    NO: 'No válido hoy',
    UNKNOWN: 'Nada registrado',
  },
}
