// After an install: sets up the staged-files hook, except where nobody commits or someone has a hook already.
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { node24, root, run } from './toolchain.mjs'

const isCheckout = statSync(join(root, '.git'), { throwIfNoEntry: false })?.isDirectory() ?? false
const unwanted = process.env.ALONGSIDE_NO_HOOKS ?? process.env.CI
if (isCheckout && !unwanted && !existsSync(join(root, '.git/hooks/pre-commit'))) {
  const code = await run(node24(), ['node_modules/simple-git-hooks/cli.js'], { quiet: true })
  if (code !== 0) console.error('alongside: the commit hook could not be set up; `npm run hooks` tries again')
}
