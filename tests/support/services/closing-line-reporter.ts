// Counts what `npm test` says in its last line; the launcher prints it after everything else has ended.
import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    let passed = 0
    let failed = unhandledErrors.length
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      passed += tests.filter((test) => test.result().state === 'passed').length
      const failedTests = tests.filter((test) => test.result().state === 'failed').length
      // A file or a hook that breaks counts too, even when no test of it could run.
      failed += failedTests === 0 && !module.ok() ? 1 : failedTests
    }
    const file = process.env.ALONGSIDE_TEST_COUNTS
    if (file) writeFileSync(file, JSON.stringify({ passed, failed }))
    else console.log(`${passed} passed, ${failed} failed`)
  }
}
