import type { AlertWording } from "./alert-wording"
import { EN } from "./wording-en"
import { ES } from "./wording-es"
import { ZH } from "./wording-zh"

export const ALERT_WORDING: Record<"es" | "en" | "zh", AlertWording> = { es: ES, en: EN, zh: ZH }
