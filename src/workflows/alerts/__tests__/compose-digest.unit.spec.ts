import type { ReconciliationRow } from "../../../modules/pagoefectivo"
import { RECONCILIATION_REASONS } from "../../../reconciliation"
import { NEW_SOURCE_NIGHT } from "../../reconciliation/night"
import { failedFile } from "../../settlement/failed-file"
import { composeDigest } from "../compose-digest"
import { ALERT_WORDING } from "../wording"

const COUNTS = { open: 0, opened: 0, updated: 0, healed: 0, reopened: 0, awaitingPerson: 0 }

function run(cases: object, more: Partial<ReconciliationRow> = {}): ReconciliationRow {
  return {
    id: "perec_1",
    status: "completed",
    scope_from: null,
    scope_to: null,
    vouchers_count: 120,
    lines_count: 118,
    error: null,
    changes: { cases, captured: 0, since_last_run: null },
    ...more,
  } as unknown as ReconciliationRow
}

const TWO_REASONS = {
  amount_mismatch: { ...COUNTS, open: 2, opened: 1, atRisk: { pen: "20.10", usd: "3.00" } },
  held: { ...COUNTS, open: 1, healed: 4, atRisk: { pen: "79.90" } },
}

describe("a digest", () => {
  it("sums up what is open, by reason and currency", () => {
    const { title, lines } = composeDigest(run(TWO_REASONS), null, { language: "es" })
    expect(title).toBe("PagoEfectivo: 3 casos abiertos, S/ 100.00 y US$ 3.00 en riesgo")
    expect(lines).toEqual([
      "Revisamos 120 códigos y 118 líneas de reportes.",
      "Monto distinto: 2 (S/ 20.10 y US$ 3.00)",
      "Dinero retenido: 1 (S/ 79.90)",
      "Desde la vez anterior: 1 nuevos, 4 resueltos solos, 0 reabiertos.",
    ])
  })

  it("says so when everything is whole, and when the run failed", () => {
    expect(composeDigest(run({}), null, { language: "en" }).title).toBe(
      "PagoEfectivo: everything reconciles",
    )
    const failed = run({}, { status: "failed", error: "disk full", changes: null })
    expect(composeDigest(failed, null, { language: "en" })).toMatchObject({
      title: "PagoEfectivo: the reconciliation failed",
      lines: ["Error: disk full"],
    })
  })

  it("names sources and files that failed, at most ten of a source", () => {
    const failed = Array.from({ length: 11 }, (_, n) => failedFile(`${n}.csv`, new Error("?")))
    const sources = {
      a: { ...NEW_SOURCE_NIGHT, error: "no answer" },
      b: { ...NEW_SOURCE_NIGHT, imported: 2, failed },
    }
    const { lines } = composeDigest(run({}), { sources }, { language: "en" })
    expect(lines).toContain("Source a could not be fetched: no answer")
    expect(lines).toContain("Source b: 2 new reports.")
    expect(lines.filter((line) => line.includes(".csv could not be read"))).toHaveLength(10)
  })

  it("is sent once a run", () => {
    expect(composeDigest(run({}), null, { language: "zh" }).key).toBe("pagoefectivo:digest:perec_1")
  })
})

describe.each(["es", "en", "zh"] as const)("the wording in %s", (language) => {
  it("has a name of its own for each reason", () => {
    const names = RECONCILIATION_REASONS.map((reason) => ALERT_WORDING[language].reasons[reason])
    expect(new Set(names).size).toBe(RECONCILIATION_REASONS.length)
  })
})
