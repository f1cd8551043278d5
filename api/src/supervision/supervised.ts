/** Who can be supervised: peers, and supervisors and managers like anybody else. */
export const SUPERVISED_ROLES = `array['PEER', 'SUPERVISOR', 'MANAGER']`
