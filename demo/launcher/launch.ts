import { startShop } from "../shop/server"
import { STORY_STEPS, tellStory } from "../story"
import { NIGHT_STEPS, tellSettlementNight } from "../story/settlement-night"
import { chooseAddresses } from "./addresses"
import { warmUpAdmin } from "./admin"
import { openDatabase } from "./database"
import type { DemoError } from "./demo-error"
import { storeEnvironment } from "./environment"
import type { Flags } from "./flags"
import { startGateway } from "./gateway"
import type { Progress } from "./progress"
import { checkRedis } from "./redis"
import type { Shutdown } from "./shutdown"
import { failed, migrate, startStore } from "./store"
import { printAddresses } from "./summary"

const STEPS = 5

/** Starts everything in order. `died` settles when the store ends although nobody asked it to. */
export async function launch(
  flags: Flags,
  progress: Progress,
  shutdown: Shutdown,
): Promise<{ died: Promise<DemoError> }> {
  progress.expect(
    STEPS +
      (flags.admin ? 1 : 0) +
      (flags.story ? STORY_STEPS : 0) +
      (flags.story ? NIGHT_STEPS : 0),
  )
  const addresses = await chooseAddresses()
  addresses.notes.forEach((note) => progress.say(note))

  const database = await progress.step("Database", () => openCheckedDatabase(shutdown), labelOf)
  const gateway = await progress.step("PagoEfectivo sandbox", () =>
    startGateway(addresses, shutdown),
  )
  const env = storeEnvironment({
    addresses,
    databaseUrl: database.url,
    gateway,
    soldThrough: flags.gateway,
    admin: flags.admin,
  })
  await progress.step(
    "Tables",
    (step) => migrate(env, shutdown, (name) => step.detail(name)),
    () => "up to date",
  )
  const { child, shop } = await progress.step(
    "Medusa and what the shop sells",
    (step) => startStore(env, shutdown, () => step.detail("filling the shelves")),
    (started) => shelves(started.shop.productsAdded),
  )
  await progress.step("Shop page", () => startShop({ addresses, shop, gateway, shutdown }))
  if (flags.story) {
    const story = { progress, gateway, shop, backendUrl: addresses.backendUrl }
    await tellStory(story)
    await tellSettlementNight({ ...story, soldThrough: flags.gateway })
  }
  if (flags.admin) await progress.step("Admin", () => warmUpAdmin(addresses.backendUrl))
  if (!flags.once) printAddresses(progress, { addresses, gateway, admin: flags.admin })
  return { died: child.exited.then(() => failed("The store ended by itself", child)) }
}

async function openCheckedDatabase(shutdown: Shutdown) {
  await checkRedis(process.env.REDIS_URL)
  const database = await openDatabase()
  shutdown.add("The database", () => database.stop())
  return database
}

function labelOf({ label }: { label: string }): string {
  return label
}

function shelves(productsAdded: number): string {
  return productsAdded > 0 ? `${productsAdded} products added` : "products and orders kept"
}
