import { FatigueSign } from './fatigue-signs.ts'
import { WEEKLY_CHECK_IN, type CheckInInput } from './weekly-check-in.ts'

/** Signs beside which a quiet offer of help appears; the screen alone knows, and nobody is told. */
export const HEAVY_SIGNS: readonly string[] = [FatigueSign.HOPELESSNESS, FatigueSign.FEELING_LOW]

/** Whether an answer is heavy enough to offer help beside it: never a finding, never stored, never sent. */
export function isHeavy({ signs, weekFelt }: Pick<CheckInInput, 'signs' | 'weekFelt'>): boolean {
  return weekFelt === WEEKLY_CHECK_IN.scale.from || (signs ?? []).some((sign) => HEAVY_SIGNS.includes(sign))
}
