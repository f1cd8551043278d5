import type { Labels } from '../label-groups.ts'

export const labels: Labels['drift'] = {
  DriftCause: {
    OWN_PRACTICE: 'Costumbres propias al trabajar',
    ASSIGNED_WORK: 'Trabajo asignado',
    AGENCY_POLICY: 'Una política escrita para otro personal',
    STRUCTURE: 'Cómo está organizado el programa',
  },
  FlagStatus: {
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
    DISCUSSED: 'Lo conversamos',
    PLANNED: 'Escribir un plan',
    RESOLVED: 'Está hecho',
    NOT_DRIFT: 'Esto es parte del rol',
  },
  FlagStepOutcome: {
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
