import {
  type AgencyPlacementFact,
  onlyPeerInAgency,
  orderedParticipation,
} from '@alongside/shared/drift/signals/agency-signals'
import { describe, expect, it } from 'vitest'

// Signals about an agency name agencies and placements; who works there is not in them.

const placed = (
  id: string,
  hostAgencyId: string,
  peerId: string,
  participationIsOrdered: boolean | null = null,
): AgencyPlacementFact => ({ id, hostAgencyId, peerId, participationIsOrdered })

describe('the only peer in an agency', () => {
  const jail = [placed('p2', 'jail', 'ana'), placed('p1', 'jail', 'ana')]

  it('is found once for an agency, however many placements that peer has there', () => {
    const found = onlyPeerInAgency([...jail, placed('p3', 'court', 'ana'), placed('p4', 'court', 'ben')])
    expect(found).toEqual([
      {
        signal: 'ONLY_PEER_IN_AGENCY',
        version: 1,
        hostAgencyId: 'jail',
        figure: 1,
        threshold: 2,
        entries: ['p1', 'p2'],
      },
    ])
    expect(JSON.stringify(found)).not.toContain('ana')
    expect(onlyPeerInAgency([...jail].reverse())).toEqual(onlyPeerInAgency(jail))
  })

  it('ends with a second peer', () => {
    expect(onlyPeerInAgency([...jail, placed('p5', 'jail', 'ben')])).toEqual([])
    expect(onlyPeerInAgency([])).toEqual([])
  })
})

describe('ordered participation', () => {
  it('is found where a placement says so, and not where nobody has said', () => {
    const placements = [
      placed('p1', 'jail', 'ana', true),
      placed('p2', 'jail', 'ben'),
      placed('p3', 'court', 'ben', false),
    ]
    expect(orderedParticipation(placements)).toMatchObject([
      { signal: 'ORDERED_PARTICIPATION', hostAgencyId: 'jail', figure: 1, threshold: 0, entries: ['p1'] },
    ])
  })
})
