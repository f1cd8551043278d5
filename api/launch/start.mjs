// npm start: brings everything that is missing, then hands over to the program itself.
import { prepare } from './build.mjs'
import { handOver } from './hand-over.mjs'

await prepare()
handOver('api/dist/main.js', process.argv.slice(2))
