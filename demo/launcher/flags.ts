import { parseArgs } from "node:util"
import { DemoError, messageOf } from "./demo-error"

export interface Flags {
  /** Serve the admin; without it the store is up sooner. */
  admin: boolean
  /** Place one order and see it paid. */
  story: boolean
  /** End with code 0 after the story instead of staying up. */
  once: boolean
  /** Through whom the demo's shop sells. */
  gateway: DemoGateway
  help: boolean
}

export const DEMO_GATEWAYS = ["direct", "mercadopago"] as const
export type DemoGateway = (typeof DEMO_GATEWAYS)[number]

export const USAGE = `Usage: npm start [-- options]
  --no-admin   leave out the admin
  --no-order   do not place the first order
  --once       place one order, see it paid, and end (without the admin)
  --gateway    through whom the shop sells: ${DEMO_GATEWAYS.join(" (default) or ")}
  --help       show this

Environment: DATABASE_URL and REDIS_URL are used instead of the embedded PostgreSQL and of
in-memory modules; PORT, SHOP_PORT and SANDBOX_PORT wish for other ports.`

export function readFlags(args: string[]): Flags {
  try {
    const { values } = parseArgs({
      args,
      strict: true,
      options: {
        "no-admin": { type: "boolean" },
        "no-order": { type: "boolean" },
        once: { type: "boolean" },
        gateway: { type: "string", default: "direct" },
        help: { type: "boolean", short: "h" },
      },
    })
    const once = values.once ?? false
    return {
      admin: !once && !values["no-admin"],
      story: once || !values["no-order"],
      once,
      gateway: readGateway(values.gateway),
      help: values.help ?? false,
    }
  } catch (error) {
    throw new DemoError(messageOf(error), USAGE, { cause: error })
  }
}

function readGateway(name: string): DemoGateway {
  const known = DEMO_GATEWAYS.find((candidate) => candidate === name)
  if (known) return known
  throw new Error(`--gateway: found "${name}", expected ${DEMO_GATEWAYS.join(" or ")}.`)
}
