import { upload, type NightScript } from "./script"

const BUYERS = 6

/**
 * PagoEfectivo's own reports come as files from its portal. Here one comes with mistakes made on
 * purpose: a wrong amount, a doubled line, a stranger's payment and a fee above the contract.
 */
export const directNight: NightScript = {
  payments: Array.from({ length: BUYERS }, (_, buyer) =>
    // The first notice gets lost.
    buyer === 0
      ? { options: { notice: "none" }, isCaptured: false }
      : { options: {}, isCaptured: true },
  ),
  async bringReports({ admin, gateway, sold }) {
    const [, short = "", doubled = "", foreign = "", overcharged = ""] = sold.map(
      ({ voucher }) => voucher.cip,
    )
    const file = await gateway.settlementFile({
      format: "standard_csv",
      mutate: [
        { kind: "wrong_amount", cip: short, amount: "60.00" },
        { kind: "duplicate_line", cip: doubled },
        { kind: "unknown_reference", cip: foreign },
        { kind: "wrong_fee", cip: overcharged },
      ],
    })
    return upload(admin, file.filename, file.content)
  },
}
