import { mkdtemp, readdir, readFile } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { eventually } from "./eventually"

/** A mail as the store handed it to its e-mail provider. */
export interface DeliveredMail {
  to: string
  template: string
  content?: { subject: string; html: string; text: string }
  data: Record<string, unknown>
  attachments: { filename: string; content: string }[]
}

/** What a store with `MAILBOX_FOLDER` has sent. */
export interface Mailbox {
  folder: string
  all(): Promise<DeliveredMail[]>
  /** The first mail that matches, as soon as it is there. */
  find(matches: (mail: DeliveredMail) => boolean, what: string): Promise<DeliveredMail>
}

export async function createMailbox(): Promise<Mailbox> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "pagoefectivo-mailbox-"))
  const all = async () => {
    const files = (await readdir(folder)).filter((file) => file.endsWith(".json")).sort()
    const mails = await Promise.all(files.map((file) => readMail(path.join(folder, file))))
    return mails.filter((mail) => mail !== undefined)
  }
  const find = async (matches: (mail: DeliveredMail) => boolean, what: string) => {
    const mails = await eventually(all, (found) => found.some(matches), { what })
    return mails.find(matches) as DeliveredMail
  }
  return { folder, all, find }
}

/** A mail that is being written is not there yet. */
async function readMail(file: string): Promise<DeliveredMail | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as DeliveredMail
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
