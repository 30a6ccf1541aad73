import "server-only"
import { cookies } from "next/headers"

const CART = "_medusa_cart_id"

export const getCartId = async () => (await cookies()).get(CART)?.value

export const setCartId = async (id: string) => {
  const jar = await cookies()
  jar.set(CART, id, { httpOnly: true, sameSite: "strict", secure: true })
}

export const removeCartId = async () => {
  const jar = await cookies()
  jar.set(CART, "", { maxAge: -1 })
}
