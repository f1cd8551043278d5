import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Serves the built web app: hashed files for a year, the page itself always fresh, unknown paths to the page. */
export async function serveWebApp(server: FastifyInstance, directory: string): Promise<void> {
  if (!existsSync(join(directory, 'index.html'))) return
  await server.register(fastifyStatic, {
    root: directory,
    allowedPath: (path) => path !== '/operations.json',
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  server.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (wantsPage && !request.url.startsWith('/graphql'))
      return reply.header('cache-control', 'no-cache').sendFile('index.html')
    return reply
      .code(404)
      .send({ errors: [{ message: 'There is nothing here.', extensions: { code: 'NOT_FOUND' } }] })
  })
}
