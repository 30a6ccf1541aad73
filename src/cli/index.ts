#!/usr/bin/env node
import { terminal } from "./cli-io"
import { runCli } from "./run-cli"

void runCli(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = code
})
