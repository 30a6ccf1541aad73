import { browserSetting } from "../lib/browser-setting"
import { LIMA_ZONE, TIME_ZONES } from "../lib/dates"

/** The zone in which all times are shown: Lima unless this browser's user chose another. */
export const useTimeZone = browserSetting("pagoefectivo_time_zone", TIME_ZONES, LIMA_ZONE)
