import { listProducts } from "@lib/data/products"

export const dynamic = "force-dynamic"

export default async function Store(props: {
  params: Promise<{ countryCode: string }>
}) {
  const { countryCode } = await props.params
  const products = await listProducts(countryCode)

  return products.map(({ handle, title }) => (
    <a key={handle} href={`/${countryCode}/products/${handle}`}>
      {title}
    </a>
  ))
}
