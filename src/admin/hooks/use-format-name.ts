import { useText } from "./use-text"

/** The name of a report's format; a merchant's own format goes by its id. */
export function useFormatName() {
  const { t, knows } = useText()
  return (format: string | null): string => {
    if (!format) return t("report.unknown_format")
    return knows(`format.${format}`) ? t(`format.${format}`) : format
  }
}
