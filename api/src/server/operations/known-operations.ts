import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The web app's own operations, by hash; made by its build. In production nothing else is answered. */
export class KnownOperations {
  readonly #file: string
  readonly #mayChange: boolean
  #texts: ReadonlyMap<string, string>

  /** `mayChange`: an unknown hash reads the list again, since `npm run dev` adds operations while this runs. */
  constructor(webDirectory: string, { mayChange }: { mayChange: boolean }) {
    this.#file = join(webDirectory, 'operations.json')
    this.#mayChange = mayChange
    this.#texts = this.#read()
  }

  get count(): number {
    return this.#texts.size
  }

  textOf(documentId: string): string | undefined {
    if (this.#mayChange && !this.#texts.has(documentId)) this.#texts = this.#read()
    return this.#texts.get(documentId)
  }

  #read(): ReadonlyMap<string, string> {
    if (!existsSync(this.#file)) return new Map()
    return new Map(Object.entries(JSON.parse(readFileSync(this.#file, 'utf8')) as Record<string, string>))
  }
}
