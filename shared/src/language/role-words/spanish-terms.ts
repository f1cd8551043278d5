import type { RoleWordTerm } from './role-word.ts'

const PERSONAS = {
  offered: ['persona que acompaño'],
  plural: ['personas que acompaño'],
  gender: 'f',
} as const

/** Ours, in the Spanish of the United States; longer phrases stand before the words they hold. */
export const SPANISH_TERMS: readonly RoleWordTerm[] = [
  {
    pattern: '(?:plan(?:es)?|metas?|objetivos?) de tratamiento',
    offered: ['plan de recuperación'],
    gender: 'm',
    source: 'D',
  },
  {
    pattern: 'adherencia(?: al? (?:tratamiento|medicación|medicamento))?',
    offered: ['decisión propia'],
    gender: 'f',
    source: 'D',
  },
  {
    pattern: '(?:gestión|manejo|administración) de casos?',
    offered: ['ayuda para encontrar servicios'],
    gender: 'f',
    source: 'DPAD',
  },
  { pattern: 'notas? (?:de casos?|clínicas?)', offered: ['notas de lo que hicimos'], source: 'T3' },
  { pattern: 'supervisión clínica', offered: ['supervisión'], gender: 'f', source: 'D' },
  {
    pattern: 'intervenci(?:ón|ones)(?: clínicas?| en crisis)?',
    offered: ['apoyo'],
    gender: 'm',
    source: 'T3',
  },
  {
    pattern: '(?:relación|alianza) terapéutica',
    offered: ['confianza entre nosotros'],
    gender: 'f',
    source: 'T3',
  },
  {
    pattern: 'evaluaci(?:ón|ones) (?:de riesgos?|clínicas?|de necesidades)',
    offered: ['conversación sobre lo que quiere'],
    gender: 'f',
    source: 'T3',
  },
  {
    pattern: '(?:hice|realicé) (?:una|la) (?:evaluación|admisión)',
    offered: ['pregunté qué quiere'],
    source: 'T3',
  },
  {
    pattern: '(?:hizo|realizó) (?:una|la) (?:evaluación|admisión)',
    offered: ['preguntó qué quiere'],
    source: 'T3',
  },
  { pattern: 'evalué', offered: ['pregunté'], source: 'T3' },
  {
    pattern: '(?:entrevista|cita) de (?:ingreso|admisión)',
    offered: ['primera conversación'],
    gender: 'f',
    source: 'D',
  },
  { pattern: 'diagnosticad[oa]s? con', offered: ['que vive con'], source: 'T3' },
  { pattern: 'diagnósticos?', offered: ['lo que vive'], source: 'T3' },
  { pattern: 'motivo de consulta', offered: ['lo que le importa ahora'], source: 'LIKE' },
  { pattern: 'síntomas', offered: ['lo que está viviendo'], source: 'T3' },
  { pattern: 'sintomátic[oa]s?|descompensad[oa]s?', offered: ['pasando un mal momento'], source: 'LIKE' },
  { pattern: 'monitoreé', offered: ['acompañé'], source: 'D' },
  { pattern: 'monitorear', offered: ['acompañar'], source: 'D' },
  { pattern: 'monitoreo', offered: ['acompañamiento'], gender: 'm', source: 'D' },
  { pattern: 'aconsejé', offered: ['hablé con'], source: 'LIKE' },
  { pattern: 'psicoeducación', offered: ['compartir lo que sé'], source: 'LIKE' },
  {
    pattern: '(?:l[aoe]s? )(?:derivé|remití|referí) a',
    offered: ['le ayudé a conectarse con'],
    source: 'D',
  },
  {
    pattern: '(?<=(?:está|estaba|sigue|vive) )en negación',
    offered: ['viéndolo de otra manera'],
    source: 'LIKE',
  },
  {
    pattern: 'resistentes? al tratamiento|desmotivad[oa]s?',
    offered: ['sin ganas de eso por ahora'],
    source: 'LIKE',
  },
  { pattern: 'de (?:bajo|poco) funcionamiento', offered: ['con necesidad de más apoyo'], source: 'LIKE' },
  { pattern: 'desadaptativ[oa]s?', offered: ['que ya no ayuda'], source: 'LIKE' },
  { pattern: 'manipulador(?:a|es|as)?', offered: ['buscando lo que necesita'], source: 'LIKE' },
  { pattern: '(?:sufre|padece)(?: de)?', offered: ['vive con'], source: 'LIKE' },
  { pattern: '(?:de|en) (?:alto )?riesgo(?! de)', offered: ['en un momento difícil'], source: 'D' },
  { pattern: '(?<!(?:ser|sea|es|soy|muy|más|fue|sé|seas) )pacientes?|clientes?', ...PERSONAS, source: 'D' },
  { pattern: 'usuari[oa]s?', ...PERSONAS, source: 'LIKE' },
]
