import { describe, expect, it } from 'vitest'
import { betweenFeatures, circlesIn } from './circles.ts'
import { wrongImport } from './import-directions.ts'
import { importsOf, readSources } from './sources.ts'

const SOURCES = readSources(['shared/src', 'api/src', 'web/src', 'migrations', 'tests'])

describe('who imports whom', () => {
  it('follows the directions of the architecture, everywhere', () => {
    const imports = SOURCES.flatMap((source) =>
      importsOf(source).map((found) => ({ from: source.path, found })),
    )
    const wrong = imports.flatMap(({ from, found }) => {
      const sentence = wrongImport(from, found)
      return sentence ? [`${from} imports ${found.target}: ${sentence}`] : []
    })
    expect(imports.length).toBeGreaterThan(100)
    expect(wrong).toEqual([])
  })

  it('runs in no circle, of files or of features', () => {
    const known = new Set(SOURCES.map(({ path }) => path))
    const uses = new Map(
      SOURCES.map((source) => [
        source.path,
        importsOf(source).flatMap(({ target }) => [target, `${target}.ts`].filter((path) => known.has(path))),
      ]),
    )
    expect(circlesIn(uses)).toEqual([])
    expect(circlesIn(betweenFeatures(uses))).toEqual([])
  })

  it('leaves the shared rules without a clock', () => {
    const withClock = SOURCES.filter(
      ({ path, text }) =>
        path.startsWith('shared/') && /Date\.now\(|new Date\(\)|performance\.now\(/.test(text),
    )
    expect(withClock.map(({ path }) => path)).toEqual([])
  })
})

describe('a made-up circle is found', () => {
  it('between files, and between features', () => {
    const uses = new Map([
      ['web/src/people/a.ts', ['web/src/people/b.ts', 'web/src/drift/c.ts']],
      ['web/src/people/b.ts', ['web/src/people/a.ts']],
      ['web/src/drift/c.ts', ['web/src/people/b.ts']],
    ])
    expect(circlesIn(uses)).toEqual([['web/src/drift/c.ts', 'web/src/people/a.ts', 'web/src/people/b.ts']])
    expect(circlesIn(betweenFeatures(uses))).toEqual([['web/src/drift', 'web/src/people']])
  })
})

describe('a made-up wrong import is caught', () => {
  it.each([
    ['shared/src/drift/signals.ts', `import { z } from 'zod'`, 'shared imports nothing'],
    ['shared/src/drift/signals.ts', `import { readFile } from 'node:fs/promises'`, 'shared imports nothing'],
    ['migrations/1-first.ts', `import { Table } from 'typeorm'`, 'only types of typeorm'],
    [
      'migrations/1-first.ts',
      `import type { Role } from '../shared/src/people/roles.ts'`,
      'only types of typeorm',
    ],
    ['api/src/people/people.service.ts', `import x from '../../../web/src/main.ts'`, 'only shared'],
    ['api/src/server/limits.ts', `import { a } from '../people/account.entity.ts'`, 'know no feature'],
    [
      'api/src/people/people.service.ts',
      `import { a } from '../drift/flag.entity.ts'`,
      'people comes before drift',
    ],
    [
      'api/src/wellness/trend.service.ts',
      `import { a } from '../drift/flag.entity.ts'`,
      'wellness comes before',
    ],
    [
      'api/src/drift/drift.service.ts',
      `import { a } from '../people/people.policy.ts'`,
      'entities, services and types',
    ],
    [
      'api/src/people/people.policy.ts',
      `import { a } from './people.service.ts'`,
      'policy does not import service',
    ],
    ['api/src/people/people.service.ts', `import { a } from './people.resolver.ts'`, 'only app/schema.ts'],
    [
      'api/src/people/people.service.ts',
      `const a = await import('../gossip/gossip.service.ts')`,
      'no place yet',
    ],
    [
      'web/src/ui/layout/AppButton.vue',
      `<script setup>import x from '../../people/sign-in/routes.ts'</script>`,
      'ui knows no feature',
    ],
    [
      'web/src/people/sign-in/routes.ts',
      `export { x } from '@alongside/api/people/account.entity'`,
      'through its schema',
    ],
  ])('%s: %s', (path, text, sentence) => {
    const [found] = importsOf({ path, text })
    expect(found && wrongImport(path, found)).toContain(sentence)
  })

  it.each([
    ['api/src/drift/drift.service.ts', `import { a } from '../people/people.service.ts'`],
    ['api/src/drift/drift.service.ts', `import { a } from '../audit/audit.service.ts'`],
    ['api/src/drift/drift.resolver.ts', `import { a } from './drift.service.ts'`],
    ['api/src/app/schema.ts', `import { a } from '../drift/drift.resolver.ts'`],
    ['web/src/drift/useFlags.ts', `import { a } from '@alongside/shared/drift/signals'`],
    ['migrations/1-first.ts', `import type { QueryRunner } from 'typeorm'`],
  ])('and a right one is not: %s: %s', (path, text) => {
    expect(importsOf({ path, text }).map((found) => wrongImport(path, found))).toEqual([undefined])
  })
})
