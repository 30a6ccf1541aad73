/** What a check is about: what is right is told by these, in few words. */
const GROUPS = {
  installation: ["versions", "copies", "start", "configuration", "schema"],
  gateway: ["credentials", "clock", "test_settings"],
  notices: [
    "webhook_address",
    "webhook_reachable",
    "notices_arriving",
    "last_notice",
    "forged_notices",
    "inbox",
  ],
  shop: ["region", "currency", "delivery", "prices", "publishable_key", "email", "phones"],
  jobs: ["job", "closing_tasks", "orders_without_code", "unfinished_checkouts"],
  settlement: ["sources", "unread_rows", "rate_card"],
} as const

export type Group = keyof typeof GROUPS

/** In the order in which they are told. */
export const GROUP_NAMES = Object.keys(GROUPS) as Group[]

/** The group of a check, by its id; jobs share one. */
export function groupOf(id: string): Group | undefined {
  const kind = id.startsWith("job_") ? "job" : id
  return GROUP_NAMES.find((name) => (GROUPS[name] as readonly string[]).includes(kind))
}
