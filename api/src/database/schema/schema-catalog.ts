// What PostgreSQL's own catalog says about the schema, as lines of SQL that belong to a table, a view or a function.
import type { DataSource } from 'typeorm'

export interface CatalogLine {
  /** The table, view or schema that the line belongs to; of a function its name and argument types. */
  readonly of: string
  readonly line: string
}

/** TypeORM's own table, and the schema of pg-boss: neither is made by the migrations. */
const OURS = /* sql */ `
  ours as (
    select c.oid, c.relname::text as name, c.relkind, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity,
           c.reloptions
      from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and c.relname <> 'migration')`

const COLUMNS = /* sql */ `
  with ${OURS}
  select o.name as "of", format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
         || case when a.attnotnull then ' NOT NULL' else '' end
         || case a.attidentity when 'a' then ' GENERATED ALWAYS AS IDENTITY' else '' end
         || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid, true), '') as line
    from ours o
    join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = o.oid and d.adnum = a.attnum
   where o.relkind = 'r'
   order by o.name, a.attnum`

/** A column says by itself that it is not null; since PostgreSQL 18 that is a constraint too. */
const CONSTRAINTS = /* sql */ `
  with ${OURS}
  select o.name as "of", format('CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid, true)) as line
    from ours o join pg_constraint k on k.conrelid = o.oid and k.contype in ('p', 'u', 'f', 'c')
   order by o.name, array_position(array['p', 'u', 'f', 'c'], k.contype::text), k.conname`

const INDEXES = /* sql */ `
  with ${OURS}
  select o.name as "of", pg_get_indexdef(i.indexrelid, 0, true) as line
    from ours o
    join pg_index i on i.indrelid = o.oid
    join pg_class c on c.oid = i.indexrelid
   where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = o.oid)
   order by o.name, c.relname`

const ROW_SECURITY = /* sql */ `
  with ${OURS}
  select o.name as "of", format('ALTER TABLE %I %s', o.name, setting) as line
    from ours o
   cross join lateral (
     values (1, case when o.relrowsecurity then 'ENABLE ROW LEVEL SECURITY' end),
            (2, case when o.relforcerowsecurity then 'FORCE ROW LEVEL SECURITY' end)) s (place, setting)
   where o.relkind = 'r' and setting is not null
   order by o.name, place`

/** Restrictive policies first: what they do not let through, no other policy can. */
const POLICIES = /* sql */ `
  with ${OURS}
  select o.name as "of", format('CREATE POLICY %I ON %I%s%s TO %s', p.polname, o.name,
           case when p.polpermissive then '' else ' AS RESTRICTIVE' end,
           case p.polcmd when '*' then '' when 'r' then ' FOR SELECT' when 'a' then ' FOR INSERT'
                         when 'w' then ' FOR UPDATE' when 'd' then ' FOR DELETE' end,
           (select string_agg(r::regrole::text, ', ' order by r::regrole::text) from unnest(p.polroles) r))
         || coalesce(E'\\n  USING (' || pg_get_expr(p.polqual, p.polrelid, true) || ')', '')
         || coalesce(E'\\n  WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid, true) || ')', '') as line
    from ours o join pg_policy p on p.polrelid = o.oid
   order by o.name, p.polpermissive, p.polname`

const TRIGGERS = /* sql */ `
  with ${OURS}
  select o.name as "of", pg_get_triggerdef(t.oid, true) as line
    from ours o join pg_trigger t on t.tgrelid = o.oid and not t.tgisinternal
   order by o.name, t.tgname`

/** What the owner grants to others: on the whole table, or on some of its columns. */
const GRANTS = /* sql */ `
  with ${OURS},
  granted as (
    select o.oid, o.name, g.grantee, g.privilege_type, null::text as columns
      from ours o, aclexplode(o.relacl) g where g.grantee <> o.relowner
    union all
    select o.oid, o.name, g.grantee, g.privilege_type, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
      from ours o
      join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped,
           aclexplode(a.attacl) g
     where g.grantee <> o.relowner
     group by o.oid, o.name, g.grantee, g.privilege_type)
  select name as "of", format('GRANT %s ON %I TO %s',
           string_agg(privilege_type || coalesce(' (' || columns || ')', ''), ', '
             order by array_position(array['SELECT', 'INSERT', 'UPDATE', 'DELETE'], privilege_type)),
           name, grantee::regrole) as line
    from granted
   group by name, grantee
   order by name, grantee::regrole::text`

