// Programs that some tests need beside Node, installed from Debian when that is possible.
import { spawnSync } from "node:child_process"

/** The program that each Debian package is wanted for. */
const PROGRAMS = { chromium: "chromium", "redis-server": "redis-server" }

const INSTALL_TIMEOUT_MS = 10 * 60_000

/**
 * Installs the Debian package when its program is missing and this process may do so.
 *
 * @param {keyof typeof PROGRAMS} name
 * @returns {string | undefined} why the program is still missing; undefined when it is there
 */
export function ensureSystemPackage(name) {
  const program = PROGRAMS[name]
  if (isThere(program)) {
    return undefined
  }
  const advice = `Install it by hand (Debian: apt-get install ${name}) and start again.`
  if (!isThere("apt-get")) {
    return `${program} is missing and there is no apt-get to install it with. ${advice}`
  }
  if (process.getuid?.() !== 0) {
    return `${program} is missing and only root may install it. ${advice}`
  }
  console.log(`Installing Debian's ${name} …`)
  const failure = apt("update") ?? apt("install", "-y", "--no-install-recommends", name)
  if (failure) {
    return `${program} is missing and could not be installed: ${failure}. ${advice}`
  }
  return isThere(program) ? undefined : `${name} was installed, but ${program} is not on the PATH.`
}

function isThere(program) {
  return spawnSync("sh", ["-c", `command -v ${program}`], { stdio: "ignore" }).status === 0
}

function apt(...args) {
  const result = spawnSync("apt-get", ["-q", ...args], {
    encoding: "utf8",
    timeout: INSTALL_TIMEOUT_MS,
    // Services must not start by themselves in a test environment.
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
  })
  if (result.status === 0) {
    return undefined
  }
  const lastLine = (result.stderr ?? "").trim().split("\n").at(-1)
  return result.error?.message ?? lastLine ?? `apt-get ended with code ${result.status}`
}
