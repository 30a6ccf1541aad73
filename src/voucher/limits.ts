/** Every limit of the shopper's side, with its unit. */

/** PagoEfectivo documents 1 to 14 digits. */
export const MAX_CIP_DIGITS = 14

/** Characters of a shop's name or contact line that are shown; longer ones are cut with an ellipsis. */
export const MAX_SHOP_TEXT_CHARACTERS = 80

/** Characters of the payer's first name that are shown. */
export const MAX_FIRST_NAME_CHARACTERS = 40

/** Characters of an order's display id that are shown. */
export const MAX_ORDER_ID_CHARACTERS = 40

/** Characters of a bank transfer's number that are shown; as many as the admin takes. */
export const MAX_REFERENCE_CHARACTERS = 200

/** Characters of the page's address; a longer one would make a QR too dense for an old phone. */
export const MAX_PAGE_URL_CHARACTERS = 512

/** Characters of a logo given as a data URI (about 150 kB of image). */
export const MAX_LOGO_CHARACTERS = 200_000

/** Bytes of a logo given as a file of the backend's own host. */
export const MAX_LOGO_BYTES = 150_000

/** Pixels of a logo in a PDF; more would make each attachment heavy. */
export const MAX_LOGO_PIXELS = 1_000_000

/** Payment points in the content options, both kinds together. */
export const MAX_PAYMENT_POINTS = 40

/** Characters of a payment point's name, hours, fee or hint. */
export const MAX_POINT_TEXT_CHARACTERS = 120

/** Characters of one overridden wording. */
export const MAX_WORDING_CHARACTERS = 400

/** Seconds between reloads of the waiting page in a browser without JavaScript. */
export const PLAIN_REFRESH_SECONDS = 60
