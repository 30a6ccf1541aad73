/**
 * What a shopper reads, in Peruvian Spanish. `{name}` stands for a value; a merchant may override any
 * of these, with the same values or fewer.
 */
export const es = {
  "status.waiting": "Esperando pago",
  "status.paid": "Pagado",
  "status.expired": "Vencido",
  "status.voided": "Anulado",
  "status.reversed": "Devuelto",

  "page.title": "Paga {amount} en {shop}",
  "page.skip": "Ir al código de pago",
  "page.other_language": "View in English",
  "page.order": "Pedido {order}",
  "page.hello": "Hola, {name}",
  "page.footer": "Código de pago de {company} para tu compra en {shop}.",
  "page.contact": "¿Dudas con tu pedido? Comunícate con {shop}: {contact}",

  "waiting.title": "Paga {amount} con este código",
  "waiting.intro":
    "No necesitas tarjeta: paga en efectivo en un agente o bodega, o desde la app de tu banco.",
  "waiting.cip": "Código de pago (CIP)",
  "waiting.copy": "Copiar código",
  "waiting.copied": "Código copiado",
  "waiting.amount": "Monto a pagar",
  "waiting.deadline": "Págalo antes del {deadline}",
  "waiting.time_zone": "Hora de Perú",
  "waiting.time_left": "Te quedan",
  "waiting.time_over": "Se cumplió la hora. Estamos consultando si llegó tu pago.",
  "waiting.notice":
    "Tu compra se confirma cuando pagas. Si no pagas a tiempo, el código vence y el pedido se cancela.",

  "pay.title": "¿Cómo y dónde pago?",
  "pay.choose": "Elige cómo quieres pagar",
  "pay.online": "Banca por internet y app",
  "pay.online.1": "Entra a la web o a la app de tu banco.",
  "pay.online.2": "Busca la opción «Pago de servicios».",
  "pay.online.3": "Elige la empresa «{company}» y el servicio «{service}».",
  "pay.online.4": "Escribe tu código de pago (CIP): {cip}",
  "pay.online.5": "Revisa que el monto sea {amount} y confirma.",
  "pay.counter": "Agentes, bodegas y agencias",
  "pay.counter.1": "Acércate a uno de los lugares de la lista, con efectivo.",
  "pay.counter.2": "Di: «Quiero pagar un código de {service}».",
  "pay.counter.3": "Dicta tu código de pago (CIP): {cip}",
  "pay.counter.4": "Revisa que el monto sea {amount} y paga.",
  "pay.counter.5": "Pide tu constancia y guárdala.",
  "pay.points.online": "Bancos donde puedes pagar",
  "pay.points.counter": "Lugares donde puedes pagar",
  "pay.points.hours": "Horario: {hours}",
  "pay.points.fee": "Comisión: {fee}",
  "pay.points.company_code": "Si te piden el código de la empresa, es {code}",
  "pay.points.note": "El horario y la comisión pueden variar en cada lugar.",

  "check.title": "¿Ya pagaste?",
  "check.text":
    "El aviso suele llegar en unos minutos y esta página cambia sola a «Pagado». Guarda tu constancia y no pagues dos veces.",
  "check.button": "Ya pagué",
  "check.asking": "Consultando tu pago…",
  "check.still_waiting":
    "Todavía no nos llega el aviso de tu pago. Si acabas de pagar, espera unos minutos: no hace falta pagar otra vez.",
  "check.too_many": "Consultamos hace un momento. Espera un minuto y vuelve a tocar «Ya pagué».",
  "check.failed":
    "Ahora no pudimos consultar. Tu código y tu pago siguen a salvo: inténtalo otra vez en un momento.",

  "keep.title": "Guarda o comparte tu código",
  "keep.whatsapp": "Enviar por WhatsApp",
  "keep.pdf": "Descargar PDF",
  "keep.calendar": "Añadir a mi calendario",
  "keep.print": "Imprimir en hoja A4",
  "keep.print_ticket": "Imprimir ticket de 80 mm",
  "keep.qr": "Escanea este QR para abrir esta página en tu celular",
  "keep.barcode": "Código de barras del CIP {cip}",
  "keep.whatsapp_text":
    "Código de pago (CIP) de {company}: {cip}\nMonto: {amount}\nPágalo antes del {deadline} (hora de Perú)\nServicio: {service}\nCompra en {shop}\nVer cómo y dónde pagar: {url}",

  "calendar.summary": "Último momento para pagar {amount} en {shop}",
  "calendar.text":
    "Código de pago (CIP) de {company}: {cip}\nMonto: {amount}\nCómo y dónde pagar: {url}",

  "paid.title": "¡Listo! Recibimos tu pago",
  "paid.text": "Tu pago de {amount} está confirmado. No tienes que hacer nada más.",
  "paid.at": "Pagado el {date}",
  "expired.title": "Este código venció",
  "expired.text": "Por favor, ya no lo pagues: venció el {deadline}",
  "expired.paid":
    "¿Pagaste antes de esa hora? No te preocupes: el aviso puede tardar unos minutos. Guarda tu constancia y toca «Ya pagué».",
  "expired.reorder": "Volver a hacer mi pedido",
  "voided.title": "Este código fue anulado",
  "voided.text": "Por favor, no lo pagues. Si todavía quieres tu compra, haz un nuevo pedido.",
  "voided.paid": "Si ya lo pagaste, guarda tu constancia y comunícate con la tienda.",
  "reversed.title": "Tu pago fue devuelto",
  "reversed.text":
    "El pago de {amount} se revirtió y este pedido ya no figura como pagado. Comunícate con la tienda para saber cómo seguir.",

  "not_found.title": "No encontramos este código de pago",
  "not_found.text":
    "Revisa que la dirección esté completa o abre otra vez el enlace que te enviaron.",

  "mail.open": "Ver mi código en línea",
  "mail.open_status": "Ver el estado de mi pago",
  "mail.attached": "Te adjuntamos el código en PDF para que lo imprimas o lo guardes.",
  "mail.why": "Recibes este correo porque hiciste un pedido en {shop}.",
  "mail.issued.subject": "Tu código de pago {cip}: paga {amount} en {shop}",
  "mail.issued.text": "Gracias por tu pedido. Para terminar tu compra, paga con este código:",
  "mail.expiring.subject": "Tu código de pago {cip} vence pronto",
  "mail.expiring.text":
    "Todavía no recibimos tu pago. Tienes hasta el {deadline} (hora de Perú) para pagar con este código:",
  "mail.expiring.paid":
    "Si ya pagaste, no hagas nada: el aviso suele llegar en unos minutos. No pagues dos veces.",
  "mail.paid.subject": "Recibimos tu pago de {amount} en {shop}",
  "mail.refunded.subject": "Te devolvimos {amount} de tu compra en {shop}",
  "mail.refunded.title": "Te devolvimos {amount}",
  "mail.refunded.text": "La transferencia se hizo el {date}.",
  "mail.refunded.reference": "Número de operación",
  "mail.refunded.wait":
    "Según tu banco, el dinero puede demorar en aparecer en tu cuenta. Si no lo ves, comunícate con la tienda y di ese número.",
  "mail.expired.subject": "Tu código de pago {cip} venció",
  "mail.expired.paid":
    "¿Pagaste antes de esa hora? No te preocupes: el aviso puede tardar unos minutos. Guarda tu constancia y mira el estado de tu pago en línea.",
} as const

export type WordingKey = keyof typeof es
