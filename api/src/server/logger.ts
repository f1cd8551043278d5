import pino, { type DestinationStream, type Logger } from 'pino'
import { LogDestination } from './log-destination.ts'

/** Structured lines with a request id; never a variable, a body or a name. */
export function createLogger(level: string, destination: DestinationStream): Logger {
  return pino({ level, base: null }, destination)
}

/** Where the log goes: standard output, or a file beside the data of a demo. */
export function logTo(file: string | null): DestinationStream {
  return new LogDestination(file)
}
