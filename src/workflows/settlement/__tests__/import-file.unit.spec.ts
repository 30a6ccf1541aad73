import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { Writable } from "node:stream"
import { Modules } from "@medusajs/framework/utils"
import { PAGOEFECTIVO_MODULE } from "../../../modules/pagoefectivo"
import { importFile, type ImportRecord } from "../import-file"

const CONTENT = "a report"

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "import-"))
  writeFileSync(path.join(folder, "report.csv"), CONTENT)
})

afterEach(() => rmSync(folder, { recursive: true }))

/** A file provider whose uploads go wrong as told: none of the real ones can be had to do so. */
function storeWith(record: ImportRecord | undefined, upload: { fails?: Error } = {}) {
  let row = record
  /** File id to its bytes, and what the record knew when the first byte came. */
  const files = new Map<string, { bytes: string; known: string | null | undefined }>()
  let uploads = 0
  const getUploadStream = async () => {
    const fileKey = `file-${++uploads}`
    const writeStream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        const before = files.get(fileKey)
        const bytes = (before?.bytes ?? "") + chunk.toString()
        files.set(fileKey, { bytes, known: before ? before.known : row?.file_id })
        done(upload.fails)
      },
    })
    const promise = new Promise((resolve, reject) => {
      writeStream.on("finish", () => resolve({ key: fileKey, url: "" }))
      writeStream.on("error", reject)
    })
    return { writeStream, promise, url: "", fileKey }
  }
  const deleteFiles = async (id: string) => void files.delete(id)
  const parts: Record<string, unknown> = {
    [Modules.FILE]: { getUploadStream, deleteFiles },
    [PAGOEFECTIVO_MODULE]: {
      options: { retentionDays: 400 },
      leases: { hold: (_key: string, _wait: number, job: () => Promise<unknown>) => job() },
    },
  }
  const change = async (facts: object) => (row = { id: "one", ...row, ...facts } as ImportRecord)
  const run = () =>
    importFile(
      { resolve: (name: string) => parts[name] } as never,
      { path: path.join(folder, "report.csv"), filename: "report.csv", importedBy: "system" },
      {
        lock: "import",
        find: async () => row,
        isTaken: ({ status }) => status === "imported",
        create: change,
        update: change,
      },
      async () => change({ status: "imported" }),
      false,
    )
  return { run, files, row: () => row }
}

describe("an archived file", () => {
  it("is known to its record before its first byte is sent", async () => {
    const store = storeWith(undefined)
    await store.run()
    expect([...store.files]).toEqual([["file-1", { bytes: CONTENT, known: "file-1" }]])
    expect(store.row()?.file_id).toBe("file-1")
  })

  it("of an upload that failed is gone, and so is its id", async () => {
    const store = storeWith(undefined, { fails: new Error("the bucket is full") })
    await expect(store.run()).rejects.toThrow("the bucket is full")
    expect(store.files.size).toBe(0)
    expect(store.row()).toMatchObject({ status: "failed", file_id: null })
  })

  it("of a process that died is deleted, and the file is archived anew", async () => {
    const store = storeWith({ id: "one", status: "importing", file_id: "half" })
    store.files.set("half", { bytes: "a rep", known: "half" })
    await store.run()
    expect([...store.files.keys()]).toEqual(["file-1"])
    expect(store.row()?.file_id).toBe("file-1")
  })

  it("of an import that failed is kept, and used again", async () => {
    const store = storeWith({ id: "one", status: "failed", file_id: "whole" })
    await store.run()
    expect(store.files.size).toBe(0)
    expect(store.row()).toMatchObject({ status: "imported", file_id: "whole" })
  })
})
