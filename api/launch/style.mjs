// How lint and format are called; the settings lie in package.json and beside the architecture tests.
export const lint = [
  'node_modules/eslint/bin/eslint.js',
  ...['-c', 'tests/architecture/eslint.config.js', '--max-warnings', '0', '.'],
]

// Left out: what tools write (lock file, schemas) and data that is copied as it came.
export const format = [
  'node_modules/prettier/bin/prettier.cjs',
  ...[
    '--log-level',
    'warn',
    '.',
    '!pnpm-lock.yaml',
    '!api/schema.graphql',
    '!migrations/schema.sql',
    '!shared/src/**/*.json',
  ],
]
