import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export interface PublishableKey {
  id: string
  title: string
  /** `pk_…`, meant to be seen by everybody. */
  token: string
}

/** Keys that are not revoked: those of a sales channel, and those that open nothing yet. */
export async function findPublishableKeys(
  container: MedusaContainer,
): Promise<{ usable: PublishableKey[]; unlinked: PublishableKey[] }> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "api_key",
    fields: ["id", "title", "token", "revoked_at", "sales_channels.id"],
    filters: { type: "publishable" },
  })
  const keys = data as unknown as (PublishableKey & {
    revoked_at: Date | null
    sales_channels?: ({ id: string } | null)[]
  })[]
  const valid = keys.filter(({ revoked_at }) => !revoked_at)
  const isLinked = ({ sales_channels }: (typeof keys)[number]) => sales_channels?.some(Boolean)
  return {
    usable: valid.filter((key) => isLinked(key)),
    unlinked: valid.filter((key) => !isLinked(key)),
  }
}
