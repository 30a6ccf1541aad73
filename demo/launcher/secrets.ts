import { randomBytes } from "node:crypto"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { DEMO_DATA } from "./paths"

export interface StoreSecrets {
  jwt: string
  cookie: string
}

/** Random at the first start and kept, so that a login in the admin survives a restart. */
export function storeSecrets(): StoreSecrets {
  const file = path.join(DEMO_DATA, "secrets.json")
  try {
    return JSON.parse(readFileSync(file, "utf8")) as StoreSecrets
  } catch {
    const secrets = { jwt: randomText(), cookie: randomText() }
    mkdirSync(DEMO_DATA, { recursive: true })
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 })
    return secrets
  }
}

function randomText(): string {
  return randomBytes(32).toString("base64url")
}
