import { USUAL_CASELOAD } from '../../people/placements/caseload.ts'

// One set of thresholds, each with its reason. A signal fires above its threshold, never at it. No validated scale of
// drift exists (domain, section 7), so a figure without a source is our own choice and the screen says so.

/** A signal looks at this week and the four before it: a month of work, whatever the day of the week. */
export const RECENT_WEEKS = 5
/** Of these five, three must be logged: one week can be an exception, and two can be missed. Our own choice. */
export const RECENT_WEEKS_NEEDED = 3
/** The peer's own past: the quarter before the recent weeks. Our own choice. */
export const PAST_WEEKS = 13
/** Two of three weeks of that quarter, rounded down: fewer say little about a habit. Our own choice. */
export const PAST_WEEKS_NEEDED = 8

/** Courses are few, so their signal looks back a year. Our own choice. */
export const COURSE_DAYS = 365
/** Fewer say little about where somebody's training goes. Our own choice. */
export const COURSES_NEEDED = 3

export const SIGNAL_THRESHOLDS = {
  /** People. The upper end of the usual range with weekly contact (LAPPA toolkit 2021, chapter 2, caseload size). */
  CASELOAD_ABOVE_RANGE: USUAL_CASELOAD.to,
  /**
   * Days. Twice the longest rhythm that the source names for supportive supervision, every two weeks (LAPPA toolkit
   * 2021, chapter 3): by then two sessions are missing, and a change of supervisor explains one.
   */
  SUPERVISED_ADMINISTRATIVELY_ONLY: 28,
  /** Percent of the time. One day of a working week of five. Our own choice: no source names a share. */
  OUT_OF_ROLE: 20,
  /** Quarter hours. Any at all: who signed the agreement called it against peer values. */
  AGAINST_VALUES: 0,
  /**
   * Percent of the time. Peer support does not replace clinical care (LAPPA toolkit 2021, table 3); 5 percent is two
   * hours of a week of forty, more than a single favor. Our own choice of the figure.
   */
  CLINICAL_SUBSTITUTION: 5,
  /** Percent of the time. Peers do not stand in for supervision officers (chapter 2); the figure as above. */
  SURVEILLANCE: 5,
  /**
   * Percent of the time. Peers do not stand in for drivers and errand runners (chapter 2, table 2), but a ride can be
   * peer support: above a quarter of the time it is the job. Our own choice of the figure.
   */
  ERRANDS: 25,
  /** Percent by which the share fell. A third less than the peer's own past. Our own choice: no source names one. */
  FALLING_LIVED_EXPERIENCE: 33,
  /** Days. Peers meet other peers monthly at least (domain, section 8); the longest month has 31 days. */
  NO_OTHER_PEERS: 31,
  /** Percent of the CE hours. Up to half can be what a board or an employer asks. Our own choice: no source names one. */
  CE_TURNING_CLINICAL: 50,
} as const
