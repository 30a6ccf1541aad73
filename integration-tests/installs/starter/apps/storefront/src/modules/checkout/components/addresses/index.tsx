import { setAddresses } from "@lib/data/cart"
import { HttpTypes } from "@medusajs/types"
import { Button, Heading } from "@modules/common/components/ui"

const FIELDS = {
  "shipping_address.first_name": "First name",
  "shipping_address.last_name": "Last name",
  "shipping_address.address_1": "Address",
  "shipping_address.city": "City",
  email: "Email",
}

export default function Addresses({ cart }: { cart: HttpTypes.StoreCart }) {
  const countries = cart.region?.countries ?? []

  return (
    <form action={setAddresses.bind(null, countries[0]?.iso_2 ?? "")}>
      <Heading>Shipping Address</Heading>
      {Object.entries(FIELDS).map(([name, label]) => (
        <label key={name}>
          {label} <input name={name} required />
        </label>
      ))}
      <label>
        Country{" "}
        <select name="shipping_address.country_code">
          {countries.map(({ iso_2, display_name }) => (
            <option key={iso_2} value={iso_2}>
              {display_name}
            </option>
          ))}
        </select>
      </label>
      <Button data-testid="submit-address-button">Continue to delivery</Button>
    </form>
  )
}
