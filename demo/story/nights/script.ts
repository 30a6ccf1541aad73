import type { PayOptions } from "../../../src/sandbox"
import type { Gateway } from "../../launcher/gateway"
import type { AdminClient } from "../admin-client"
import type { Placed } from "../place-order"

/** What happens in a night of the demo, which differs by how the gateway reports. */
export interface NightScript {
  /** How each buyer's code is paid, one after the other. */
  payments: readonly { options: PayOptions; isCaptured: boolean }[]
  /** Gets the reports of the night into the store. */
  bringReports(night: { admin: AdminClient; gateway: Gateway; sold: Placed[] }): Promise<Reported>
}

export interface Reported {
  lines_count: number
  quarantined_count: number
}

/** Uploads one report as a person would in the admin. */
export async function upload(
  admin: AdminClient,
  filename: string,
  content: Uint8Array,
): Promise<Reported> {
  const form = new FormData()
  form.set("file", new Blob([new Uint8Array(content)]), filename)
  const { settlement_report } = await admin.post<{ settlement_report: Reported }>(
    "/settlement-reports",
    form,
  )
  return settlement_report
}
