// npm writes the optional packages of other platforms into the lock file only when the registry
// shows them; behind a partial mirror they are left out, and `npm ci` then refuses the lock file
// everywhere. This adds the missing ones: their versions are pinned by the package that wants
// them, and their platform stands in their name. Run it after `npm install`.
import { readFileSync, writeFileSync } from "node:fs"
import { pathToFileURL } from "node:url"

const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony"]
const SYSTEM_NAMES = { ...Object.fromEntries(SYSTEMS.map((name) => [name, name])), win32: "win32" }
const PROCESSORS = ["arm64", "arm", "ia32", "loong64", "ppc64", "riscv64", "s390x", "x64", "wasm32"]
const LIBRARIES = { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" }

/** Adds what is missing to a parsed lock file and says which packages those were. */
export function completeLockfile(lock) {
  const added = []
  for (const [location, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = platformOf(name)
      if (!platform || !/^\d/.test(version) || isLocked(lock, location, name)) {
        continue
      }
      lock.packages[`node_modules/${name}`] = {
        version,
        ...platform,
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
      }
      added.push(`${name}@${version}`)
    }
  }
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")),
  )
  return added
}

/** Whether Node would find the package from there: beside it or in any folder above. */
function isLocked(lock, location, name) {
  const folders = location.split("node_modules/")
  return folders.some((_, depth) => {
    const above = folders.slice(0, depth + 1).join("node_modules/")
    const prefix = above === "" || above.endsWith("/") ? above : `${above}/`
    return `${prefix}node_modules/${name}` in lock.packages
  })
}

function platformOf(name) {
  const words = name.slice(name.indexOf("/") + 1).split("-")
  const os = words.map((word) => SYSTEM_NAMES[word]).find(Boolean)
  const cpu = words.find((word) => PROCESSORS.includes(word))
  const libc = words.map((word) => LIBRARIES[word]).find(Boolean)
  if (!os || !cpu) {
    return undefined
  }
  return { cpu: [cpu], ...(libc ? { libc: [libc] } : {}), os: [os] }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = new URL("../package-lock.json", import.meta.url)
  const lock = JSON.parse(readFileSync(file, "utf8"))
  const added = completeLockfile(lock)
  if (added.length > 0) {
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  }
  console.log(`${added.length} optional platform packages added to package-lock.json.`)
}
