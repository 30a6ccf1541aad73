import type { SandboxOperation } from "../../../src/sandbox"
import type { GatewayTrouble } from "./profile"

const html = { kind: "answer", status: 200, body: "html" } as const
const empty = { kind: "answer", status: 200, body: "empty" } as const

/** What can happen to every gateway that is reached over HTTP; `vendor` is its name in the log. */
export function commonTroubles(vendor: string, createCall: SandboxOperation): GatewayTrouble[] {
  const fails = new RegExp(`${vendor} failed \\(HTTP 500\\).*Try again later`)
  return [
    {
      trouble: "the gateway refuses connections",
      switches: { down: "refuse" },
      code: "gateway_unavailable",
      logs: new RegExp(`The connection to ${vendor} failed.*Check the network`),
    },
    {
      trouble: "the gateway breaks connections off",
      switches: { down: "reset" },
      code: "gateway_unavailable",
      logs: new RegExp(`The connection to ${vendor}`),
    },
    {
      trouble: "another host answers with its own pages",
      switches: { faults: { all: { ...html, status: 404 } } },
      code: "gateway_bad_answer",
      logs: /Check baseUrl/,
    },
    {
      trouble: "issuing fails with 500",
      switches: { faults: { [createCall]: { kind: "answer", status: 500 } } },
      code: "gateway_unavailable",
      logs: fails,
    },
    {
      trouble: "issuing is answered with HTML",
      switches: { faults: { [createCall]: html } },
      code: "gateway_bad_answer",
      logs: new RegExp(vendor),
    },
    {
      trouble: "issuing is answered with an empty body",
      switches: { faults: { [createCall]: empty } },
      code: "gateway_bad_answer",
      logs: new RegExp(vendor),
    },
  ]
}