const VIEWS = /* sql */ `
  with ${OURS}
  select o.name as "of", format(E'CREATE VIEW %I%s AS\\n%s', o.name,
           coalesce(' WITH (' || array_to_string(o.reloptions, ', ') || ')', ''),
           rtrim(pg_get_viewdef(o.oid, true), ';')) as line
    from ours o where o.relkind = 'v'
   order by o.name`

const FUNCTIONS = /* sql */ `
  select p.oid::regprocedure::text as "of",
         format(E'CREATE %s %s(%s)%s\\n  LANGUAGE %s%s%s%s\\nAS $$%s$$',
           case p.prokind when 'p' then 'PROCEDURE' else 'FUNCTION' end, p.oid::regproc,
           pg_get_function_arguments(p.oid), coalesce(' RETURNS ' || pg_get_function_result(p.oid), ''), l.lanname,
           case p.provolatile when 's' then ' STABLE' when 'i' then ' IMMUTABLE' else '' end,
           case when p.prosecdef then ' SECURITY DEFINER' else '' end,
           (select string_agg(E'\\n  SET ' || replace(setting, '=', ' = '), '') from unnest(p.proconfig) setting),
           p.prosrc) as line
    from pg_proc p join pg_language l on l.oid = p.prolang
   where p.pronamespace = 'access'::regnamespace
   order by p.proname, 1`

/** Only where they are not what PostgreSQL does by itself: the migrating role owns, everybody may execute. */
const FUNCTION_RIGHTS = /* sql */ `
  select p.oid::regprocedure::text as "of", format('ALTER %s %s OWNER TO %s',
           case p.prokind when 'p' then 'PROCEDURE' else 'FUNCTION' end, p.oid::regprocedure, p.proowner::regrole) as line
    from pg_proc p
   where p.pronamespace = 'access'::regnamespace
     and p.proowner <> (select relowner from pg_class where oid = 'organization'::regclass)
   union all
  select p.oid::regprocedure::text, format('REVOKE EXECUTE ON %s %s FROM PUBLIC',
           case p.prokind when 'p' then 'PROCEDURE' else 'FUNCTION' end, p.oid::regprocedure)
    from pg_proc p
   where p.pronamespace = 'access'::regnamespace and p.proacl is not null
     and not exists (select from aclexplode(p.proacl) g where g.grantee = 0 and g.privilege_type = 'EXECUTE')
   order by 1, 2`

const SCHEMAS = /* sql */ `
  select n.nspname::text as "of", format('GRANT %s ON SCHEMA %I TO %s',
           string_agg(g.privilege_type, ', ' order by g.privilege_type), n.nspname, g.grantee::regrole) as line
    from pg_namespace n, aclexplode(n.nspacl) g
   where n.nspname in ('public', 'access') and g.grantee in (
     select oid from pg_roles where rolname in ('alongside_app', 'alongside_definer'))
   group by n.nspname, g.grantee
   order by n.nspname, g.grantee::regrole::text`

export interface Catalog {
  readonly schemas: readonly CatalogLine[]
  readonly columns: readonly CatalogLine[]
  readonly constraints: readonly CatalogLine[]
  readonly indexes: readonly CatalogLine[]
  readonly rowSecurity: readonly CatalogLine[]
  readonly policies: readonly CatalogLine[]
  readonly triggers: readonly CatalogLine[]
  readonly grants: readonly CatalogLine[]
  readonly views: readonly CatalogLine[]
  readonly functions: readonly CatalogLine[]
  readonly functionRights: readonly CatalogLine[]
}

export async function readCatalog(database: DataSource): Promise<Catalog> {
  const read = (query: string): Promise<CatalogLine[]> => database.query(query)
  return {
    schemas: await read(SCHEMAS),
    columns: await read(COLUMNS),
    constraints: await read(CONSTRAINTS),
    indexes: await read(INDEXES),
    rowSecurity: await read(ROW_SECURITY),
    policies: await read(POLICIES),
    triggers: await read(TRIGGERS),
    grants: await read(GRANTS),
    views: await read(VIEWS),
    functions: await read(FUNCTIONS),
    functionRights: await read(FUNCTION_RIGHTS),
  }
}
