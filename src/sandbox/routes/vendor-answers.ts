import { jsonAnswer } from "../http/answer"
import type { Answer } from "../http/answer"
import type { SandboxSwitches } from "../switches"

export type VendorLanguage = "es-PE" | "en-US"

/** Vendor manual 1.1; the English texts and those from 401 to 429 are our own. */
const MESSAGES = {
  100: { "es-PE": "Solicitud exitosa.", "en-US": "Successful request." },
  111: { "es-PE": "Solicitud con datos inválidos.", "en-US": "Request with invalid data." },
  112: { "es-PE": "Requerido.", "en-US": "Required." },
  113: { "es-PE": "Valor invalido.", "en-US": "Invalid value." },
  166: { "es-PE": "Error interno del servidor.", "en-US": "Internal server error." },
  401: { "es-PE": "No autorizado.", "en-US": "Unauthorized." },
  404: { "es-PE": "Recurso no encontrado.", "en-US": "Resource not found." },
  405: { "es-PE": "Método no permitido.", "en-US": "Method not allowed." },
  413: { "es-PE": "Solicitud demasiado grande.", "en-US": "Request too large." },
  415: {
    "es-PE": "El contenido debe ser application/json.",
    "en-US": "The content must be application/json.",
  },
  429: { "es-PE": "Demasiadas solicitudes.", "en-US": "Too many requests." },
  508: {
    "es-PE": "Servicio asociado al token es inválido.",
    "en-US": "The service of the token is invalid.",
  },
  511: {
    "es-PE": "El monto supera el máximo permitido para el comercio; intenta con uno menor.",
    "en-US": "The amount is above this merchant's maximum; try a smaller one.",
  },
} as const

export type VendorCode = keyof typeof MESSAGES

export interface FieldProblem {
  field: string
  code: 112 | 113
}

/** Spanish unless English is asked for first. */
export function readLanguage(acceptLanguage: string | undefined): VendorLanguage {
  return /^\s*en\b/i.test(acceptLanguage ?? "") ? "en-US" : "es-PE"
}

function messageOf(code: number, language: VendorLanguage): string {
  return (MESSAGES[code as VendorCode] ?? MESSAGES[111])[language]
}

/** Writes answers in the vendor's envelope. */
export class VendorAnswers {
  constructor(
    private readonly switches: Readonly<SandboxSwitches>,
    private readonly language: VendorLanguage,
  ) {}

  success(status: number, data: unknown): Answer {
    return jsonAnswer(status, { code: this.code(100), message: this.message(100), data })
  }

  failure(
    status: number,
    code: number,
    problems: FieldProblem[] = [],
    headers?: Record<string, string>,
  ): Answer {
    const data = problems.map((problem) => ({
      code: this.code(problem.code),
      message: this.message(problem.code),
      field: problem.field,
    }))
    const envelope = { code: this.code(code), message: this.message(code) }
    return jsonAnswer(status, data.length ? { ...envelope, data } : envelope, headers)
  }

  private code(code: number): number | string {
    return this.switches.codeAs === "string" ? String(code) : code
  }

  private message(code: number): string {
    return messageOf(code, this.language)
  }
}
