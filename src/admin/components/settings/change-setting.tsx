import { RATE_CARD } from "../../hooks/use-setting-text"
import type { AdminSettingsResponse } from "../../../http-types"
import { AddressesForm } from "./addresses-form"
import { ContactForm } from "./contact-form"
import { DueDaysForm } from "./due-days-form"
import { PaymentPointsForm } from "./payment-points-form"
import { RateCardForm } from "./rate-card-form"
import type { SettingFormProps } from "./setting-form-props"
import { VoucherTextsForm } from "./voucher-texts-form"

interface Props extends SettingFormProps {
  texts: AdminSettingsResponse["voucher_texts"]
}

/** The form of a setting that may be changed here. */
export function ChangeSetting({ texts, ...props }: Props) {
  switch (props.setting.name) {
    case RATE_CARD:
      return <RateCardForm {...props} />
    case "settlement.dueBusinessDays":
      return <DueDaysForm {...props} />
    case "alerts.email.to":
      return <AddressesForm {...props} />
    case "voucher.content.paymentPoints":
      return <PaymentPointsForm {...props} />
    case "voucher.content.wording":
      return <VoucherTextsForm {...props} texts={texts} />
    case "voucher.contact":
      return <ContactForm {...props} />
    default:
      return null
  }
}
