const Sequencer = require("@jest/test-sequencer").default

/**
 * Specs that take minutes although their files are short, longest first. Jest goes by the size of
 * a file where it has no times of an earlier run, and a new machine has none: begun last, one of
 * these would run alone at the end while the other core waits.
 */
const LONG = [
  "installs/starter",
  "installs/npm",
  "installs/pnpm",
  "installs/oldest",
  "installs/yarn",
  "resilience/kill",
  "resilience/race",
  "resilience/outage",
  "commands/start",
  "browser/admin",
]

/** How long a spec takes, as a place in the list above; those that are not in it come after. */
function placeOf({ path }) {
  const place = LONG.findIndex((name) => path.includes(`/integration-tests/${name}.spec.`))
  return place < 0 ? LONG.length : place
}

/** Starts first what takes longest, the rest as Jest would. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => placeOf(one) - placeOf(other))
  }
}
