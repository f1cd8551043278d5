import pg from 'pg'
import type { DataSource } from 'typeorm'
import { LIMITS, withClient } from './connections.ts'

/** Thrown with one clear line when the database's roles would not be bound by row-level security; the start ends with it. */
export class DatabaseRoleError extends Error {}

/** The role that the policies name. A login with another name becomes a member of it. */
export const APPLICATION_ROLE = 'alongside_app'
export const DEFINER_ROLE = 'alongside_definer'

export interface RoleLogins {
  readonly owner: { name: string; password: string }
  readonly application: { name: string; password: string }
}

/** Creates the three roles on our own server (embedded, tests), and updates their passwords. */
export async function prepareRoles(superuserUrl: string, logins: RoleLogins): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const roleWith = async (name: string, options: string): Promise<void> => {
      const known = await client.query('select from pg_roles where rolname = $1', [name])
      await client.query(
        `${known.rowCount ? 'alter' : 'create'} role ${pg.escapeIdentifier(name)} ${options}`,
      )
    }
    const login = ({ password }: { password: string }): string =>
      `login password ${pg.escapeLiteral(password)}`
    await roleWith(DEFINER_ROLE, 'nologin')
    await roleWith(logins.owner.name, `${login(logins.owner)} nosuperuser nobypassrls`)
    await roleWith(
      logins.application.name,
      `${login(logins.application)} nosuperuser nobypassrls nocreaterole`,
    )
    // Applies the limits of our pool to connections that somebody else opens with this login.
    for (const [setting, limit] of Object.entries(ROLE_LIMITS))
      await client.query(
        `alter role ${pg.escapeIdentifier(logins.application.name)} set ${setting} = ${limit}`,
      )
    await client.query(`grant ${DEFINER_ROLE} to ${pg.escapeIdentifier(logins.owner.name)}`)
  })
}

const ROLE_LIMITS = {
  statement_timeout: LIMITS.statement,
  lock_timeout: LIMITS.lock,
  idle_in_transaction_session_timeout: LIMITS.idleInTransaction,
}

/**
 * As the superuser of a server of our own: takes from everybody in a database what PostgreSQL lets everybody do and
 * Alongside never does. A temporary table could stand in for one of ours in a function without a fixed search path.
 */
export async function revokeUnused(superuserUrl: string): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name')
    await client.query(`revoke temporary on database ${rows[0]?.name} from public`)
    await client.query(/* sql */ `
      revoke execute on function lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea),
        pg_cancel_backend(integer), pg_terminate_backend(integer, bigint) from public`)
  })
}

/** As the owner of somebody else's server: the group roles must be there, or the owner must be able to make them. */
export async function ensureRoles(database: DataSource): Promise<void> {
  for (const role of [APPLICATION_ROLE, DEFINER_ROLE]) {
    const known: unknown[] = await database.query('select from pg_roles where rolname = $1', [role])
    if (known.length > 0) continue
    try {
      await database.query(`create role ${role} nologin`)
      await database.query(`grant ${role} to current_user`)
    } catch {
      throw new DatabaseRoleError(
        `The role ${role} is missing. As a superuser run: create role ${role} nologin; grant ${role} to the owner.`,
      )
    }
  }
}

/** Allows a login with another name by making it a member of the application role. */
export async function admitApplicationLogin(database: DataSource, login: string): Promise<void> {
  const [role] = await database.query<{ strong: boolean; admitted: boolean }[]>(
    `select rolsuper or rolbypassrls or rolname = current_user as strong,
            pg_has_role(rolname, '${APPLICATION_ROLE}', 'member') as admitted
       from pg_roles where rolname = $1`,
    [login],
  )
  // A login with too many privileges is rejected when it connects, with the reason.
  if (!role || role.strong || role.admitted) return
  const grant = `grant ${APPLICATION_ROLE} to ${pg.escapeIdentifier(login)}`
  try {
    await database.query(grant)
  } catch {
    throw new DatabaseRoleError(`The login of DATABASE_URL may not serve yet. As a superuser run: ${grant};`)
  }
}

/** Rejects a role that bypasses row-level security. */
export async function refuseStrongRole(database: DataSource): Promise<void> {
  const [role] = await database.query<
    { name: string; strong: boolean; owns: boolean; definer: boolean }[]
  >(/* sql */ `
    select current_user as name,
           exists (select from pg_roles s where (s.rolsuper or s.rolbypassrls)
                    and pg_has_role(current_user, s.oid, 'member')) as strong,
           exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname in ('public', 'access') and pg_has_role(current_user, c.relowner, 'member')) as owns,
           pg_has_role(current_user, '${DEFINER_ROLE}', 'member') as definer
      from pg_roles r where r.rolname = current_user`)
  if (!role || role.strong || role.owns || role.definer) {
    throw new DatabaseRoleError(
      `DATABASE_URL signs in as "${role?.name ?? 'unknown'}", which is too strong a role: it must own no table and ` +
        'must not be able to pass by row-level security.',
    )
  }
}
