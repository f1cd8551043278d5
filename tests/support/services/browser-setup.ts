import type { TestProject } from 'vitest/node'
import { findChromium } from './find-chromium.ts'

/** Fails the journeys at once, with one clear line, where there is no browser. */
export default function setUp(project: TestProject): void {
  project.provide('chromium', findChromium())
}
