import { addToCart } from "@lib/data/cart"
import { listProducts } from "@lib/data/products"
import { convertToLocale } from "@lib/util/money"
import { Button, Heading, Text } from "@modules/common/components/ui"
import { notFound } from "next/navigation"

export default async function ProductPage(props: {
  params: Promise<{ countryCode: string; handle: string }>
}) {
  const { countryCode, handle } = await props.params
  const [product] = await listProducts(countryCode, handle)
  const variant = product?.variants?.[0]
  const price = variant?.calculated_price
  if (!variant || !price) return notFound()

  return (
    <form action={addToCart.bind(null, countryCode, variant.id)}>
      <Heading level="h1">{product.title}</Heading>
      <Text>
        {convertToLocale({
          amount: price.calculated_amount ?? 0,
          currency_code: price.currency_code ?? "",
        })}
      </Text>
      <Button data-testid="add-product-button">Add to cart</Button>
    </form>
  )
}
