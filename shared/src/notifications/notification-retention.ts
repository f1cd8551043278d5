/** How many days news is kept: what was seen half a year, everything a good year. Our own choice; no rule asks for it. */
export const NEWS_KEPT_DAYS = { seen: 180, all: 400 } as const
