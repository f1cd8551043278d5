import type { CheckInScale } from '@alongside/shared/wellness/weekly-check-in'

// Faces, batteries and moons on a 28 by 28 grid, from the hard end to the good one; our own drawings.

interface Picture {
  readonly line: string
  readonly fill?: string
}

const HEAD = 'M14 25a11 11 0 1 0 0-22 11 11 0 0 0 0 22ZM10 11.2v.4M18 11.2v.4'
const MOUTHS = [
  'M9.5 19.5q4.5-5 9 0',
  'M10 18.8q4-2.6 8 0',
  'M10 18h8',
  'M10 17.3q4 2.6 8 0',
  'M9.5 16.5q4.5 5 9 0',
]
const BATTERY = 'M3 9h19v11H3ZM25 13v3'
const MOON = 'M14 24a10 10 0 1 0 0-20 10 10 0 0 0 0 20Z'
/** The part of the moon below a height. */
const LIGHT = [
  '',
  'M5.3 19a10 10 0 0 0 17.4 0Z',
  'M4 14a10 10 0 0 0 20 0Z',
  'M5.3 9a10 10 0 1 0 17.4 0Z',
  MOON,
]

export const PICTURES: Readonly<Record<CheckInScale, readonly Picture[]>> = {
  weekFelt: MOUTHS.map((mouth) => ({ line: `${HEAD}${mouth}` })),
  energy: [0, 1, 2, 3, 4].map((parts) => ({
    line: BATTERY,
    fill: parts === 0 ? '' : `M5.5 11.5h${parts * 3.5}v6H5.5Z`,
  })),
  rest: LIGHT.map((fill) => ({ line: MOON, fill })),
}
