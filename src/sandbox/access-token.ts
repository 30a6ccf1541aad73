import { createHmac, randomBytes, randomUUID } from "node:crypto"
import { sameText } from "./authorization-hash"

/** The vendor's own samples carry this in `sub` and as `codeService`. */
export const CODE_SERVICE = "NEO"

const HEADER = encode({ alg: "HS256", typ: "JWT" })

interface Claims {
  nameid: string
  exp: number
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url")
}

/** Issues and checks bearer tokens: JWT, HS256, with a key that lives as long as the process. */
export class TokenIssuer {
  private readonly key = randomBytes(32)

  issue(serviceId: number, expiresAt: Date): string {
    const claims = encode({
      sub: CODE_SERVICE,
      jti: randomUUID(),
      nameid: String(serviceId),
      exp: Math.floor(expiresAt.getTime() / 1_000),
    })
    return `${HEADER}.${claims}.${this.sign(claims)}`
  }

  /** The service id that the `Authorization` header speaks for, or null. */
  serviceIdOf(authorization: string | undefined, now: Date): number | null {
    const [header, claims, signature] = (
      /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1] ?? ""
    ).split(".")
    if (header !== HEADER || !claims || !signature || !sameText(signature, this.sign(claims))) {
      return null
    }
    const { nameid, exp } = JSON.parse(Buffer.from(claims, "base64url").toString()) as Claims
    return exp * 1_000 > now.getTime() ? Number(nameid) : null
  }

  private sign(claims: string): string {
    return createHmac("sha256", this.key).update(`${HEADER}.${claims}`).digest("base64url")
  }
}
