import fc from "fast-check"
import { ReportError, type ReportEvent } from ".."
import { linesOf, parse, standardReport, standardRow } from "./support/parse"

const REPORT = Buffer.from(
  standardReport(
    ...Array.from({ length: 12 }, (_, n) =>
      standardRow({ payment_id: String(n), payout_id: n % 3 === 0 ? '"PO, 1"' : "PO-1" }),
    ),
  ),
)

const edit = fc.record({
  at: fc.nat(REPORT.length),
  remove: fc.nat(40),
  insert: fc.oneof(
    fc.constantFrom('"', '""', ",", "\n", "\r\n", "\r", ";", "\u0000", "\ufeff", "NaN", "-", "é"),
    fc.string({ maxLength: 12 }),
    fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
  ),
})

function mutate(bytes: Buffer, edits: { at: number; remove: number; insert: string }[]): Buffer {
  return edits.reduce(
    (text, { at, remove, insert }) =>
      Buffer.concat([text.subarray(0, at), Buffer.from(insert), text.subarray(at + remove)]),
    bytes,
  )
}

async function outcome(bytes: Buffer): Promise<ReportEvent[] | ReportError> {
  try {
    return await parse(bytes)
  } catch (error) {
    if (error instanceof ReportError) return error
    throw error
  }
}

function lineNumberOf(event: ReportEvent): number {
  if (event.kind === "line") return event.line.lineNumber
  return event.kind === "quarantined" ? event.row.lineNumber : event.lineNumber
}

describe("mutated files", () => {
  it("are read or refused by a named error, and every row has exactly one outcome", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        const events = await outcome(mutate(REPORT, edits))
        if (events instanceof ReportError) return
        const numbers = events.map(lineNumberOf)
        expect(numbers[0]).toBe(1)
        expect([...numbers].sort((a, b) => a - b)).toEqual(numbers)
        expect(new Set(numbers).size).toBe(numbers.length)
      }),
      { numRuns: 500 },
    )
  })

  it("never lose a good row to damage in another one", async () => {
    const damage = fc.string({
      maxLength: 60,
      unit: fc.constantFrom('"', ",", "a", "é", " ", "\t"),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { maxLength: 8 }), async (damaged) => {
        const rows = damaged.flatMap((row, n) => [row, standardRow({ payment_id: `good-${n}` })])
        const events = await parse(standardReport(standardRow({ payment_id: "first" }), ...rows))
        const good = linesOf(events).filter((line) => line.paymentId?.startsWith("good-"))
        expect(good.map((line) => line.paymentId)).toEqual(damaged.map((_, n) => `good-${n}`))
        expect(events.length).toBe(2 + rows.length)
      }),
      { numRuns: 500 },
    )
  })

  it("give the same outcomes however the bytes are cut into pieces", async () => {
    const sizes = fc.integer({ min: 1, max: 200 })
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 4 }), sizes, async (edits, size) => {
        const bytes = mutate(REPORT, edits)
        async function* pieces() {
          for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
        }
        const whole = await outcome(bytes)
        if (whole instanceof ReportError) return
        expect(await parse(pieces())).toEqual(whole)
      }),
      { numRuns: 200 },
    )
  })

  it("are never a crash, whatever the bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        await outcome(Buffer.from(bytes))
      }),
      { numRuns: 500 },
    )
  })
})
