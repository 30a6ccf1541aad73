/**
 * Builds the admin twice over, as a merchant's store has it: first the plugin's extensions as they
 * are published, then the dashboard with them in it. The bundler works in the current folder.
 */
import path from "node:path"
import bundler from "@medusajs/admin-bundler"

const root = process.cwd()
await bundler.plugin({ root, outDir: ".medusa/server" })
await bundler.build({
  disable: false,
  path: "/app",
  backendUrl: "/",
  sources: [],
  plugins: [path.join(root, ".medusa/server/src/admin/index.mjs")],
  outDir: path.join(root, "public/admin"),
})
