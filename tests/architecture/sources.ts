// The program's own sources and what each of them imports, for the tests that hold the architecture.
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export interface Import {
  /** A path from the root ('api/src/people/account.entity.ts') or the name of a package. */
  target: string
  typeOnly: boolean
}

export interface Source {
  path: string
  text: string
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const NOT_WRITTEN_BY_US = new Set(['node_modules', 'dist', 'generated'])

export function readSources(folders: readonly string[]): Source[] {
  return folders.flatMap((folder) => readFolder(folder))
}

function readFolder(folder: string): Source[] {
  return readdirSync(ROOT + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return NOT_WRITTEN_BY_US.has(entry.name) ? [] : readFolder(path)
    if (!/\.(ts|vue|mjs|js)$/.test(entry.name)) return []
    return [{ path, text: readFileSync(ROOT + path, 'utf8') }]
  })
}

export function importsOf({ path, text }: Source): Import[] {
  const scripts = path.endsWith('.vue')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? '').join('\n')
    : text
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    const named = specifierOf(node)
    if (named) found.push({ target: resolveFrom(path, named.specifier), typeOnly: named.typeOnly })
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('x.ts', scripts, ts.ScriptTarget.Latest))
  return found
}

function specifierOf(node: ts.Node): { specifier: string; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
    return { specifier: node.moduleSpecifier.text, typeOnly }
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly }
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [specifier] = node.arguments
    if (specifier && ts.isStringLiteral(specifier)) return { specifier: specifier.text, typeOnly: false }
  }
  return undefined
}

function resolveFrom(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier)
  const own = /^@alongside\/([a-z]+)\/(.*)$/.exec(specifier)
  return own ? `${own[1]}/src/${own[2]}` : specifier
}
