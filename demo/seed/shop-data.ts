/** What the demo shop sells and how it ships. Prices are soles with IGV included. */

export const REGION_NAME = "Perú"
export const COUNTRY_CODE = "pe"
export const CURRENCY_CODE = "pen"
/** Peru's value added tax, in percent. */
export const IGV_PERCENT = 18
/** Pieces of each product in the stock room when the shop opens. */
export const OPENING_STOCK = 500

export const ADMIN = { email: "admin@demo.pe", password: "pagoefectivo" } as const

export interface DemoProduct {
  handle: string
  title: string
  description: string
  sku: string
  /** Soles, IGV included. */
  price: number
  category: string
  /** Grams. */
  weight: number
}

export const CATEGORIES = ["Despensa", "Textiles", "Artesanía"] as const

export const PRODUCTS: readonly DemoProduct[] = [
  {
    handle: "chalina-de-alpaca",
    title: "Chalina de baby alpaca",
    description: "Tejida en Arequipa con fibra de baby alpaca. Liviana, suave y muy abrigadora.",
    sku: "TEX-CHALINA",
    price: 69.9,
    category: "Textiles",
    weight: 180,
  },
  {
    handle: "cafe-de-chanchamayo",
    title: "Café de Chanchamayo, 250 g",
    description: "Grano arábico de altura, tueste medio. Notas de panela, naranja y cacao.",
    sku: "DES-CAFE-250",
    price: 32.9,
    category: "Despensa",
    weight: 270,
  },
  {
    handle: "chocolate-de-piura",
    title: "Chocolate de Piura, 70 % cacao",
    description: "Cacao blanco de Piura y azúcar de caña. Dos ingredientes, nada más.",
    sku: "DES-CHOCO-70",
    price: 18.5,
    category: "Despensa",
    weight: 90,
  },
  {
    handle: "torito-de-pucara",
    title: "Torito de Pucará",
    description: "Cerámica pintada a mano en Puno. Para el techo, la repisa y la buena suerte.",
    sku: "ART-TORITO",
    price: 89.9,
    category: "Artesanía",
    weight: 900,
  },
  {
    handle: "chullo-cusqueno",
    title: "Chullo cusqueño",
    description:
      "Gorro andino con orejeras, tejido a palitos con lana de oveja y tintes naturales.",
    sku: "TEX-CHULLO",
    price: 45,
    category: "Textiles",
    weight: 120,
  },
  {
    handle: "quinua-de-puno",
    title: "Quinua orgánica de Puno, 1 kg",
    description: "Quinua blanca lavada, cosecha del año. Rinde unas veinte porciones.",
    sku: "DES-QUINUA-1K",
    price: 24.9,
    category: "Despensa",
    weight: 1020,
  },
  {
    handle: "miel-de-oxapampa",
    title: "Miel de Oxapampa, 500 g",
    description:
      "Miel multifloral de la selva central, sin pasteurizar. Puede cristalizar: es normal.",
    sku: "DES-MIEL-500",
    price: 28,
    category: "Despensa",
    weight: 720,
  },
  {
    handle: "taza-de-chulucanas",
    title: "Taza de Chulucanas",
    description: "Cerámica bruñida y ahumada con hojas de mango. Cada pieza sale distinta.",
    sku: "ART-TAZA",
    price: 39.9,
    category: "Artesanía",
    weight: 380,
  },
  {
    handle: "mate-burilado",
    title: "Mate burilado de Cochas",
    description: "Calabaza tallada a mano en el valle del Mantaro. Cuenta una fiesta de pueblo.",
    sku: "ART-MATE",
    price: 55,
    category: "Artesanía",
    weight: 160,
  },
  {
    handle: "manta-ayacuchana",
    title: "Manta ayacuchana",
    description: "Telar a pedal, lana de oveja y cochinilla. Mide 1,20 × 1,60 metros.",
    sku: "TEX-MANTA",
    price: 149.9,
    category: "Textiles",
    weight: 1100,
  },
  {
    handle: "pasta-de-aji-amarillo",
    title: "Pasta de ají amarillo, 200 g",
    description: "Ají, sal y aceite. Lista para la causa, el ají de gallina y la huancaína.",
    sku: "DES-AJI-200",
    price: 14.9,
    category: "Despensa",
    weight: 340,
  },
  {
    handle: "retablo-de-navidad",
    title: "Retablo ayacuchano",
    description: "Caja de cedro con figuras de pasta de papa. Se abre y aparece el nacimiento.",
    sku: "ART-RETABLO",
    price: 199,
    category: "Artesanía",
    weight: 1400,
  },
]

export interface DemoShippingOption {
  name: string
  label: string
  code: string
  description: string
  /** Soles, IGV included. */
  price: number
}

export const SHIPPING_OPTIONS: readonly DemoShippingOption[] = [
  {
    name: "Envío a domicilio en Lima y Callao",
    label: "A domicilio",
    code: "lima",
    description: "De 1 a 2 días hábiles después de tu pago",
    price: 10,
  },
  {
    name: "Recojo en tienda, Miraflores",
    label: "Recojo",
    code: "recojo",
    description: "De lunes a sábado, de 10 a 20 h",
    price: 0,
  },
]
