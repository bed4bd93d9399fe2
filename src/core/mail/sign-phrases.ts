// How people say that they want no more mail, that they are angry, away or gone: in English, Spanish, French and German.
import { words } from '../reading/marks.ts';

const any = (...parts: string[]): RegExp => words(parts.join('|'));

export const STOP = any(
  '(?:please )?(?:stop|quit|cease) (?:e-?mailing|mailing|writing(?: to)?|contacting|sending (?:me|us|these|those|any|more)|messaging|bothering|chasing|pestering|harassing|hounding|spamming)',
  "(?:do not|don't|dont|never) (?:ever )?(?:contact|e-?mail|write(?: to)?|message|bother) (?:me|us)",
  "(?:do not|don't|dont) (?:want|wish) (?:to )?(?:any more|receive|get|hear|further)(?: \\p{L}+){0,6}",
  'never want to hear from you',
  'leave (?:me|us) alone',
  '(?:remove|take|delete) (?:me|us|my (?:address|e-?mail)|our (?:address|e-?mail))(?: \\p{L}+){0,3} (?:from|off)(?: \\p{L}+){0,4}',
  'unsubscribe',
  'opt(?:ing)? out',
  '(?:no more|no further) (?:e-?mails?|mails?|letters?|reminders?|messages?)',
  'lawyers? only|only (?:through|via|with) (?:my|our) (?:lawyer|solicitor|attorney)',
  '(?:deje|dejen|dejad|deja) de (?:\\p{L}+)(?:me|nos)',
  'no (?:me|nos) (?:vuelva|vuelvan|escriba|escriban|contacte|contacten|moleste|molesten)(?: \\p{L}+){0,3}',
  'no (?:quiero|queremos|deseo) (?:recibir )?(?:más|mas|ningún)',
  '(?:darme|darnos|dadme|denme) de baja|d[eé]me de baja',
  '(?:borre|elimine|quite)(?:n)?(?:me|nos)? (?:de|mi|mis)(?: \\p{L}+){0,3}',
  "(?:arrêtez|cessez|arrête) (?:de |d')(?:m'|me |nous )?(?:écrire|contacter|relancer|harceler|envoyer|déranger|appeler|solliciter)",
  "ne (?:plus|pas) (?:me|nous) (?:contacter|écrire|relancer|solliciter)|ne (?:me|nous|m') ?(?:contactez|écrivez|relancez) (?:plus|pas)",
  'me désabonner|nous désabonner|désabonne\\p{L}+|désinscri\\p{L}+',
  '(?:retirer|retirez|supprimer|supprimez|enlevez)(?:-| )(?:moi|nous|mon adresse|notre adresse)(?: \\p{L}+){0,4}|me retirer de(?: \\p{L}+){0,3}',
  'laissez-(?:moi|nous) tranquilles?',
  '(?:schreiben|kontaktieren|mailen|belästigen|melden) sie (?:mir|mich|uns|sich)(?: bitte)?(?: bei (?:mir|uns))? nicht (?:mehr|wieder)',
  '(?:hören|höre) sie auf|aufhören(?: \\p{L}+){0,3} (?:schreiben|mailen)',
  'keine? (?:weiteren?|mehr) (?:e-?mails?|mails?|nachrichten|briefe|mahnungen)|keine? (?:e-?mails?|mails?|nachrichten) mehr',
  'lassen sie (?:mich|uns) in ruhe',
  '(?:abmelden|abbestellen|austragen)|(?:löschen|entfernen) sie (?:mich|uns|meine (?:adresse|daten))(?: \\p{L}+){0,4}',
);

/** "STOP" alone is what phones have taught people to write. */
export const STOP_ALONE = /^\W*(?:stop|stopp|unsubscribe|baja|alto|abmelden|désabonner|arrêt)\W*$/iu;

export const ANGRY = any(
  'harass\\p{L}*|outrage\\p{L}*|furious|disgust\\p{L}*|disgrace\\p{L}*|ridiculous|unacceptable|insult(?:ing|ed)?|appalling|shameful|infuriat\\p{L}*|livid|bully(?:ing)?|rude|threaten(?:ing|ed)|shame on you',
  'how dare you|fed up|sick (?:and tired )?of|had enough of|what a joke|(?:is|this is) a (?:joke|scam)',
  'vergüenza|indignad[oa]s?|indignante|intolerable|inaceptable|hart[oa]s? de|furios[oa]s?|acoso|acosando|insulto|qué descaro|una tomadura de pelo',
  'inadmissible|inacceptable|scandaleu\\p{L}+|harcèlement|harcel\\p{L}+|honteu\\p{L}+|une honte|furieu\\p{L}+|marre de|assez de vos|ras[- ]le[- ]bol|insultant\\p{L}*|foutez|moquez de (?:moi|nous)',
  'unverschämt\\p{L}*|frechheit|stinksauer|wütend|empör\\p{L}*|unmöglich(?:es)? (?:verhalten|benehmen)|reicht es|belästig\\p{L}*|schikan\\p{L}*|dreist\\p{L}*|eine zumutung|nase voll|skandal\\p{L}*|beleidig\\p{L}*',
);

export const AWAY = any(
  'out of (?:the )?office|out-of-office|ooo|away from (?:the office|my desk|my e-?mail)|on (?:annual |parental |maternity |paternity |sick |medical )?leave|on (?:vacation|holidays?)|(?:am|are|is|be) (?:currently )?away|limited access to|office is closed|we are closed|back (?:in the office )?on|returning',
  'fuera de (?:la )?oficina|de vacaciones|de baja(?: \\p{L}+)?|ausente|estaré fuera|vuelvo el|regreso el|permiso de',
  'absente?s?(?: du bureau)?|absence|en congés?|en vacances|de retour (?:le|au)|hors du bureau|congé (?:maternité|parental)',
  'nicht im (?:büro|haus)|im urlaub|abwesen\\p{L}+|außer haus|in elternzeit|wieder (?:da|erreichbar|im büro|zurück)|nicht erreichbar|betriebsferien|krankgeschrieben',
);

/** Of a mail with no header that says so: the subject that mail programs put above such an answer. */
export const AWAY_SUBJECT =
  /^\s*(?:(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|respuesta automática|fuera de la oficina|réponse automatique|absence du bureau|automatische antwort|abwesenheits?\p{L}*|abwesenheit)(?!\p{L}))/iu;

export const GONE = any(
  "no longer (?:with|at|work\\p{L}*|employed)(?: \\p{L}+)?|(?:have|has|i've) left (?!a |the office)(?:\\p{L}+)|(?:doesn't|does not|don't) work (?:here|at|for)(?: \\p{L}+)? (?:any ?more|any longer)|(?:my )?last day (?:at|with|was)",
  'ya no (?:trabajo|trabaja|formo parte|forma parte)|(?:he|ha) dejado (?:de trabajar|la empresa)',
  "ne (?:travaille|fais|fait) plus (?:chez|partie|pour|ici)|(?:j'ai|a) quitté (?!le bureau)(?:\\p{L}+)|ne suis plus (?:chez|en poste|salariée?)",
  'nicht mehr (?:für|bei|im unternehmen)(?: \\p{L}+){0,4}(?: (?:tätig|beschäftigt))?|nicht länger (?:für|bei)|(?:habe|hat)(?: \\p{L}+){0,3} verlassen',
);
