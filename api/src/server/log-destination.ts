import { chmodSync, closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs'
import type { DestinationStream } from 'pino'

/** A full file is renamed to `….1` and replaces the one before, so there are never more than two of this size. */
const FILE_BYTES = 20 * 1024 * 1024
/** Buffer for a reader that is briefly slow (a full pipe). Beyond it, lines are dropped. */
const WAITING_BYTES = 1024 * 1024
const RETRY_MS = 20

const STANDARD_OUTPUT = 1
const NEWLINE = Buffer.from('\n')

/**
 * Writes one line after the other, and never waits: where a line cannot be written (a full disk, a reader that has
 * stopped), it is dropped and counted, and the count is written once lines go through again. pino's own destination
 * tries a full disk again for ever, on the main thread, which keeps every request waiting.
 */
export class LogDestination implements DestinationStream {
  readonly #path: string | null
  readonly #fileBytes: number
  #descriptor: number
  #size = 0
  #waiting: Buffer[] = []
  #waitingBytes = 0
  #retry: NodeJS.Timeout | undefined
  #dropped = 0
  /** The file ends in the middle of a line. */
  #isTorn = false

  /** `path` null: standard output, or the descriptor given. */
  constructor(path: string | null, { descriptor = STANDARD_OUTPUT, fileBytes = FILE_BYTES } = {}) {
    this.#path = path
    this.#fileBytes = fileBytes
    this.#descriptor = path === null ? descriptor : this.#open(path)
    process.once('exit', () => this.#flush())
  }

  write(line: string): void {
    const bytes = Buffer.from(line)
    if (this.#waitingBytes + bytes.length > WAITING_BYTES) {
      this.#dropped += 1
      return
    }
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.length
    this.#flush()
  }

  #flush(): void {
    while (this.#waiting.length > 0) {
      try {
        this.#writeFirst()
      } catch (error) {
        if (isBusy(error)) return this.#retryLater()
        this.#dropped += 1
        this.#forgetFirst()
      }
    }
    this.#tellOfDropped()
  }

  #writeFirst(): void {
    this.#rotateIfFull()
    const [first] = this.#waiting
    if (!first) return
    const bytes = this.#isTorn ? Buffer.concat([NEWLINE, first]) : first
    const written = this.#writeOut(bytes)
    this.#isTorn = written < bytes.length
    if (this.#isTorn) throw new Error('only a part was written')
    this.#forgetFirst()
  }

  #tellOfDropped(): void {
    if (this.#dropped === 0) return
    const line = { level: 40, time: Date.now(), dropped: this.#dropped, msg: 'log lines were dropped' }
    const bytes = Buffer.from(`${this.#isTorn ? '\n' : ''}${JSON.stringify(line)}\n`)
    try {
      this.#isTorn = this.#writeOut(bytes) < bytes.length
      if (!this.#isTorn) this.#dropped = 0
    } catch {
      // The next line that is written reports it.
    }
  }

  #writeOut(bytes: Buffer): number {
    const written = writeSync(this.#descriptor, bytes)
    this.#size += written
    return written
  }

  #forgetFirst(): void {
    this.#waitingBytes -= this.#waiting.shift()?.length ?? 0
  }

  #retryLater(): void {
    if (this.#retry) return
    this.#retry = setTimeout(() => {
      this.#retry = undefined
      this.#flush()
    }, RETRY_MS).unref()
  }

  #rotateIfFull(): void {
    if (this.#path === null || this.#size < this.#fileBytes) return
    this.#size = 0
    const full = this.#descriptor
    try {
      renameSync(this.#path, `${this.#path}.1`)
      this.#descriptor = this.#open(this.#path)
      closeSync(full)
    } catch {
      // A folder that cannot be changed: the file goes on, and moving it is tried again when it has doubled.
    }
  }

  #open(path: string): number {
    const descriptor = openSync(path, 'a', 0o600)
    chmodSync(path, 0o600)
    this.#size = fstatSync(descriptor).size
    return descriptor
  }
}

/** A pipe whose reader has not kept up. */
function isBusy(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EAGAIN'
}
