import { Select } from "@medusajs/ui"
import { useText } from "../../hooks/use-text"
import { useTimeZone } from "../../hooks/use-time-zone"
import { TIME_ZONES, zoneName, type TimeZoneChoice } from "../../lib/dates"

/** In which zone times are shown, for someone who works from Lima, from Shanghai or from elsewhere. */
export function TimeZoneSelect() {
  const { t } = useText()
  const [zone, setZone] = useTimeZone()
  const names: Record<TimeZoneChoice, string> = {
    "America/Lima": t("zones.lima"),
    browser: t("zones.browser", { zone: zoneName("browser") }),
    "Asia/Shanghai": t("zones.shanghai"),
  }
  return (
    <Select size="small" value={zone} onValueChange={(value) => setZone(value as TimeZoneChoice)}>
      <Select.Trigger aria-label={t("zones.label")} className="w-auto max-w-44 gap-x-2">
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {TIME_ZONES.map((choice) => (
          <Select.Item key={choice} value={choice}>
            {names[choice]}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
