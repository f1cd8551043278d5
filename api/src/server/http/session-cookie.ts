import type { FastifyReply, FastifyRequest } from 'fastify'
import type {} from '@fastify/cookie'

/** The cookie that carries a session's token. Its `__Host-` name needs TLS; plain-http localhost goes without. */
export class SessionCookie {
  readonly #request: FastifyRequest
  readonly #reply: FastifyReply
  readonly #secure: boolean

  constructor(request: FastifyRequest, reply: FastifyReply, secure: boolean) {
    this.#request = request
    this.#reply = reply
    this.#secure = secure
  }

  get token(): string | null {
    const token = this.#request.cookies[this.#name]
    return token && TOKEN_FORM.test(token) ? token : null
  }

  /** Returns whether the browser sent a session cookie, valid or not. */
  get isThere(): boolean {
    return this.#request.cookies[this.#name] !== undefined
  }

  /**
   * By its age, not by a date: the browser's clock may differ from ours. Only a session of several days outlives the
   * browser, and there is none on a shared device.
   */
  set(token: string, maxAgeSeconds: number): void {
    const age = maxAgeSeconds > LONGEST_VISIT_SECONDS ? { maxAge: maxAgeSeconds } : {}
    this.#reply.setCookie(this.#name, token, { ...this.#options, ...age })
  }

  clear(): void {
    this.#reply.clearCookie(this.#name, this.#options)
  }

  get #name(): string {
    return this.#secure ? '__Host-sid' : 'alongside-sid'
  }

  get #options() {
    return { path: '/', httpOnly: true, sameSite: 'strict' as const, secure: this.#secure }
  }
}

/** The longest session of an office, and of a shared device. */
const LONGEST_VISIT_SECONDS = 12 * 3_600

/** 256 random bits in base64url. */
const TOKEN_FORM = /^[A-Za-z0-9_-]{43}$/
