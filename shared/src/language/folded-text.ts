/**
 * Texts as they are compared: in searches, in orders, and where one thing entered twice must be found. The function
 * `access.folded` of the database does the same, sign by sign; a property test compares them.
 */

/** Apostrophes and their look-alikes, with the ʻokina: whoever types a name leaves them out or takes another. */
const APOSTROPHES = /['`´‘’‚‛′ʹʻʼʽʾʿˊˋꞌ＇]/gu
const DASHES = /[‐‑‒–—―−﹘﹣－]/gu
/**
 * Marks above and below letters; what becomes an apostrophe only when it is taken apart; and what nobody sees: control
 * and format signs, fillers and the empty Braille cell.
 */
const UNSEEN_RANGES = [
  '\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe00-\\ufe0f\\ufe20-\\ufe2f',
  "'`\\u02b9\\u02bb-\\u02bf\\u02ca\\u02cb\\u2018-\\u201b\\u2032\\ua78c",
  '\\u0001-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u00ad\\u061c\\u115f\\u1160\\u17b4\\u17b5',
  '\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb',
]
const UNSEEN = anyOf(UNSEEN_RANGES)
const SPACES = /[\t-\r \u0085\u2028\u2029]+/gu

/** Letters that Unicode does not take apart. Greek and Cyrillic capitals stand here because not every database folds them. */
const FROM = 'ŁłØøĐđÐðĦħŦŧıȷƏəŊŋΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЄІЉЊЂЋЏҐ'
const INTO = 'llooddddhhttijəəŋŋαβγδεζηθικλμνξοπρστυφχψωσабвгдежзиклмнопрстуфхцчшщъыьэюяєіљњђћџґ'
const SINGLE = new Map([...FROM].map((letter, place) => [letter, [...INTO][place] ?? letter]))
const DOUBLE: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  þ: 'th',
  Þ: 'th',
}

/** `O’Brien` is `obrien`, `Wałęsa` is `walesa`, and two spaces, a dash or an invisible sign make no difference. */
export function foldedForComparison(text: string): string {
  return text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .replace(DASHES, '-')
    .replace(/[^\0-~]/gu, (letter) => DOUBLE[letter] ?? SINGLE.get(letter) ?? letter)
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(SPACES, ' ')
    .replace(/^ | $/g, '')
}

function anyOf(ranges: readonly string[]): RegExp {
  return new RegExp(`[${ranges.join('')}]`, 'gu')
}
