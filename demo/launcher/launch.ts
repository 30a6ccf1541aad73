import { startShop } from "../shop/server"
import { STORY_STEPS, tellStory, type StoryInput } from "../story"
import { NIGHT_STEPS, tellSettlementNight } from "../story/settlement-night"
import { chooseAddresses } from "./addresses"
import { warmUpAdmin } from "./admin"
import { openDatabase } from "./database"
import { fixOf, messageOf, type DemoError } from "./demo-error"
import { storeEnvironment } from "./environment"
import type { Flags } from "./flags"
import { startGateway } from "./gateway"
import type { Progress } from "./progress"
import { checkRedis } from "./redis"
import type { Shutdown } from "./shutdown"
import { failed, migrate, startStore } from "./store"
import { printAddresses, printEnd } from "./summary"

const STEPS = 5

/**
 * Opens the shop, says where it is, and then shows what it can do, which has no power to close it.
 * `died` settles when the store ends although nobody asked it to.
 */
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
  if (!flags.once) printAddresses(progress, { addresses, gateway, admin: flags.admin })
  if (flags.story) {
    await show({ progress, gateway, shop, backendUrl: addresses.backendUrl }, flags)
  }
  if (flags.admin) {
    await progress.step(
      "Admin",
      () => warmUpAdmin(addresses.backendUrl),
      (outcome) => outcome,
    )
  }
  if (!flags.once) printEnd(progress, addresses)
  return { died: child.exited.then(() => failed("The store ended by itself", child)) }
}

/** The story of an order and of a night. Only `--once`, which shows nothing else, fails with it. */
async function show(story: StoryInput, flags: Flags): Promise<void> {
  try {
    await tellStory(story)
    await tellSettlementNight({ ...story, soldThrough: flags.gateway })
  } catch (error) {
    if (flags.once) throw error
    story.progress.say(`    ${messageOf(error)}`)
    story.progress.say(`    The shop is open all the same. ${fixOf(error)}`)
  }
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
