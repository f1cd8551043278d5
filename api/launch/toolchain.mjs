// The tools behind every npm script, for any Node from 20 on: pnpm, Node 24 and the dependencies.
// This folder must run before anything is installed, hence plain JavaScript without dependencies.
import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fingerprint, isCurrent, writeStamp } from './stamps.mjs'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const PNPM = 'pnpm@12.21.0'
const OLDEST_NODE = 20

export function say(line) {
  console.log(`alongside: ${line}`)
}

/** Ends the program with one line that says what is wrong. */
export function giveUp(line) {
  console.error(`alongside: ${line}`)
  process.exit(1)
}

export function requireNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < OLDEST_NODE) {
    giveUp(`Node ${OLDEST_NODE} or newer is needed to start; this is Node ${process.versions.node}`)
  }
}

/** The real binary: signals sent to a shell shim would not reach the program behind it. */
export function node24() {
  const places = ['node_modules/node/bin/node', 'node_modules/.bin/node'].map((place) => join(root, place))
  const found = places.find((place) => existsSync(place))
  return found ? realpathSync(found) : giveUp('Node 24 is not installed; remove node_modules and try again')
}

export function environment(extra = {}) {
  const path = [join(root, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH].join(':')
  return { ...process.env, PATH: path, ...extra }
}

/** Runs a command; its output is shown as it comes, or with `quiet` only when it fails, unless `explain` does. */
export function run(command, args, { quiet = false, cwd = root, env = environment(), explain } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
    const output = []
    child.stdout?.on('data', (chunk) => output.push(chunk))
    child.stderr?.on('data', (chunk) => output.push(chunk))
    child.on('error', (error) => giveUp(`${command} could not be started: ${error.message}`))
    child.on('close', (code) => {
      if (code !== 0 && quiet) {
        const text = Buffer.concat(output).toString()
        explain?.(text)
        process.stderr.write(text)
      }
      done(code ?? 1)
    })
  })
}

export function pnpm(args, { env = environment(), ...options } = {}) {
  return run('npx', ['--yes', PNPM, ...args], { ...options, env: { ...env, ...writableCache(env) } })
}

/** npm keeps what it fetches below the home folder; where nobody may write there, it keeps it here. */
function writableCache(env) {
  if (env.npm_config_cache || isWritable(join(homedir(), '.npm'))) return {}
  // Not below node_modules, which pnpm may empty while it runs from there.
  return { npm_config_cache: join(root, '.npm/cache'), HOME: join(root, '.npm/home') }
}

/** npm would make it, too. */
function isWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

const NO_NETWORK =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/

/** npm and pnpm say it in thirty lines. */
function giveUpWithoutNetwork(output) {
  const code = NO_NETWORK.exec(output)?.[0]
  if (code)
    giveUp(`The first start needs the network once, and the package registry cannot be reached (${code})`)
}

export async function step(title, work) {
  say(`${title} …`)
  const started = Date.now()
  const code = await work()
  if (code !== 0) giveUp(`${title}: failed (see above)`)
  say(`${title}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

export async function installDependencies() {
  requireNode()
  const wanted = fingerprint(root, [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    ...['.', 'shared', 'api', 'web', 'migrations', 'tests'].map((part) => `${part}/package.json`),
  ])
  if (isCurrent(root, 'dependencies', wanted) && existsSync(join(root, 'node_modules/.bin'))) return
  await step('Installing Node 24 and the dependencies', () =>
    // Nothing of ours is on the PATH yet: npx runs on the Node of this machine.
    pnpm(['install', '--frozen-lockfile', '--config.confirm-modules-purge=false'], {
      env: process.env,
      quiet: true,
      explain: giveUpWithoutNetwork,
    }),
  )
  writeStamp(root, 'dependencies', wanted)
}
