import type { Finding } from "../../../reconciliation"

/** A finding as its case keeps it. */
export type CaseFacts = Finding & { providerId: string | null }
