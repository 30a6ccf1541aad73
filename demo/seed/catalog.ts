import {
  createInventoryLevelsWorkflow,
  createProductCategoriesWorkflow,
  createProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import { CATEGORIES, CURRENCY_CODE, OPENING_STOCK, PRODUCTS, type DemoProduct } from "./shop-data"

interface CatalogInput {
  salesChannelId: string
  shippingProfileId: string
  stockLocationId: string
}

/** The dozen products, each with its price and its stock. Returns how many were added. */
export async function ensureCatalog(
  container: MedusaContainer,
  input: CatalogInput,
): Promise<number> {
  const categoryIds = await ensureCategories(container)
  const existing = await container
    .resolve(Modules.PRODUCT)
    .listProducts({ handle: PRODUCTS.map((p) => p.handle) }, { take: PRODUCTS.length })
  const handles = new Set(existing.map((product) => product.handle))
  const missing = PRODUCTS.filter((product) => !handles.has(product.handle))
  if (missing.length > 0) {
    await createProductsWorkflow(container).run({
      input: { products: missing.map((p) => toProduct(p, input, categoryIds)) },
    })
  }
  await ensureStock(container, input.stockLocationId)
  return missing.length
}

function toProduct(product: DemoProduct, input: CatalogInput, categoryIds: Map<string, string>) {
  const categoryId = categoryIds.get(product.category)
  return {
    title: product.title,
    handle: product.handle,
    description: product.description,
    weight: product.weight,
    status: ProductStatus.PUBLISHED,
    shipping_profile_id: input.shippingProfileId,
    category_ids: categoryId ? [categoryId] : [],
    sales_channels: [{ id: input.salesChannelId }],
    options: [{ title: "Presentación", values: ["Única"] }],
    variants: [
      {
        title: "Única",
        sku: product.sku,
        manage_inventory: true,
        options: { Presentación: "Única" },
        prices: [{ currency_code: CURRENCY_CODE, amount: product.price }],
      },
    ],
  }
}

async function ensureCategories(container: MedusaContainer): Promise<Map<string, string>> {
  const existing = await container
    .resolve(Modules.PRODUCT)
    // Medusa 2.17 gives ids alone unless it is told what to select.
    .listProductCategories({ name: [...CATEGORIES] }, { select: ["id", "name"] })
  const names = new Set(existing.map((category) => category.name))
  const missing = CATEGORIES.filter((name) => !names.has(name))
  if (missing.length === 0) return new Map(existing.map(({ name, id }) => [name, id]))
  const { result } = await createProductCategoriesWorkflow(container).run({
    input: { product_categories: missing.map((name) => ({ name, is_active: true })) },
  })
  return new Map([...existing, ...result].map(({ name, id }) => [name, id]))
}

async function ensureStock(container: MedusaContainer, stockLocationId: string): Promise<void> {
  const inventory = container.resolve(Modules.INVENTORY)
  const items = await inventory.listInventoryItems(
    { sku: PRODUCTS.map((product) => product.sku) },
    { take: PRODUCTS.length },
  )
  const levels = await inventory.listInventoryLevels(
    { inventory_item_id: items.map((item) => item.id), location_id: stockLocationId },
    { take: PRODUCTS.length },
  )
  const stocked = new Set(levels.map((level) => level.inventory_item_id))
  const empty = items.filter((item) => !stocked.has(item.id))
  if (empty.length === 0) return
  await createInventoryLevelsWorkflow(container).run({
    input: {
      inventory_levels: empty.map((item) => ({
        inventory_item_id: item.id,
        location_id: stockLocationId,
        stocked_quantity: OPENING_STOCK,
      })),
    },
  })
}
