import type { OptionsInput } from "../../src/config"
import type { Sandbox } from "../../src/sandbox"
import type { Admin } from "./admin"
import { DIRECT, GATEWAYS, MERCADO_PAGO } from "./gateways"
import type { StoreProcess } from "./start-store"

/**
 * The options of a store that sells through both gateways; what they leave out comes from its
 * environment. `notificationUrl`: where Mercado Pago's notices go in place of the store's own hook.
 */
export function providersOf(
  sandbox: Sandbox,
  notificationUrl?: string,
): Pick<OptionsInput, "providers"> {
  const { accessToken, webhookSecret } = sandbox.mercadoPagoCredentials
  const mercadopago = {
    accessToken,
    webhookSecret,
    baseUrl: sandbox.mercadoPagoUrl,
    ...(notificationUrl !== undefined && { notificationUrl }),
  }
  return {
    providers: [
      { id: DIRECT.entry },
      { id: MERCADO_PAGO.entry, gateway: "mercadopago", mercadopago },
    ],
  }
}

/** Lets the shoppers of the seeded region choose each gateway, and other methods beside them. */
export async function offerGateways(
  admin: Admin,
  { shop }: Pick<StoreProcess, "shop">,
  others: string[] = [],
): Promise<void> {
  await admin.must(`/admin/regions/${shop.regionId}`, {
    body: { payment_providers: [...others, ...GATEWAYS.map(({ providerId }) => providerId)] },
  })
}
