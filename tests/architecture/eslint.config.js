// What the linter holds: promises are awaited, nothing is `any`, types are imported as types, functions stay short.
import { join } from 'node:path'
import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  {
    ignores: ['**/dist/**', '**/generated/**', '**/node_modules/**', '.data/**', '**/*.d.ts'],
  },
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['Buffer', 'URL', 'console', 'process', 'setInterval'].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.ts', '**/*.vue'],
    extends: [...tseslint.configs.recommendedTypeChecked, ...vue.configs['flat/recommended']],
    languageOptions: {
      parserOptions: {
        parser: tseslint.parser,
        projectService: true,
        // Else it would look for a tsconfig.json no higher than this folder.
        tsconfigRootDir: join(import.meta.dirname, '../..'),
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Numbers in a sentence are meant; everything else would print as [object Object].
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An interface names methods; those of ours use no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Much is asynchronous by contract (handlers, hooks), whether or not it waits for something today.
      '@typescript-eslint/require-await': 'off',
      'vue/multi-word-component-names': 'off',
      // An optional prop without a default is undefined, and its type says so.
      'vue/require-default-prop': 'off',
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Only vue-tsc can look into .vue files; here their types would all count as unknown.
    files: ['web/**/*.vue', 'web/**/*.ts', 'tests/**/*.web.test.ts'],
    rules: Object.fromEntries(
      ['argument', 'assignment', 'call', 'member-access', 'return'].map((what) => [
        `@typescript-eslint/no-unsafe-${what}`,
        'off',
      ]),
    ),
  },
  // A describe block is a chapter, a migration one statement after the other, the demo one row after the other.
  {
    files: ['tests/**/*.ts', 'migrations/*.ts', 'api/src/demo/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['web/public/*.js'],
    languageOptions: { globals: { document: 'readonly', localStorage: 'readonly', navigator: 'readonly' } },
  },
  {
    files: ['web/service-worker.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['__FILES__', 'Request', 'Response', 'caches', 'fetch', 'self', 'setTimeout'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  prettier,
)
