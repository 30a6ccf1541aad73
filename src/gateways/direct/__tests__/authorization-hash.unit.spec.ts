import { createHash } from "node:crypto"
import { authorizationHash } from "../authorization-hash"

describe("authorizationHash", () => {
  it("reproduces the vector with invented keys", () => {
    expect(
      authorizationHash({
        serviceId: 1234,
        accessKey: "AKDEMOSANDBOX0000001",
        secretKey: "SKdemoSandboxKeyNotReal0000000000000000",
        dateRequest: "2025-01-15T10:30:00-05:00",
      }),
    ).toBe("cf475d83b5d1157a518d343c74ef51b53c163a221b84310cf5e9294682eb88c7")
  })

  it("hashes id, access key, secret key and time joined by dots", () => {
    const input = { serviceId: 7, accessKey: "a", secretKey: "ñ", dateRequest: "d" }

    expect(authorizationHash(input)).toBe(createHash("sha256").update("7.a.ñ.d").digest("hex"))
  })
})
