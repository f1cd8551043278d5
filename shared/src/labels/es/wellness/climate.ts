import type { Labels } from '../../label-groups.ts'

export const labels: Labels['wellness']['climate'] = {
  CrowdSubject: {
    CHECK_IN: 'Registros de la semana',
    CORE_VALUES: 'Valores centrales',
    FLAG_CAUSES: 'De dónde vienen los avisos',
  },
  CrowdGroup: {
    ORGANIZATION: 'Todas las personas',
    POOL: 'Las demás personas',
  },
  CrowdMeasure: {
    WEEK_FELT: 'La semana',
    ENERGY: 'Energía',
    REST: 'Descanso',
    VOLUNTARY: 'Voluntario',
    HOPEFUL: 'Con esperanza',
    OPEN_MINDED: 'De mente abierta',
    EMPATHETIC: 'Con empatía',
    RESPECTFUL: 'Con respeto',
    FACILITATING_CHANGE: 'Apoya el cambio',
    HONEST_AND_DIRECT: 'Honesto y directo',
    MUTUAL: 'Mutuo',
    SHARED_POWER: 'Poder compartido',
    STRENGTHS_FOCUSED: 'Centrado en fortalezas',
    TRANSPARENT: 'Transparente',
    PERSON_DRIVEN: 'Guiado por la persona',
  },
  CrowdShare: {
    FEW: 'Pocas personas',
    SOME: 'Algunas',
    MANY: 'Muchas',
  },
  CountBand: {
    FROM_5: '5 a 9 personas',
    FROM_10: '10 a 19 personas',
    FROM_20: '20 a 49 personas',
    FROM_50: '50 personas o más',
  },
  ClimateStep: {
    READ: 'Lo que vemos',
    SHARE: 'Cómo lo hablamos',
    ACT: 'Lo que cambiamos',
    TELL: 'Lo que resultó',
  },
  PreviewAdvice: {
    HOUSE_TOO_SMALL:
      'Su equipo es muy pequeño para cifras de grupo, así que nunca se mostrará ninguna. Eso protege a cada persona. Mejor hablen entre todos.',
    MERGE_TEAMS: 'Algunos equipos son muy pequeños para mostrarse solos. Únalos si quiere ver más.',
    ONE_GROUP: 'Todas las personas cuentan como un solo grupo. No verá equipos por separado.',
  },
}
