import { execFileSync } from "node:child_process"
import {
  appendFileSync,
  mkdirSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs"
import { createSettlementSource, settlementSourceSchema, type SourceDeps } from ".."
import { contentOf, QUICK, temporaryFolder } from "./support/download"

describe("a folder as a source", () => {
  let folder: ReturnType<typeof temporaryFolder>

  beforeEach(() => {
    folder = temporaryFolder()
    writeFileSync(folder.file("b.csv"), "bbb")
    writeFileSync(folder.file("a.csv"), "aaaa")
    writeFileSync(folder.file("c.csv.tmp"), "c")
    writeFileSync(folder.file(".hidden.csv"), "h")
    utimesSync(folder.file("b.csv"), 1_790_000_000, 1_790_000_000)
    utimesSync(folder.file("a.csv"), 1_790_000_500, 1_790_000_500)
    mkdirSync(folder.file("folder.csv"))
    symlinkSync("/etc/hostname", folder.file("link.csv"))
  })

  afterEach(() => folder.remove())

  const sourceOf = (pattern: string, deps: SourceDeps = QUICK, path = folder.path) =>
    createSettlementSource(
      settlementSourceSchema.parse({ id: "local", type: "folder", path, pattern }),
      deps,
    )

  it("lists matching files, oldest first; no folders, links, hidden or temporary files", async () => {
    const names = async (pattern: string) => (await sourceOf(pattern).list()).map((it) => it.name)
    expect(await names("*")).toEqual(["b.csv", "a.csv"])
    expect(await names("{A,x}.csv")).toEqual(["a.csv"])
    expect(await names("*.txt")).toEqual([])
  })

  it("knows a name with spaces and accents, composed or not", async () => {
    const name = "Liquidación nº 5 (enero).csv"
    writeFileSync(folder.file(name.normalize("NFD")), "x")
    const [file] = await sourceOf("liquidación*.csv".normalize("NFC")).list()
    expect(file?.name.normalize("NFC")).toBe(name)
    expect((await contentOf(sourceOf("*"), file!)).toString()).toBe("x")
  })

  it("says of a file that grows between two looks that it is still being written", async () => {
    const wait = () => {
      appendFileSync(folder.file("a.csv"), "more")
      return Promise.resolve()
    }
    const files = await sourceOf("*", { ...QUICK, wait }).list()
    expect(files.map((it) => [it.name, it.problem?.code])).toEqual([
      ["b.csv", undefined],
      ["a.csv", "file_changed"],
    ])
    await expect(sourceOf("*").open(files[1]!)).rejects.toBe(files[1]!.problem)
  })

  it("brings the bytes, and fails when the file changed since it was listed", async () => {
    const source = sourceOf("a.csv")
    const [file] = await source.list()
    if (file === undefined) throw new Error("nothing listed")
    expect((await contentOf(source, file)).toString()).toBe("aaaa")
    appendFileSync(folder.file("a.csv"), "more")
    await expect(source.open(file)).rejects.toMatchObject({ code: "file_changed" })
  })

  it.each([
    ["a link out of the folder", (at: string, away: string) => symlinkSync(away, at)],
    ["a link to the file itself, elsewhere", (at: string) => symlinkSync(`${at}.away`, at)],
    ["another file of the same size", (at: string) => writeFileSync(at, "AAAA")],
    ["a folder", (at: string) => mkdirSync(at)],
    ["a pipe that nobody writes to", (at: string) => execFileSync("mkfifo", [at])],
  ])("does not open %s in place of what it listed", async (_, put) => {
    const source = sourceOf("a.csv")
    const [file] = await source.list()
    if (file === undefined) throw new Error("nothing listed")
    writeFileSync(folder.file("secret"), "aaaa")
    renameSync(folder.file("a.csv"), folder.file("a.csv.away"))
    put(folder.file("a.csv"), folder.file("secret"))
    await expect(source.open(file)).rejects.toMatchObject({ code: "file_changed" })
  })

  it("fails when a link takes the file's place while it is read", async () => {
    const source = sourceOf("a.csv")
    const [file] = await source.list()
    if (file === undefined) throw new Error("nothing listed")
    const stream = await source.open(file)
    renameSync(folder.file("a.csv"), folder.file("a.csv.away"))
    symlinkSync(folder.file("a.csv.away"), folder.file("a.csv"))
    await expect(stream.toArray()).rejects.toMatchObject({ code: "file_changed" })
  })

  it("never leaves its folder", async () => {
    const source = sourceOf("*")
    const outside = { name: "../b.csv", path: "", size: null, modifiedAt: null, key: null }
    await expect(source.open(outside)).rejects.toMatchObject({ code: "file_not_found" })
    const missing = { ...outside, name: "missing.csv" }
    await expect(source.open(missing)).rejects.toMatchObject({ code: "file_not_found" })
  })

  it("stops at the byte limit and names a folder that is not there", async () => {
    const limits = (maxBytes: number) => ({ ...QUICK, limits: { ...QUICK.limits, maxBytes } })
    const source = sourceOf("a.csv", limits(4))
    const [file] = await source.list()
    if (file === undefined) throw new Error("nothing listed")
    expect(await contentOf(source, file)).toHaveLength(4)
    await expect(contentOf(sourceOf("a.csv", limits(3)), file)).rejects.toMatchObject({
      code: "file_too_large",
    })
    await expect(sourceOf("*", QUICK, folder.file("none")).list()).rejects.toMatchObject({
      code: "file_not_found",
    })
  })
})
