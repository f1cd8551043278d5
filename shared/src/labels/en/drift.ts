import type { Labels } from '../label-groups.ts'

export const labels: Labels['drift'] = {
  DriftCause: {
    OWN_PRACTICE: 'Personal work habits',
    ASSIGNED_WORK: 'Work that was assigned',
    AGENCY_POLICY: 'A policy written for other staff',
    STRUCTURE: 'How the program is set up',
  },
  FlagStatus: {
    PROPOSED_RESOLVED: 'Suggested: done',
    PROPOSED_NOT_DRIFT: 'Suggested: part of the role',
    NOT_AGREED: 'Not agreed, still open',
    OPEN: 'Needs a conversation',
    DISCUSSED: 'Talked about',
    PLANNED: 'Planned',
    RESOLVED: 'Done',
    NOT_DRIFT: 'Part of the role',
  },
  FlagOrigin: {
    SIGNAL: 'Alongside',
    PEER: 'Peer',
    SUPERVISOR: 'Supervisor',
  },
  FlagStepAction: {
    OPEN: 'Open it again',
    PROPOSED_RESOLVED: "Suggest that it's done",
    PROPOSED_NOT_DRIFT: "Suggest: it's part of the role",
    NOT_AGREED: 'I see it differently',
    DISCUSSED: 'We talked about it',
    PLANNED: 'Write a plan',
    RESOLVED: "It's done",
    NOT_DRIFT: 'This belongs to the role',
  },
  FlagStepOutcome: {
    OPEN: 'The flag is open again. Everyone who sees it can see that.',
    PROPOSED_RESOLVED: 'The peer gets a notification and decides. Until then it stays open.',
    PROPOSED_NOT_DRIFT: 'The peer gets a notification and decides. Until then it stays open.',
    NOT_AGREED: 'The flag stays open. You can take it to someone else, too.',
    DISCUSSED: 'You both see that you talked about it, and when.',
    PLANNED: "You both see the plan. You can't change it later.",
    RESOLVED: 'The plan is done. This closes the flag.',
    NOT_DRIFT: 'This closes the flag. The reason stays with it.',
  },
  StructuralSignal: {
    CASELOAD_ABOVE_RANGE: 'Large caseload',
    SUPERVISED_ADMINISTRATIVELY_ONLY: 'Administrative supervision only',
  },
  StructuralSignalEvidence: {
    CASELOAD_ABOVE_RANGE: "It's above the usual range for weekly contact.",
    SUPERVISED_ADMINISTRATIVELY_ONLY: "For weeks, there's been no educational or supportive supervision.",
  },
  StructuralSignalRule: {
    CASELOAD_ABOVE_RANGE: 'We flag a total caseload over {people}.',
    SUPERVISED_ADMINISTRATIVELY_ONLY:
      'We flag this after {days} days with no educational or supportive supervisor.',
  },
  StructuralSignalSource: {
    CASELOAD_ABOVE_RANGE: 'Source: LAPPA, peer support in justice settings, 2021, chapter 2.',
    SUPERVISED_ADMINISTRATIVELY_ONLY: 'Source: LAPPA, peer support in justice settings, 2021, chapter 3.',
  },
  StructuralSignalFigure: {
    CASELOAD_ABOVE_RANGE: '{figure} people on your caseload.',
    SUPERVISED_ADMINISTRATIVELY_ONLY: '{figure} days so far.',
  },
}
