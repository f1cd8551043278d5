/** What was read out of the prose of all rows. Each region's file names the credentials of its states. */
import type { Authorings } from './authoring.ts'
import { GREAT_LAKES } from '../authored-rules/great-lakes.ts'
import { MID_ATLANTIC } from '../authored-rules/mid-atlantic.ts'
import { MOUNTAIN } from '../authored-rules/mountain.ts'
import { NATIONAL_BOARDS } from '../authored-rules/national-boards.ts'
import { NEW_ENGLAND } from '../authored-rules/new-england.ts'
import { PACIFIC_AND_SOUTH_WEST } from '../authored-rules/pacific-and-south-west.ts'
import { PLAINS } from '../authored-rules/plains.ts'
import { SOUTH_ATLANTIC } from '../authored-rules/south-atlantic.ts'
import { SOUTH_CENTRAL } from '../authored-rules/south-central.ts'

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
