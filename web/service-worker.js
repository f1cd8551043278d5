// What an own device keeps so that the app opens without a connection: files of the build, which are the same for
// everybody. Nothing that the API answers is ever kept here. web/precache.ts puts the list and its name in.

const FILES = __FILES__
const PREFIX = 'alongside-files-'
const CACHE = `${PREFIX}__VERSION__`
/** A page that is asked for waits this long for the network, then it is drawn from what is kept. */
const PATIENCE_MS = 2_000

self.addEventListener('install', (event) => event.waitUntil(keepFiles()))
self.addEventListener('activate', (event) => event.waitUntil(takeOver()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(answerPage(request))
  else if (pathname.startsWith('/assets/') || FILES.some(({ path }) => path === pathname))
    event.respondWith(answerFile(request))
})

/** Only files that belong together are kept: one of another build has another checksum, and the worker tries again. */
async function keepFiles() {
  const cache = await caches.open(CACHE)
  await cache.addAll(FILES.map(({ path, integrity }) => new Request(path, { integrity, cache: 'no-cache' })))
  await self.skipWaiting()
}

/** Tabs from before an update still need the parts of theirs, so the files of the build before stay. */
async function takeOver() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE)
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)))
  await self.clients.claim()
}

/** The newest page wherever the server is reached in time, so that nobody stays on an old one. */
async function answerPage(request) {
  const kept = (await caches.open(CACHE)).match('/')
  const fresh = fetch(request).then(async (response) =>
    response.status < 502 ? response : ((await kept) ?? response),
  )
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)).then(() => kept)
  return Promise.race([fresh, late.then((page) => page ?? fresh)]).catch(
    async () => (await kept) ?? Response.error(),
  )
}

/** Names change with what is inside, so what is kept is right; what is used once is kept too. */
async function answerFile(request) {
  const cache = await caches.open(CACHE)
  const kept = (await cache.match(request)) ?? (await caches.match(request))
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) await cache.put(request, fresh.clone())
  return fresh
}
