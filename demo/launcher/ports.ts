import { createServer } from "node:net"
import { DemoError } from "./demo-error"
import { LAUNCHER_LIMITS } from "./limits"

export const LOOPBACK = "127.0.0.1"
const HIGHEST_PORT = 65_535

export interface PortChoice {
  port: number
  /** The usual port, when something else listens there. */
  taken: number | null
}

/** The wished port, or the next free one after it. Ports in `reserved` count as taken. */
export async function choosePort(
  wished: number,
  reserved: ReadonlySet<number> = new Set(),
): Promise<PortChoice> {
  const last = Math.min(wished + LAUNCHER_LIMITS.portsTried, HIGHEST_PORT)
  for (let port = wished; port <= last; port++) {
    if (!reserved.has(port) && (await isFree(port))) {
      return { port, taken: port === wished ? null : wished }
    }
  }
  throw new DemoError(
    `No free port between ${wished} and ${last}.`,
    "End what listens there, or set PORT, SHOP_PORT or SANDBOX_PORT to another one.",
  )
}

/** Free on loopback and on all addresses: a server on either one would get the shop's visitors. */
async function isFree(port: number): Promise<boolean> {
  for (const host of [LOOPBACK, "0.0.0.0", "::"]) {
    if (!(await canListen(port, host))) return false
  }
  return true
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once("error", (error: NodeJS.ErrnoException) =>
      // A machine without IPv6 can't be in anybody's way there.
      resolve(error.code === "EAFNOSUPPORT" || error.code === "EADDRNOTAVAIL"),
    )
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** A port from the environment, or the usual one. */
export function wishedPort(name: string, usual: number): number {
  const text = process.env[name]?.trim()
  if (!text) return usual
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= HIGHEST_PORT) return port
  throw new DemoError(
    `${name}: found "${text}"; allowed: a whole number from 1 to ${HIGHEST_PORT}.`,
    `Set ${name} to a port number, or leave it out for ${usual}.`,
  )
}
