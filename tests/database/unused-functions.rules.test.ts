import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

// A function of an earlier release stays executable, with the weaker checks of then.

const root = new URL('../../', import.meta.url).pathname
const schema = readFileSync(`${root}migrations/schema.sql`, 'utf8')
const code = globSync('api/src/**/*.ts', { cwd: root })
  .map((file) => readFileSync(root + file, 'utf8'))
  .join('\n')

/** Functions that no trigger, policy, other function or statement of the API names. */
function unusedIn(sql: string): string[] {
  const functions = [
    ...new Set([...sql.matchAll(/^CREATE FUNCTION (access\.\w+)/gm)].map(([, name = '']) => name)),
  ]
  const ofItself = /^(CREATE FUNCTION|ALTER FUNCTION|(GRANT|REVOKE|COMMENT) .*ON FUNCTION) access\.\w+/gm
  const uses = `${sql.replace(ofItself, '')}\n${code}`
  return functions.filter((name) => !new RegExp(`\\b${name.replace('.', '\\.')}\\b`).test(uses))
}

it('every function of the database is called by something', () => {
  expect(schema.match(/^CREATE FUNCTION access\./gm)?.length).toBeGreaterThan(100)
  expect(unusedIn(schema)).toEqual([])
})

it('a function of an earlier release would be found', () => {
  const former = `${schema}\nCREATE FUNCTION access.former_function(p_token bytea) RETURNS void\nAS $$ select 1 $$;\nALTER FUNCTION access.former_function(bytea) OWNER TO alongside_definer;\n`
  expect(unusedIn(former)).toEqual(['access.former_function'])
})
