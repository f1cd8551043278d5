// Takes the pictures of the README: the program as `npm start` runs it, in the browser of the journeys.
import { mkdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from '../support/services/find-chromium.ts'
import { dataFolder, freePort, startProgram } from '../support/services/running-program.ts'

interface Picture {
  readonly file: string
  /** Who of the demo organization looks at it. */
  readonly person: string
  readonly path: string
  readonly width: number
  readonly height: number
}

const FOLDER = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))
const PICTURES: readonly Picture[] = [
  { file: 'peer-today-390.png', person: 'Rosa Delgado', path: '/today', width: 390, height: 844 },
  {
    file: 'manager-renewals-1280.png',
    person: 'Joan Whitfield',
    path: '/renewals',
    width: 1280,
    height: 844,
  },
]
/** A picture that everybody loads who opens the README. */
const MAX_BYTES = 150_000

async function takePicture(browser: Browser, url: string, picture: Picture): Promise<void> {
  const { file, person, path, width, height } = picture
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: 'light',
    locale: 'en-US',
    reducedMotion: 'reduce',
  })
  await page.goto(`${url}/sign-in`)
  await page.getByRole('button', { name: person }).click()
  await page.waitForURL((address) => address.pathname !== '/sign-in')
  await page.goto(url + path, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: FOLDER + file, caret: 'hide' })
  await page.close()
  const bytes = statSync(FOLDER + file).size
  if (bytes > MAX_BYTES) throw new Error(`${file} has ${bytes} bytes, ${MAX_BYTES} are allowed`)
  console.log(`docs/screenshots/${file}: ${width} × ${height}, ${Math.round(bytes / 1000)} kB`)
}

const folder = await dataFolder()
const program = startProgram(await freePort(), { ALONGSIDE_DATA: folder.path })
const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_FLAGS] })
try {
  mkdirSync(FOLDER, { recursive: true })
  await program.untilServing()
  for (const picture of PICTURES) await takePicture(browser, program.url, picture)
} finally {
  await browser.close()
  program.kill('SIGTERM')
  await program.ended
  await folder.remove()
}
