import rowSentences from './row-sentences.es.json' with { type: 'json' }

/**
 * What the rules of the catalogue say in words of our own, beside figures and codes, in Spanish. Names of boards and
 * sponsors stay as they are.
 */
const SPANISH: Readonly<Record<string, string>> = {
  ...rowSentences,
  // Of pages that were read after the catalogue.
  'Late renewal is possible for 12 months. The fee is 10 USD for each month since expiration.':
    'Se puede renovar tarde durante 12 meses. El cargo es de 10 USD por cada mes desde el vencimiento.',
  'After 12 months, apply again and meet every first requirement.':
    'Después de 12 meses hay que volver a solicitarla y cumplir todos los requisitos iniciales.',
  'It cannot be renewed, and the holder may not work. Reinstatement within 12 months of expiration takes the usual CE hours of the last two years, and 1.5 h more for each month since.':
    'No se puede renovar y no se permite trabajar. Para recuperarla dentro de los 12 meses del vencimiento se piden las horas CE habituales de los últimos dos años y 1.5 h más por cada mes desde entonces.',
  'One year after expiration the credential ends. Apply as a new holder.':
    'Un año después del vencimiento la credencial termina. Hay que solicitarla como nueva.',
  'The expiration date cannot be extended. Up to six months later the steps are the same.':
    'La fecha de vencimiento no se puede extender. Hasta seis meses después, los pasos son los mismos.',
  'After more than six months, a competency skills test is needed too.':
    'Después de más de seis meses también se pide un examen de competencias.',
  'Lapsed: reactivation with the form, the fee and a late penalty, with all CE hours complete.':
    'Caducada: se reactiva con el formulario, el cargo y una multa por atraso, con todas las horas CE completas.',
  'Expired: reactivation takes all CE hours owed since. Working meanwhile counts as unlicensed.':
    'Vencida: para reactivarla se piden todas las horas CE debidas desde entonces. Trabajar mientras tanto cuenta como trabajar sin licencia.',
  'After two years the license ends for good. Apply as a new holder.':
    'Después de dos años la licencia termina. Hay que solicitarla como nueva.',
  'Late renewal costs 10 USD for each month, for the first six months.':
    'Renovar tarde cuesta 10 USD por mes, durante los primeros seis meses.',
  'After six months, a new application and the fee of a new member.':
    'Después de seis meses, una solicitud nueva y el cargo de nuevo miembro.',
  'the credentialing body': 'la entidad que certifica',
  'ASAP-NYCB (six lists)': 'ASAP-NYCB (seis listas)',
  'About 5 percent of holders.': 'Cerca del 5 por ciento de quienes la tienen.',
  'Certificates are listed, and requested in an audit.':
    'Los certificados se anotan en una lista y se piden en una auditoría.',
  'Drawn every January and July.': 'Se sortea cada enero y cada julio.',
  'Documents are requested in an audit.': 'Los documentos se piden en una auditoría.',
  'Proof is requested only in an audit.': 'Los comprobantes se piden solo en una auditoría.',
  'Up to half of the renewals, drawn at random.': 'Hasta la mitad de las renovaciones, por sorteo.',
}

/** Null where the words are a name, or an organization's own. */
export const inSpanish = (words: string): string | null => SPANISH[words] ?? null

/** The words as they are shown in a language of ours. */
export function ruleWordsIn(locale: string, words: string): string {
  return (locale.startsWith('es') ? inSpanish(words) : null) ?? words
}
