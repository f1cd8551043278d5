import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The web app's own operations, by hash; made by its build. In production nothing else is answered. */
export class KnownOperations {
  readonly #texts: ReadonlyMap<string, string>

  constructor(webDirectory: string) {
    const file = join(webDirectory, 'operations.json')
    const texts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {}
    this.#texts = new Map(Object.entries(texts))
  }

  get count(): number {
    return this.#texts.size
  }

  textOf(documentId: string): string | undefined {
    return this.#texts.get(documentId)
  }
}
