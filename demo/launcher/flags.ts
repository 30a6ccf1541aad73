import { parseArgs } from "node:util"
import { DemoError, messageOf } from "./demo-error"

export interface Flags {
  /** Serve the admin; without it the store is up sooner. */
  admin: boolean
  /** Place one order and see it paid. */
  story: boolean
  /** End with code 0 after the story instead of staying up. */
  once: boolean
  help: boolean
}

export const USAGE = `Usage: npm start [-- options]
  --no-admin   leave out the admin
  --no-order   do not place the first order
  --once       place one order, see it paid, and end (without the admin)
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
        help: { type: "boolean", short: "h" },
      },
    })
    const once = values.once ?? false
    return {
      admin: !once && !values["no-admin"],
      story: once || !values["no-order"],
      once,
      help: values.help ?? false,
    }
  } catch (error) {
    throw new DemoError(messageOf(error), USAGE, { cause: error })
  }
}
