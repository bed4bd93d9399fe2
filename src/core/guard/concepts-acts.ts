// What might be done or said: telling, learning, withholding, giving away; and what a sentence hangs on.
import type { Concepts } from './pattern.ts';

export const ACTS: Concepts = {
  /** Speaking to somebody, as done or about to be done. */
  tell: {
    en: 'tell|tells|told|telling, inform*, notif*, contact*, alert*, warn|warned|warning, mention*, write|writes|wrote|written|writing to, call|called|calling|rang|phone|phoned|phoning, speak|speaks|spoke|spoken|speaking, talk|talks|talked|talking, ask|asks|asked|asking, discuss*, reach|reached|reaching out, approach*, bring|brought|bringing .. up, raise|raised .. with, have|had a word, let .. know|slip|hear, copy|copied|copying|cc, cc|cced, share|shared|sharing, report|reported|reporting, complain*, email*, swap* notes, compar* notes, confide*, show|showed|shown|showing, turn|turned|turning to, get in touch',
    de: 'informier*, benachrichtig*, kontaktier*, erzähl*, sagen|sage|sagte|sagten|gesagt, mitteil*|mitgeteilt, erwähn*, ansprech*|angesprochen|spreche|sprechen|sprach|gesprochen, anruf*|angerufen|telefonier*, frage|fragte|fragen|gefragt|nachgefragt, schreiben an, angeschrieben|anschreiben, wende|wenden|gewandt, unterricht*, in kenntnis, bescheid .. geben|gesagt, hinweisen|hingewiesen, melden|meldung, beredet|besprochen, unterhalten, in kopie, in cc, bitten|gebeten|bat',
    fr: 'inform*, préven*|prévien*, contact*, avert*, parl*, dit|dire|dirai|dirons|dites, mentionn*, appel*, téléphon*, écri*, signal*, touch* un mot, touché mot, demand*, avis*, évoqu*, discut*, raconté*|raconter*, mis|mettre|mettrons|mets en copie, fait savoir|part, faire|ferons savoir|part, adresser* à, tourner* vers',
    es: 'inform*, avis*, contact*, comunic*, notific*, dicho|dije|dijimos|decir|diremos|diré, llam*, comentad*|comentar*|comenté|comentamos, habl*, mencion*, pregunt*, escrib*|escrit*, contar*|conté|contado, poner*|pondremos|puesto|pongo en copia, dirigir* a, plante*, saber a',
  },
  /** Letters and calls that came before. */
  contact: {
    en: 'reminder|reminders, email|emails, letter|letters, message|messages, notice|notices, request|requests, attempt|attempts, call|calls, phone calls|messages, voicemail|voicemails, note|notes, visit|visits, promises, conversation*, statement|statements',
    de: '*erinnerung|*erinnerungen, *mahnung|*mahnungen, schreiben, email|emails, mail|mails, brief|briefe|briefen, nachricht|nachrichten, anruf|anrufe|anrufen, versuch|versuche|versuchen, aufforderung|aufforderungen, *hinweis|*hinweise, bitte|bitten, anfrage|anfragen',
    fr: 'relance|relances, rappel|rappels, courriel|courriels, mail|mails, email|emails, message|messages, lettre|lettres, courrier|courriers, appel|appels, tentative|tentatives, demande|demandes, sollicitation*',
    es: 'recordatorio|recordatorios, correo|correos, carta|cartas, aviso|avisos, mensaje|mensajes, llamada|llamadas, intento|intentos, solicitud|solicitudes, requerimiento|requerimientos, petición|peticiones, email|emails',
  },
  /** What a writing program calls its work. */
  draft: {
    en: 'draft|drafts, version|versions, rewrite|rewritten, email|emails, letter|letters, message, reminder, template|templates, text, wording, alternative|alternatives, option|options, variant|variants, suggestion|suggestions, revision, note',
    de: 'entwurf|entwürfe, version|versionen, fassung|fassungen, email, mail, brief, schreiben, text, variante|varianten, vorschlag|vorschläge, mahnung, erinnerung, vorlage, nachricht, alternative|alternativen',
    fr: 'brouillon|brouillons, version|versions, projet, lettre, courriel, mail, email, message, texte, proposition|propositions, modèle, rappel, relance, variante|variantes, alternative|alternatives',
    es: 'borrador|borradores, versión|versiones, carta, correo, mensaje, texto, propuesta|propuestas, modelo, recordatorio, plantilla, variante|variantes, alternativa|alternativas, opción|opciones',
  },
  /** Coming to know. */
  learn: {
    en: 'hear|hears|heard|hearing, learn|learns|learned|learnt, know|knows|knew, find|finds|found out, read|reads about|this|it|of|that, see|sees|seen, discover*, notice|noticed, wonder*, talk|talks|talking, aware, interested, surprised, agree|agrees, understand|understood from, gather, get* wind, catch* wind, look into|at',
    de: 'erfahr*|erfährt|erfuhr*, hören|hört|gehört, weiss|wissen|wusste, mitbekommen|mitkrieg*, lesen|liest|gelesen, sehen|sieht, wunder*, interessier*, überrascht, zu ohren, denken|denkt|dächte',
    fr: 'appren*|apprend|apprennent|apprendra|appris, sache*|sait|savent|savait|savaient|saura|su, entend*|entendu, lis*|lire|lira, voi*|verra|voir, découvr*, étonn*, intéress*, au courant, surpris*, pens*',
    es: 'enter*|entere|enteren, sepa|sepan|sabe|saben|supiera|sabrá|sabido, oí|oído|oigan, lea|lean|leer, vea|vean, descubr*, interes*, sorprend*, al corriente|tanto, piens*|pens*',
  },
  /** The customer's speaking, as a claim of what was said. */
  said: {
    en: 'said|told|mentioned|wrote|confirmed|assured|agreed|promised|accepted|acknowledged|admitted|committed|undertook|pledged|indicated|stated|replied|answered|called|emailed|apologised|apologized|signed|approved|insisted|claimed|explained|complained|requested|instructed|guaranteed|swore|vowed|announced|reported|let .. know, gave|given .. word|assurance',
    de: 'gesagt|sagten|erwähnt|erwähnten|geschrieben|schrieben|bestätigt|bestätigten|versichert|versicherten|zugesichert|zugesagt|zugestimmt|versprochen|versprachen|angekündigt|akzeptiert|eingeräumt|zugegeben|anerkannt|geantwortet|angerufen|unterschrieben|unterzeichnet|freigegeben|beschwert|beanstandet|bemängelt|erklärt|mitgeteilt|gemeldet|verpflichtet|gebeten',
    fr: 'dit|disiez|mentionné|écrit|confirmé|assuré|convenu|promis|accepté|reconnu|engagé|engagée|engagés|indiqué|répondu|appelé|signé|validé|approuvé|plaint|expliqué|admis|annoncé|affirmé|garanti|certifié|demandé',
    es: 'dijo|dijeron|dicho|mencionó|mencionaron|escribió|confirmó|confirmaron|aseguró|aseguraron|acordó|prometió|prometieron|prometido|aceptó|aceptado|reconoció|reconocido|comprometió|comprometido|indicó|respondió|llamó|firmó|firmaron|aprobó|quejó|explicó|admitió|anunció|garantizó|pidió',
  },
  will: {
    en: 'will|shall|may|might|could|would|must|should|can, have|had to, going to, about to, intend*|plan|plans|prefer|want|decided to, prepared|ready|willing|able|forced|obliged|free|entitled to, consider*|considering',
    de: 'werden|werde|wird|würden|würde|können|könnten|kann|könnte|müssen|müssten|muss|müsste|dürfen|sollten|wollen|behalten',
    fr: 'allons|vais|va|devrons|devrions|devons|dois|devrai|pourrions|pouvons|pourrons|pourrait|peut|peux|serons|serions|serai|comptons',
    es: 'vamos a, voy a, va a, tendremos|tendré|tendríamos|tenemos|tengo que, podemos|podríamos|podría|podremos|puede|puedo, debemos|deberemos, veremos|vemos|veríamos obligad*',
  },
  /** "If you do not pay": what follows is a consequence. */
  unpaid: {
    en: `if|should|when ... not|nothing|never|no ... <pay>|payment|hear|receive|received|reply|respond|answer|arrive|arrives|money|funds|word|here|act|happens,
      if|should .. fail|fails|refuse|neglect|decline|ignore|choose|remain|remains|stay|stays|keep|continue|continues|drag|drags, unless ... <pay>|payment|hear|receive|reply|respond|answer|act|something,
      in the absence of, failure to, failing to|payment, without (a|your|any|further|prompt)? payment|reply|response|answer|settlement|word|news`,
    de: `wenn|falls|sofern|sollte|sollten|solange ... nicht|nichts|keine|keinen|kein|keinerlei ... <pay>|zahlung|eingeh*|eingang|eingegangen|hören|höre|reagier*|antwort*|rückmeldung|melden|geld|kommt|passiert|da,
      wenn|falls|sollte|sollten ... <pay>|zahlung|geld|rechnung|rechnungen|betrag ... nicht|ausbleib*, ohne (ihre|eine|weitere)? zahlung|antwort|rückmeldung|reaktion|eingang, bei ausbleib*|nichtzahlung|ausbleibender, bleibt .. zahlung .. aus, bleibt .. aus`,
    fr: `si ... ne|n ... <pay>|reçu|recevons|répond*|nouvelles|parvient|arrive|faites, si ... <pay> ... ne|n|pas, tant que|qu, faute de|d, en l absence de|d, en cas de non|défaut, sans (votre|un|aucun)? paiement|règlement|réponse|nouvelles|retour`,
    es: `si ... no ... <pay>|recib*|respond*|contest*|noticias|llega|hace, si ... <pay>|factura* ... no, mientras .. no, a falta de, en caso de impago|no|falta, de no haber|recibir|ser|realizar|pagar, sin (su|un|el)? pago|respuesta|noticias, a menos que, salvo que`,
  },
  /** What we would do then, in the first person and the future. */
  weAct: {
    en: 'we|i will|shall|must|may|might|could|would|can, we|i have|would|will (have|need)? to, we|i am|are|be going|forced|obliged|left|compelled|prepared, we|i intend|plan|reserve|see no',
    de: 'werden|werde|müssen|müssten|muss|würden|sehen|sehe|könnten|können|behalten|behalte|bleibt|dürfen wir|ich|uns|mir, wir|ich werden|werde|müssen|muss|sehen|sehe|behalten|behalte|gehen|leiten|übergeben|geben',
    fr: '*rons, *rions, nous|je devons|dois|allons|vais|sommes|serai|devrai|pourrai',
    es: '*remos, *ríamos, nos veremos|vemos|veríamos, tendré|tendremos, vamos a, voy a, me veré',
  },
  otherwise: {
    en: 'otherwise, or else, if not, failing that|which',
    de: 'sonst, ansonsten, andernfalls, anderenfalls, widrigenfalls, im anderen fall, wenn nicht, falls nicht, anderweitig',
    fr: 'sinon, à défaut, faute de quoi, dans le cas contraire, autrement, sans quoi',
    es: 'de lo contrario, si no !es|está|lo|le|los|las|tiene|puede|ha|estuvo|fuera, en caso contrario, de otro modo',
  },
  take: {
    en: 'take|takes|taking|taken, consider*, resort|turn to, proceed with|to, look at, pursue, initiate, explore, begin|start',
    de: 'ergreif*|einleit*|zieh*|unternehm*',
    fr: 'prendre|prendrons|prendrai|prenons|engager|engagerons',
    es: 'tomar|tomaremos|tomaré|adoptar|adoptaremos|emprender|emprenderemos|ejercer|iniciar|iniciaremos',
  },
  further: {
    en: 'further|other|next|necessary|appropriate|additional|different|formal|stronger|firmer|serious|harsher|drastic|whatever|all|tougher|stricter|every|official',
    de: 'weitere|weiteren|weiterer|andere|anderen|nächste|nächsten|weitergehende*|notwendige*|geeignete*|entsprechende*|härtere*|drastische*|sonstige*|nötige*|erforderliche*',
    fr: 'autres|autre|nouvelles|prochaines|toutes',
    es: 'otras|otros|nuevas|siguientes|más|próximos',
  },
  measures: {
    en: 'action|actions|step|steps|measure|measures|means|remedy|remedies|avenue*|recourse|route|routes|course|consequence*|options',
    de: 'schritte|schritten|massnahme|massnahmen|konsequenz|konsequenzen|mittel|mitteln',
    fr: 'mesures|démarches|moyens|voies|recours|suites|actions',
    es: 'medida|medidas|acción|acciones|vía|vías|gestiones|pasos|opciones',
  },
  /** More time than was agreed. */
  longer: {
    en: 'more|extra|additional|longer|further time|days|weeks|months, another|one|a|few more|extra|further day|days|week|weeks|month|months|fortnight, another|a few|couple|two|three day|days|week|weeks|month|months|fortnight, longer, as long as|you',
    de: 'mehr zeit, längere*|länger, weitere|weiteren|zusätzliche* tage|wochen|monat|monate|woche, noch einen|eine|ein|zwei|paar monat|woche|wochen|tage, einen monat mehr',
    fr: 'plus de temps, plus long*, supplémentaire*, encore un|une|deux|quelques mois|semaine*|jours, un|une|deux|quelques mois|semaine*|jours (de)? plus|supplémentaire*, davantage',
    es: 'más tiempo|plazo|días|margen, mes|meses|semana|semanas|días más, otro|otra mes|semana, más largo, adicional*',
  },
  /** Some day to come that nobody decided on. */
  someday: {
    en: 'next|the month|week|year|quarter|spring|summer|autumn|fall|winter, spring|summer|autumn|winter|january|february|march|april|june|july|august|september|october|november|december, the|new year, the|after holidays, christmas|easter, end of, year end, later',
    de: 'nächste*|kommende* monat*|woche*|jahr*|quartal*, jahresende|monatsende|quartalsende|jahreswechsel, januar|februar|märz|april|juni|juli|august|september|oktober|november|dezember|frühjahr|frühling|sommer|herbst, neue|neuen jahr, später',
    fr: 'prochain mois|semaine|trimestre, mois|année|semaine prochain*, janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|printemps|été|automne, fin du|de, rentrée|fêtes|noël, plus tard',
    es: 'próximo mes|año|trimestre, (mes|año|semana|trimestre) que viene, enero|febrero|marzo|abril|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|primavera|verano|otoño, fin|finales de, año nuevo, navidad*, más adelante|tarde',
  },
  polite: {
    en: 'friendly|polite|written|kind|courteous|gentle|formal|amicable|nice|pleasant|soft|ever',
    de: 'freundliche*|höfliche*|nette*|schriftliche*|gütliche*',
    fr: 'amical*|amiable|aimable|courtois*|écrit*|gentil*',
    es: 'amistos*|amable*|cordial*|escrit*|formal*',
  },
  /** Fetching money in person. */
  collecting: {
    en: 'collect|collecting|fetch, until|till, money|cash|cheque|payment, the|a|my|your|our check, front desk, lobby|reception, waiting room',
    de: 'abhol*|kassier*|geld|scheck|zahlung, bis',
    fr: 'chercher|récupérer|encaisser|réclamer, chèque|argent|paiement|règlement, jusqu',
    es: 'recoger|cobrar|buscar|reclamar, cheque|dinero|pago|efectivo, hasta que',
  },
  /** Giving the matter into other hands. */
  handOver: {
    en: 'hand|hands|handing|handed, pass|passes|passing|passed, refer|refers|referring|referred, turn|turning|turned, give|giving|gave|given, assign*, sell|selling|sold, place|placing|placed, transfer*, outsourc*, escalat*, hire|hired|hiring, engag*|engage, involve*|involving, bring|bringing|call|calling in, leave|leaving it|this|them|matters to|with',
    de: 'übergeb*|übergib*, weitergeb*|weiterreich*|weitergereicht|weiterleit*|weitergeleit*, abgeb*|abzugeben, beauftrag*, einschalt*|einzuschalten, übertrag*, verkauf*, betrau*, hinzuzieh*|hinzugezogen',
    fr: 'confi*, transm*|transmettr*, mandat*, charger*|chargerons, transfér*, céder*|cédons, vend*, remettr*|remettons, faire|ferons appel',
    es: 'encarg*|encomend*, traspas*|transfer*, entreg*, deriv*, pasar*|pasaremos|pasamos|pasaré, pondr*|poner, ceder*|cederemos, vender*, dejar*|dejaremos, contrat*, recurrir*|recurriremos',
  },
  /** Everybody, or a part of it that must not hear of a debt. */
  public: {
    en: 'everyone|everybody|people|others, the (whole)? town|world|industry|trade|community|neighborhood|street|internet|public|profession|sector|business community',
    de: 'alle|jeder|leute, die (ganze)? stadt|branche|öffentlichkeit|nachbarschaft|gegend',
    fr: 'tout le monde, les gens, la ville|profession, le quartier, toute la ville|profession',
    es: 'todo el mundo, la gente|ciudad|profesión, el barrio|sector, toda la ciudad|profesión',
  },
  /** Staying where it is: a quiet way of holding back. */
  stay: {
    en: 'stay|stays|remain|remains|sits|sit|wait|waits|rest|rests|held|hold|holding|closed|locked, kept|keep|keeping back|here',
    de: 'bleib*|liegt|liegen|ruht|ruhen|wartet|warten',
    fr: 'reste|restent|restera|resteront|attend|attendra|attendront .. ici|nous|atelier|entrepôt|imprimerie|attente|jusqu|tant',
    es: 'queda|quedan|quedará|quedarán|permanece*|esper* .. aquí|taller|almacén|imprenta|hasta|nosotros|parad*',
  },
  /** Our own acts that no letter needs to hold back: sending, looking, listening. */
  kindAct: {
    en: 'send|resend|sending|forward|copy|copies|check|look|looking|help|correct|fix|mend|ask|explain|sort|listen|answer|arrange|confirm|talk|thank|glad|gladly|happy|pleased|welcome, let me|us know, (tell|give|call|write) (me|us)|to, say so, tell .. what|which|why, find .. (way|solution|out)',
    de: 'schick*|sende*|zusenden|prüf*|kümmer*|helf*|hilf*|korrigier*|klär*|erklär*|gern|gerne|freu*|dank*|bestätig*, (sagen|geben|melden|nennen|rufen|schreiben|antworten|betrachten|teilen) sie, find* .. lösung|weg',
    fr: 'envo*|renvo*|vérifi*|aid*|corrig*|expliqu*|volontiers|merci|dites|écrivez|répondez|appelez|indiquez|occup*|confirm*|heureu*|ravi*|signalez|prévenez|demandez, faites (le)? moi|nous, trouv* .. solution',
    es: 'envi*|envío|reenv*|compro*|revis*|ayud*|corrij*|correg*|explic*|gusto|gracias|díga*|escríba*|respond*|llám*|indíque*|indique|avís*|confirm*|arregl*|comuníque*|hágamelo|necesito, vuelvo a, encontr* .. solución',
  },
  /** It is only supposed, or asked for: nothing is claimed. */
  supposed: {
    en: 'if, in case, once, when, should, as soon as, unless, until, whether, would, could, can, may, might, perhaps, maybe, please, advance, promptly, crossed|cross, soon, before, need, which, what',
    de: 'wenn, falls, sobald, sollte|sollten, voraus, bevor, ob, überschnitten, bitte, könnte|könnten, vielleicht, womöglich, würde|würden, welche|welchen|welches, wann',
    fr: 'si, quand, lorsque|lorsqu, dès que|qu, au cas, avance, croisé*, pourriez|pouvez, peut être, merci de|d, prière, quelle|quel, afin',
    es: 'si, cuando, en caso, antelación, antemano, cruzado, podría|puede|puedo, quizá|quizás, tal vez, puede que, por favor, en cuanto, qué, cuándo',
  },
};
