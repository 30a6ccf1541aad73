import { retrieveCart } from "@lib/data/cart"
import { Heading, Text } from "@modules/common/components/ui"

export default async function Cart(props: {
  params: Promise<{ countryCode: string }>
}) {
  const { countryCode } = await props.params
  const cart = await retrieveCart()

  return (
    <>
      <Heading level="h1">Cart</Heading>
      {cart?.items?.map(({ id, product_title, quantity }) => (
        <Text key={id}>
          {quantity} × {product_title}
        </Text>
      ))}
      <a
        href={`/${countryCode}/checkout?step=address`}
        data-testid="checkout-button"
      >
        Go to checkout
      </a>
    </>
  )
}
