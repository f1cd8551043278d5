/**
 * What the rules of the catalogue say in words of our own, beside figures and codes, in Spanish. Names of boards and
 * sponsors stay as they are, and so do words that are quoted from a page.
 */
const SPANISH: Readonly<Record<string, string>> = {
  'the credentialing body': 'la entidad que certifica',
  'ASAP-NYCB (six lists)': 'ASAP-NYCB (seis listas)',
  'About 5 percent of holders.': 'Cerca del 5 por ciento de quienes la tienen.',
  'Certificates are listed, and asked for in an audit.':
    'Se hace una lista de los certificados. Se piden en una auditoría.',
  'Drawn every January and July.': 'Se sortea cada enero y cada julio.',
  'Papers are asked for in an audit.': 'Los papeles se piden en una auditoría.',
  'Proof is asked for in an audit only.': 'Las pruebas se piden solo en una auditoría.',
  'Up to half of the renewals, drawn at random.': 'Hasta la mitad de las renovaciones, por sorteo.',
}

/** Null where the words are a name, a quotation, or an organization's own. */
export const inSpanish = (words: string): string | null => SPANISH[words] ?? null

/** The words as they are shown in a language of ours. */
export function ruleWordsIn(locale: string, words: string): string {
  return (locale.startsWith('es') ? inSpanish(words) : null) ?? words
}
