import adminTexts from "../../../admin/i18n"
import type { ReconciliationRow } from "../../../modules/pagoefectivo"
import { RECONCILIATION_REASONS } from "../../../reconciliation"
import healthEn from "../../../texts/en/health.json"
import healthEs from "../../../texts/es/health.json"
import healthZh from "../../../texts/zh/health.json"
import { ReportError, SOURCE_ERROR_CODES, SourceError } from "../../../settlement"
import { NEW_SOURCE_NIGHT, type NightNews } from "../../reconciliation/night"
import { failedFile } from "../../settlement/failed-file"
import { composeDigest } from "../compose-digest"

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
  amount_mismatch: { ...COUNTS, open: 2, opened: 1, atRisk: { pen: "1019.10", usd: "3.00" } },
  held: { ...COUNTS, open: 1, healed: 4, atRisk: { pen: "79.90" } },
}

describe("a digest", () => {
  it("sums up what is open, by reason and currency", () => {
    const { title, lines } = composeDigest(run(TWO_REASONS), null, { language: "es" })
    expect(title).toBe(
      "PagoEfectivo: hay 3 casos abiertos, S/\u00a01,099.00 y US$\u00a03.00 en riesgo",
    )
    expect(lines).toEqual([
      "Revisamos 120 códigos y 118 líneas de reportes.",
      "El monto no coincide: 2 (S/\u00a01,019.10 y US$\u00a03.00)",
      "Dinero retenido: 1 (S/\u00a079.90)",
      "Desde la vez anterior: 1 nuevo, 4 se arreglaron solos, 0 reabiertos.",
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

  const quiet: NightNews = {
    sources: {},
    silent: [],
    unread: { total: 0, reports: [] },
    causes: [],
  }

  it.each([
    { silent: [{ source: "sftp", days: 3 }] },
    { unread: { total: 1, reports: [] } },
    { sources: { sftp: { ...NEW_SOURCE_NIGHT, error: "refused" } } },
  ] as Partial<NightNews>[])("does not call whole what was not read: %j", (more) => {
    const { title } = composeDigest(run({}), { ...quiet, ...more }, { language: "es" })
    expect(title).toBe("PagoEfectivo: ningún caso abierto, pero faltan reportes")
    expect(composeDigest(run({}), quiet, { language: "es" }).title).toContain("cuadra")
  })

  it("names sources and files that failed, at most ten of a source", () => {
    const failed = Array.from({ length: 11 }, (_, n) => failedFile(`${n}.csv`, new Error("?")))
    const sources = {
      a: { ...NEW_SOURCE_NIGHT, error: "no answer" },
      b: { ...NEW_SOURCE_NIGHT, imported: 2, failed },
    }
    const { lines } = composeDigest(run({}), { ...quiet, sources }, { language: "en" })
    expect(lines).toContain("Source a could not be fetched: no answer")
    expect(lines).toContain("Source b: 2 new reports.")
    expect(lines.filter((line) => line.includes(".csv was not taken"))).toHaveLength(10)
    expect(lines).toContain("Source b: 1 more file was not taken.")
  })

  it("says in the reader's language what else did not come in", () => {
    const columns = { format: "standard_csv", columns: "status" }
    const failed = [
      new ReportError("format_mismatch", { code: "columns_missing", values: columns }),
      new SourceError("report_refused", "Mercado Pago refused a report: HTTP 400"),
      new Error("disk full"),
    ].map((error, n) => failedFile(`${n}.csv`, error))
    const night: NightNews = {
      sources: {
        portal: { ...NEW_SOURCE_NIGHT, failed, givenUp: ["roto.csv", "viejo.csv"], waiting: 3 },
        mp: { ...NEW_SOURCE_NIGHT, error: "Nothing came.", code: "source_timeout" },
      },
      reread: [{ file: "viernes.csv", lines: 12 }],
      silent: [{ source: "banco", days: 8 }],
      unread: { total: 5, reports: [{ id: "pesr_1", file: "julio.csv", rows: 5 }] },
      causes: [
        {
          report_id: "pesr_1",
          column: "Monto",
          rows: 3,
          reason: {
            code: "amount_too_large",
            values: { most: "21474836.47" },
          },
        },
        {
          report_id: "pesr_1",
          column: null,
          rows: 1,
          reason: { code: "cell_count", values: { cells: 14, columns: 15 } },
        },
        { report_id: "pesr_1", column: "Fecha", rows: 1, reason: null },
      ],
    }
    const said = (language: "es" | "en" | "zh") =>
      composeDigest(run({}), night, { language }).lines.slice(0, 11)
    expect(said("es")).toEqual([
      "No se pudo leer 0.csv: Al encabezado le faltan columnas de standard_csv: status.",
      "No se tomó 1.csv: no se aceptó hacer el reporte de esos días",
      "No se tomó 2.csv: disk full",
      "Fuente portal: siguen aparte desde noches anteriores: 2 (roto.csv, viejo.csv).",
      "Fuente portal: 3 archivos esperan a la próxima noche.",
      "No se pudo descargar de la fuente mp: el servidor no respondió a tiempo",
      "Se leyó de nuevo viernes.csv: 12 líneas más.",
      "Fuente banco: ningún reporte desde hace 8 días.",
      "Filas de reportes que no se pudieron leer: 5, en julio.csv (5).",
      "julio.csv, «Monto» (3): se esperaba un monto de hasta 21474836.47.",
      "julio.csv (1): se esperaba 15 celdas.",
    ])
    expect(said("en").at(-1)).toBe("julio.csv (1): expected 15 cells.")
    expect(said("zh").at(-2)).toBe("julio.csv「Monto」（3）：应为不超过 21474836.47 的金额。")
    expect(said("en")[1]).toBe("1.csv was not taken: Mercado Pago refused a report: HTTP 400")
    expect(said("zh")[5]).toMatch(/服务器未及时响应$/)
  })

  it("is sent once a run", () => {
    expect(composeDigest(run({}), null, { language: "zh" }).key).toBe("pagoefectivo:digest:perec_1")
  })
})

describe.each(["es", "en", "zh"] as const)("the wording in %s", (language) => {
  it("has a text for each way in which a source fails", () => {
    const { sources } = { es: healthEs, en: healthEn, zh: healthZh }[language]
    expect(Object.keys(sources)).toEqual(
      expect.arrayContaining(SOURCE_ERROR_CODES.map((code) => `error_${code}`)),
    )
  })

  it("calls each reason what the admin calls it", () => {
    const open = { ...COUNTS, open: 1, atRisk: { pen: "1.00" } }
    const cases = Object.fromEntries(RECONCILIATION_REASONS.map((reason) => [reason, open]))
    const { lines } = composeDigest(run(cases), null, { language })
    const { reason_title } = adminTexts[language === "zh" ? "zhCN" : language].pagoefectivo
    for (const [n, reason] of RECONCILIATION_REASONS.entries()) {
      expect(lines[n + 1]).toMatch(new RegExp(`^${reason_title[reason]}[:：]`))
    }
    expect(new Set(Object.values(reason_title)).size).toBe(RECONCILIATION_REASONS.length)
  })
})
