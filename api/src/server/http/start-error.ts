import { UNANSWERED } from '../../database/connections.ts'

/** pg's error messages for a connection that opened but got no answer. */
const NO_ANSWER = new Set(['timeout expired', 'timeout exceeded when trying to connect', ...UNANSWERED])

/** Describes in one line why the server did not start, and what to do. */
export function oneClearLine(error: unknown): string {
  const { code, message, name, port } = error as {
    code?: string
    message?: string
    name?: string
    port?: number
  }
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Set PORT to another one.`
  if (code === 'EACCES' && port !== undefined)
    return `Port ${port} may not be opened by this user. Set PORT to 1024 or above.`
  if (code === 'ENOSPC') return 'The disk is full. Free some space and start again.'
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT') {
    return `The database cannot be reached (${code}). Is the address right, and is PostgreSQL running?`
  }
  if (message !== undefined && NO_ANSWER.has(message))
    return 'The database does not answer. Is PostgreSQL running, and not stopped?'
  if (code === '28P01' || code === '28000') return 'The database refused the user name or password.'
  if (code === '3D000') return 'The database named in the address does not exist.'
  return `Alongside could not start: ${(message ?? name ?? String(error)).split('\n')[0]}`
}
