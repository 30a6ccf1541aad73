import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ReportError } from "../../../../../settlement"
import { MODULE_LIMITS } from "../../../limits"
import { readPayerAside, readTableAside } from "../read-aside"

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "read-aside-"))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function fileOf(content: string): Promise<string> {
  const path = join(folder, "file")
  await writeFile(path, content)
  return path
}

describe("what is read aside from the store's thread", () => {
  it("is a table of deposits or rates, with the rows that can't be read", async () => {
    const deposits =
      "payout_id,currency,amount,deposited_at\nPO-1,PEN,12.50,2026-10-09\nPO-2,PEN,x,\n"
    expect(await readTableAside("bank_deposits", await fileOf(deposits))).toEqual({
      rows: [
        expect.objectContaining({
          payoutId: "PO-1",
          bankDepositCentimos: 1250,
          bankDepositedAt: new Date("2026-10-09T05:00:00Z"),
          lineNumber: 2,
        }),
      ],
      quarantined: [expect.objectContaining({ lineNumber: 3, column: "amount", found: "x" })],
      ignored: 1,
      unreadSheets: [],
    })
    const rates = "day,from,to,rate\n2026-10-12,USD,PEN,3.745\n"
    const { rows } = await readTableAside("exchange_rates", await fileOf(rates))
    expect(rows).toMatchObject([{ day: "2026-10-12", rate: "3.745" }])
  })

  it("is a payer's name", async () => {
    const mapping = {
      id: "banco",
      columns: { externalReference: "ref", amount: "amount" },
      payerColumns: ["name"],
    }
    const path = await fileOf("ref,amount,name\nA-1,1.00,Ana Quispe\n")
    const question = { path, format: "banco", mappings: [mapping], lineNumber: 2 }
    expect(await readPayerAside(question)).toBe("Ana Quispe")
  })

  it("keeps its table in line with 20,000 rows about one payout", async () => {
    const path = await fileOf(`payout_id,currency,amount\n${"P,PEN,1\n".repeat(19_999)}`)
    const { rows, quarantined } = await readTableAside("bank_deposits", path)
    expect([rows.length, quarantined.length]).toEqual([0, 19_999])
  })

  it("is refused by name when it takes more memory than the thread has", async () => {
    const { readingHeapMb } = MODULE_LIMITS
    Object.assign(MODULE_LIMITS, { readingHeapMb: 40 })
    try {
      const rows = `${",".repeat(100_000)}\n`.repeat(80)
      const path = await fileOf(`day,from,to,rate\n${rows}`)
      const reading = readTableAside("exchange_rates", path)
      await expect(reading).rejects.toBeInstanceOf(ReportError)
      await expect(reading).rejects.toMatchObject({
        reason: { code: "needs_too_much_memory", values: { megabytes: 40 } },
      })
    } finally {
      Object.assign(MODULE_LIMITS, { readingHeapMb })
    }
  })
})
