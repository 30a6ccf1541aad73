"use server"

import { sdk } from "@lib/config"

export const listCartPaymentMethods = async (regionId: string) =>
  sdk.store.payment
    .listPaymentProviders({ region_id: regionId })
    .then(({ payment_providers }) => payment_providers)
    .catch(() => null)
