export type WordLanguage = 'en' | 'es'

/**
 * Terms that were coined for these screens, each with the term that a credentialing office, a peer or a supervisor
 * uses in its place. A pattern is matched as whole words, in any case.
 */
export const COINAGES: Readonly<
  Record<WordLanguage, readonly (readonly [pattern: string, instead: string])[]>
> = {
  en: [
    ['(?:take|takes|taken|taking|took)(?: [\\w{}]+){0,2} (?:back|out)', 'undo, remove or cancel'],
    ['(?:put|puts|putting)(?: [\\w{}]+){0,2} (?:right|back|away)', 'correct, restore or archive'],
    ['withdraw(?:s|n)?|withdrew', 'void or end'],
    ['mend(?:s|ed|ing)?', 'fix or correct'],
    ['stands?|stood|(?<!good )standings?', 'is, status, or covers for'],
    [
      'good until|(?<!renewal is )open until|(?:run|runs|running|ran) out|is over',
      'valid through, expires or expired',
    ],
    ['all there', 'met or done'],
    ['still to go|\\d* ?h to go', 'short or needed'],
    ['(?:go|goes|going|went) on', 'continue'],
    ['to come', 'the date when it starts'],
    ['not owed|owes?|owed', 'required or not required'],
    ['we have not read|as we read (?:it|them)', 'not verified'],
    ['in force', 'active'],
    ['not now|leave it as it is', 'cancel'],
    ['news', 'notifications'],
    ['(?<!by )mails?(?! in)', 'email, or "by mail" for paper'],
    ['hours of (?:work|service|learning)', 'service hours or CE hours'],
    ['full-time share|share of full time', 'FTE'],
    ['saved?(?: [\\w{}]+){0,2} as a file', 'export'],
    ['my work|my trail', 'role and caseload, activity log'],
    ['finding services', 'system navigation'],
    ['any accepted topic', 'general / elective'],
    ['months ahead', 'renewal calendar'],
    ['on a past day|look at another day', 'a service date, or as of a date'],
  ],
  es: [
    ['chequeos?', 'registro: un chequeo es médico'],
    ['par', 'especialista de pares: un par son dos cosas'],
    ['(?<!(?:de|entre) )pares', 'especialistas de pares'],
    ['(?:mi|su|del) papel', 'rol'],
    ['aparatos?', 'dispositivo'],
    ['entrar|entre (?:a su|y|otra vez)', 'iniciar sesión'],
    ['salir(?: aquí| en todas partes)?(?=$)', 'cerrar sesión'],
    ['cerramos la puerta', 'cerramos su sesión'],
    ['contará(?=\\?)', 'me cuenta este curso'],
    ['val(?:e|en) hasta|(?:aún no|ya) vale', 'válido hasta, aún no es válido'],
    ['muéstreme por qué', 'por qué'],
    ['mantener a distancia', 'no asignar a esta persona'],
    ['no se deben?(?: esta vez)?(?=\\.|$)', 'no se requiere'],
    ['no hemos leído', 'no conocemos'],
    ['(?:sin|un) ritmo', 'frecuencia'],
    ['(?:lo que|más|que) tocan?', 'vence o falta'],
    ['correflexión', 'reflexión conjunta'],
    ['texto al 988', 'enviar AYUDA al 988'],
    ['terminar esto', 'terminar esta supervisión'],
    ['con todas las firmas', 'firmado por todos'],
    ['quién lo dispuso', 'de dónde viene'],
    ['en qué se basa', 'qué pasó'],
    ['dar (?:un|el) aviso', 'avisar de un problema'],
    ['abiert[oa]s? para usted', 'no tiene acceso'],
    ['(?:contraseña|clave) de ahora', 'contraseña actual'],
    ['novedades', 'notificaciones'],
    ['horas de (?:trabajo|aprendizaje)', 'horas de servicio, horas de educación continua'],
    ['mi trabajo', 'puesto y personas a cargo'],
  ],
}

/** The coinages in a text, each with what to write in its place. */
export function coinagesIn(text: string, language: WordLanguage): string[] {
  return COINAGES[language].flatMap(([pattern, instead]) => {
    const found = new RegExp(`(?<![\\p{L}\\d-])(?:${pattern})(?![\\p{L}\\d-])`, 'iu').exec(text)
    return found ? [`"${found[0]}": ${instead}`] : []
  })
}
