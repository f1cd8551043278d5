import type { Labels } from '../label-groups.ts'

export const labels: Labels['drift'] = {
  DriftCause: {
    OWN_PRACTICE: 'Costumbres propias al trabajar',
    ASSIGNED_WORK: 'Trabajo asignado',
    AGENCY_POLICY: 'Una política escrita para otro personal',
    STRUCTURE: 'Cómo está organizado el programa',
  },
  FlagStatus: {
    PROPOSED_RESOLVED: 'Propuesto: hecho',
    PROPOSED_NOT_DRIFT: 'Propuesto: parte del rol',
    NOT_AGREED: 'Sin acuerdo, sigue abierto',
    OPEN: 'Por conversar',
    DISCUSSED: 'Conversado',
    PLANNED: 'Con un plan',
    RESOLVED: 'Hecho',
    NOT_DRIFT: 'Parte del rol',
  },
  FlagOrigin: {
    SIGNAL: 'Alongside',
    PEER: 'Especialista de pares',
    SUPERVISOR: 'Supervisión',
  },
  FlagStepAction: {
    OPEN: 'Abrirlo otra vez',
    PROPOSED_RESOLVED: 'Proponer que está hecho',
    PROPOSED_NOT_DRIFT: 'Proponer: es parte del rol',
    NOT_AGREED: 'Yo lo veo de otra forma',
    DISCUSSED: 'Lo conversamos',
    PLANNED: 'Escribir un plan',
    RESOLVED: 'Está hecho',
    NOT_DRIFT: 'Esto es parte del rol',
  },
  FlagStepOutcome: {
    OPEN: 'El aviso vuelve a estar abierto. Lo ve quien ve el aviso.',
    PROPOSED_RESOLVED: 'La persona recibe una notificación y decide. Hasta entonces sigue abierto.',
    PROPOSED_NOT_DRIFT: 'La persona recibe una notificación y decide. Hasta entonces sigue abierto.',
    NOT_AGREED: 'El aviso sigue abierto. También puede llevarlo a otra persona.',
    DISCUSSED: 'Las dos personas ven que lo conversaron, y cuándo.',
    PLANNED: 'Las dos personas ven el plan. Después no se puede cambiar.',
    RESOLVED: 'El plan está hecho. Esto cierra el aviso.',
    NOT_DRIFT: 'Esto cierra el aviso. La razón queda con él.',
  },
  StructuralSignal: {
    CASELOAD_ABOVE_RANGE: 'Muchas personas a cargo',
    SUPERVISED_ADMINISTRATIVELY_ONLY: 'Solo supervisión administrativa',
  },
  StructuralSignalEvidence: {
    CASELOAD_ABOVE_RANGE: 'Está por encima de lo usual para un contacto por semana.',
    SUPERVISED_ADMINISTRATIVELY_ONLY: 'Desde hace semanas no hay supervisión educativa ni de apoyo.',
  },
  StructuralSignalRule: {
    CASELOAD_ABOVE_RANGE: 'Avisamos cuando el total pasa de {people} personas.',
    SUPERVISED_ADMINISTRATIVELY_ONLY:
      'Avisamos después de {days} días sin supervisión educativa ni de apoyo.',
  },
  StructuralSignalSource: {
    CASELOAD_ABOVE_RANGE: 'Fuente: LAPPA, apoyo entre pares en la justicia, 2021, capítulo 2.',
    SUPERVISED_ADMINISTRATIVELY_ONLY: 'Fuente: LAPPA, apoyo entre pares en la justicia, 2021, capítulo 3.',
  },
  StructuralSignalFigure: {
    CASELOAD_ABOVE_RANGE: '{figure} personas a su cargo.',
    SUPERVISED_ADMINISTRATIVELY_ONLY: '{figure} días hasta hoy.',
  },
}
