// Turns the TypeScript of plugin, demo and test stores into JavaScript in a folder of its own, file by
// file: stores that are started again and again load it without a compiler at work in each of them.
// The admin's pages are left out, which a store only serves once they are built.
import { transform } from "esbuild"
import { cp, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")

const FOLDERS = ["src", "demo", "integration-tests/support"]
const LEFT_OUT = /(^|\/)__tests__\/|^src\/admin\//

const OPTIONS = {
  format: "cjs",
  // So that ES modules find what is exported by its names, as in the published package.
  platform: "node",
  target: "node20",
  jsx: "automatic",
  keepNames: true,
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
}

async function compileFile(file, folder) {
  const source = path.join(root, file)
  const target = path.join(folder, file)
  await mkdir(path.dirname(target), { recursive: true })
  if (!/\.tsx?$/.test(file)) return cp(source, target)
  const { code } = await transform(await readFile(source, "utf8"), {
    ...OPTIONS,
    loader: file.endsWith("x") ? "tsx" : "ts",
    sourcefile: file,
  })
  await writeFile(target.replace(/\.tsx?$/, ".js"), code)
}

async function filesBelow(name) {
  const entries = await readdir(path.join(root, name), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
}

const [folder, modules] = process.argv.slice(2)
const files = ["medusa-config.ts", ...(await Promise.all(FOLDERS.map(filesBelow))).flat()]
await Promise.all(
  files.filter((file) => !LEFT_OUT.test(file)).map((file) => compileFile(file, folder)),
)
await symlink(modules, path.join(folder, "node_modules"))
await symlink(path.join(root, "tsconfig.json"), path.join(folder, "tsconfig.json"))
// A package as the published one, whose files lie where package.json says; Node follows links, so the
// file itself is here.
await cp(path.join(root, "package.json"), path.join(folder, "package.json"))
await mkdir(path.join(folder, ".medusa"))
await symlink("..", path.join(folder, ".medusa/server"))
