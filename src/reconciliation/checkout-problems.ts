/**
 * Why no order could be placed with a payment, in the shop's words. The codes are the closed set that
 * programs and translations rely on.
 */
export const CHECKOUT_PROBLEMS = {
  not_enough_stock: "There is not enough stock.",
  no_items: "The cart is empty.",
  no_delivery: "The cart has no way of delivery, or one that does not suit what is in it.",
  no_payment_method: "The cart has no way to pay, or one that its region does not offer.",
  no_price: "Something in the cart has no price.",
  refused: "The shop refused the cart; its log says why.",
} as const

export type CheckoutProblem = keyof typeof CHECKOUT_PROBLEMS
