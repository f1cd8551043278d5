import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchDatabase, emptyCheckIns } from './bench-database.ts'
import { CASES, type BenchCase } from './cases.ts'
import { askAll, type Timing } from './load.ts'

// How close the two hot paths come to a hand-written server: same database, same session check, same policies.
// Rounds of the two are interleaved, so that whatever else the machine does falls on both.

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7)

interface Server {
  readonly name: 'alongside' | 'limit'
  readonly child: ChildProcess
  readonly origin: string
}

interface Result {
  readonly ofLimit: number
  readonly requestsPerSecond: number
  readonly limitRequestsPerSecond: number
  readonly cpuMsPerRequest: number
  readonly limitCpuMsPerRequest: number
}

const folder = mkdtempSync(join(tmpdir(), 'alongside-bench-'))
chmodSync(folder, 0o755)
const database = await benchDatabase(folder)
const servers = [await startServer('alongside'), await startServer('limit')]
try {
  const results: Record<string, Result> = {}
  for (const one of CASES) {
    await compareAnswers(one)
    results[one.name] = await measure(one)
    report(one, results[one.name] as Result)
  }
  if (process.argv.includes('--json')) {
    const { caseload, checkIn } = results
    console.log(JSON.stringify({ caseload: rounded(caseload), checkIn: rounded(checkIn) }))
  }
} finally {
  for (const { child } of servers) child.kill()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function startServer(name: Server['name']): Promise<Server> {
  const child = fork(join(import.meta.dirname, `${name}-server.ts`), {
    env: { ...process.env, DATABASE_URL: database.appUrl },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [port] = (await once(child, 'message')) as [number]
  return { name, child, origin: `http://127.0.0.1:${port}` }
}

/** Both must say the same before either is timed. */
async function compareAnswers(one: BenchCase): Promise<void> {
  const answers: string[] = []
  for (const { origin } of servers) {
    await emptyCheckIns(database.superuserUrl)
    const { last } = await askAll(origin, one.requests(database.tokens).slice(0, 1), 1)
    answers.push(JSON.stringify(one.normalize(JSON.parse(last))))
  }
  if (answers[0] !== answers[1] || answers[0]?.includes('errors')) {
    throw new Error(`${one.name}: the answers differ\n${answers.join('\n').slice(0, 2_000)}`)
  }
}

async function measure(one: BenchCase): Promise<Result> {
  const timings: Record<Server['name'], { timing: Timing; cpuMs: number }[]> = { alongside: [], limit: [] }
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { name, child, origin } of round % 2 ? [...servers].reverse() : servers) {
      await emptyCheckIns(database.superuserUrl)
      const before = await cpuOf(child)
      const timing = await askAll(origin, one.requests(database.tokens), 16)
      const cpuMs = (await cpuOf(child)) - before
      // The first round warms both up.
      if (round > 0) timings[name].push({ timing, cpuMs })
    }
  }
  const rate = (name: Server['name']): number =>
    median(timings[name].map(({ timing }) => timing.count / timing.seconds))
  const cpu = (name: Server['name']): number =>
    median(timings[name].map(({ timing, cpuMs }) => cpuMs / timing.count))
  const ratios = timings.alongside.map(({ timing }, index) => {
    const limit = timings.limit[index]?.timing
    return limit ? limit.seconds / timing.seconds : 0
  })
  return {
    ofLimit: median(ratios),
    requestsPerSecond: rate('alongside'),
    limitRequestsPerSecond: rate('limit'),
    cpuMsPerRequest: cpu('alongside'),
    limitCpuMsPerRequest: cpu('limit'),
  }
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu')
  const [milliseconds] = (await once(child, 'message')) as [number]
  return milliseconds
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function rounded(result: Result | undefined): Record<string, number> {
  return Object.fromEntries(
    Object.entries(result ?? {}).map(([key, value]) => [key, Math.round(value * 1000) / 1000]),
  )
}

function report(one: BenchCase, result: Result): void {
  const { ofLimit, requestsPerSecond, limitRequestsPerSecond, cpuMsPerRequest, limitCpuMsPerRequest } = result
  console.log(
    `${one.title}: ${ofLimit.toFixed(2)} of the limit ` +
      `(${requestsPerSecond.toFixed(0)} against ${limitRequestsPerSecond.toFixed(0)} a second; ` +
      `CPU ${cpuMsPerRequest.toFixed(2)} against ${limitCpuMsPerRequest.toFixed(2)} ms; medians of ${ROUNDS} rounds)`,
  )
}
