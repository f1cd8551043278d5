/** An extension behind a number: "ext. 12", "x12", "#12", "extensión 12". */
const EXTENSION = /(?:,|;|#|\bext(?:\.|ensi[oó]n|ension)?|x)\s*\.?\s*(\d{1,8})\s*$/iu
/** Between two numbers of one line. */
const ANOTHER_NUMBER = /\s*(?:\/|\||;|\bor\b|\bo\b)\s*/iu

/** A number as phones copy it, with plain dashes and spaces and without signs that nobody sees. */
export function plainPhone(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** The address that calls the number (RFC 3966), with its extension; of several numbers the first. */
export function phoneLink(text: string): string {
  const plain = plainPhone(text)
  const extension = EXTENSION.exec(plain)
  const number = firstOf(plain.slice(0, extension?.index)).replace(/(?!^\+)\D/g, '')
  return `tel:${number}${extension ? `;ext=${extension[1]}` : ''}`
}

/** 911/988 are two numbers, and 503/555-0134 is one: its first part alone reaches nobody. */
function firstOf(numbers: string): string {
  const parts = numbers.split(ANOTHER_NUMBER)
  const digits = parts.map((part) => part.replace(/\D/g, '').length)
  const isSeveral = (digits[0] ?? 0) >= 7 || digits.every((count) => count === 3)
  return isSeveral ? (parts[0] ?? '') : numbers
}
