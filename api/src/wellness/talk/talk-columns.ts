import type { TalkRequest } from './talk-request.entity.ts'
import type { TalkOfferShown } from './talk.types.ts'

export type RequestRow = Pick<TalkRequest, 'id' | 'askedAt' | 'closedAs'> & {
  readonly offer: TalkOfferShown | null
}

/** Columns of a request `q` with its latest offer. */
export const REQUEST = `q.id, q.asked_at as "askedAt", q.closed_as as "closedAs",
  case when f.id is not null then jsonb_build_object('id', f.id, 'onDay', f.on_day,
    'atTime', to_char(f.at_time, 'HH24:MI'), 'modality', f.modality,
    'offeredAt', to_char(f.offered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'answer', f.answer) end as offer`

export const LATEST_OFFER = `left join lateral (
    select * from talk_offer f
     where f.organization_id = q.organization_id and f.request_id = q.id
     order by f.offered_at desc, f.answer nulls first limit 1) f on true`
