import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { PeopleBuilders } from '../../support/builders/people-builders.ts'
import { type Journey, startJourney } from '../../support/journey.ts'

/** Letter without its margins, at 96 dots an inch. */
const PAPER = { width: 726, height: 950 }

describe("a person's page on paper", () => {
  let journey: Journey
  beforeAll(async () => {
    journey = await startJourney()
  })
  afterAll(() => journey.close())

  it('has its cards one below the other: none lies on the chart or on another', async () => {
    const { actors } = await cast(journey.build)
    const people = new PeopleBuilders(journey.build)
    const [placement] = (
      await journey.api.superuser.query<{ id: string }>('select id from placement where peer_id = $1', [
        actors.peer.id,
      ])
    ).rows
    for (let month = 1; month <= 5; month += 1)
      await people.count(actors.peer, placement?.id ?? '', `2026-0${month}-10`, 20 + month)
    await people.leave(actors.peer, '2026-07-01', '2026-07-10')
    const page = await journey.open(actors.manager, { width: 1280 })
    await page.goto(`/people/${actors.peer.id}`)
    for (const name of ['Caseload', 'Leave']) await page.getByRole('heading', { level: 2, name }).waitFor()
    await page.locator('figure svg').first().waitFor()
    await page.setViewportSize(PAPER)
    await page.emulateMedia({ media: 'print' })
    const { boxes, overlaps } = await page.evaluate(() => {
      const cards = [...document.querySelectorAll('main .print-stack > *, main .print-stack figure svg')]
        .filter((card) => !card.classList.contains('print-stack'))
        .map((card) => ({ card, box: card.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && box.height > 0)
      const found: string[] = []
      for (const one of cards)
        for (const other of cards)
          if (one !== other && !one.card.contains(other.card) && !other.card.contains(one.card)) {
            const [above, below] = [one.box, other.box]
            const crosses = above.top < below.bottom - 1 && below.top < above.bottom - 1
            const beside = above.left < below.right - 1 && below.left < above.right - 1
            if (crosses && beside)
              found.push(`${one.card.textContent?.slice(0, 30)} × ${other.card.textContent?.slice(0, 30)}`)
          }
      return { boxes: cards.length, overlaps: found }
    })
    expect(boxes).toBeGreaterThan(4)
    expect(overlaps).toEqual([])
  })
})
