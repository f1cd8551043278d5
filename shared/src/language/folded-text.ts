/** One form of a text for comparing, so that however it was typed it is the same. It is never kept or shown. */

/** Letters that Unicode does not take apart into a plain one and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ı: 'i', ŋ: 'n' },
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' },
}
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu')
/** Typewriter, curly, prime, accent, and those that are letters of a name, as in Hawaiian. */
const APOSTROPHES = /['`´‘’‚‛′‵ʹʻʼʽʾʿˈꞌ＇]/gu
const DASHES = /\s*[\p{Pd}\u2043\u2212]\s*/gu
/** Format and control signs, fillers that look like a space, and marks on letters. */
const UNSEEN = /[\p{Cf}\p{M}\u115F\u1160\u3164\uFFA0\u2800]|(?!\s)\p{Cc}/gu

export function foldedForComparison(text: string): string {
  return text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter)
    .replace(DASHES, '-')
    .replace(/\s+/gu, ' ')
    .trim()
}
