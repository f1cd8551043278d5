// Builds the API and the web app, each only when something it is made from has changed.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, isCurrent, writeStamp } from './stamps.mjs'
import { environment, installDependencies, node24, pnpm, root, run, step } from './toolchain.mjs'

const COMMON_SOURCES = ['pnpm-lock.yaml', 'tsconfig.base.json', 'shared']

export async function prepare() {
  await installDependencies()
  await buildApi()
  await buildWeb()
}

export async function buildApi() {
  const sources = [...COMMON_SOURCES, 'api/src', 'api/tsconfig.json', 'migrations']
  await buildWhenStale('api', 'api/dist/main.js', sources, 'Building the API', () =>
    run(node24(), ['node_modules/typescript/bin/tsc', '-b', 'api'], { quiet: true }),
  )
}

export async function buildWeb() {
  const sources = [...COMMON_SOURCES, 'api/schema.graphql', 'web']
  await buildWhenStale('web', 'web/dist/index.html', sources, 'Building the web app', () =>
    pnpm(['--filter', '@alongside/web', 'build'], { quiet: true, env: environment() }),
  )
}

async function buildWhenStale(name, product, sources, title, build) {
  const wanted = fingerprint(root, sources)
  if (isCurrent(root, name, wanted) && existsSync(join(root, product))) return
  await step(title, build)
  writeStamp(root, name, wanted)
}
