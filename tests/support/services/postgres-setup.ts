import type { TestProject } from 'vitest/node'
import { startCluster } from './postgres-cluster.ts'

/** Runs once for the project, before its first file. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { address, stop } = await startCluster()
  project.provide('postgres', address)
  return stop
}
