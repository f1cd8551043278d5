import { chromium } from 'playwright-core'
const [,, email, path, name, action] = process.argv
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' })
for (const [w, h, dark] of [[390, 844, false], [1280, 900, true]]) {
  const ctx = await browser.newContext({ viewport: { width: w, height: h }, colorScheme: dark ? 'dark' : 'light', locale: 'en-US' })
  const page = await ctx.newPage()
  page.on('console', (m) => m.type() === 'error' && console.log('console', m.text()))
  page.on('pageerror', (e) => console.log('pageerror', e.message))
  await page.goto('http://localhost:4203/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('riverbend-demo-2026')
  await page.getByRole('button', { name: /^Sign in$/ }).click()
  await page.waitForURL((u) => !u.pathname.includes('sign-in'), { timeout: 20000 })
  await page.goto('http://localhost:4203' + path)
  await page.waitForTimeout(2500)
  if (action) await (new Function('page', `return (async()=>{${action}})()`))(page)
  await page.waitForTimeout(600)
  await page.screenshot({ path: `/tmp/talk-shots/${name}-${w}.png`, fullPage: true })
  await ctx.close()
}
await browser.close()
