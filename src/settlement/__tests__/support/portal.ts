import { workbook, type WorkbookCell } from "./workbook"

const PORTAL_HEADER =
  "CIP,Nro.Ord.Comercio,Monto,Estado,Fec.Emisión,Fec.Cancelación,Fec.Anulada,FechaAExpirar,Fec.Eliminado,Servicio,Cliente Nombre,Cliente Apellidos,Cliente Email,Tipo Doc.,Nro Documento,Cliente Alias,Cliente Telefono,Concepto Pago,Datos Adicionales,Canal,Fec.Actualizacion".split(
    ",",
  )

/** A row of the portal's operations report with some cells replaced. */
export function portalRow(cells: Record<string, WorkbookCell>): WorkbookCell[] {
  const whole: Record<string, WorkbookCell> = {
    CIP: "11546903",
    "Nro.Ord.Comercio": "ORD-1001",
    Monto: 35.5,
    Estado: "Cancelada",
    "Fec.Emisión": "14/01/2025 10:30:00",
    "Fec.Cancelación": "15/01/2025 11:02:07",
    "Cliente Nombre": "Ana",
    "Cliente Apellidos": "Quispe",
    "Cliente Email": "ana@example.com",
    "Nro Documento": "45678912",
    "Cliente Telefono": "987654321",
    Canal: "AGENTE",
    ...cells,
  }
  return PORTAL_HEADER.map((column) => whole[column] ?? null)
}

/** The portal's operations report: the header stands on row 11, the first row on 12. */
export function portalWorkbook(...rows: WorkbookCell[][]): Promise<Buffer> {
  const title = Array.from({ length: 9 }, (_, n) => [`Reporte ${n}`] as WorkbookCell[])
  return workbook([...title, [null], PORTAL_HEADER, ...rows])
}
