import rowSentences from './row-sentences.es.json' with { type: 'json' }

/**
 * What the rules of the catalogue say in words of our own, beside figures and codes, in Spanish. Names of boards and
 * sponsors stay as they are.
 */
const SPANISH: Readonly<Record<string, string>> = {
  ...rowSentences,
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
