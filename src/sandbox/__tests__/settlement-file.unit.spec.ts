import { createSandbox, DEFAULT_SWITCHES } from "../index"
import type { Sandbox, SettlementFileOptions, SettlementMistake } from "../index"
import { feeWithIgv } from "../settlement/fee"
import { ApiClient, DAY_MS } from "./api-client"

let sandbox: Sandbox
let api: ApiClient

beforeAll(async () => {
  sandbox = await createSandbox({ firstCip: 11_546_902 })
})
beforeEach(async () => {
  await sandbox.reset()
  api = await new ApiClient(sandbox).login()
})
afterAll(() => sandbox.close())

async function paid(amount: number, transactionCode: string, paidAt: string, more = {}) {
  const cip = await api.cip({ amount, transactionCode, ...more })
  await sandbox.pay(cip, { paidAt, notice: "none", bank: "INTERBANK" })
  return cip
}

async function rows(options: SettlementFileOptions): Promise<string[][]> {
  const { content } = await sandbox.settlementFile(options)
  const lines = content.toString("utf8").split("\n")
  expect(lines.pop()).toBe("")
  return lines.map((line) => line.split(","))
}

const FIRST = "2025-01-14T18:45:10-05:00"
const SECOND = "2025-01-15T11:02:07-05:00"

it.each([
  [2_000, 177],
  [2_001, 183],
  [3_550, 183],
  [3_990, 183],
  [3_991, 189],
  [9_500, 189],
  [15_000, 620],
])("charges %d céntimos with %d", (centimos, fee) => {
  expect(feeWithIgv(centimos, DEFAULT_SWITCHES.feeCard)).toBe(fee)
})

it("writes the portal's 15 columns", async () => {
  const second = await paid(35.5, "ORD-1001", SECOND)
  const first = await paid(150, "ORD-1000", FIRST)
  await api.cip()
  const table = await rows({ format: "pagoefectivo_txt" })
  expect(table).toHaveLength(2)
  expect(table.every((row) => row.length === 15)).toBe(true)
  const [one = [], two = []] = table
  expect([one[2], one[3], one[5], one[6], one[8], one[12], one[14]]).toEqual([
    first,
    "ORD-1000",
    "6.20",
    "150.00",
    "14/01/2025 18:45:10",
    "INTERBANK",
    "BANCA MOVIL",
  ])
  expect([two[2], two[5], two[6], two[8]]).toEqual([second, "1.83", "35.50", "15/01/2025 11:02:07"])
})

it("writes the standard format", async () => {
  const cip = await paid(150, "ORD-1000", FIRST)
  const table = await rows({
    format: "standard_csv",
    creditedAt: "2025-01-16T10:00:00-05:00",
    payoutId: "T-1",
  })
  expect(table).toEqual([
    "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited,type,payout_id".split(
      ",",
    ),
    [
      "ORD-1000",
      cip,
      "settled",
      "150.00",
      "PEN",
      "6.20",
      "143.80",
      FIRST,
      "2025-01-16T10:00:00-05:00",
      "payment",
      "T-1-PEN",
    ],
  ])
})

it("keeps to the period and the currency", async () => {
  await paid(150, "ORD-1000", FIRST)
  await paid(35.5, "ORD-1001", SECOND)
  await paid(10, "ORD-1002", SECOND, { currency: "USD" })
  const references = async (options: Omit<SettlementFileOptions, "format">) =>
    (await rows({ format: "standard_csv", ...options })).slice(1).map(([reference]) => reference)
  expect(await references({ from: SECOND })).toEqual(["ORD-1001", "ORD-1002"])
  expect(await references({ to: SECOND })).toEqual(["ORD-1000"])
  expect(await references({ currency: "USD" })).toEqual(["ORD-1002"])
  expect(await rows({ format: "pagoefectivo_txt" })).toHaveLength(2)
})

