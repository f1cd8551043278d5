import type { Readable } from 'node:stream'
import { rejectIfInvalid } from '../graphql/domain-error.ts'

/** The whole text of a body that came as a stream; refused as `field` as soon as it has more bytes than allowed. */
export async function textOfBody(body: unknown, field: string, mostBytes: number): Promise<string> {
  if (!isStream(body)) rejectIfInvalid([{ field, problem: 'required' }])
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > mostBytes) rejectIfInvalid([{ field, problem: 'too-long', limit: mostBytes }])
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const isStream = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body
