import { CERTIFICATION_PARTS } from './certification-parts.ts'
import { DRIFT_PARTS } from './drift-parts.ts'
import type { MyDataPart } from './my-data-part.ts'
import { PEOPLE_PARTS } from './people-parts.ts'
import { PLANNING_PARTS } from './planning-parts.ts'
import { PRIVATE_PARTS } from './private-parts.ts'
import { WELLNESS_PARTS } from './wellness-parts.ts'
import { ROLE_PARTS } from './role-parts.ts'
import { SUPERVISION_PARTS } from './supervision-parts.ts'

/** Everything of mine, in the order of the file. A table that speaks of people joins here or says why not. */
export const MY_DATA_PARTS: readonly MyDataPart[] = [
  ...PEOPLE_PARTS,
  ...SUPERVISION_PARTS,
  ...PLANNING_PARTS,
  ...CERTIFICATION_PARTS,
  ...DRIFT_PARTS,
  ...PRIVATE_PARTS,
  ...ROLE_PARTS,
  ...WELLNESS_PARTS,
]
