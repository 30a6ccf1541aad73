import { readFile } from "node:fs/promises"
import { inspect } from "node:util"
import { createSettlementSource, downloadFile, settlementSourceSchema, type SourceDeps } from ".."
import { contentOf, impatient, QUICK, temporaryFolder } from "./support/download"
import {
  newPrivateKey,
  SFTP_USER,
  startSftpServer,
  type TestSftpServer,
} from "./support/sftp-server"

const CONTENT = Buffer.from("external_reference,payment_id\n".repeat(10_000))

describe("a source on a real SFTP server", () => {
  const userKey = newPrivateKey()
  let server: TestSftpServer

  beforeEach(async () => {
    server = await startSftpServer(userKey)
    server.files.set("out/liquidacion-02.csv", { content: CONTENT, mtime: 1_790_000_200 })
    server.files.set("out/liquidacion-01.csv", { content: Buffer.from("a"), mtime: 1_790_000_100 })
    server.files.set("out/liquidacion-03.csv.part", { content: Buffer.from("b") })
    server.files.set("out/notes.txt", { content: Buffer.from("c") })
    server.files.set("out/old.csv", { content: Buffer.alloc(0), directory: true })
  })

  afterEach(() => server.close())

  function sourceWith(options: Record<string, unknown> = {}, deps: SourceDeps = QUICK) {
    return createSettlementSource(
      settlementSourceSchema.parse({
        id: "portal",
        type: "sftp",
        host: "127.0.0.1",
        port: server.port,
        ...SFTP_USER,
        hostFingerprint: server.fingerprint,
        directory: "out",
        pattern: "*.CSV",
        ...options,
      }),
      deps,
    )
  }

  async function listed(name: string) {
    const file = (await sourceWith().list()).find((it) => it.name === name)
    if (file === undefined) throw new Error(`${name} is not listed`)
    return file
  }

  it("lists whole files that match, oldest first, each with a key to resume by", async () => {
    const files = await sourceWith().list()
    expect(files).toEqual([
      expect.objectContaining({ name: "liquidacion-01.csv", size: 1 }),
      expect.objectContaining({
        name: "liquidacion-02.csv",
        path: "out/liquidacion-02.csv",
        size: CONTENT.length,
        modifiedAt: new Date(1_790_000_200_000),
      }),
    ])
    server.files.set("out/liquidacion-01.csv", { content: Buffer.from("ab"), mtime: 1_790_000_100 })
    const [first, second] = await sourceWith().list()
    expect(first?.key).not.toBe(files[0]?.key)
    expect(second?.key).toBe(files[1]?.key)
  })

  it("brings a file byte by byte, with password or key", async () => {
    const file = await listed("liquidacion-02.csv")
    expect((await contentOf(sourceWith(), file)).equals(CONTENT)).toBe(true)
    const byKey = sourceWith({ password: undefined, privateKey: userKey })
    expect((await contentOf(byKey, file)).equals(CONTENT)).toBe(true)
  })

  it("says of a file that is still growing that it is being written", async () => {
    const grow = () => {
      server.files.set("out/liquidacion-02.csv", {
        content: Buffer.from("more"),
        mtime: 1_790_000_300,
      })
      return Promise.resolve()
    }
    const files = await sourceWith({}, { ...QUICK, wait: grow }).list()
    expect(files.map(({ name, problem }) => [name, problem?.code])).toEqual([
      ["liquidacion-01.csv", undefined],
      ["liquidacion-02.csv", "file_changed"],
    ])
    await expect(sourceWith().open(files[1]!)).rejects.toBe(files[1]!.problem)
  })

  it("sends no credentials to a server with another key, and names both keys", async () => {
    const pinned = server.fingerprint
    await server.close()
    server = await startSftpServer()
    expect(server.fingerprint).not.toBe(pinned)
    const source = sourceWith({ port: server.port, hostFingerprint: pinned })
    await expect(source.list()).rejects.toMatchObject({
      code: "host_key_changed",
      expected: pinned,
      found: server.fingerprint,
      retryable: false,
    })
    expect(server.authentications()).toBe(0)
    expect(server.connections()).toBe(1)
  })

  it("names refused credentials once, without trying again or telling the password", async () => {
    const source = sourceWith({ password: "wrong-secret" })
    const error: unknown = await source.list().catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: "credentials_refused" })
    expect(server.connections()).toBe(1)
    expect(inspect([error, source], { depth: 9, showHidden: true })).not.toContain("wrong-secret")
  })

  it("names a private key that can't be read", async () => {
    const source = sourceWith({ password: undefined, privateKey: "not a key" })
    await expect(source.list()).rejects.toMatchObject({ code: "credentials_refused" })
  })

  it.each([
    ["handshake", "connectTimeoutMs"],
    ["readdir", "idleTimeoutMs"],
  ] as const)(
    "gives up on a server that hangs at %s, after bounded tries",
    async (hangOn, limit) => {
      server.faults.hangOn = hangOn
      const source = sourceWith({}, impatient(limit))
      await expect(source.list()).rejects.toMatchObject({ code: "source_timeout" })
      expect(server.connections()).toBe(3)
    },
  )

  it("gives up on a file whose bytes never come", async () => {
    const file = await listed("liquidacion-02.csv")
    server.faults.hangOn = "read"
    const source = sourceWith({}, impatient("idleTimeoutMs"))
    await expect(contentOf(source, file)).rejects.toMatchObject({ code: "source_timeout" })
  })

  it("notices half a file, whether the connection breaks or the server says it is all", async () => {
    const file = await listed("liquidacion-02.csv")
    server.faults = { breakAfterBytes: 100_000 }
    await expect(contentOf(sourceWith(), file)).rejects.toMatchObject({
      code: "truncated_download",
    })
    server.faults = { endAfterBytes: 100_000 }
    await expect(contentOf(sourceWith(), file)).rejects.toMatchObject({
      code: "truncated_download",
      receivedBytes: 100_000,
      expectedBytes: CONTENT.length,
    })
  })

  it("notices a file that changed after the listing, or while it came", async () => {
    const file = await listed("liquidacion-02.csv")
    let asked = 0
    server.onStat = () => {
      asked += 1
      if (asked === 2) server.files.set(file.path, { content: Buffer.concat([CONTENT, CONTENT]) })
    }
    await expect(contentOf(sourceWith(), file)).rejects.toMatchObject({ code: "file_changed" })
    await expect(sourceWith().open(file)).rejects.toMatchObject({ code: "file_changed" })
  })

  it("says so when nobody listens, or the folder is not there", async () => {
    await expect(sourceWith({ port: 1 }).list()).rejects.toMatchObject({
      code: "source_unreachable",
    })
    server.files.clear()
    const gone = { name: "x", path: "out/x", size: 1, modifiedAt: null, key: null }
    await expect(sourceWith().open(gone)).rejects.toMatchObject({ code: "file_not_found" })
  })

  it("refuses more files than the limit", async () => {
    const deps = (maxFiles: number) => ({ ...QUICK, limits: { ...QUICK.limits, maxFiles } })
    await expect(sourceWith({}, deps(2)).list()).resolves.toHaveLength(2)
    await expect(sourceWith({}, deps(1)).list()).rejects.toMatchObject({ code: "too_many_files" })
  })

  it("downloads whole or not at all, beginning again when the connection drops", async () => {
    const folder = temporaryFolder()
    try {
      const file = await listed("liquidacion-02.csv")
      server.faults = { dropConnections: 2 }
      const target = folder.file("report")
      const done = await downloadFile(sourceWith(), file, target, QUICK)
      expect(done).toMatchObject({
        size: CONTENT.length,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      })
      expect((await readFile(target)).equals(CONTENT)).toBe(true)
      server.faults = { endAfterBytes: 10 }
      await expect(downloadFile(sourceWith(), file, target, QUICK)).rejects.toMatchObject({
        code: "truncated_download",
      })
      await expect(readFile(target)).rejects.toMatchObject({ code: "ENOENT" })
    } finally {
      folder.remove()
    }
  })

  it("closes its connection when a reader stops in the middle", async () => {
    const file = await listed("liquidacion-02.csv")
    const stream = await sourceWith().open(file)
    for await (const chunk of stream) {
      expect(chunk).toBeDefined()
      break
    }
    expect(stream.destroyed).toBe(true)
  })
})
