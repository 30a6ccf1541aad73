import { createElement } from "react"
import { createRoot } from "react-dom/client"
import { PagoEfectivoVoucher, type PagoEfectivoVoucherProps } from "../../../src/storefront"

export { orderVoucher } from "../../../src/storefront"

/** Shows a voucher in an element of the shop; the answer takes it out again. */
export function mountVoucher(element: Element, props: PagoEfectivoVoucherProps): () => void {
  const root = createRoot(element)
  root.render(createElement(PagoEfectivoVoucher, props))
  return () => root.unmount()
}
