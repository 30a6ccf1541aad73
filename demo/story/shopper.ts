/** The guest who places the first order. Made up. */
export const SHOPPER = { email: "maria.nunez@example.pe", first_name: "María José" } as const

export const SHOPPER_ADDRESS = {
  first_name: SHOPPER.first_name,
  last_name: "Núñez Ñahui",
  phone: "987654321",
  address_1: "Jr. Batallón Ayacucho 123, dpto. 402",
  city: "Santiago de Surco",
  province: "Lima",
  country_code: "pe",
} as const

export const WANTED_HANDLE = "chalina-de-alpaca"
export const HOME_DELIVERY = "Envío a domicilio en Lima y Callao"
