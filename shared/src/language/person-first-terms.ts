/** Words that put a label before the person, and what can be said instead. */
export interface PersonFirstTerm {
  /** Source of a pattern, matched as whole words in any case; longer phrases stand before the words they hold. */
  readonly pattern: string
  readonly offered: readonly string[]
}

/**
 * From table 2 of LAPPA's paper on peers in deflection and pre-arrest diversion, and its like for custody; the Spanish
 * column is ours. "Clean" and "dirty" count only where they speak of people or tests: kitchens are cleaned too.
 */
export const PERSON_FIRST_TERMS: Readonly<Record<'en' | 'es', readonly PersonFirstTerm[]>> = {
  en: [
    { pattern: 'drug habits?', offered: ['substance use disorder', 'substance use challenges'] },
    { pattern: '(?:reformed|recovering|former|ex-) ?addicts?', offered: ['person in recovery'] },
    { pattern: '(?:drug )?addicts?', offered: ['person with a substance use disorder'] },
    {
      pattern: '(?:drug|substance) abusers?|abusers?|junk(?:ie|y|ies)',
      offered: ['person with a substance use disorder'],
    },
    {
      pattern: 'alcoholics?(?! anonymous| drinks?| beverages?)',
      offered: ['person with an alcohol use disorder'],
    },
    {
      pattern: 'dirty (?:urines?|tests?|screens?|ua)',
      offered: ['tested positive for a substance'],
    },
    { pattern: 'clean (?:urines?|tests?|screens?|ua)', offered: ['tested negative for substances'] },
    { pattern: 'clean and sober', offered: ['in recovery'] },
    {
      pattern: '(?<=(?:get|got|getting|is|stay|stayed|staying|been|years|months|days) )clean',
      offered: ['in recovery'],
    },
    { pattern: 'relapse', offered: ['return to use', 'recurrence'] },
    { pattern: 'relapses', offered: ['returns to use'] },
    { pattern: 'relapsed', offered: ['returned to use'] },
    { pattern: 'relapsing', offered: ['returning to use'] },
    { pattern: '(?:substance|drug) abuse', offered: ['substance use'] },
    {
      pattern: '(?:replacement|substitution) therap(?:y|ies)',
      offered: ['medication for opioid use disorder', 'medication for addiction treatment'],
    },
    {
      pattern: 'ex-?(?:con|convict|offender)s?|felons?|offenders?',
      offered: ['person with justice involvement'],
    },
    { pattern: 'inmates?|prisoners?', offered: ['person in custody'] },
    { pattern: 'non-?compliant', offered: ['has chosen not to', 'is not ready to'] },
  ],
  es: [
    { pattern: 'ex-? ?(?:drogadict|adict)[oa]s?', offered: ['persona en recuperación'] },
    {
      pattern: '(?:drogadict|adict|toxic[óo]man|drogat)[oa]s?|yonquis?',
      offered: ['persona con un trastorno por uso de sustancias'],
    },
    {
      pattern: '(?<!bebidas? )alcoh[óo]lic[oa]s?(?! an[óo]nim)|borrach[oa]s?',
      offered: ['persona con un trastorno por consumo de alcohol'],
    },
    { pattern: 'abuso de (?:sustancias|drogas)', offered: ['uso de sustancias'] },
    { pattern: '(?:orina|prueba)s? sucias?', offered: ['prueba positiva para una sustancia'] },
    { pattern: '(?:orina|prueba)s? limpias?', offered: ['prueba negativa para sustancias'] },
    {
      pattern: '(?<=(?:est[áa]|estar|estoy|sigue|años|meses|días) )limpi[oa]s?',
      offered: ['en recuperación'],
    },
    {
      pattern: 'reca[íi]das?|recaer',
      offered: ['volver a consumir', 'retorno al consumo'],
    },
    { pattern: 'recae', offered: ['vuelve a consumir'] },
    { pattern: 'recaen', offered: ['vuelven a consumir'] },
    { pattern: 'recayó', offered: ['volvió a consumir'] },
    { pattern: 'recayeron', offered: ['volvieron a consumir'] },
    { pattern: 'recaído', offered: ['vuelto a consumir'] },
    {
      pattern: 'terapias? de (?:sustitución|reemplazo)',
      offered: ['medicamentos para el trastorno por uso de opioides'],
    },
    {
      pattern: 'ex-?convict[oa]s?|delincuentes?',
      offered: ['persona con historial en el sistema de justicia'],
    },
    { pattern: 'pres[oa]s?|reclus[oa]s?|reos?', offered: ['persona bajo custodia'] },
  ],
}
