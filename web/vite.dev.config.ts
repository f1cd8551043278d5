import { copyFileSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { generate } from '@graphql-codegen/cli'
import { mergeConfig, type Plugin } from 'vite'
import codegen from './codegen.ts'
import base from './vite.config.ts'

// What `npm run dev` (api/launch/dev.mjs) adds to the build: an API behind it, and operations that may change.

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const schemaFile = here('../api/schema.graphql')
const API = process.env['ALONGSIDE_API'] ?? 'http://127.0.0.1:4001'
const API_PATHS = ['/graphql', '/imports', '/exports', '/my-data', '/reference', '/livez', '/readyz']
const RESTART_MS = 20_000

/** Runs codegen again when an operation or the schema has changed, before the browser asks for the changed file. */
function regenerateOperations(): Plugin {
  let schema = ''
  return {
    name: 'alongside-operations-in-development',
    async configureServer(server) {
      server.watcher.add(schemaFile)
      schema = readFileSync(schemaFile, 'utf8')
      await generateOperations()
    },
    async handleHotUpdate({ file, server }) {
      if (file !== schemaFile && !file.endsWith('.operations.ts')) return undefined
      const before = schema
      schema = readFileSync(schemaFile, 'utf8')
      if (file === schemaFile && schema === before) return []
      try {
        await generateOperations()
      } catch (error) {
        server.config.logger.error(`Codegen failed: ${(error as Error).message}`)
        return []
      }
      // A changed fragment changes the hash of every operation that names it, in whatever file.
      return [...server.moduleGraph.idToModuleMap.values()].filter((one) =>
        one.file?.endsWith('.operations.ts'),
      )
    },
  }
}

/** Types for the editor, and the list of operations that the API reads from this folder (`ALONGSIDE_WEB`). */
async function generateOperations(): Promise<void> {
  await generate({ ...codegen, cwd: here('.'), silent: true }, true)
  copyFileSync(here('src/generated/persisted-documents.json'), here('src/generated/operations.json'))
}

/** Holds a request back while the API restarts, so that a page that loads meanwhile does not fail. */
function waitForTheApi(): Plugin {
  return {
    name: 'alongside-wait-for-the-api',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const isForTheApi = API_PATHS.some((path) => request.url?.startsWith(path))
        void (isForTheApi ? untilListening() : Promise.resolve()).then(() => next())
      })
    },
  }
}

async function untilListening(): Promise<void> {
  const patience = Date.now() + RESTART_MS
  while (!(await isListening()) && Date.now() < patience) await pause(100)
}

function isListening(): Promise<boolean> {
  const { hostname, port } = new URL(API)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    const answer = (listens: boolean) => () => {
      socket.destroy()
      resolve(listens)
    }
    socket.once('connect', answer(true)).once('error', answer(false))
  })
}

export default mergeConfig(base, {
  plugins: [regenerateOperations(), waitForTheApi()],
  server: {
    host: '127.0.0.1',
    strictPort: true,
    proxy: Object.fromEntries(API_PATHS.map((path) => [path, API])),
  },
})
