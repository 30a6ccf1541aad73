import refusedEn from "../../texts/en/refused.json"
import refusedEs from "../../texts/es/refused.json"
import { SHARED_TEXTS } from "../../texts/shared-texts"
import refusedZh from "../../texts/zh/refused.json"
import en from "./json/en.json"
import es from "./json/es.json"
import zhCN from "./json/zhCN.json"
import { withPlainCounts } from "./with-plain-counts"

/**
 * In a namespace of its own, so that no key collides with the dashboard's or another plugin's. Why
 * something was refused is told by codes of the server, and stands with the shared texts.
 */
export default {
  en: { pagoefectivo: { ...en, ...SHARED_TEXTS.en, refused: refusedEn } },
  es: { pagoefectivo: { ...es, ...SHARED_TEXTS.es, refused: refusedEs } },
  zhCN: { pagoefectivo: withPlainCounts({ ...zhCN, ...SHARED_TEXTS.zh, refused: refusedZh }) },
}
