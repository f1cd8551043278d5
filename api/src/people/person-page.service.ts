import { connectionOf, type PageArgs, pageFrom } from '../server/graphql/connection.ts'
import type { RequestContext } from '../server/request-context.ts'
import type { Person, PersonConnection } from './person.types.ts'

/**
 * One page of a list of people, by name. The list is a select of `id` and `display_name` with these values; whoever it
 * leaves out is neither shown nor counted.
 */
export async function personPage(
  ctx: RequestContext,
  args: PageArgs,
  list: string,
  values: readonly unknown[] = [],
): Promise<PersonConnection> {
  const page = pageFrom(args, ['name', 'id'])
  const [name = null, id = null] = (page.after ?? []) as string[]
  const [afterName, afterId, rows] = [1, 2, 3].map((more) => `$${values.length + more}`)
  const found = await ctx.unit.run<Person & { total: number }>(
    `with listed as materialized (select p.id, p.display_name, access.folded(coalesce(p.display_name, '')) as folded_name from (${list}) p)
     select l.id, l.display_name as "displayName", (select count(*) from listed) as total from listed l
      where ${afterName}::text is null or (l.folded_name, l.id::text) > (access.folded(${afterName}), ${afterId})
      order by l.folded_name, l.id::text limit ${rows} + 1`,
    [...values, name, id, page.first],
  )
  const people = found.map((row) => ({ id: row.id, displayName: row.displayName }))
  return connectionOf(people, page, found[0]?.total ?? 0, (row) => [row.displayName ?? '', row.id])
}
