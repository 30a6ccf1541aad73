import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { finding, ok, type CheckHealth } from "../health-check"

/** The shop's pages see products only with a key of a sales channel. */
export const publishableKey: CheckHealth = async ({ container }) => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "api_key",
    fields: ["id", "title", "revoked_at", "sales_channels.id"],
    filters: { type: "publishable" },
  })
  const keys = data as unknown as {
    title: string
    revoked_at: Date | null
    sales_channels?: ({ id: string } | null)[]
  }[]
  const usable = keys.filter(
    ({ revoked_at, sales_channels }) => !revoked_at && sales_channels?.some(Boolean),
  )
  if (usable.length > 0) {
    const titles = usable.map(({ title }) => title)
    return ok(`The shop's publishable key: ${titles.join(", ")}.`, { keys: titles })
  }
  return finding(
    "warning",
    "There is no publishable key with a sales channel: a shop's pages can't show products.",
    "Under Settings, Publishable API keys, create one and add the sales channel.",
    { keys: [] },
  )
}
