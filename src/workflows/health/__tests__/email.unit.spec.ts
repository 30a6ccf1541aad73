import type { MedusaContainer } from "@medusajs/framework/types"
import { resolveOptions, type OptionsInput } from "../../../config"
import { email } from "../checks/email"
import type { HealthContext } from "../health-check"

const KEYS = { accessKey: "AKown", secretKey: "SKown", serviceId: 1 }
const NONE = {
  issued: false,
  expiring: false,
  paid: false,
  expired: false,
  refunded: false,
} as const

function look(emails: OptionsInput["emails"], provider: boolean) {
  const service = {
    options: resolveOptions({ ...KEYS, emails }, {}),
    hasNotificationProvider: (channel: string) => Promise.resolve(provider && channel === "email"),
  }
  const container = { resolve: () => service } as unknown as MedusaContainer
  return email({ container } as HealthContext)
}

describe("the health of mails", () => {
  it("is a warning where shoppers should get mails and nothing can send them", async () => {
    expect(await look({}, false)).toMatchObject({ state: "warning", data: { wanted: true } })
    expect(await look({ ...NONE, paid: true }, false)).toMatchObject({ state: "warning" })
    expect(await look({ ...NONE, paid: { template: "d-1" } }, false)).toMatchObject({
      state: "warning",
      what_to_do: expect.stringContaining('channel "email"'),
    })
  })

  it("is well with a provider, or where no mail is wanted", async () => {
    expect(await look({}, true)).toMatchObject({ state: "ok", what_to_do: null })
    expect(await look(NONE, false)).toMatchObject({ state: "ok", data: { wanted: false } })
  })
})
