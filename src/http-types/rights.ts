/** What a role may allow in the plugin's pages; in Medusa's roles with `pagoefectivo_` in front. */
export type AdminRight =
  | "summary:read"
  | `${"setup" | "setting" | "notice"}:${"read" | "update"}`
  | `${"case" | "voucher"}:${"read" | "update" | "export"}`
  | `settlement:${"read" | "create" | "update" | "export"}`

/** Whether the caller has each of them; all, where role-based access is off. */
export interface AdminRightsResponse {
  rights: Record<AdminRight, boolean>
}
