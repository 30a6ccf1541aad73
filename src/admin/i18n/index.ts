import { SHARED_TEXTS } from "../../texts/shared-texts"
import en from "./json/en.json"
import es from "./json/es.json"
import zhCN from "./json/zhCN.json"
import { withPlainCounts } from "./with-plain-counts"

/** In a namespace of its own, so that no key collides with the dashboard's or another plugin's. */
export default {
  en: { pagoefectivo: { ...en, ...SHARED_TEXTS.en } },
  es: { pagoefectivo: { ...es, ...SHARED_TEXTS.es } },
  zhCN: { pagoefectivo: withPlainCounts({ ...zhCN, ...SHARED_TEXTS.zh }) },
}
