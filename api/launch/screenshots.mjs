// npm run screenshots: takes the pictures of the README anew, from the demo organization of today.
import { prepare } from './build.mjs'
import { handOver } from './hand-over.mjs'

await prepare()
handOver('tests/docs/screenshots.ts', process.argv.slice(2))
