import { findPublishableKeys } from "../../setup/find-publishable-keys"
import { finding, ok, type CheckHealth } from "../health-check"

/** The shop's pages see products only with a key of a sales channel. */
export const publishableKey: CheckHealth = async ({ container }) => {
  const { usable } = await findPublishableKeys(container)
  const keys = usable.map(({ title }) => title)
  if (keys.length > 0) return ok(`The shop's publishable key: ${keys.join(", ")}.`, { keys })
  return finding(
    "warning",
    "There is no publishable key with a sales channel: a shop's pages can't show products.",
    "Under Settings, Publishable API keys, create one and add the sales channel.",
    { keys },
  )
}
