import healthEn from "../../health-texts/en.json"
import healthEs from "../../health-texts/es.json"
import healthZh from "../../health-texts/zh.json"
import en from "./json/en.json"
import es from "./json/es.json"
import zhCN from "./json/zhCN.json"

/**
 * In a namespace of its own, so that no key collides with the dashboard's or another plugin's. What
 * health says stands with its checks, because the command `doctor` says the same.
 */
export default {
  en: { pagoefectivo: { ...en, health: healthEn } },
  es: { pagoefectivo: { ...es, health: healthEs } },
  zhCN: { pagoefectivo: { ...zhCN, health: healthZh } },
}
