import path from "node:path"
import type { SetupWishes } from "../../workflows/setup/setup-step"
import { agree, type Conversation } from "../agree"
import { printHealth } from "../doctor/print-health"
import { healthOf } from "../../workflows/health/health-check"
import { explainFailure } from "../store/explain-failure"
import type { Store } from "../store/find-store"
import type { StoreAnswer } from "../store/messages"
import { askStore, MedusaFailedError, migrateStore } from "../store/run-medusa"
import { changesFiles, planFiles, writeFiles, type FilePlan } from "./plan-files"
import { printFiles, printLook, printLooks, printMigration } from "./print-plan"
import { printNextSteps } from "./print-next-steps"
import { FileChangedError } from "./replace-file"
import { readRate } from "./wishes"

/** What a look at the store gave: its answer, or why there is none. */
type Look = { answer: StoreAnswer } | { failure: MedusaFailedError }

/** Looks at a store, shows what is missing, asks, and does it. */
export class Initialisation {
  constructor(
    private readonly store: Store,
    private wishes: SetupWishes,
    private readonly talk: Conversation,
  ) {}

  /** @returns whether nothing is left to do. */
  async run(): Promise<boolean> {
    const { texts, layout } = this.talk
    const files = planFiles(this.store, process.env)
    printFiles(files, this.talk)
    layout.text(texts.t("init.looking"))
    const look = await this.look()
    if ("answer" in look) await this.askForRate(look.answer)
    this.printDatabase(files, look)
    const isKept = keptByHand(files)
    if (!this.hasWork(files, look)) return this.conclude(look, isKept, "init.nothing_to_do")
    if (!(await agree(this.talk))) return false
    if (!this.write(files)) return false
    if (files.config.edit.outcome === "unusual") return this.leave()
    return this.finish(files, look, isKept)
  }

  private async look(): Promise<Look> {
    try {
      return { answer: await askStore(this.store, { kind: "look", wishes: this.wishes }) }
    } catch (failure) {
      if (!(failure instanceof MedusaFailedError)) throw failure
      return { failure }
    }
  }

  /** Where prices are missing and somebody can be asked: it is the one thing that only they know. */
  private async askForRate({ looks }: StoreAnswer): Promise<void> {
    const { io, layout, texts, isAgreed } = this.talk
    const prices = looks.find(({ id }) => id === "prices")
    if (prices?.data.finding !== "no_rate" || isAgreed || !io.isInteractive) return
    const text = await io.ask(`${texts.t("init.ask_rate", prices.data)} `)
    if (!text) return
    const rate = readRate(text)
    if (!rate) return layout.text(texts.t("init.wrong_rate", { found: text }))
    this.wishes = { ...this.wishes, rate }
    prices.state = "missing"
    prices.data = { ...prices.data, finding: undefined, rate: rate.rate }
  }

  private printDatabase(files: FilePlan, look: Look): void {
    const { layout, texts } = this.talk
    layout.heading(texts.t("init.database"))
    if (needsMigration(files, look)) printMigration(this.talk)
    if ("answer" in look) printLooks(look.answer.looks, this.talk)
    else if (this.hasWork(files, look)) layout.item("todo", texts.t("init.look_later"))
    else this.printFailure(look.failure)
    layout.blank()
  }

  private printFailure(failure: MedusaFailedError): void {
    printHealth(healthOf([explainFailure(failure)], new Date()), this.talk)
  }

  private hasWork(files: FilePlan, look: Look): boolean {
    return (
      changesFiles(files) ||
      needsMigration(files, look) ||
      ("answer" in look && look.answer.looks.some(({ state }) => state === "missing"))
    )
  }

  private write(files: FilePlan): boolean {
    const { layout, texts } = this.talk
    if (!changesFiles(files)) return true
    try {
      writeFiles(files)
    } catch (error) {
      if (!(error instanceof FileChangedError)) throw error
      layout.item("problem", texts.t("init.changed", { file: path.basename(error.file) }))
      return false
    }
    layout.item("ok", texts.t("init.doing_files"))
    return true
  }

  /** The database's part, once the files are right. */
  private async finish(files: FilePlan, look: Look, isKept: boolean): Promise<boolean> {
    const { layout, texts } = this.talk
    try {
      if (needsMigration(files, look)) await this.migrate()
      if ("failure" in look && !(await this.lookAgain())) return false
      layout.text(texts.t("init.doing_setup"))
      const answer = await askStore(this.store, { kind: "apply", wishes: this.wishes }, (done) =>
        printLook(done, this.talk, "ok"),
      )
      layout.blank()
      return this.conclude({ answer }, isKept, "init.done")
    } catch (error) {
      if (!(error instanceof MedusaFailedError)) throw error
      layout.blank()
      this.printFailure(error)
      return false
    }
  }

  private async migrate(): Promise<void> {
    const { layout, texts } = this.talk
    layout.text(texts.t("init.doing_migrate"))
    await migrateStore(this.store)
    layout.item("ok", texts.t("init.migrated"))
  }

  /** What could not be planned before is shown, and asked for, now. */
  private async lookAgain(): Promise<boolean> {
    const look = await this.look()
    if ("failure" in look) throw look.failure
    const { answer } = look
    if (answer.pendingMigrations.length > 0) await this.migrate()
    await this.askForRate(answer)
    printLooks(answer.looks, this.talk)
    const isMissing = answer.looks.some(({ state }) => state === "missing")
    return !isMissing || agree(this.talk)
  }

  private conclude(look: Look, isKept: boolean, good: "init.done" | "init.nothing_to_do"): boolean {
    const { layout, texts } = this.talk
    if ("failure" in look) return false
    const isOpen = isKept || look.answer.looks.some(({ state }) => state === "blocked")
    if (isOpen) return this.leave()
    layout.text(texts.t(good))
    printNextSteps(look.answer, this.talk)
    return true
  }

  private leave(): boolean {
    this.talk.layout.text(this.talk.texts.t("init.open"))
    return false
  }
}

/** The plugin's tables come with the plugin; where the store can't be looked at, they may be why. */
function needsMigration({ config }: FilePlan, look: Look): boolean {
  if (config.edit.outcome === "unusual") return false
  if (config.edit.outcome === "add") return true
  if ("answer" in look) return look.answer.pendingMigrations.length > 0
  return explainFailure(look.failure).data.finding === "not_migrated"
}

function keptByHand({ config, env }: FilePlan): boolean {
  return config.edit.outcome === "unusual" || env?.edit.outcome === "incomplete"
}
