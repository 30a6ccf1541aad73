import * as medusa from "@medusajs/framework/utils"

/** Absent in a Medusa without role-based access: there is nothing to define then. */
const definePolicies: typeof medusa.definePolicies | undefined = medusa.definePolicies

/**
 * What a role may do, where Medusa's role-based access (`rbac`) is on; which route needs what stands
 * in `api/admin/pagoefectivo/permissions.ts`. `export` takes data out of the store as files.
 */
const OPERATIONS = {
  pagoefectivo_summary: { read: "See the summary and the health checks" },
  pagoefectivo_setup: {
    read: "See the first steps",
    update: "Test keys and notices, skip and dismiss first steps",
  },
  pagoefectivo_setting: {
    read: "See the settings and their history",
    update: "Change rate cards, alert addresses, payment points, voucher texts and due days",
  },
  pagoefectivo_case: {
    read: "See cases",
    update: "Resolve, reopen, assign, claim and annotate cases",
    export: "Download cases and evidence files",
  },
  pagoefectivo_voucher: {
    read: "See payment codes and refunds",
    update:
      "Check, void, resend and issue payment codes, record payments and refunds by other means",
    export: "Download payment codes and refunds",
  },
  pagoefectivo_notice: {
    read: "See notices of payments",
    update: "Replay notices of payments",
  },
  pagoefectivo_settlement: {
    read: "See settlement reports, payouts, reconciliations and closed periods",
    create: "Upload settlement reports and start reconciliations",
    update: "Record bank deposits, close and reopen periods",
    export: "Download settlement reports, their lines, payouts, fees and reconciliations",
  },
} as const

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** As Medusa names its own: `ReadPagoefectivoCase`. */
function nameOf(resource: string, operation: string): string {
  return capital(operation) + resource.split("_").map(capital).join("")
}

export const pagoEfectivoPolicies = definePolicies?.(
  Object.entries(OPERATIONS).flatMap(([resource, operations]) =>
    Object.entries(operations).map(([operation, description]) => ({
      name: nameOf(resource, operation),
      resource,
      operation,
      description: `PagoEfectivo: ${description}`,
    })),
  ),
)
