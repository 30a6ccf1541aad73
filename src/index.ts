export { createSandbox, signTestNotification } from "./sandbox"
