/**
 * The four sample descriptions of LAPPA's paper of 2021, appendix D, in short sentences of our own around the phrases
 * that matter: the duties that each names, and what it says of setting, supervision and time.
 */
export const SAMPLE_DESCRIPTIONS = {
  court: `Veteran peer worker at the recovery court. The job is part of the court team, assisting other professional and nonprofessional personnel.
- Come along to appointments, to improve adherence to treatment.
- Assist case managers; help to write health and social management plans.
- Assist with tracking the progress of clients, and document and report individual progress.
- Take part in clinical supervision.
- Offer treatment education and adherence support to families.
- Handle crisis intervention together with a mental health professional.
- Recommend treatment objectives for the client's treatment plan.
- Observe behaviors that may show trouble with treatment: missed appointments, failure to maintain abstinence, a risk to self or others.
- Reports concerns to the interprofessional team.
- Be a liaison between the clinical team, the court, and the veteran.
- Share your own story and recovery tools; lead peer groups.
- Able to provide crisis intervention services in a calm way.`,
  lawEnforcement: `Peer outreach worker with the police. You are a law enforcement team member; most contacts are in the community.
- Co-respond to calls, and accompany police officers on home visits after an overdose.
- Do centralized intake, screening, and crisis intervention services.
- Provide case management and coaching.
- Attend roll call.
- Document work promptly, including all client interactions.
- Assist with tracking the progress of clients; document and report progress.
- Participate in regular supervision.
- Build ties with hospitals.
- Able to provide crisis intervention services in a calm way.`,
  probation: `Peer support worker in probation. You work with the officer to identify at-risk probationers, develop and support treatment and recovery plans, help with stabilization, and do follow-up monitoring.
- Share your story; encourage choice; help to build a network.
- Assist with tracking the progress of clients; document and report progress.
- Participate in regular supervision.
- Able to provide crisis intervention services in a calm way.`,
  jail: `Peer support worker in the jail. You plan the way home with residents before release, and offer support in and before a crisis.
- Handle crisis intervention where needed, with the clinical staff.
- Share your story; encourage choice; help to build a network.
- Assist with tracking the progress of clients; document and report progress.
- Participate in regular supervision.
- Able to provide crisis intervention services in a calm way.`,
} as const
