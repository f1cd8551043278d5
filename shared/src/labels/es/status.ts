import type { Labels } from '../label-groups.ts'

export const labels: Labels['status'] = {
  StatusReasonKind: {
    NO_CERTIFICATION: 'No hay certificación registrada',
    NOT_ISSUED_YET: 'Empieza después',
    STATUS_RECORDED: 'Estatus según la junta',
    EXPIRED: 'Vencida',
    SHORT_AT_THIS_PACE: 'Faltarán horas a este ritmo',
    RENEWAL_OPEN: 'La renovación está abierta',
    EXTENDED: 'Extendida por la junta',
    END_NOT_KNOWN: 'No se sabe cuándo vence',
    ENDED_BY_RULE: 'Vencida según las reglas de la junta, sin confirmar',
    RENEWAL_MAY_BE_OPEN: 'La renovación puede estar abierta',
    IN_FORCE: 'Válida',
  },
  StatusReasonAfterExpiry: {
    GRACE: 'Venció el {from}. La junta acepta renovaciones tardías hasta el {until}.',
    INACTIVE: 'Venció el {from}. Inactiva desde entonces.',
  },
  StatusReason: {
    NO_CERTIFICATION: 'No hay certificación registrada.',
    NOT_ISSUED_YET: 'Empieza el {from}.',
    STATUS_RECORDED: 'Estatus según la junta: {status} desde el {from}.',
    EXPIRED: 'Venció el {from}.',
    SHORT_AT_THIS_PACE: 'Por completar: {hours} h. A este ritmo, el {until} aún faltarían {projected} h.',
    RENEWAL_OPEN: 'La renovación está abierta hasta el {until}.',
    EXTENDED: 'La junta la extendió hasta el {until}.',
    END_NOT_KNOWN: 'No se sabe cuándo vence.',
    ENDED_BY_RULE:
      'Según las reglas de la junta venció el {from}. Sin confirmar: no hay fecha de vencimiento registrada.',
    RENEWAL_MAY_BE_OPEN:
      'La renovación puede estar abierta desde el {from}. Lo dice una página más nueva de la junta.',
    IN_FORCE: 'Válida hasta el {until}.',
  },
  StatusReasonToPeer: {
    SHORT_AT_THIS_PACE:
      'Necesita {hours} h más. A su ritmo actual, el {until} aún le faltarían {projected} h.',
  },
  StatusUnknown: {
    EXPIRY: 'Fecha de vencimiento sin verificar.',
    WINDOW: 'Inicio del ciclo de renovación sin verificar.',
    HOURS: 'Horas requeridas sin verificar.',
    HOLDER: 'Faltan respuestas a preguntas de renovación.',
    LATE_RULE: 'Período de gracia: sin verificar. Confirme con la junta.',
  },
  StatusUnknownToPeer: {
    EXPIRY: 'No sabemos cuándo vence. Revise su certificado y avise a su gerente.',
    WINDOW: 'No sabemos cuándo empieza el ciclo de renovación.',
    HOURS: 'No sabemos cuántas horas pide esta junta.',
    LATE_RULE: 'No conocemos las reglas de renovación tardía. Pregunte a la junta.',
  },
  WhyHoursUnknown: {
    TOTAL_NOT_READ: 'Horas requeridas sin verificar.',
    WINDOW_UNKNOWN: 'No se cuentan horas: inicio del ciclo de renovación sin verificar.',
    FIRST_TERM_NOT_READ: 'Horas de la primera renovación sin verificar.',
    KIND_OF_YEAR_NOT_READ: 'Sin verificar qué período cuenta.',
    YEAR_IS_NOT_THE_CYCLE: 'Se cuentan por año, no por ciclo de renovación. Aquí no se calculan.',
    CONDITION_NOT_KNOWN: 'Depende de una pregunta de renovación aún sin respuesta.',
    CHOICE_NOT_KNOWN: 'Depende de la duración del ciclo, aún sin anotar.',
    PRACTICE_NOT_RECORDED: 'Aún no hay nada registrado aquí.',
    KIND_OF_PERIOD_NOT_READ: 'Sin verificar qué meses forman un trimestre.',
    ENTRY_CROSSES_PERIOD:
      'Un registro de horas de servicio cruza el fin de un ciclo. Divídalo para que cuente.',
  },
  WhyHoursUnknownToPeer: {
    TOTAL_NOT_READ: 'No sabemos cuántas horas pide esta junta.',
    WINDOW_UNKNOWN: 'No podemos contar sus horas: no sabemos cuándo empieza el ciclo.',
    FIRST_TERM_NOT_READ: 'Su primera renovación tiene sus propias reglas. Pregunte a la junta.',
    KIND_OF_YEAR_NOT_READ: 'No sabemos qué 12 meses cuentan. Pregunte a la junta.',
    YEAR_IS_NOT_THE_CYCLE: 'Estas se cuentan por año. No podemos calcularlas por usted.',
    CONDITION_NOT_KNOWN: 'Depende de una respuesta que aún no tenemos.',
    CHOICE_NOT_KNOWN: 'Depende de la duración de su ciclo. Aún no la tenemos.',
  },
  PracticeStep: {
    SERVICE: 'Registre {amount} más de servicio a más tardar el {date}.',
    SUPERVISION: 'Programe {amount} más de supervisión a más tardar el {date}.',
    CO_REFLECTION: 'Programe {amount} más de reflexión conjunta a más tardar el {date}.',
  },
  PracticeUnknown: {
    SUPERVISION: 'No se conocen las horas de supervisión. Se piden: {amount}. Registre las sesiones.',
    SERVICE: 'No se conocen las horas de servicio. Se piden: {amount}. Regístrelas.',
    CO_REFLECTION: 'No se conoce la reflexión conjunta. Se pide: {amount}. Registre las sesiones.',
  },
  PracticeUnknownToPeer: {
    SUPERVISION:
      'No sabemos cuántas horas de supervisión tiene. La junta pide {amount}. Pregunte a quien le supervisa.',
    SERVICE: 'No sabemos cuántas horas de servicio tiene. La junta pide {amount}. Dígalas a su gerente.',
    CO_REFLECTION:
      'No sabemos cuántas reflexiones conjuntas tiene. La junta pide {amount}. Pregunte a quien le supervisa.',
  },
  FindOut: {
    WINDOW_UNKNOWN: 'Pregunte a la junta cuándo empieza y termina el ciclo.',
    FIRST_TERM_NOT_READ: 'Pregunte a la junta qué pide la primera renovación.',
    CHOICE_NOT_KNOWN: 'Indique la duración del ciclo de renovación.',
    ENTRY_CROSSES_PERIOD: 'Divida las horas de servicio que cruzan el fin de un ciclo.',
  },
  FindOutToPeer: {
    CHOICE_NOT_KNOWN: 'Diga a su gerente cuánto dura su ciclo de renovación.',
    ENTRY_CROSSES_PERIOD: 'Pida a su gerente que divida las horas de servicio que cruzan el fin de un ciclo.',
  },
  FindOutAmount: {
    WINDOW_UNKNOWN: 'Se piden: {amount}. Pregunte a la junta cuándo empieza y termina el ciclo.',
    KIND_OF_YEAR_NOT_READ: 'Se piden: {amount} al año. Pregunte a la junta qué 12 meses cuentan.',
    KIND_OF_PERIOD_NOT_READ: 'Se piden: {amount} por trimestre. Pregunte a la junta qué meses cuentan.',
  },
  FindOutAmountToPeer: {
    WINDOW_UNKNOWN: 'La junta pide {amount}. Pregunte cuándo empieza y termina su ciclo.',
    KIND_OF_YEAR_NOT_READ: 'La junta pide {amount} al año. Pregunte qué 12 meses cuentan.',
  },
  DeclineReason: {
    NOT_MY_TIME: 'No supervisé durante este ciclo.',
    HOURS_DIFFER: 'Las horas no son las que conozco.',
    NOT_QUALIFIED: 'La junta pide a alguien con otra calificación.',
    TALK_FIRST: 'Hablemos primero.',
  },
  LapseCause: {
    HOURS_SHORT: 'Faltaban horas',
    PROOF_MISSING: 'Faltaban comprobantes',
    SUBMITTED_LATE: 'Enviada tarde',
    FEE_UNPAID: 'Cuota sin pagar',
    NOT_REMINDED: 'Sin recordatorio',
    ON_LEAVE: 'De licencia',
    BOARD_DELAY: 'Demora de la junta',
    CHOSE_NOT_TO_RENEW: 'Decidió no renovar',
    OTHER: 'Otra causa',
  },
  ReturnReason: {
    HOURS_SHORT: 'Faltan horas',
    PROOF_MISSING: 'Faltan comprobantes',
    FORM_INCOMPLETE: 'Formulario incompleto',
    FEE_UNPAID: 'Cuota sin pagar',
    TOO_LATE: 'Enviada tarde',
    OTHER: 'Otra razón',
  },
}
