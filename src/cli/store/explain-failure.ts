import type { AdminHealthCheck } from "../../http-types"
import { CLI_LIMITS as LIMITS } from "./limits"
import type { MedusaFailedError } from "./run-medusa"

interface Known {
  finding: string
  sign: RegExp
  message: string
  todo: string
}

const WITH_DEVELOP = "See what it prints with `npx medusa develop`."

/** In the order in which they are looked for: the first is the cause of those behind it. */
const KNOWN: Known[] = [
  {
    finding: "options",
    sign: /PagoEfectivo is not set up correctly:((?:\s*\n\s+- .*)+)/,
    message: "The store does not start: PagoEfectivo's options are wrong.",
    todo: "Set them in .env or in medusa-config. For the local sandbox: `npx medusa-payment-pagoefectivo init`.",
  },
  {
    finding: "medusa",
    sign: /(medusa-payment-pagoefectivo \S+ needs Medusa [^\n]*)/,
    message: "The store does not start: Medusa is missing or too old.",
    todo: "Update the backend's Medusa packages, all to one version.",
  },
  {
    finding: "no_ts_node",
    sign: /ts-node cannot be loaded[^]*Cannot find module '[^']*medusa-config'/,
    message:
      "The store does not start: its configuration is TypeScript, and ts-node is not installed.",
    todo: "Install the store's development packages, or run this in .medusa/server after `npx medusa build`.",
  },
  {
    finding: "copies",
    sign: /(Workflow with id [^\n]* already exists)/,
    message: "The store does not start: two copies of a package register the same workflow.",
    todo: "Have the plugin in the backend's package.json alone, and all of Medusa's packages in the same version; delete node_modules and install again.",
  },
  {
    finding: "module",
    sign: /Cannot find (?:module|package) '([^']+)'/,
    message: "The store does not start: a module is not there.",
    todo: "Install the store's packages. If it stays, see whether the name is right.",
  },
  {
    finding: "typescript",
    sign: /(\S+\(\d+,\d+\): error TS\d+: [^\n]*|[^\n]*- error TS\d+: [^\n]*|[^\n]*error TS\d+: [^\n]*)/,
    message: "The store does not start: TypeScript refuses a file.",
    todo: "Correct the line that is named.",
  },
  {
    finding: "database_login",
    sign: /password authentication failed|role "[^"]*" does not exist|SASL: /,
    message: "The store does not start: the database refuses its user.",
    todo: "Compare user and password in DATABASE_URL with the database's.",
  },
  {
    finding: "no_database",
    sign: /database "[^"]*" does not exist|No `database_url`|clientUrl/,
    message: "The store does not start: its database is not there.",
    todo: "Run `npx medusa db:setup`, or correct the name in DATABASE_URL.",
  },
  {
    finding: "database_unreachable",
    sign: /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|Timeout acquiring a connection|Connection terminated/,
    message: "The store does not start: its database does not answer.",
    todo: "Start PostgreSQL, and compare DATABASE_URL with where it listens.",
  },
  {
    finding: "not_migrated",
    sign: /(?:relation|column) "?[^\n]*"? does not exist/,
    message: "The store does not start: its database lacks tables or columns.",
    todo: "Run `npx medusa db:migrate`.",
  },
]

const OTHER: Omit<Known, "sign"> = {
  finding: "other",
  message: "The store does not start.",
  todo: WITH_DEVELOP,
}

const TIMEOUT: Omit<Known, "sign"> = {
  finding: "timeout",
  message: "The store did not start in ten minutes.",
  todo: WITH_DEVELOP,
}

/** In words, why a store does not start; `data.detail` is what it said itself. */
export function explainFailure({ output, timedOut }: MedusaFailedError): AdminHealthCheck {
  const known = timedOut ? TIMEOUT : KNOWN.find(({ sign }) => sign.test(output))
  const { finding, message, todo } = known ?? OTHER
  const said =
    known && "sign" in known ? (known as Known).sign.exec(output)?.[1] : lastWords(output)
  const detail = said?.replace(/\s*\n\s*/g, " ").trim() ?? ""
  return {
    id: "start",
    provider_id: null,
    state: "problem",
    message: `${message} ${detail}`.trim(),
    what_to_do: todo,
    data: { finding, detail },
  }
}

/** Without stack traces. */
function lastWords(output: string): string {
  return output
    .split("\n")
    .filter((line) => line.trim() && !/^\s+at /.test(line))
    .slice(-LIMITS.shownLines)
    .join("\n")
}
