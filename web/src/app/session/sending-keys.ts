import { type Entries, readKept, writeKept } from '../../ui/form/kept-on-device.ts'

// The keys under which something is added. The same content keeps its key until it went through: sent again after an
// answer that was lost, or by a double tap, it is added once. On an own device the keys outlive a reload as drafts do,
// beside a digest of the content only.

const STORED = 'sending-keys'
const inMemory = new Map<string, Entries<string>[string]>()

/** The same variables with a key in their input, and what to call once they went through. */
export function underKey(what: string, variables: { readonly input: object }) {
  const content = digestOf(JSON.stringify([what, variables]))
  const known = inMemory.get(content) ?? readKept<string>(STORED)[content]
  const idempotencyKey = known?.value ?? crypto.randomUUID()
  inMemory.set(content, { at: Date.now(), value: idempotencyKey })
  // Another tab may have written meanwhile.
  writeKept(STORED, { ...readKept(STORED), ...Object.fromEntries(inMemory) })
  return {
    // Whoever keeps a draft brings its own key.
    variables: { ...variables, input: { idempotencyKey, ...variables.input } },
    isThrough: (): void => {
      inMemory.delete(content)
      const { [content]: _through, ...others } = readKept<string>(STORED)
      writeKept(STORED, others)
    },
  }
}

const FNV_PRIME = 0x01000193

/**
 * Two FNV-1a hashes and the length. It tells a person's own contents apart and keeps nobody from anything; the digests of
 * the browser need https, and the app also runs without.
 */
function digestOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0xc59d1c81]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, FNV_PRIME)
    other = Math.imul(other ^ (unit + at), FNV_PRIME)
  }
  return [one, other, text.length].map((part) => (part >>> 0).toString(36)).join('.')
}
