import expectedEn from "../../health-texts/expected-en.json"
import expectedEs from "../../health-texts/expected-es.json"
import expectedZh from "../../health-texts/expected-zh.json"
import healthEn from "../../health-texts/en.json"
import healthEs from "../../health-texts/es.json"
import healthZh from "../../health-texts/zh.json"
import refusalEn from "../../health-texts/refusal-en.json"
import refusalEs from "../../health-texts/refusal-es.json"
import refusalZh from "../../health-texts/refusal-zh.json"
import en from "./json/en.json"
import es from "./json/es.json"
import zhCN from "./json/zhCN.json"

/**
 * In a namespace of its own, so that no key collides with the dashboard's or another plugin's. What
 * health says stands with its checks, because the command `doctor` says the same, and why a file or a
 * row can't be read beside it, because a night's digest says so too.
 */
export default {
  en: texts(en, healthEn, refusalEn, expectedEn),
  es: texts(es, healthEs, refusalEs, expectedEs),
  zhCN: texts(zhCN, healthZh, refusalZh, expectedZh),
}

function texts<Own, Health, Refusal, Expected>(
  own: Own,
  health: Health,
  refusal: Refusal,
  quarantine_expected: Expected,
) {
  return { pagoefectivo: { ...own, health, refusal, quarantine_expected } }
}
