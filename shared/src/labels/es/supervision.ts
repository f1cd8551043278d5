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
  FollowUpOwner: {
    PEER: 'Especialista de pares',
    SUPERVISOR: 'Quien supervisa',
  },
  FollowUpState: {
    OPEN: 'Pendiente',
    DONE: 'Hecho',
    DROPPED: 'Ya no hace falta',
  },
  LearningGoalState: {
    OPEN: 'En marcha',
    REACHED: 'Lograda',
    DROPPED: 'Ya no se sigue',
  },
  PeerCompetency: {
    ENGAGES_PEERS: 'Crear confianza con las personas',
    PROVIDES_SUPPORT: 'Dar apoyo',
    SHARES_LIVED_EXPERIENCE: 'Contar mi historia con un propósito',
    PERSONALIZES_SUPPORT: 'Apoyo a la medida de la persona y su cultura',
    SUPPORTS_RECOVERY_PLANNING: 'Planes de recuperación',
    LINKS_TO_RESOURCES: 'Encontrar recursos',
    TEACHES_WELLNESS_SKILLS: 'Enseñar a cuidarse',
    HELPS_IN_CRISES: 'Ayudar en una crisis',
    COMMUNICATES: 'Escuchar y expresarse',
    COLLABORATES: 'Trabajar con el equipo',
    LEADS_AND_ADVOCATES: 'Liderar y abogar',
    KEEPS_GROWING: 'Desarrollo profesional',
  },
  DebriefPrompt: {
    PEOPLE_FROM_BEFORE: '¿Se encontró en el trabajo con alguien de su pasado? ¿Cómo fue?',
    BESIDE_AN_OFFICER: '¿Trabaja junto a alguien que antes le arrestó o le vigiló? ¿Qué lo haría más fácil?',
    PLACE_AND_SOUNDS: 'Puertas, llaves, salas, uniformes: ¿qué le trajo recuerdos esta semana?',
    FRIENDS_CRITICISM:
      '¿Alguien cercano cuestionó que trabaje aquí? ¿Qué le dice a esa persona y qué se dice a sí?',
  },
}
