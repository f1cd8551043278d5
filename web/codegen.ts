import { createHash } from 'node:crypto'
import type { CodegenConfig } from '@graphql-codegen/cli'

/** 128 bits in 22 letters: a page carries a dozen of them, and random letters do not pack. */
const shortHash = (operation: string): string =>
  createHash('sha256').update(operation).digest('base64url').slice(0, 22)

const config: CodegenConfig = {
  schema: '../api/schema.graphql',
  documents: ['src/**/*.operations.ts'],
  ignoreNoDocuments: true,
  importExtension: '.ts',
  generates: {
    'src/generated/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        // The browser sends only the hash; the manifest made beside it is the API's list of known operations.
        persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: shortHash },
      },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { LocalDate: 'string', UUID: 'string', IdempotencyKey: 'string', DateTime: 'string' },
      },
    },
  },
}

export default config
