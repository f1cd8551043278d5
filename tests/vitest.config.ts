import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// One copy of graphql for sources and packages alike, or it complains about "another module or realm".
const alias = [{ find: /^graphql$/, replacement: here('node_modules/graphql/index.js') }]
const service = (name: string) => here(`support/services/${name}.ts`)

// What starts the whole program, or weighs it, has the machine to itself.
const MEASURED = [
  'launch/*.journey.test.ts',
  'app/bundle-sizes.journey.test.ts',
  'app/offline/slow-phone.journey.test.ts',
]

/** How long something that is about to be so may take; the default of a second is for an idle machine. */
const POLL_MS = 30_000

/** The suffix of a file picks where it runs; see "tests" in the README. */
export default defineConfig({
  root: here('.'),
  resolve: { alias },
  test: {
    maxWorkers: 2,
    // Generous: a time limit is there to end what hangs, not to measure a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: POLL_MS } },
    reporters: ['default', service('closing-line-reporter')],
    projects: [
      {
        extends: true,
        test: { name: 'rules', include: ['**/*.rules.test.ts'], isolate: false, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: 'api',
          include: ['**/*.api.test.ts'],
          // The server is read once for each worker, not once for each file.
          isolate: false,
          globalSetup: service('postgres-setup'),
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: here('../web/vite.config.ts'),
        root: here('.'),
        resolve: { alias },
        test: {
          name: 'web',
          include: ['**/*.web.test.ts'],
          environment: 'happy-dom',
          testTimeout: 120_000,
          expect: { poll: { timeout: POLL_MS } },
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journey',
          isolate: false,
          include: ['**/*.journey.test.ts'],
          exclude: MEASURED,
          globalSetup: [service('postgres-setup'), service('browser-setup')],
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'launch',
          include: MEASURED,
          globalSetup: [service('postgres-setup'), service('browser-setup')],
          fileParallelism: false,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
})

/** The version of Node that the suite is meant for; a wrong one fails in strange places. */
const wanted = JSON.parse(readFileSync(here('../package.json'), 'utf8')) as { engines: { node: string } }
if (!process.versions.node.startsWith('24.')) {
  throw new Error(
    `The tests run on Node ${wanted.engines.node}, this is ${process.versions.node}: use \`npm test\``,
  )
}
