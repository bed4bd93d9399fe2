// The names of days and months as people type them, in our four languages, common slips included.

const MONTH_NAMES: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'enero', 'janvier', 'jänner'],
  ['february', 'feb', 'febuary', 'februar', 'febrero', 'février', 'fevrier'],
  ['march', 'mar', 'märz', 'maerz', 'marzo', 'mars'],
  ['april', 'apr', 'abril', 'avril'],
  ['may', 'mai', 'mayo'],
  ['june', 'jun', 'juni', 'junio', 'juin'],
  ['july', 'jul', 'juli', 'julio', 'juillet'],
  ['august', 'aug', 'agosto', 'août', 'aout'],
  ['september', 'sept', 'sep', 'septiembre', 'septembre'],
  ['october', 'oct', 'oktober', 'okt', 'octubre', 'octobre'],
  ['november', 'nov', 'noviembre', 'novembre'],
  ['december', 'dec', 'dez', 'dezember', 'diciembre', 'dic', 'décembre', 'decembre', 'déc'],
];

const WEEKDAY_NAMES: readonly (readonly string[])[] = [
  ['monday', 'mon', 'mondays', 'munday', 'montag', 'lunes', 'lundi'],
  ['tuesday', 'tue', 'tues', 'teusday', 'tuseday', 'dienstag', 'martes', 'mardi'],
  ['wednesday', 'wed', 'weds', 'wensday', 'wednsday', 'mittwoch', 'miércoles', 'miercoles', 'mercredi'],
  ['thursday', 'thu', 'thur', 'thurs', 'thrusday', 'thursady', 'donnerstag', 'jueves', 'jeudi'],
  ['friday', 'fri', 'fryday', 'firday', 'frday', 'freitag', 'viernes', 'vendredi'],
  ['saturday', 'sat', 'samstag', 'sonnabend', 'sábado', 'sabado', 'samedi'],
  ['sunday', 'sun', 'sonntag', 'domingo', 'dimanche'],
];

function table(names: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(names.flatMap((of, index) => of.map((name) => [name, index + 1] as const)));
}

/** Name in lower case → 1 to 12. */
export const MONTHS = table(MONTH_NAMES);
/** Name in lower case → 1 (Monday) to 7. */
export const WEEKDAYS = table(WEEKDAY_NAMES);

/** Longest first, so that "mar" does not take the start of "march". */
function alternatives(of: ReadonlyMap<string, number>): string {
  return [...of.keys()].sort((a, b) => b.length - a.length).join('|');
}

export const MONTH_WORDS = alternatives(MONTHS);
export const WEEKDAY_WORDS = alternatives(WEEKDAYS);
