import { createSandbox, SandboxUsageError } from "../sandbox"
import type { CliIo } from "./cli-io"
import { parseOptions } from "./parse-options"
import { UsageError } from "./usage-error"

const DEFAULT_PORT = 4010
const DEFAULT_HOST = "127.0.0.1"

export const SANDBOX_HELP = `Usage: medusa-payment-pagoefectivo sandbox [options]

Starts a local PagoEfectivo: the API under /v1, hosted pages, a control panel and POST /_control/…

Options:
  --port <number>    Port to listen on, 0 for any free one (default ${DEFAULT_PORT})
  --host <address>   Address to listen on (default ${DEFAULT_HOST})
  --webhook <url>    Where notices of payments are sent, for example
                     http://localhost:9000/hooks/payment/pagoefectivo_pagoefectivo
  --help             Shows this text
`

interface SandboxArguments {
  port: number
  host: string
  webhookUrl?: string
}

/** Runs until it is interrupted. @throws UsageError for wrong arguments or a taken port. */
export async function runSandbox(args: string[], io: CliIo): Promise<void> {
  const wanted = readArguments(args)
  if (wanted === "help") {
    io.print(SANDBOX_HELP)
    return
  }
  const sandbox = await start(wanted)
  const { accessKey, secretKey, serviceId } = sandbox.credentials
  io.print(`PagoEfectivo de prueba
  Panel    ${sandbox.url}
  API      ${sandbox.apiUrl}
  Webhook  ${wanted.webhookUrl ?? "none yet: --webhook <url>, or set it in the panel"}

For the store's environment (invented keys, refused in production):
  PAGOEFECTIVO_BASE_URL=${sandbox.apiUrl}
  PAGOEFECTIVO_ACCESS_KEY=${accessKey}
  PAGOEFECTIVO_SECRET_KEY=${secretKey}
  PAGOEFECTIVO_SERVICE_ID=${serviceId}

Ctrl-C ends it.
`)
  await io.interrupted()
  await sandbox.close()
}

function readArguments(args: string[]): SandboxArguments | "help" {
  const values = parseOptions(args, {
    port: { type: "string" },
    host: { type: "string" },
    webhook: { type: "string" },
    help: { type: "boolean", short: "h" },
  })
  if (values.help) {
    return "help"
  }
  const port = Number(values.port ?? DEFAULT_PORT)
  if (values.port !== undefined && !/^\d{1,5}$/.test(values.port)) {
    throw new UsageError(`--port expects a number from 0 to 65535, found "${values.port}"`)
  }
  return { port, host: values.host ?? DEFAULT_HOST, webhookUrl: values.webhook }
}

async function start({ port, host, webhookUrl }: SandboxArguments) {
  try {
    return await createSandbox({ port, host, ...(webhookUrl ? { webhookUrl } : {}) })
  } catch (error) {
    throw new UsageError(reasonOf(error, port, host))
  }
}

function reasonOf(error: unknown, port: number, host: string): string {
  const code = typeof error === "object" && error ? Reflect.get(error, "code") : undefined
  if (code === "EADDRINUSE") {
    return `Port ${port} is taken. Choose another one with --port, or --port 0 for any free one`
  }
  if (code === "EACCES") {
    return `Port ${port} may not be opened by this user. Choose one above 1023 with --port`
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return `--host expects an address of this machine, found "${host}"`
  }
  if (error instanceof SandboxUsageError) {
    return error.message
  }
  throw error
}
