import { settlementSourceSchema } from ".."

const SFTP = {
  id: "portal",
  type: "sftp",
  host: "sftp.example.com",
  username: "u",
  password: "very-secret",
  hostFingerprint: `SHA256:${"A".repeat(43)}`,
}

describe("source options", () => {
  it("fill in what is not said", () => {
    expect(settlementSourceSchema.parse(SFTP)).toMatchObject({
      port: 22,
      directory: ".",
      pattern: "*",
      format: "auto",
    })
  })

  it.each([
    ["an unknown type", { ...SFTP, type: "ftp" }, "type"],
    ["no password and no key", { ...SFTP, password: undefined }, "password"],
    ["a server without pinned key", { ...SFTP, hostFingerprint: undefined }, "hostFingerprint"],
    ["an MD5 fingerprint", { ...SFTP, hostFingerprint: "MD5:00:11" }, "hostFingerprint"],
    ["a port that does not exist", { ...SFTP, port: 65_536 }, "port"],
    ["plain HTTP", { id: "a", type: "https", url: "http://example.com/a" }, "url"],
    ["another scheme", { id: "a", type: "https", url: "file:///etc/passwd" }, "url"],
    [
      "a header that breaks the line",
      { id: "a", type: "https", url: "https://example.com", headers: { a: "x\r\ny: z" } },
      "headers.a",
    ],
    ["an option that does not exist", { id: "a", type: "folder", path: "/x", glob: "*" }, ""],
  ])("refuse %s, name the option, and print no secret", (_case, options, path) => {
    const result = settlementSourceSchema.safeParse(options)
    expect(result.error?.issues.map((issue) => issue.path.join("."))).toContain(path)
    expect(String(result.error)).not.toContain("very-secret")
  })
})
