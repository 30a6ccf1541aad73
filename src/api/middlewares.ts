import { defineMiddlewares } from "@medusajs/framework/http"
import { adminMiddlewares } from "./admin/pagoefectivo/middlewares"
import { receiveNotice } from "./notices/receive-notice"
import { MAX_NOTICE_BYTES } from "./notices/limits"

export default defineMiddlewares({
  routes: [
    {
      matcher: "/hooks/payment/:provider",
      methods: ["POST"],
      bodyParser: { preserveRawBody: true, sizeLimit: MAX_NOTICE_BYTES },
      middlewares: [receiveNotice],
    },
    ...adminMiddlewares,
  ],
})
