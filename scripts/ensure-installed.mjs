// Makes `npm start` and `npm test` work on a fresh clone: checks Node and installs what the lock
// file names. Only Node's built-ins may be used here, since nothing else is there yet.
import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, statSync } from "node:fs"
import path from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

const MINIMUM_NODE = [20, 19]
/** Warnings about Medusa's own dependencies are not the newcomer's to act on. */
const NPM_ARGS = ["ci", "--loglevel=error"]

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const lockFile = path.join(root, "package-lock.json")
const installedFile = path.join(root, "node_modules", ".package-lock.json")

/** Stops the process with one sentence when Node is too old for the plugin or for Medusa. */
function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
  const [wantedMajor, wantedMinor] = MINIMUM_NODE
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) {
    return
  }
  fail(`Node.js ${MINIMUM_NODE.join(".")} or newer is needed, this is ${process.versions.node}.`)
}

/** True when node_modules lacks a package of the lock file or holds it in another version. */
function isInstallNeeded() {
  if (!existsSync(installedFile)) {
    return true
  }
  // Times alone mislead after a checkout, so a newer lock file is compared by content.
  if (statSync(lockFile).mtimeMs <= statSync(installedFile).mtimeMs) {
    return false
  }
  const installed = readPackages(installedFile)
  return Object.entries(readPackages(lockFile)).some(([location, wanted]) => {
    const found = installed[location]
    if (location === "" || wanted.link) {
      return false
    }
    return found ? found.version !== wanted.version : !(wanted.optional || wanted.devOptional)
  })
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {}
}

function install() {
  console.log("Installing dependencies with `npm ci` (one to three minutes, once) …")
  const npm = process.env.npm_execpath
  const [command, args] = npm?.endsWith(".js")
    ? [process.execPath, [npm, ...NPM_ARGS]]
    : [process.platform === "win32" ? "npm.cmd" : "npm", NPM_ARGS]
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: command === "npm.cmd",
    env: { ...process.env, MEDUSA_DISABLE_TELEMETRY: "true" },
  })
  if (result.status !== 0) {
    const cause = result.error?.message ?? `it ended with code ${result.status}`
    fail(
      `\`npm ci\` did not succeed (${cause}). Check the network and the npm registry, ` +
        "then run `npm ci` by hand and start again.",
    )
  }
}

function fail(message) {
  console.error(message)
  process.exit(1)
}

/** Checks Node and, only when something is missing, installs the dependencies. */
export function ensureInstalled() {
  requireNode()
  if (isInstallNeeded()) {
    install()
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled()
}
