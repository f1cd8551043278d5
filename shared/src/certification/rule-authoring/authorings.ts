/** What was read out of the prose of all rows. Each region's file names the credentials of its states. */
import type { Authorings } from './authoring.ts'
import { GREAT_LAKES } from './by-region/great-lakes.ts'
import { MID_ATLANTIC } from './by-region/mid-atlantic.ts'
import { MOUNTAIN } from './by-region/mountain.ts'
import { NATIONAL_BOARDS } from './by-region/national-boards.ts'
import { NEW_ENGLAND } from './by-region/new-england.ts'
import { PACIFIC_AND_SOUTH_WEST } from './by-region/pacific-and-south-west.ts'
import { PLAINS } from './by-region/plains.ts'
import { SOUTH_ATLANTIC } from './by-region/south-atlantic.ts'
import { SOUTH_CENTRAL } from './by-region/south-central.ts'

export const AUTHORINGS: Authorings = {
  ...NEW_ENGLAND,
  ...MID_ATLANTIC,
  ...SOUTH_ATLANTIC,
  ...SOUTH_CENTRAL,
  ...GREAT_LAKES,
  ...PLAINS,
  ...MOUNTAIN,
  ...PACIFIC_AND_SOUTH_WEST,
  ...NATIONAL_BOARDS,
}