it("takes a reversed payment back", async () => {
  const cip = await paid(150, "ORD-1000", FIRST)
  await sandbox.reverse(cip)
  const [, payment = [], reversal = []] = await rows({ format: "standard_csv" })
  expect(payment.slice(2, 7)).toEqual(["settled", "150.00", "PEN", "6.20", "143.80"])
  expect(reversal.slice(2, 7)).toEqual(["reversed", "-150.00", "PEN", "0.00", "-150.00"])
  expect(reversal[9]).toBe("reversal")
})

it.each<[SettlementMistake, string[]]>([
  [{ kind: "missing_line" }, []],
  [
    { kind: "duplicate_line" },
    ["A settled 150.00 PEN 6.20 payment", "A settled 150.00 PEN 6.20 payment"],
  ],
  [{ kind: "wrong_amount" }, ["A settled 151.00 PEN 6.20 payment"]],
  [{ kind: "wrong_amount", amount: "1.00" }, ["A settled 1.00 PEN 6.20 payment"]],
  [{ kind: "wrong_currency" }, ["A settled 150.00 USD 6.20 payment"]],
  [
    { kind: "unknown_reference" },
    ["A settled 150.00 PEN 6.20 payment", "FOREIGN-1 settled 150.00 PEN 6.20 payment"],
  ],
  [{ kind: "wrong_fee" }, ["A settled 150.00 PEN 6.30 payment"]],
  [
    { kind: "refund_line", amount: "50.00" },
    ["A settled 150.00 PEN 6.20 payment", "A settled -50.00 PEN 0.00 refund"],
  ],
  [
    { kind: "reversal_line" },
    ["A settled 150.00 PEN 6.20 payment", "A reversed -150.00 PEN 0.00 reversal"],
  ],
  [{ kind: "held" }, ["A held 150.00 PEN 6.20 payment"]],
])("makes the mistake %j", async (mistake, expected) => {
  const cip = await paid(150, "A", SECOND)
  await paid(20, "B", FIRST)
  const table = await rows({ format: "standard_csv", mutate: [{ ...mistake, cip }] })
  expect(
    table
      .slice(1)
      .filter(([reference]) => reference !== "B")
      .map((row) => [row[0], row[2], row[3], row[4], row[5], row[9]].join(" ")),
  ).toEqual(expected)
  expect(table.filter(([reference]) => reference === "B")).toHaveLength(1)
})

it("refuses mistakes that can't be made", async () => {
  const held: SettlementMistake[] = [{ kind: "held" }]
  const make = (options: SettlementFileOptions) => sandbox.settlementFile(options)
  await expect(make({ format: "pagoefectivo_txt", mutate: held })).rejects.toThrow(
    "The format pagoefectivo_txt has no column for the mistake held",
  )
  await expect(make({ format: "standard_csv", mutate: held })).rejects.toThrow("there is none")
})

it("quotes a reference with a comma", async () => {
  await paid(150, 'A,"B"', FIRST)
  const { content } = await sandbox.settlementFile({ format: "pagoefectivo_txt" })
  expect(content.toString()).toContain(',"A,""B""",')
})

it("writes the operations report with its header on row 11", async () => {
  const cip = await paid(150, "ORD-1000", new Date(Date.now() + DAY_MS / 2).toISOString())
  const waiting = await api.cip({ userName: "Ñusta" })
  const { filename, content } = await sandbox.settlementFile({ format: "pagoefectivo_xlsx" })
  expect(filename).toMatch(/^operaciones-.*-PEN\.xlsx$/)
  const { default: readXlsxFile } = await import("read-excel-file/node")
  const [sheet] = await readXlsxFile(content)
  const table = sheet?.data ?? []
  expect(table[10]?.slice(0, 6)).toEqual([
    "CIP",
    "Nro.Ord.Comercio",
    "Monto",
    "Estado",
    "Fec.Emisión",
    "Fec.Cancelación",
  ])
  expect(table[10]).toHaveLength(21)
  expect(table[11]?.slice(0, 4)).toEqual([cip, "ORD-1000", 150, "Cancelada"])
  expect(table[12]?.slice(0, 4)).toEqual([waiting, "ORD-1001", 69.9, "Generada"])
  expect(table[12]?.[10]).toBe("Ñusta")
})
