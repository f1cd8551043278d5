import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Tells the bench the port, and on request the processor time used so far (milliseconds). */
export function answerCpu(server: Server): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.((user + system) / 1000)
  })
  process.send?.((server.address() as AddressInfo).port)
}
