import { readInput } from "./read-input"
import { SandboxUsageError } from "./sandbox-usage-error"
import { DEFAULT_SWITCHES } from "./switches"
import { switchesSchema } from "./switches-schema"
import type { Fault, SandboxOperation, SandboxSwitches, SwitchChanges } from "./switches"

type FaultPlace = SandboxOperation | "all"

/** Holds the switches and counts how often a fault is still due. */
export class SwitchBoard {
  private switches: SandboxSwitches
  private readonly left = new Map<FaultPlace, number>()

  constructor(private readonly initial: SwitchChanges = {}) {
    this.switches = structuredClone(DEFAULT_SWITCHES)
    this.change(initial)
  }

  get current(): Readonly<SandboxSwitches> {
    return this.switches
  }

  /**
   * Changes the switches named; `latencyMs` and `faults` are merged by operation,
   * `mercadoPago` by switch.
   * @throws SandboxUsageError that names the switch, what was expected and what was found.
   */
  change(changes: unknown): void {
    const valid = readInput(switchesSchema, changes, "Switches") as SwitchChanges
    this.switches = {
      ...this.switches,
      ...valid,
      latencyMs: { ...this.switches.latencyMs, ...valid.latencyMs },
      faults: { ...this.switches.faults, ...valid.faults },
      mercadoPago: { ...this.switches.mercadoPago, ...valid.mercadoPago },
    }
    for (const [place, fault] of Object.entries(valid.faults ?? {}) as [FaultPlace, Fault][]) {
      this.left.set(place, fault?.times ?? Number.POSITIVE_INFINITY)
    }
  }

  /** Back to what the sandbox was started with. */
  reset(): void {
    this.switches = structuredClone(DEFAULT_SWITCHES)
    this.left.clear()
    this.change(this.initial)
  }

  latency(operation: SandboxOperation): number {
    const { latencyMs } = this.switches
    return (latencyMs.all ?? 0) + (latencyMs[operation] ?? 0)
  }

  /** The fault for this call, if one is due; the operation's own before the one for all. */
  takeFault(operation: SandboxOperation): Fault | null {
    return this.takeFrom(operation) ?? this.takeFrom("all")
  }

  private takeFrom(place: FaultPlace): Fault | null {
    const fault = this.switches.faults[place]
    if (!fault) {
      return null
    }
    const left = (this.left.get(place) ?? 0) - 1
    this.left.set(place, left)
    if (left <= 0) {
      this.switches.faults = { ...this.switches.faults, [place]: null }
    }
    return fault
  }

  /** @throws SandboxUsageError over HTTP, where `refuse` would close the door behind itself. */
  changeOverHttp(changes: unknown): void {
    const down = typeof changes === "object" && changes !== null ? Reflect.get(changes, "down") : 0
    if (down === "refuse") {
      throw new SandboxUsageError(
        'down: "refuse" closes this very port; over HTTP use "reset", or behave() in the process',
      )
    }
    this.change(changes)
  }
}
