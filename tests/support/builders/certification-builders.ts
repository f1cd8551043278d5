import { randomUUID } from 'node:crypto'
import type { CeCategory } from '../../../shared/src/certification/catalogue/ce-category.ts'
import type { BoardStatus } from '../../../shared/src/certification/status/certification-facts.ts'
import type { Builders, Member } from './builders.ts'
import { NOW } from '../fixed-today.ts'

/** Some credentials of the catalogue, by what is particular about them. */
export const CREDENTIAL = {
  /** 20 hours in two years, 6 of them law and ethics; renewal opens 90 days before. */
  california: 'us-ca-cmpss',
  /** 12 hours by calendar year, due on December 31. */
  georgia: 'us-ga-cps-ad',
  /** Neither cycle nor hours were read. */
  alaska: 'us-ak-psp',
  /** 30 hours in two years, with a birthday expiry. */
  washington: 'us-wa-cpss',
  /** 32 hours in two years; two titles that may be held side by side, and then end together. */
  michigan: 'us-mi-cpss',
} as const

/** Arranges certifications and hours, as the superuser. */
export class CertificationBuilders {
  readonly #build: Builders
  /** Courses of one title on one day are the same course. */
  #courses = 0

  constructor(build: Builders) {
    this.#build = build
  }

  async certification(
    peer: Member,
    credentialId: string,
    facts: {
      issuedOn?: string
      expiresOn?: string | null
      number?: string
      birthday?: string
      title?: string | undefined
    } = {},
  ): Promise<string> {
    const id = randomUUID()
    await this.#build.insert('certification', {
      organization_id: peer.organizationId,
      id,
      peer_id: peer.id,
      credential_id: credentialId,
      title: facts.title ?? null,
      number: facts.number ?? null,
      issued_on: facts.issuedOn ?? '2022-09-01',
      expires_on: facts.expiresOn === undefined ? '2026-08-31' : facts.expiresOn,
      birth_month_day: facts.birthday ?? null,
      recorded_by: peer.id,
      recorded_at: NOW,
    })
    return id
  }

  /** A renewed certificate. */
  async term(
    peer: Member,
    certificationId: string,
    { startsOn, expiresOn, recordedAt = NOW }: { startsOn: string; expiresOn: string; recordedAt?: Date },
  ): Promise<string> {
    const id = randomUUID()
    await this.#build.insert('certification_term', {
      organization_id: peer.organizationId,
      id,
      certification_id: certificationId,
      peer_id: peer.id,
      starts_on: startsOn,
      expires_on: expiresOn,
      recorded_by: peer.id,
      recorded_at: recordedAt,
    })
    return id
  }

  async status(
    peer: Member,
    certificationId: string,
    status: BoardStatus,
    { startsOn = '2026-01-01', endsOn = null as string | null } = {},
  ): Promise<void> {
    await this.#build.insert('board_status_period', {
      organization_id: peer.organizationId,
      certification_id: certificationId,
      peer_id: peer.id,
      status,
      starts_on: startsOn,
      ends_on: endsOn,
      recorded_by: peer.id,
      recorded_at: NOW,
    })
  }

  /** Hours of a course of its own. */
  async hours(
    peer: Member,
    hours: number,
    categories: readonly CeCategory[],
    { heldOn = '2026-02-10', title = `Course ${++this.#courses}` } = {},
  ): Promise<void> {
    const id = randomUUID()
    await this.#build.insert('ce_activity', {
      organization_id: peer.organizationId,
      id,
      title,
      provider: 'A college',
      held_on: heldOn,
      delivery_mode: 'IN_PERSON',
      recorded_by: peer.id,
      recorded_at: NOW,
    })
    await this.#build.insert('ce_credit', {
      organization_id: peer.organizationId,
      activity_id: id,
      peer_id: peer.id,
      hours,
      categories,
    })
  }
}
