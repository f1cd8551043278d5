// npm run dev: the API restarts and the pages change in place whenever a file is saved; Ctrl-C stops everything.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { whenOrphaned } from './hand-over.mjs'
import { fingerprint, writeStamp } from './stamps.mjs'
import { environment, installDependencies, node24, root, say } from './toolchain.mjs'

const port = Number(process.env.PORT ?? 4000)
/** Vite answers at the address that people open; the API is behind it. */
const apiPort = port + 1
const SERVING = 'Alongside is at'
const COMPILED = /Found (\d+) errors?\. Watching/

const children = new Set()
let api
let isRestarting = false
let changedAt = Date.now()
let runningProgram
let isStopping = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0))
whenOrphaned(() => void stop(0))

await installDependencies()
// The compiler below writes into api/dist without a stamp: the next `npm start` must look for itself.
writeStamp(root, 'api', 'made by npm run dev')
watchTypes()
startVite()

/** Compiles the API on every change; only a compilation without errors restarts it. */
function watchTypes() {
  const compiler = start(['node_modules/typescript/bin/tsc', '-b', 'api', '-w', '--preserveWatchOutput'])
  let lines = []
  createInterface({ input: compiler.stdout }).on('line', (line) => {
    if (line.includes('Starting')) {
      changedAt = Date.now()
      lines = []
      return
    }
    const errors = COMPILED.exec(line)?.[1]
    if (errors === undefined) lines.push(line)
    else if (errors === '0') void restartApi()
    else say(`The API has type errors and keeps running as it was:\n${lines.join('\n').trim()}`)
  })
}

/** One restart at a time, and only for another program: the compiler reports some changes twice. */
async function restartApi() {
  if (isRestarting) return
  isRestarting = true
  for (
    let program = compiledProgram();
    program !== runningProgram && !isStopping;
    program = compiledProgram()
  ) {
    runningProgram = program
    await end(api)
    if (!isStopping) await Promise.all([startApi(), writeSchema()])
  }
  isRestarting = false
}

/** Node reads shared/ as it is written and the API as it is compiled. */
function compiledProgram() {
  return fingerprint(root, ['shared/src', 'api/dist'])
}

async function startApi() {
  const isFirst = api === undefined
  api = start(['--enable-source-maps', 'api/dist/main.js'], {
    PORT: apiPort,
    PUBLIC_URL: `http://localhost:${port}`,
    ALONGSIDE_WEB: 'web/src/generated',
  })
  for await (const line of createInterface({ input: api.stdout })) {
    if (!line.startsWith(SERVING)) continue
    const seconds = ((Date.now() - changedAt) / 1000).toFixed(1)
    say(
      isFirst
        ? `Alongside is at http://localhost:${port}; Ctrl-C stops it`
        : `The API restarted in ${seconds} s`,
    )
    api.stdout.resume()
    return
  }
  if (!isStopping) say('The API ended; it starts again with the next change')
}

/** The web app's types follow the API: Vite (web/vite.dev.config.ts) runs codegen when this file changes. */
async function writeSchema() {
  await once(start(['api/dist/app/emit-schema.js', '--graphql-only']), 'exit')
}

function startVite() {
  const vite = start(
    [
      'node_modules/vite/bin/vite.js',
      '--config',
      'vite.dev.config.ts',
      '--port',
      String(port),
      '--clearScreen',
      'false',
    ],
    { ALONGSIDE_API: `http://127.0.0.1:${apiPort}` },
    { cwd: `${root}/web`, stdout: 'inherit' },
  )
  // A taken port, or a fault in its settings: without the pages there is nothing to develop with.
  vite.on('exit', (code) => void stop(code ?? 1))
}

/** The channel (ipc) closes when this process is killed; the API then stops instead of holding its port. */
function start(args, variables = {}, { cwd = root, stdout = 'pipe' } = {}) {
  const child = spawn(node24(), args, {
    cwd,
    env: environment(variables),
    stdio: ['ignore', stdout, 'inherit', 'ipc'],
  })
  children.add(child)
  child.on('exit', () => children.delete(child))
  return child
}

async function end(child) {
  if (!child || !children.has(child)) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function stop(code) {
  if (isStopping) return
  isStopping = true
  // A compilation that has just ended may have started one more.
  while (children.size > 0) await Promise.all([...children].map(end))
  process.exit(code)
}
