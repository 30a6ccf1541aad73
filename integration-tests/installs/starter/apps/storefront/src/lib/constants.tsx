import { CreditCard } from "@medusajs/icons"
import React from "react"

export const paymentInfoMap: Record<
  string,
  { title: string; icon: React.JSX.Element }
> = {
  pp_system_default: { title: "Manual Payment", icon: <CreditCard /> },
  // Add more payment providers here
}

export const isStripeLike = (providerId?: string) =>
  !!providerId?.startsWith("pp_stripe_")

export const isManual = (providerId?: string) =>
  !!providerId?.startsWith("pp_system_default")

// Add currencies that don't need to be divided by 100
export const noDivisionCurrencies = ["clp", "jpy", "pyg"]
