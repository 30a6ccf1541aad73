import { rm } from "node:fs/promises"
import { packedPackages } from "./packed"

/** Runs once after the install tests. */
export default async function unpack(): Promise<void> {
  await rm(packedPackages().folder, { recursive: true, force: true })
}
