/**
 * The day of an instant where the government is; `zone` is the statement's parameter (`$3`). Never `::date` of an
 * instant: that is the day where the server of the database is (decision 0095).
 */
export function dayOf(instant: string, zone: string): string {
  return `(${instant} AT TIME ZONE ${zone})::date`;
}

/** That an instant lies in the days from `from` to `to` (parameters) where the government is; an index on it is used. */
export function withinDays(instant: string, from: string, to: string, zone: string): string {
  return `${instant} >= (${from}::date)::timestamp AT TIME ZONE ${zone} AND ${instant} < (${to}::date + 1)::timestamp AT TIME ZONE ${zone}`;
}
