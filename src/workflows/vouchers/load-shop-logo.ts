import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { logoAddress, readPdfImage, type PdfImage, type VoucherView } from "../../voucher"
import { fetchLogo } from "./fetch-logo"
import { WORKFLOW_LIMITS as LIMITS } from "../limits"

const MINUTE_MS = 60_000

interface KeptLogo {
  url: string
  image: Promise<PdfImage | undefined>
  until: number
}

let kept: KeptLogo | undefined

/**
 * The shop's logo as a PDF takes it; undefined when there is none, or none that can be used, which is
 * logged: a voucher never fails for its logo. A file of the backend's host is asked for once an hour,
 * and once a minute while it can't be had; a `data:` URI is read once.
 */
export async function loadShopLogo(
  container: MedusaContainer,
  view: VoucherView,
): Promise<PdfImage | undefined> {
  const url = logoAddress(view)
  if (!url) return undefined
  if (kept?.url === url && Date.now() < kept.until) return kept.image
  const keepFor = (minutes: number) =>
    url.startsWith("data:") ? Infinity : Date.now() + minutes * MINUTE_MS
  const giveUp = (error: unknown): undefined => {
    logo.until = keepFor(LIMITS.missingLogoKeptMinutes)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`PagoEfectivo: vouchers as PDF have no logo: ${String(error)}`)
  }
  const logo: KeptLogo = {
    url,
    until: keepFor(LIMITS.logoKeptMinutes),
    image: fetchLogo(url).then(readPdfImage).catch(giveUp),
  }
  kept = logo
  return logo.image
}
