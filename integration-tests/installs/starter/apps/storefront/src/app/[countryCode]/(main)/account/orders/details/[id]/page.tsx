import { retrieveOrder } from "@lib/data/orders"
import OrderDetailsTemplate from "@modules/order/templates/order-details-template"

export default async function OrderDetailPage(props: {
  params: Promise<{ id: string }>
}) {
  const { id } = await props.params

  return <OrderDetailsTemplate order={await retrieveOrder(id)} />
}
