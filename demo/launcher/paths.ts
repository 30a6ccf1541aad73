import { mkdirSync } from "node:fs"
import path from "node:path"

/** The repository, which is the plugin and its development store. */
export const ROOT = path.resolve(__dirname, "../..")

/** What the demo keeps between starts. Ignored by git. */
export const DEMO_DATA = path.join(ROOT, ".demo")

/** Where the shop's e-mails land: each as a file to look at. */
export const MAILBOX = path.join(DEMO_DATA, "mails")

export function logFile(name: string): string {
  const folder = path.join(DEMO_DATA, "logs")
  mkdirSync(folder, { recursive: true })
  return path.join(folder, `${name}.log`)
}
