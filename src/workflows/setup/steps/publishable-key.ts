import {
  createApiKeysWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
} from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { findPublishableKeys } from "../find-publishable-keys"
import { found, type SetupStep } from "../setup-step"

const TITLE = "Storefront"

/** The key that the shop's pages show, of the shop's sales channel. */
export const publishableKeyStep: SetupStep = {
  async look({ container }) {
    const { usable, unlinked } = await findPublishableKeys(container)
    const [first] = usable.length > 0 ? usable : unlinked
    const data = { key: first?.title ?? TITLE }
    if (usable.length > 0) return found("done", data)
    return found("missing", { ...data, finding: first ? "link" : "create" })
  },

  async run({ container }) {
    const [store] = await container.resolve(Modules.STORE).listStores({}, { take: 1 })
    const { unlinked } = await findPublishableKeys(container)
    const id = unlinked[0]?.id ?? (await create(container))
    await linkSalesChannelsToApiKeyWorkflow(container).run({
      input: { id, add: store?.default_sales_channel_id ? [store.default_sales_channel_id] : [] },
    })
  },
}

async function create(container: Parameters<typeof createApiKeysWorkflow>[0]): Promise<string> {
  const { result } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: TITLE, type: "publishable", created_by: "" }] },
  })
  return result[0]?.id ?? ""
}
