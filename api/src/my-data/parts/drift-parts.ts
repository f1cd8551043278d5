import { columnsOf } from '../../database/statements.ts'
import { JobDescription } from '../../drift/job-description/job-description.entity.ts'
import { TaskRequest } from '../../drift/task-requests/task-request.entity.ts'
import { ME, MY_ORGANIZATION, type MyDataPart, nameOf } from './my-data-part.ts'

/** What one was asked to do, and the text by which one works. */
export const DRIFT_PARTS: readonly MyDataPart[] = [
  {
    key: 'taskRequests',
    of: ['task_request.peer_id', 'task_answer.peer_id'],
    sql: `select ${columnsOf(TaskRequest, 't', ['askedAt', 'asker', 'activity', 'task'])}, t.says as "agreementSays",
                 ${nameOf('t.organization_id', 't.recorded_by')} as "recordedBy", a.state, a.sentence,
                 a.returned_to as "returnedTo", a.answered_at as "answeredAt"
            from task_request t
            left join task_answer a on a.organization_id = t.organization_id and a.task_request_id = t.id
           where t.organization_id = ${MY_ORGANIZATION} and t.peer_id = ${ME} order by t.asked_at, t.id`,
  },
  {
    key: 'jobDescriptions',
    of: ['job_description.peer_id'],
    sql: `select ${columnsOf(JobDescription, 'd', ['version', 'text', 'savedAt'])},
                 ${nameOf('d.organization_id', 'd.saved_by')} as "savedBy", h.name as "hostAgency"
            from job_description d
            join placement p on p.organization_id = d.organization_id and p.id = d.placement_id
            left join host_agency h on h.organization_id = p.organization_id and h.id = p.host_agency_id
           where d.organization_id = ${MY_ORGANIZATION} and d.peer_id = ${ME} order by d.saved_at, d.id`,
  },
]
