/** Words that put a label before the person, and what can be said instead. */
export interface PersonFirstTerm {
  /** Source of a pattern, matched as whole words in any case; longer phrases stand before the words they hold. */
  readonly pattern: string
  /** Wordings for one; `$1` is the first group of the pattern. */
  readonly offered: readonly string[]
  /** Wordings where the match ends in s; without them, it is the same for one and for many. */
  readonly plural?: readonly string[]
  /** Of the wordings in Spanish, where an article before them has to agree. */
  readonly gender?: 'f' | 'm'
}

const RELATIVES_EN =
  'father|mother|parent|brother|sister|son|daughter|husband|wife|partner|friend|client|man|woman'
const PLURAL_EN = 'fathers|mothers|parents|brothers|sisters|sons|daughters|friends|clients|men|women|people'
const WITH_SUD = 'with a substance use disorder'
const WITH_AUD = 'with an alcohol use disorder'
const CON_TUS = 'con un trastorno por uso de sustancias'
const CON_TCA = 'con un trastorno por consumo de alcohol'
const ESTAR = 'est[áa]|est[áa]n|estar|estoy|estuvo|estaba|sigue|siguen|años|meses|días|semanas'
/** After these, "clean" and "sober" speak of a person and stand at the end of what is said. */
const SAID_OF_PEOPLE =
  'is|are|was|were|am|be|been|stay|stays|stayed|staying|remain|remained|years|months|weeks|days'
const AT_AN_END = '(?=\\s*(?:[.,;:!?)]|$|and|but|since|for|now|again|at|in|with|from|after|because|today))'

/**
 * From table 2 of LAPPA's paper on peers in deflection and pre-arrest diversion, and its like for custody; the Spanish
 * column is ours. "Clean" and "dirty" count only where they speak of people or tests: kitchens are cleaned too.
 */
