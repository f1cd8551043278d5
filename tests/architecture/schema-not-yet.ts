/** The API of certification keeps its first shape so far; each entry goes with the change that gives it the new one. */
export const NOT_YET: readonly string[] = [
  'CountReason has a kind and 5 nullable fields',
  'CreditLimit has a kind and 9 nullable fields',
  'CreditOutcome',
  'DatedException has a kind and 4 nullable fields',
  'RenewalRequirement has a kind and 16 nullable fields',
  'StatusReason has a kind and 16 nullable fields',
  'certificationStatusesOfMyPeers answers a plain list, not a connection',
  'myCertifications answers a plain list, not a connection',
  'renewalCalendar is paged and no …Connection',
  'renewalCalendarCsv is a file: it comes from /exports',
  'renewalsCsv is a file: it comes from /exports',
]
