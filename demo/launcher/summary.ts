import path from "node:path"
import { ADMIN } from "../seed/shop-data"
import type { Addresses } from "./addresses"
import type { Gateway } from "./gateway"
import { MAILBOX, ROOT } from "./paths"
import type { Progress } from "./progress"

const LABEL_WIDTH = 10

/** Where to go next. */
export function printAddresses(
  progress: Progress,
  input: { addresses: Addresses; gateway: Gateway; admin: boolean },
): void {
  const { addresses, gateway } = input
  const rows: [string, string][] = [
    ["Shop", addresses.shopUrl],
    ...(input.admin ? adminRows(addresses) : []),
    ["Sandbox", `${gateway.url} (pay, expire or reverse codes here)`],
    ["Webhook", addresses.webhookUrl],
    ["E-mails", `${path.relative(ROOT, MAILBOX)} (open the .html files)`],
  ]
  progress.say()
  for (const [label, text] of rows) progress.say(`  ${label.padEnd(LABEL_WIDTH)}${text}`)
  progress.say()
}

/** What to do now, below the story that has moved the addresses up. */
export function printEnd(progress: Progress, { shopUrl }: Addresses): void {
  progress.say()
  progress.say(
    `  Buy something at ${shopUrl}, then pay its code in the sandbox. Ctrl-C ends everything.`,
  )
}

function adminRows({ backendUrl }: Addresses): [string, string][] {
  return [
    ["Admin", `${backendUrl}/app`],
    ["", `${ADMIN.email}, password ${ADMIN.password}`],
  ]
}
