import type { AlertWording } from "./alert-wording"
import { counted } from "./counted"

export const ES: AlertWording = {
  wholeTitle: "PagoEfectivo: la conciliación cuadra",
  reportsTitle: "PagoEfectivo: ningún caso abierto, pero faltan reportes",
  openTitle: (cases, atRisk) =>
    `PagoEfectivo: hay ${counted(cases, "caso abierto", "casos abiertos")}, ${atRisk} en riesgo`,
  failedTitle: "PagoEfectivo: la conciliación falló",
  caseTitle: (reason, atRisk) => `PagoEfectivo: ${reason} (${atRisk})`,
  period: (from, to) => `Pagos del ${from} al ${to}`,
  examined: (vouchers, lines) =>
    `Revisamos ${counted(vouchers, "código", "códigos")} y ${counted(lines, "línea", "líneas")} de reportes.`,
  reason: (name, open, atRisk) => `${name}: ${open} (${atRisk})`,
  news: (opened, healed, reopened) =>
    `Desde la vez anterior: ${counted(opened, "nuevo", "nuevos")}, ${counted(healed, "se arregló solo", "se arreglaron solos")}, ${counted(reopened, "reabierto", "reabiertos")}.`,
  captured: (payments) => `Pagos que faltaban en la tienda y se registraron: ${payments}.`,
  awaitingPerson: (cases) => `Cambios en periodos cerrados que esperan tu decisión: ${cases}.`,
  fetched: (source, reports) =>
    `Fuente ${source}: ${counted(reports, "reporte nuevo", "reportes nuevos")}.`,
  unreadable: (file, error) => `No se pudo leer ${file}: ${error}`,
  notTaken: (file, why) => `No se tomó ${file}: ${why}`,
  moreFailed: (source, files) =>
    `Fuente ${source}: ${counted(files, "archivo más no se tomó", "archivos más no se tomaron")}.`,
  givenUp: (source, files, names) =>
    `Fuente ${source}: siguen aparte desde noches anteriores: ${files} (${names}).`,
  waiting: (source, files) =>
    `Fuente ${source}: ${counted(files, "archivo espera", "archivos esperan")} a la próxima noche.`,
  reread: (file, lines) =>
    `Se leyó de nuevo ${file}: ${counted(lines, "línea más", "líneas más")}.`,
  silent: (source, days) =>
    `Fuente ${source}: ningún reporte desde hace ${counted(days, "día", "días")}.`,
  unread: (rows, files) => `Filas de reportes que no se pudieron leer: ${rows}, en ${files}.`,
  unreadCause: (file, column, rows, expected) =>
    `${file}${column ? `, «${column}»` : ""} (${rows}): se esperaba ${expected}.`,
  unreachable: (source, error) => `No se pudo descargar de la fuente ${source}: ${error}`,
  failed: (error) => `Error: ${error}`,
  order: (orderId) => `Pedido: ${orderId}`,
  and: "y",
}
