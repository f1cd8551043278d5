import { Agent, request } from 'node:http'
import type { BenchPage } from './bench-database.ts'

export interface BenchRequest {
  readonly page: BenchPage | undefined
  readonly body: string
}
export interface Timing {
  readonly count: number
  readonly seconds: number
  /** The last answer, as text. */
  readonly last: string
}

/** Sends all requests over so many kept connections; an answer that is not 200 ends the bench. */
export async function askAll(
  origin: string,
  requests: readonly BenchRequest[],
  connections: number,
): Promise<Timing> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const waiting = requests.values()
  let last = ''
  const started = performance.now()
  const work = async (): Promise<void> => {
    for (const one of waiting) last = await ask(origin, one, agent)
  }
  await Promise.all(Array.from({ length: connections }, work))
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  return { count: requests.length, seconds, last }
}

function ask(origin: string, { page, body }: BenchRequest, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      cookie: `alongside-sid=${page?.token}`,
      'x-alongside-membership': page?.membershipId,
      'content-length': Buffer.byteLength(body),
    }
    const sent = request(`${origin}/graphql`, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        if (response.statusCode === 200) resolve(text)
        else reject(new Error(`${response.statusCode}: ${text.slice(0, 300)}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
