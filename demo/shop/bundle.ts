import path from "node:path"
import { build } from "esbuild"

/** The shop's one part with dependencies: React and the plugin's component as one browser module. */
export async function bundleVoucher(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, "client/mount-voucher.ts")],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  })
  const [bundle] = outputFiles
  if (!bundle) throw new Error("esbuild wrote nothing.")
  return bundle.text
}
