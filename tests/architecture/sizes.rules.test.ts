import { describe, expect, it } from 'vitest'
import { readSources } from './sources.ts'

const SOURCES = readSources(['shared/src', 'api/src', 'api/launch', 'web/src', 'migrations', 'tests'])

/** Over it, a second idea is hiding; the first pattern that fits counts. */
const LIMITS: readonly (readonly [RegExp, number])[] = [
  [/^shared\/src\/labels\/.*\.ts$/, Infinity],
  [/^shared\/src\/.*\.ts$/, 180],
  [/\.vue$/, 200],
  [/\.test\.ts$/, 350],
  [/^(api|web|tests)\/.*\.(ts|mjs)$/, 300],
]
/** Drawers for anything; a file belongs to the noun that it is about. */
const DRAWERS = /^(utils?|helpers?|common|misc|lib|core|base|managers?|shared-stuff)$/

function tooLong(path: string, text: string): string[] {
  const limit = LIMITS.find(([pattern]) => pattern.test(path))?.[1] ?? Infinity
  const lines = text.trimEnd().split('\n').length
  return lines > limit ? [`${path} has ${lines} lines, ${limit} are allowed`] : []
}

function inDrawer(path: string): boolean {
  return path.split('/').some((part) => DRAWERS.test(part.split('.')[0] ?? ''))
}

describe('the size of the files', () => {
  it('stays within what one idea needs', () => {
    expect(SOURCES.flatMap(({ path, text }) => tooLong(path, text))).toEqual([])
  })

  it('is really measured', () => {
    expect(tooLong('shared/src/drift/signals.ts', 'x\n'.repeat(180))).toEqual([])
    expect(tooLong('shared/src/drift/signals.ts', 'x\n'.repeat(181))).toHaveLength(1)
  })
})

describe('the names of folders and files', () => {
  it('say what is inside', () => {
    expect(SOURCES.map(({ path }) => path).filter(inDrawer)).toEqual([])
  })

  it('are really looked at', () => {
    expect(['shared/src/utils/dates.ts', 'api/src/people/helpers.ts'].every(inDrawer)).toBe(true)
  })
})

describe('the ways out of the type system', () => {
  it('are not taken', () => {
    const escapes = new RegExp(
      ['@ts-' + 'ignore', '@ts-' + 'expect-error', '@ts-' + 'nocheck', 'eslint-' + 'disable'].join('|'),
    )
    expect(SOURCES.filter(({ text }) => escapes.test(text)).map(({ path }) => path)).toEqual([])
  })
})
