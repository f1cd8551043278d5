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
  CoverageState: {
    NOT_ASSIGNED: 'Sin nadie asignado',
    OVERDUE: 'Con atraso',
    NOT_STARTED: 'Aún no empieza',
    DUE_THIS_WEEK: 'Vence esta semana',
    NO_SCHEDULE: 'Sin frecuencia acordada',
    ON_TIME: 'A tiempo',
    PAUSED: 'De permiso',
  },
  TeamGroup: {
    OVERDUE: 'Con atraso',
    NEXT_7_DAYS: 'Próximos 7 días',
    LATER: 'Más tarde',
  },
  SupervisorSkill: {
    UNDERSTANDING_THE_ROLE: 'Sé qué hace único el trabajo de pares, y lo digo',
    EXPLAINING_THE_ROLE: 'Ayudo a que todo el personal vea qué hacen los especialistas de pares',
    HOLDING_TO_VALUES: 'Cuido que sigamos los valores de la recuperación',
    BOUNDARIES_AND_DISCLOSURE: 'Ayudo con contar la propia historia, los límites y las decisiones difíciles',
    STRENGTHS_AND_GOALS: 'Juntos nombramos fortalezas, capacitación y metas',
    REGULAR_FEEDBACK: 'Doy comentarios útiles a menudo, no una vez al año',
    SKILLS_FOR_THE_DAY:
      'Ayudo a desarrollar habilidades para el día y pongo primero a las personas atendidas',
    DOCUMENTATION: 'Ayudo a aprender el papeleo',
    WELLNESS: 'Pongo primero el bienestar y el autocuidado en el trabajo',
    MUTUAL_RESPECT: 'Muestro respeto y consideración al trabajar',
  },
  SkillRating: {
    LEARNING: 'Aprendiendo',
    GROWING: 'Creciendo',
    STEADY: 'Firme',
    HELPING_OTHERS: 'Ayudo a otros',
  },
}
