import { afterEach, describe, expect, it, vi } from 'vitest'
import { ask, NetworkError } from '../../../web/src/app/session/graphql-client.ts'
import { myDriftFlagsQuery, raiseDriftFlagMutation } from '../../../web/src/drift/drift.operations.ts'

// Whoever sends a form again after the answer was lost adds nothing twice, whichever form it is.

type Sent = { input?: { idempotencyKey?: string } }

/** Answers what is sent, or loses the answer as often as it is told. */
function network({ losing = 0 } = {}) {
  const keys: (string | undefined)[] = []
  let lost = 0
  vi.stubGlobal('fetch', (_path: string, { body }: { body: string }) => {
    keys.push((JSON.parse(body) as { variables: Sent }).variables.input?.idempotencyKey)
    if (lost++ < losing) return Promise.reject(new TypeError('Failed to fetch'))
    return Promise.resolve(new Response(JSON.stringify({ data: {} })))
  })
  return keys
}

const raise = (evidence: string) => ask(raiseDriftFlagMutation, { input: { evidence, cause: 'STRUCTURE' } })

describe('a form that adds', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('keeps its key while the answer is lost, and has a new one once it went through', async () => {
    const keys = network({ losing: 2 })
    await expect(raise('Filed')).rejects.toBeInstanceOf(NetworkError)
    await expect(raise('Filed')).rejects.toBeInstanceOf(NetworkError)
    await raise('Filed')
    await raise('Filed')
    expect(keys.map((key) => key?.length)).toEqual([36, 36, 36, 36])
    expect(keys.map((key) => keys.indexOf(key))).toEqual([0, 0, 0, 3])
  })

  it('sends a double tap under one key, and other content under another', async () => {
    const keys = network()
    await Promise.all([raise('Filed'), raise('Filed'), raise('Typed')])
    expect(keys.map((key) => keys.indexOf(key))).toEqual([0, 0, 2])
  })

  it('leaves alone what only reads', async () => {
    const keys = network()
    await ask(myDriftFlagsQuery, { first: 5, after: null })
    expect(keys).toEqual([undefined])
  })
})
