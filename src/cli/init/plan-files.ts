import path from "node:path"
import { parseEnv } from "node:util"
import type { Store } from "../store/find-store"
import { editConfig, type ConfigEdit } from "./config/edit-config"
import { editEnv, type EnvEdit } from "./env-file"
import { readText, replaceFile } from "./replace-file"

interface Planned<Edit> {
  file: string
  /** As it is; null where there is no such file. */
  was: string | null
  edit: Edit
}

export interface FilePlan {
  config: Planned<ConfigEdit>
  /** Null where the configuration names its own options: then the environment is not asked for keys. */
  env: Planned<EnvEdit> | null
}

/** What is missing in the store's files. Nothing is written yet. */
export function planFiles(store: Store, env: NodeJS.ProcessEnv): FilePlan {
  const text = readText(store.configFile)
  const config = editConfig(text ?? "", store.configFile.endsWith(".ts"))
  const named = config.outcome === "present" && config.ownOptions
  return {
    config: { file: store.configFile, was: text, edit: config },
    env: named ? null : planEnv(store, env),
  }
}

/** Medusa reads `.env`, and before it the one of its environment. */
function planEnv({ directory }: Store, env: NodeJS.ProcessEnv): Planned<EnvEdit> {
  const file = path.join(directory, ".env")
  const special = readText(path.join(directory, `.env.${env.NODE_ENV ?? "development"}`))
  const elsewhere = { ...(parseEnv(special ?? "") as NodeJS.ProcessEnv), ...env }
  const was = readText(file)
  return { file, was, edit: editEnv(was ?? "", elsewhere) }
}

/** @throws FileChangedError when a file is not as it was planned for any more. */
export function writeFiles({ config, env }: FilePlan): void {
  if (env?.edit.outcome === "add") replaceFile(env.file, env.was, env.edit.text)
  if (config.edit.outcome === "add") replaceFile(config.file, config.was, config.edit.text)
}

export function changesFiles({ config, env }: FilePlan): boolean {
  return config.edit.outcome === "add" || env?.edit.outcome === "add"
}
