import type { AlertWording } from "./alert-wording"

export const ZH: AlertWording = {
  wholeTitle: "PagoEfectivo：对账全部相符",
  reportsTitle: "PagoEfectivo：没有未处理异常，但报告不全",
  openTitle: (cases, atRisk) => `PagoEfectivo：有 ${cases} 个未处理异常，风险金额 ${atRisk}`,
  failedTitle: "PagoEfectivo：对账失败",
  caseTitle: (reason, atRisk) => `PagoEfectivo：${reason}（${atRisk}）`,
  period: (from, to) => `付款日期：${from} 至 ${to}`,
  examined: (vouchers, lines) => `已核对 ${vouchers} 个付款码、${lines} 条结算明细。`,
  reason: (name, open, atRisk) => `${name}：${open}（${atRisk}）`,
  news: (opened, healed, reopened) =>
    `与上次相比：新增 ${opened}，自动消除 ${healed}，重新打开 ${reopened}。`,
  captured: (payments) => `店铺遗漏、现已登记的付款：${payments} 笔。`,
  awaitingPerson: (cases) => `已关账期间内待人工决定的变更：${cases}。`,
  fetched: (source, reports) => `来源 ${source}：新报告 ${reports} 份。`,
  unreadable: (file, error) => `无法读取 ${file}：${error}`,
  notTaken: (file, why) => `未导入 ${file}：${why}`,
  moreFailed: (source, files) => `来源 ${source}：另有 ${files} 个文件未导入。`,
  givenUp: (source, files, names) =>
    `来源 ${source}：前几晚搁置的文件仍有 ${files} 个（${names}）。`,
  waiting: (source, files) => `来源 ${source}：${files} 个文件等待下一晚处理。`,
  reread: (file, lines) => `已重新读取 ${file}：新增 ${lines} 条明细。`,
  silent: (source, days) => `来源 ${source}：已 ${days} 天没有报告。`,
  unread: (rows, files) => `无法读取的报告行：${rows}，位于 ${files}。`,
  unreadCause: (file, column, rows, expected) =>
    `${file}${column ? `「${column}」` : ""}（${rows}）：应为${expected}。`,
  unreachable: (source, error) => `无法从来源 ${source} 下载：${error}`,
  failed: (error) => `错误：${error}`,
  order: (orderId) => `订单：${orderId}`,
  and: "和",
}
