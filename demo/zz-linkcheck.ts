import { container } from "@medusajs/framework"
import start from "@medusajs/medusa/commands/start"
async function main() {
  await start({ directory: "/work/main", port: 9777, host: "127.0.0.1" } as never)
  const query = container.resolve("query") as any
  console.log("A", JSON.stringify((await query.graph({ entity: "order", fields: ["id", "pagoefectivo_vouchers.cip"] })).data.slice(0, 2)))
  console.log("B", JSON.stringify((await query.graph({ entity: "pagoefectivo_voucher", fields: ["id", "order.display_id", "payment_session.status"] })).data.slice(0, 2)))
  process.exit(0)
}
main().catch((e) => { console.error(e); process.exit(1) })
