import { textsIn } from "../../language"
import { explainFailure } from "../explain-failure"
import { MedusaFailedError } from "../run-medusa"

const explained = (output: string, timedOut = false) =>
  explainFailure(new MedusaFailedError("exec", output, timedOut))

describe("why a store does not start", () => {
  it.each([
    [
      "options",
      `error: Error starting server\nPagoEfectivo is not set up correctly:\n  - option "accessKey" (environment: PAGOEFECTIVO_ACCESS_KEY): found nothing; allowed: a text\n  - option "serviceId": found nothing; allowed: a number\n    at Object.load`,
      `- option "accessKey" (environment: PAGOEFECTIVO_ACCESS_KEY): found nothing; allowed: a text - option "serviceId": found nothing; allowed: a number`,
    ],
    [
      "no_ts_node",
      `ts-node cannot be loaded and used\nError: Cannot find module 'ts-node'\nerror: Error in loading config: Cannot find module '/shop/medusa-config'`,
      "",
    ],
    ["module", `Error: Cannot find module '@acme/plugin'\nRequire stack:`, "@acme/plugin"],
    [
      "copies",
      `Error: Workflow with id "create-payment-sessions" and step definition already exists.`,
      `Workflow with id "create-payment-sessions" and step definition already exists`,
    ],
    [
      "typescript",
      `TSError: x Unable to compile TypeScript:\nmedusa-config.ts(7,3): error TS2322: Type 'number' is not assignable`,
      "medusa-config.ts(7,3): error TS2322: Type 'number' is not assignable",
    ],
    ["database_login", `password authentication failed for user "medusa"`, ""],
    ["no_database", `error: database "shop" does not exist`, ""],
    ["database_unreachable", "connect ECONNREFUSED 127.0.0.1:5432", ""],
    ["not_migrated", `select * from "store" - relation "store" does not exist`, ""],
    ["other", "info: x\nSomething broke\n    at somewhere (a.js:1)", "info: x Something broke"],
  ])("%s", (finding, output, detail) => {
    const check = explained(output)
    expect(check).toMatchObject({ id: "start", state: "problem", data: { finding, detail } })
    expect(check.what_to_do).toMatch(/\S/)
    for (const language of ["en", "es", "zh"] as const) {
      const { knows } = textsIn(language)
      expect(["is", "do"].filter((part) => !knows(`health.start.${part}_${finding}`))).toEqual([])
    }
  })

  it("is that it took too long, whatever it printed", () => {
    expect(explained("connect ECONNREFUSED", true).data.finding).toBe("timeout")
  })
})
