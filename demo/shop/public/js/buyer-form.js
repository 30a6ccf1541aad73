import { DISTRICTS } from "./districts.js"
import { html } from "./html.js"

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const MOBILE = /^9\d{8}$/

/** Each field with what it says when it can't be used. */
const FIELDS = [
  {
    name: "email",
    label: "Correo electrónico",
    hint: "Ahí te enviamos el código.",
    type: "email",
    autocomplete: "email",
    wide: true,
    example: "rosa.mamani@example.pe",
    problem: (value) => !EMAIL.test(value) && "Escribe un correo como nombre@correo.pe.",
  },
  {
    name: "first_name",
    label: "Nombres",
    autocomplete: "given-name",
    example: "Rosa Elvira",
    problem: (value) => !value && "Escribe tu nombre.",
  },
  {
    name: "last_name",
    label: "Apellidos",
    autocomplete: "family-name",
    example: "Mamani Peña",
    problem: (value) => !value && "Escribe tus apellidos.",
  },
  {
    name: "phone",
    label: "Celular",
    type: "tel",
    autocomplete: "tel-national",
    inputmode: "numeric",
    example: "987 654 321",
    problem: (value) =>
      !MOBILE.test(digits(value)) && "Escribe los 9 dígitos de tu celular; empieza con 9.",
  },
  {
    name: "city",
    label: "Distrito",
    options: DISTRICTS,
    autocomplete: "address-level2",
    example: "Miraflores",
    problem: (value) => !value && "Elige tu distrito.",
  },
  {
    name: "address_1",
    label: "Dirección",
    autocomplete: "address-line1",
    wide: true,
    example: "Calle Berlín 432, dpto. 301",
    problem: (value) => !value && "Escribe la calle y el número.",
  },
  {
    name: "address_2",
    label: "Referencia (opcional)",
    autocomplete: "address-line2",
    wide: true,
    example: "Frente al parque",
    problem: () => false,
  },
]

function digits(text) {
  return text.replace(/\D/g, "").replace(/^51(?=9\d{8}$)/, "")
}

export function buyerFields() {
  return FIELDS.map(
    (field) =>
      html`<div class="field ${field.wide ? "field--wide" : ""}">
        <label for="${field.name}">${field.label}</label>
        ${field.options ? select(field) : input(field)}
        ${field.hint && html`<p class="field__hint" id="${field.name}-hint">${field.hint}</p>`}
        <p class="field__problem" id="${field.name}-problem" hidden></p>
      </div>`,
  )
}

function input(field) {
  return html`<input
    id="${field.name}"
    name="${field.name}"
    type="${field.type ?? "text"}"
    autocomplete="${field.autocomplete}"
    inputmode="${field.inputmode ?? ""}"
    maxlength="120"
    aria-describedby="${field.hint ? `${field.name}-hint ` : ""}${field.name}-problem"
  />`
}

function select(field) {
  return html`<select
    id="${field.name}"
    name="${field.name}"
    autocomplete="${field.autocomplete}"
    aria-describedby="${field.name}-problem"
  >
    <option value="">Elige…</option>
    ${Object.entries(field.options).map(
      ([group, names]) =>
        html`<optgroup label="${group}">
          ${names.map((name) => html`<option>${name}</option>`)}
        </optgroup>`,
    )}
  </select>`
}

/** Marks what is wrong and gives the first wrong field, or null. */
export function checkBuyer(form) {
  const wrong = FIELDS.filter((field) => !checkField(form, field))
  return wrong.length > 0 ? form.elements[wrong[0].name] : null
}

/** Takes a field's complaint back as soon as it is mended. */
export function mendOnInput(form) {
  form.addEventListener("input", ({ target }) => {
    const field = FIELDS.find(({ name }) => name === target.name)
    if (field && target.getAttribute("aria-invalid") === "true") checkField(form, field)
  })
}

function checkField(form, field) {
  const control = form.elements[field.name]
  const problem = field.problem(control.value.trim())
  const message = form.querySelector(`#${field.name}-problem`)
  message.textContent = problem || ""
  message.hidden = !problem
  control.setAttribute("aria-invalid", problem ? "true" : "false")
  return !problem
}

export function fillWithExample(form) {
  for (const field of FIELDS) {
    form.elements[field.name].value = field.example
    checkField(form, field)
  }
}

/** What the form holds, as the Store API wants it. */
export function readBuyer(form) {
  const value = (name) => form.elements[name].value.trim()
  const district = value("city")
  return {
    email: value("email"),
    address: {
      first_name: value("first_name"),
      last_name: value("last_name"),
      phone: digits(value("phone")),
      address_1: value("address_1"),
      address_2: value("address_2"),
      city: district,
      province: DISTRICTS.Callao.includes(district) ? "Callao" : "Lima",
      country_code: "pe",
    },
  }
}
