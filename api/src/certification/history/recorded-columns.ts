/** The columns of `Recorded` and `Voidable`, of a table with the alias r. */
export const personIn = (column: string): string => `(
  select jsonb_build_object('id', m.id, 'displayName', m.display_name) from membership m
   where m.organization_id = r.organization_id and m.id = r.${column})`

export const RECORDED = `r.id, r.recorded_at as "recordedAt", ${personIn('recorded_by')} as "recordedBy"`
export const VOIDED = `r.voided_at as "voidedAt", ${personIn('voided_by')} as "voidedBy"`
