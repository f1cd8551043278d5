import type { FastifyInstance } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import { referencePage } from './reference-page.ts'

/** `GET /reference`, for everybody: made once at the start, it says what may be asked and holds no data. */
export function serveReference(server: FastifyInstance, schema: GraphQLSchema): void {
  const page = referencePage(schema)
  server.get('/reference', (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page),
  )
  server.get('/reference.css', (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/css; charset=utf-8').send(STYLE),
  )
}

/** The colors and sizes of the web app, light and dark; printed light. */
const STYLE = `:root { color-scheme: light dark; --bg: #FBF8F3; --surface: #FFFFFF; --ink: #2B2722; --ink-2: #5A534A;
  --primary: #0B5D5E; --line: #D9D2C7; }
@media (prefers-color-scheme: dark) { :root { --bg: #1B1A18; --surface: #262421; --ink: #F2EDE4; --ink-2: #C4BBAD;
  --primary: #7CC9C6; --line: #4A463F; } }
@media print { :root { --bg: #FFFFFF; --surface: #FFFFFF; --ink: #2B2722; --ink-2: #5A534A; --primary: #0B5D5E; }
  nav { display: none } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 64rem; padding: 24px 16px 48px; background: var(--bg); color: var(--ink);
  font: 17px/1.55 system-ui, sans-serif }
h1 { font-size: 28px; line-height: 1.2 } h2 { font-size: 20px; margin-top: 48px } h3 { font-size: 17px; margin-top: 32px }
p, li { max-width: 65ch; overflow-wrap: anywhere } header p { color: var(--ink-2) }
a { color: var(--primary) } a:focus-visible, .wide:focus-visible { outline: 3px solid var(--primary); outline-offset: 2px }
nav ul { display: flex; flex-wrap: wrap; gap: 0 16px; padding: 0; list-style: none }
nav a { display: inline-block; padding: 10px 0 }
code { font-size: 0.9em; overflow-wrap: anywhere }
.wide { overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; background: var(--surface) }
table { border-collapse: collapse; width: 100%; font-size: 15px }
th, td { padding: 8px 12px; text-align: left; vertical-align: top; border-top: 1px solid var(--line) }
thead th { border-top: 0; color: var(--ink-2) } th { font-weight: 600 }
td:last-child { min-width: 14rem }
section { scroll-margin-top: 16px }
`
