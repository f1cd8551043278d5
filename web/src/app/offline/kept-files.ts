// On an own device the service worker keeps the files of the app; on a shared one nothing is kept.

const PREFIX = 'alongside-files-'

/** Plain http on another machine has no service workers; then the app needs a connection to open. */
const workers = (): ServiceWorkerContainer | undefined =>
  'serviceWorker' in navigator ? navigator.serviceWorker : undefined

export async function keepFiles(): Promise<void> {
  if (import.meta.env.DEV) return
  await workers()?.register('/service-worker.js', { updateViaCache: 'none' })
}

/** Answers whether this page was loaded from what was kept: only a page that is loaded anew is free of it. */
export async function dropFiles(): Promise<boolean> {
  const registrations = (await workers()?.getRegistrations()) ?? []
  await Promise.all(registrations.map((registration) => registration.unregister()))
  if ('caches' in window) {
    const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX))
    await Promise.all(names.map((name) => caches.delete(name)))
  }
  return registrations.length > 0
}
