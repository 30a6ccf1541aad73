import { describeInstalled } from "./describe-installed"
import { yarn } from "./package-managers"

describeInstalled("yarn", { manager: yarn, layout: "node-modules linker" })
