import { expect } from 'vitest'
import type { RenewalRule } from '@alongside/shared/certification/rules/renewal-rule'

/**
 * The shapes of rules that came with the catalogue, by their numbers there. For each the credentials that have it,
 * the field that says it, and what that field holds. `was`: the version before the newest.
 */
type Field = keyof RenewalRule
export type Row = [credentialId: string, field: Field, holds: unknown, version?: 'was']
export interface Shape {
  readonly number: string
  readonly is: string
  readonly rows: readonly Row[]
}

export const shape = (number: string, is: string, ...rows: Row[]): Shape => ({ number, is, rows })
export const some = (part: object): unknown =>
  expect.arrayContaining([expect.objectContaining(part)]) as unknown
export const has = (part: object): unknown => expect.objectContaining(part) as unknown
export const holding = (...parts: string[]): unknown => expect.arrayContaining(parts) as unknown
