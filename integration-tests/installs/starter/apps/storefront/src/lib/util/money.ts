export const convertToLocale = ({
  amount,
  currency_code,
  locale = "en-US",
}: {
  amount: number
  currency_code: string
  locale?: string
}) =>
  new Intl.NumberFormat(locale, {
    style: "currency",
    currency: currency_code,
  }).format(amount)