export const PERSON_FIRST_TERMS: Readonly<Record<'en' | 'es', readonly PersonFirstTerm[]>> = {
  en: [
    {
      pattern: 'drug habits?',
      offered: ['substance use disorder', 'substance use challenge'],
      plural: ['substance use disorders', 'substance use challenges'],
    },
    {
      pattern: '(?:reformed|recovering|former|ex-) ?(?:addicts?|alcoholics?)',
      offered: ['person in recovery'],
      plural: ['people in recovery'],
    },
    {
      pattern: `(?:drug-?|substance-?)?(?:addict(?:ed)?|junkie) (${RELATIVES_EN}|${PLURAL_EN})`,
      offered: [`$1 ${WITH_SUD}`],
    },
    { pattern: `alcoholic (${RELATIVES_EN}|${PLURAL_EN})`, offered: [`$1 ${WITH_AUD}`] },
    {
      pattern: '(?:drug )?addicts?|(?:drug |substance )?abusers?|junk(?:ie|y|ies)',
      offered: [`person ${WITH_SUD}`],
      plural: [`people ${WITH_SUD}`],
    },
    {
      pattern: 'alcoholics?(?! anonymous| drinks?| beverages?)',
      offered: [`person ${WITH_AUD}`],
      plural: [`people ${WITH_AUD}`],
    },
    {
      pattern: 'dirty (?:urines?|tests?|screens?|ua)',
      offered: ['positive drug test'],
      plural: ['positive drug tests'],
    },
    {
      pattern: 'clean (?:urines?|tests?|screens?|ua)',
      offered: ['negative drug test'],
      plural: ['negative drug tests'],
    },
    { pattern: '(?<=(?:tested|came back|test|tests|screened) )dirty', offered: ['positive'] },
    { pattern: '(?<=(?:tested|came back|test|tests|screened) )clean', offered: ['negative'] },
    { pattern: 'get clean(?: and sober)?', offered: ['enter recovery', 'stop using'] },
    { pattern: 'gets clean(?: and sober)?', offered: ['enters recovery', 'stops using'] },
    { pattern: 'got clean(?: and sober)?', offered: ['entered recovery', 'stopped using'] },
    { pattern: 'getting clean(?: and sober)?', offered: ['entering recovery'] },
    {
      pattern: `(?<=(?:${SAID_OF_PEOPLE}) )clean(?: and sober)?${AT_AN_END}`,
      offered: ['in recovery'],
    },
    { pattern: 'relapse prevention', offered: ['recovery support'] },
    {
      pattern:
        '(?<=(?:a|an|the|her|his|my|their|your|this|that|no|another|of|after|before|since|about|every) )relapse',
      offered: ['return to use', 'recurrence'],
    },
    // To return to use, or a return: the same words do for the verb and for the noun.
    { pattern: 'relapse', offered: ['return to use'] },
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
      plural: ['people with justice involvement'],
    },
    { pattern: 'inmates?|prisoners?', offered: ['person in custody'], plural: ['people in custody'] },
    { pattern: '(?:is|was) non-?compliant with', offered: ['has chosen not to follow'] },
    { pattern: '(?:are|were) non-?compliant with', offered: ['have chosen not to follow'] },
    { pattern: '(?:is|was) non-?compliant', offered: ['has chosen not to take part'] },
    { pattern: '(?:are|were) non-?compliant', offered: ['have chosen not to take part'] },
    {
      pattern: `non-?compliant (${RELATIVES_EN}|${PLURAL_EN})`,
      offered: ['$1 who chose not to take part'],
    },
  ],
  es: [
    {
      pattern: 'ex-? ?(?:drogadict|adict)[oa]s?',
      offered: ['persona en recuperación'],
      plural: ['personas en recuperación'],
      gender: 'f',
    },
    {
      pattern: '(?:drogadict|adict|toxic[óo]man|drogat)[oa]s?|yonquis?',
      offered: [`persona ${CON_TUS}`],
      plural: [`personas ${CON_TUS}`],
      gender: 'f',
    },
    {
      pattern: '(?<!bebidas? )alcoh[óo]lic[oa]s?(?! an[óo]nim)|borrach[oa]s?',
      offered: [`persona ${CON_TCA}`],
      plural: [`personas ${CON_TCA}`],
      gender: 'f',
    },
    { pattern: 'abuso de (?:sustancias|drogas)', offered: ['uso de sustancias'], gender: 'm' },
    {
      pattern: '(?:orina|prueba)s? sucias?',
      offered: ['prueba positiva'],
      plural: ['pruebas positivas'],
      gender: 'f',
    },
    {
      pattern: '(?:orina|prueba)s? limpias?',
      offered: ['prueba negativa'],
      plural: ['pruebas negativas'],
      gender: 'f',
    },
    { pattern: `(?<=(?:${ESTAR}) )limpi[oa]s?`, offered: ['en recuperación'] },
    { pattern: 'tuvo una reca[íi]da', offered: ['volvió a consumir'] },
    { pattern: 'tuve una reca[íi]da', offered: ['volví a consumir'] },
    { pattern: 'tuvieron una reca[íi]da', offered: ['volvieron a consumir'] },
    {
      pattern: 'reca[íi]das?',
      offered: ['retorno al consumo'],
      plural: ['retornos al consumo'],
      gender: 'm',
    },
    { pattern: 'recaer', offered: ['volver a consumir'] },
    { pattern: 'recae', offered: ['vuelve a consumir'] },
    { pattern: 'recaen', offered: ['vuelven a consumir'] },
    { pattern: 'recayó', offered: ['volvió a consumir'] },
    { pattern: 'recayeron', offered: ['volvieron a consumir'] },
    { pattern: 'recaído', offered: ['vuelto a consumir'] },
    {
      pattern: 'terapias? de (?:sustitución|reemplazo)',
      offered: ['medicación para el trastorno por uso de opioides'],
      gender: 'f',
    },
    {
      pattern: 'ex-?convict[oa]s?|delincuentes?',
      offered: ['persona con historial en el sistema de justicia'],
      plural: ['personas con historial en el sistema de justicia'],
      gender: 'f',
    },
    {
      pattern: 'pres[oa]s?|reclus[oa]s?|reos?',
      offered: ['persona bajo custodia'],
      plural: ['personas bajo custodia'],
      gender: 'f',
    },
  ],
}
