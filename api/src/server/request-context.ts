import { createHash } from 'node:crypto'
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import type { DataSource } from 'typeorm'
import {
  ANY_MEMBERSHIP,
  type BoundMembership,
  runUnauthenticated,
  UnitOfWork,
} from '../database/unit-of-work.ts'
import type { Row } from '../database/statement-batch.ts'
import { bearerToken, bringsToken } from './tokens/bearer-token.ts'
import type { Environment } from './environment.ts'
import { DeviceCookie } from './http/device-cookie.ts'
import { SessionCookie } from './http/session-cookie.ts'
import type { Mailer } from './mail/mailer.ts'

/** The services that every request and job uses. They are created once. */
export interface AppServices {
  readonly database: DataSource
  readonly environment: Environment
  readonly mailer: Mailer | null
  readonly clock: () => Date
}

/** With what a request reads of a feature that its own comes before; the composition of the program hands it in. */
export interface RequestServices extends AppServices {
  /** Reads kept statuses of certifications once all of them are those of today. */
  readonly withCurrentStatus: <Answer>(ctx: RequestContext, read: () => Promise<Answer>) => Promise<Answer>
}

/**
 * One request: who is asking (`unit`), when (`now`), and what works without a session (`runUnauthenticated`). Apollo
 * copies the context for each operation, so everything that lives as long as the request is in this one object.
 */
export class RequestContext {
  readonly now: Date
  readonly cookie: SessionCookie
  readonly device: DeviceCookie
  readonly address: string
  readonly userAgent: string | null
  /** An integration asks, not a person. */
  readonly isToken: boolean
  #unit: UnitOfWork

  constructor(
    readonly services: RequestServices,
    private readonly request: FastifyRequest,
    reply: FastifyReply,
  ) {
    this.now = services.clock()
    this.address = request.ip
    this.userAgent = request.headers['user-agent'] ?? null
    this.isToken = bringsToken(request)
    this.cookie = new SessionCookie(request, reply, services.environment.isSecure)
    this.device = new DeviceCookie(request, reply, services.environment.isSecure)
    this.#unit = this.#unitFor(this.tokenHash, this.isToken ? ANY_MEMBERSHIP : this.drawnFor)
  }

  /** The hash under which the session or the token of this request is kept; null when signed out. */
  get tokenHash(): Buffer | null {
    const token = this.isToken ? bearerToken(this.request) : this.cookie.token
    return token ? hashToken(token) : null
  }

  /** The membership that the sending page was drawn for, as its header says; null when it does not. */
  get drawnFor(): string | null {
    const said = this.request.headers[MEMBERSHIP_HEADER]
    return typeof said === 'string' && MEMBERSHIP_FORM.test(said) ? said : null
  }

  /** Logs errors around the answer, and never personal values. */
  get log(): FastifyBaseLogger {
    return this.request.log
  }

  /** A statement without a session. It sees no row of any table, and reaches only security definer functions. */
  runUnauthenticated<Found extends object = Row>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<Found[]> {
    return runUnauthenticated<Found>(this.services.database, text, values)
  }

  /** The database work of this request, as whoever is asking. */
  get unit(): UnitOfWork {
    return this.#unit
  }

  /** After sign-in, the rest of the operation runs as the new session. */
  actAs(token: string): void {
    this.#unit = this.#unitFor(hashToken(token), ANY_MEMBERSHIP)
  }

  /** For operations by which a page finds out which membership it belongs to. */
  openToAnyMembership(): void {
    this.#unit = this.#unitFor(this.tokenHash, ANY_MEMBERSHIP)
  }

  #unitFor(tokenHash: Buffer | null, membership: BoundMembership): UnitOfWork {
    return new UnitOfWork(this.services.database, tokenHash, this.now, this.address, membership)
  }
}

/** The header in which a page of the web app says which membership it was drawn for. */
export const MEMBERSHIP_HEADER = 'x-alongside-membership'
const MEMBERSHIP_FORM = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The shape Apollo passes around. */
export interface ApolloContext {
  request: RequestContext
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
