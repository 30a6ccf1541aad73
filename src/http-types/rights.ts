type Of<Resource extends string, Operation extends string> = `${Resource}:${Operation}`

/** What a role may allow in the plugin's pages; in Medusa's roles with `pagoefectivo_` in front. */
export type AdminRight =
  | Of<"summary", "read">
  | Of<"setup" | "notice", "read" | "update">
  | Of<"case" | "voucher", "read" | "update" | "export">
  | Of<"settlement", "read" | "create" | "update" | "export">

/** Whether the caller has each of them; all, where role-based access is off. */
export interface AdminRightsResponse {
  rights: Record<AdminRight, boolean>
}
