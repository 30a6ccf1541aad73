import type { FileReasonCode, Reason } from "../settlement/reasons"

/** What the store answers instead of doing what was asked, in Medusa's form. */
export interface AdminRefusal {
  type: string
  code?: string
  /** In English. */
  message: string
  /** What the message puts in, for programs and translations; `code` says where. Money is decimal text. */
  values?: Record<string, string | number>
  /** Why a file as a whole can't be read, for programs and translations. */
  reason?: Reason<FileReasonCode>
}
