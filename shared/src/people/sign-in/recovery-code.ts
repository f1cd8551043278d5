/** A recovery code as it is hashed: whoever reads it off a slip of paper may type it in any way that means the same. */

/** Crockford's base 32 leaves out I, L, O and U, and reads them as the digits that they look like. */
const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/** Without spaces, dashes and case; O counts as 0, I and L as 1 (https://www.crockford.com/base32.html). */
export function canonicalRecoveryCode(code: string): string {
  return code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[OIL]/g, (letter) => READ_AS[letter] ?? letter)
}
