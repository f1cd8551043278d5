import type { FastifyRequest } from 'fastify'

/** 256 random bits in base64url behind a prefix, so that a leaked token is recognized for what it is. */
export const TOKEN_PREFIX = 'als_'
const TOKEN_FORM = /^als_[A-Za-z0-9_-]{43}$/
const SCHEME = /^bearer +/i

/** Whether the request names a token at all, well-formed or not: then it is nobody's browser. */
export function bringsToken(request: FastifyRequest): boolean {
  return request.headers.authorization !== undefined
}

/** The token of an integration's request; null when there is none or it cannot be one. */
export function bearerToken(request: FastifyRequest): string | null {
  const header = request.headers.authorization ?? ''
  if (!SCHEME.test(header)) return null
  const token = header.replace(SCHEME, '')
  return TOKEN_FORM.test(token) ? token : null
}
