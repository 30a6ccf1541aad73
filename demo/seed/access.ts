import {
  createApiKeysWorkflow,
  createUsersWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { FeatureFlag, Modules } from "@medusajs/framework/utils"
import { firstOf } from "./region"
import { ADMIN } from "./shop-data"

const KEY_TITLE = "Tienda Sol, web"

/** The channel that Medusa makes at its first start. */
export async function defaultSalesChannelId(container: MedusaContainer): Promise<string> {
  const store = firstOf(await container.resolve(Modules.STORE).listStores({}), "store")
  if (store.default_sales_channel_id) return store.default_sales_channel_id
  const channels = await container.resolve(Modules.SALES_CHANNEL).listSalesChannels({})
  return firstOf(channels, "sales channel").id
}

/** The shop page's publishable key (`pk_…`), which is meant to be seen. */
export async function ensurePublishableKey(
  container: MedusaContainer,
  salesChannelId: string,
): Promise<string> {
  const [existing] = await container
    .resolve(Modules.API_KEY)
    .listApiKeys({ type: "publishable", title: KEY_TITLE })
  const key = existing ?? (await createKey(container))
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: key.id, add: [salesChannelId] },
  })
  return key.token
}

async function createKey(container: MedusaContainer) {
  const { result } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: KEY_TITLE, type: "publishable", created_by: "" }] },
  })
  return firstOf(result, "publishable key")
}

const NAMED = { email: ADMIN.email, first_name: "Rosa", last_name: "Quispe" }
/** Medusa's own role, which exists where role-based access is on. */
const ALL_RIGHTS = ["role_super_admin"]

/** The demo's admin, as `medusa user` would create it. */
export async function ensureAdminUser(container: MedusaContainer): Promise<void> {
  const [existing] = await container.resolve(Modules.USER).listUsers({ email: ADMIN.email })
  const user =
    existing ??
    firstOf(
      (
        await createUsersWorkflow(container).run({
          input: {
            users: [{ ...NAMED, roles: FeatureFlag.isFeatureEnabled("rbac") ? ALL_RIGHTS : [] }],
          },
        })
      ).result,
      "user",
    )
  await ensureLogin(container, user.id)
}

async function ensureLogin(container: MedusaContainer, userId: string): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  const [known] = await auth.listProviderIdentities({
    entity_id: ADMIN.email,
    provider: "emailpass",
  })
  if (known) return
  const { authIdentity, error } = await auth.register("emailpass", {
    body: { email: ADMIN.email, password: ADMIN.password },
  })
  if (!authIdentity) throw new Error(`The demo's admin could not be registered: ${error}`)
  await auth.updateAuthIdentities({ id: authIdentity.id, app_metadata: { user_id: userId } })
}
