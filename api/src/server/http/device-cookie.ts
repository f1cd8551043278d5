import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type {} from '@fastify/cookie'

/** The longest time that browsers keep a cookie (RFC 6265bis, 5.5). */
const DEVICE_KEPT_SECONDS = 400 * 86_400

/** The cookie by which an account knows a browser again. It opens nothing: it only tells its tries from a stranger's. */
export class DeviceCookie {
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

  /** Its token, a new one if it has none; kept for as long as browsers keep anything. */
  keep(): string {
    const token = this.token ?? randomBytes(32).toString('base64url')
    this.#reply.setCookie(this.#name, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: this.#secure,
      maxAge: DEVICE_KEPT_SECONDS,
    })
    return token
  }

  get #name(): string {
    return this.#secure ? '__Host-device' : 'alongside-device'
  }
}

/** 256 random bits in base64url. */
const TOKEN_FORM = /^[A-Za-z0-9_-]{43}$/
