// Claims that the ledger must hold: payments, promises, talks, letters and agreements.

import type { DraftFacts } from '../facts.ts';
import { never, type Rule } from './rule.ts';

const wereWritten = ({ history }: DraftFacts) => history.lettersSent > 0 || history.brokenPromise !== null;

/** A promise or a question about an invoice is on record, so we have spoken. */
const weSpoke = ({ history, invoices, detail }: DraftFacts) =>
  history.brokenPromise !== null ||
  Boolean(detail?.matter) ||
  invoices.some(({ disputed }) => Boolean(disputed));

export const CLAIM_RULES: readonly Rule[] = [
  {
    code: 'payment-not-in-ledger',
    severity: 'block',
    allowed: ({ history }) => Boolean(history.recentPayment) || history.partPaid,
    why: 'The ledger holds no payment to thank for.',
    mend: 'Write “if it is already on its way, thank you”.',
    frames: [
      {
        says: {
          en: `thank* .. for .. <payment>, <we> .. (received|got|recorded|booked|banked|cashed|deposited|credited|posted|have) .. <payment>, <payment> .. (arrived|came|come|landed|bounced|returned|reached us|cleared|credited|received|gone through|in our account), (paid|settled|cleared) in full, you (have)? (already|just|now|partly|partially)? paid !late, <payment> .. (set|put|applied|counted|credited) against|to|toward*, your (first|second|last|latest|partial|recent) <payment>, after your <payment>, (credit note|credit) .. (has been|was|issued|booked|posted|sent|applied), <we> .. (credited|refunded) you|your|the`,
          de: `danke|dank .. für .. <payment>, <we> .. <payment> .. (erhalten|bekommen|verbucht|gutgeschrieben|verzeichnet|angerechnet), <payment> .. (eingegangen|angekommen|eingetroffen|gutgeschrieben|verbucht|zurückgekommen|geplatzt|zurückgebucht|angerechnet|eingang), (haben|hat) .. (schon|bereits|teilweise|zum teil) .. (bezahlt|gezahlt|überwiesen|beglichen), ihre (erste|letzte|zweite|jüngste) <payment>, vollständig bezahlt|beglichen`,
          fr: `merci .. (pour|de|du) .. <payment>, reçu .. <payment>, <payment> .. (reçu*|parvenu*|arrivé*|encaissé*|crédité*|rejeté*|revenu*), avez (déjà|bien)? (payé|réglé|versé|viré), votre (premier|première|dernier|dernière|second) <payment>, intégralement (payé*|réglé*)`,
          es: `gracias por .. <payment>, (hemos|he) recibido .. <payment>, recibimos .. <payment>, <payment> .. (recibid*|llegado|llegó|ingresad*|abonad*|devuelt*|rechazad*), ha*|han (ya)? (pagado|abonado|transferido|liquidado), su (primer|primera|último|última|segundo) <payment>, totalmente pagad*`,
        },
        unless: {
          en: '<supposed>, ?, not, still waiting|missing',
          de: 'nicht, kein*, ?',
          fr: 'pas|toujours|aucun*, ?',
          es: 'no|todavía|aún, ?',
        },
      },
    ],
  },
  {
    code: 'promise-not-in-ledger',
    severity: 'block',
    allowed: ({ history }) => history.brokenPromise !== null,
    why: 'No promise of this customer is recorded as missed.',
    mend: 'Take it out, or record the promise in the thread first.',
    frames: [
      {
        says: {
          en: `promised, your (promise|word|commitment|pledge|assurance|assurances), you (had|have|were|are)? (said|told|assured|agreed|committed|confirmed|supposed|meant|going|undertook|pledged|guaranteed|indicated|gave .. word) ... (<pay>|payment|sent|send|way|arranged|by|on|before|last|this|cheque|check|money), agreed (payment)? (date|day|deadline|schedule|plan), (it was|was) agreed, as agreed, we (had)? agreed, broken promise, (missed|kept|broke) .. promise*, the (date|day) you (gave|named|set|mentioned|offered|proposed)`,
          de: `versprochen|versprachen|versprechen, zugesagt|zusage|zusagten, zugesichert, angekündigt, vereinbart !in|und, wie (besprochen|vereinbart|abgesprochen|zugesagt|versprochen), (wollten|sollten) .. (überweisen|zahlen|bezahlen|begleichen), verpflichtet .. <pay>, abgemacht*|abmachung, ihr wort`,
          fr: `promis|promesse*, comme (convenu|prévu|promis|annoncé|discuté), convenu*, (aviez|avez|étiez|êtes) .. (engagé*|assuré|confirmé|annoncé|garanti) ... (<pay>|avant|fin|date|semaine|mois)?, engagée*|engagés, vous deviez, votre (engagement|parole), date (convenue|promise)`,
          es: `promet*|promes*, prometid*|prometió, comprometi*|compromiso*, (como|según) (acordamos|acordado|quedamos|convenido|habíamos), acordamos|acordado|acordada|quedamos en, (dijo|dijeron|aseguró|aseguraron|confirmó|confirmaron) ... (<pay>|pago|transferencia|antes|semana), fecha (acordada|prometida|pactada), pactad*, iba* a <pay>`,
        },
        unless: {
          en: 'if|once|when|whether, can promise, ?, agree on',
          de: 'wenn|falls|sobald, ?, neuen termin vereinbar*',
          fr: 'si|quand, ?',
          es: 'si|cuando, ?',
        },
      },
    ],
  },
  {
    code: 'talk-not-in-ledger',
    severity: 'block',
    allowed: weSpoke,
    why: 'No talk, message or signature of this customer is in the facts of this letter.',
    mend: 'Take it out, or ask instead of telling what was said.',
    frames: [
      {
        // What they did with our letters, what they allowed us, and what we allowed them.
        says: {
          en: 'you (have|had)? (already|also|just|clearly|even)? (opened|viewed|read|clicked|downloaded|received|seen|approved|inspected|accepted) .. <contact>|<draft>|invoice|invoices|link|parcel|proof|proofs|price|prices|quote|work|delivery, (tracking|system|receipt|log|logs|courier|server) .. (shows|show|says|confirms|tells|proves), <we> (have|had)? .. (extended|granted|gave you|given you|allowed you) .. deadline|date|time|extension*|terms|twice|weeks|days, <staff|kin> .. (confirmed|told us|said|assured|promised|released)',
          de: '(haben|hatten) .. (geöffnet|gelesen|angesehen|aufgerufen|angeklickt|heruntergeladen), (frist|fristen|zahlungsziel|aufschub|termin) .. (verlängert|gewährt|gegeben|eingeräumt|verschoben), <staff|kin> .. (bestätigt|gesagt|zugesagt|versichert|freigegeben)',
          fr: '(avez|aviez) .. (ouvert|lu|consulté|cliqué|téléchargé|reçu|approuvé|accepté) .. <contact>|<draft>|facture*|colis|lien, (accordé|prolongé|repoussé|donné|consenti) .. (délai*|échéance*|report|semaines|jours), <staff|kin> .. (confirmé|dit|assuré|promis|validé)',
          es: '(abrió|abrieron|leyó|leyeron|consultó|descargó|recibió|aprobó|aceptó|abierto|leído) .. <contact>|<draft>|factura*|enlace|paquete, (ampliado|prorrogado|concedido|aplazado|dado) .. (plazo*|prórroga*|fecha|tiempo), <staff|kin> .. (confirmó|dijo|aseguró|prometió|autorizó)',
        },
        unless: {
          en: 'hope, if|whether|when|once|may|might|perhaps, ?, ^thank*|thanks',
          de: 'hoffe*, wenn|falls|ob|vielleicht, ?, danke',
          fr: 'espère*, si|peut être, ?, merci',
          es: 'espero|esperamos, si|quizá|quizás, ?, gracias',
        },
      },
      {
        says: {
          en: `you (have|had|also|already|then|just|once|even|personally|both)? <said> !for, your (last|latest|recent|previous|earlier)? (message|email|reply|letter|note|answer|complaint|objection|response) (of|from|last|said|mentioned|about|on|yesterday|dated|that|where|in), your last|latest|recent|previous|earlier message|email|reply|letter|call|note, (as)? (you and i|we) (discussed|spoke|talked|agreed|said|met|arranged), as discussed, when we (last)? (spoke|talked|met), (our|the|my) (conversation|phone call|telephone call|talk|chat|discussion|meeting|call) (of|on|last|yesterday|this|earlier|in|with), (on|over|by) the (phone|telephone) (you|we|on|last|yesterday), you .. (no|never|not|any) (complaint*|complain*|objection*|object*|disput*|question*|rais*) , no (complaint*|objection*) .. (raised|received|made|from you|was|were), (undisputed|uncontested), accepted the (goods|work|delivery|invoice*), signed (for|off|the|our), your signature, by signing`,
          de: `sie (haben|hatten) ... <said>, (haben|hatten) sie ... <said>, ihre|ihrer|ihr|ihren (letzte|letzten|letztes|letzter|jüngste*) (nachricht|e mail|email|mail|schreiben|brief|anruf|antwort), (unser|unserem|unserer|unsere) (gespräch|telefonat|besprechung|unterhaltung|anruf|treffen), telefonat|telefonisch, am telefon, besprochen, (keine|keinerlei|nie) (beanstandung*|reklamation*|einwand|einwände|mängel*|beschwerde*), unbestritten*|unstreitig*, abgenommen, unterschrieben|unterzeichnet|unterschrift, auftragsbestätigung`,
          fr: `vous (avez|aviez|nous avez|m avez|nous aviez|m aviez) .. <said>, votre (dernier|dernière|récent*) (message|courriel|mail|lettre|réponse|appel), (notre|nos) (conversation|entretien|échange|discussion|appel|entrevue), au téléphone, par téléphone .. (vous|nous|lundi|mardi|hier), (aucune|sans) (réclamation|contestation|réserve|objection), incontesté*|incontestable*, =signé|=signée|=signés|=signées|signature, accepté la, validé*`,
          es: `(usted*|nos|me) (ha|han|había) .. <said>, su (último|última|reciente) (mensaje|correo|carta|respuesta|llamada), (nuestra|nuestro) (conversación|charla|llamada|reunión|encuentro), por teléfono .. (usted|quedamos|el|nos|me|dijo), (nos|me) <said>, (ninguna|sin) (queja*|reclamación|objeción|reserva), indiscutid*, firmó|firmaron|firmad*|firma, (como|según) (hablamos|hablado|comentamos|dijo|nos dijo)`,
        },
        unless: {
          en: 'if|when|once|whether, in case, ?, part you asked, your answer|reply by, ^thank*|thanks, may|might|could|would|can, by phone|reply if',
          de: 'wenn|falls|ob|sobald, ?, könnte|könnten|vielleicht, rufen, gern|gerne telefonisch|am telefon',
          fr: 'si|quand|lorsque, ?, avez vous, peut être',
          es: 'si|cuando|en cuanto, ?, quizá|quizás, puede*',
        },
      },
      {
        // What was agreed in writing is not in the facts either, but for the days to pay.
        says: {
          en: '(under|per|in|by|to|of|with|breach) (the|our|your|this) (signed|written|supply|service|framework)? contract|agreement, contract|agreement (you|we|of|dated|from|signed|says|requires|clearly|states), terms and conditions, (section|clause|paragraph|article) <number>|of|in|our, contractual*, you (have)? signed, order confirmation|form .. (states|says|signed), accepted our terms, fine print, small print !shop|shops|business',
          de: '(laut|gemäss|nach|aus|in|unser|unserem|unseres|des|im) (unserem|unserer|dem|der|ihrem)? (rahmen)?vertrag|rahmenvertrag|vertrags|vertrages|kaufvertrag|werkvertrag, vertraglich*, rahmenvertrag*, agb|geschäftsbedingungen, (laut|gemäss|entsprechend) (unserer|der|ihrer) vereinbarung|bestellung, paragraf|paragraph|§',
          fr: '(selon|conformément|aux termes|en vertu|dans|de|notre|au) .. contrat|convention, contrat* (signé*|cadre|que), contractuel*, conditions générales, clause*, cgv, article <number>',
          es: '(según|conforme|en virtud|en|nuestro|del|de) .. contrato, contrato (firmado|marco|que), contractual*, condiciones generales, cláusula*, según lo (acordado|pactado|convenido|firmado)',
        },
        unless: { en: 'new contract, <pleased>', de: '<pleased>', fr: '<pleased>', es: '<pleased>' },
      },
    ],
  },
  {
    code: 'contact-not-in-ledger',
    severity: 'block',
    allowed: wereWritten,
    why: 'No earlier letter to this customer is recorded.',
    mend: 'Take it out, or record the earlier contact first.',
    frames: [
      {
        says: {
          en: `(despite|after|further to|following|following up on|in spite of|regardless of|notwithstanding|since|ignoring|answer to|reply to|response to|unlike) .. (my|our|the|several|many|two|three|all|repeated|previous|first|last|these|those|numerous) .. <contact>, as (mentioned|said|stated|noted|explained|announced) (in|before|earlier|last|previously|already), (previous|earlier|repeated|several|many|numerous|multiple|countless|past|prior|unanswered|first|both) <contact>, <we> .. (already|repeatedly|twice|also|both|again|last|now)? .. (written|wrote|reminded|emailed|called|phoned|rang|texted|messaged|tried|attempted|contacted|chased|asked|left|sent .. reminder|reached out|followed up|visited) .. (you|your|several|many|repeatedly|before|already|again|times|last|twice|two|three|a|to|without|with|since), my|our (last|first|earlier|previous) (letter|email|message|reminder|call|note|visit), (second|third|fourth|2nd|3rd|another|yet another|next) (reminder|notice|request|letter|email), voicemail*, answering machine, left .. message*, (no|not .. any|without|never) (answer|reply|response|reaction|word) (to|from|from you|since|so far|yet), (have|has|had) not (heard|received .. (reply|answer|response)) .. (from you|since|in weeks|for weeks|for a), nobody|no one (answer*|reply|replied|picks|picked|called|calls) , (calls|emails|messages|letters) .. (unanswered|ignored|unreturned|returned), (remain*|been|gone|went|still|stay*|are|is|were|was) unanswered, time and time again, over and over, (weeks|months) of (chasing|reminders|waiting|silence|asking)`,
          de: `trotz .. <contact>, nach .. (mehreren|zwei|drei|wiederholten|unseren|meinen|zahlreichen|unserer|meiner) .. <contact>, (zweite|zweiten|dritte|dritten|vierte|erste|ersten|wiederholte*|mehrere|mehreren|zahlreiche*|frühere*|vorherige*|letzter|letztem|letzten|unbeantwortet*) <contact>, mehrfach*|wiederholt|mehrmals|zum (zweiten|dritten|wiederholten) mal, <we> .. (bereits|schon|zweimal|dreimal|öfter) .. (geschrieben|erinnert|angerufen|gemahnt|gebeten|kontaktiert|versucht|gemailt|angeschrieben), (zweimal|dreimal|vergeblich) , anrufbeantworter|mailbox, keine (antwort|reaktion|rückmeldung) (von|auf|erhalten|bekommen), (bisher|bislang|seitdem) (nichts|keine|ohne) .. (gehört|antwort|reaktion|rückmeldung), (unbeantwortet|unerwidert), ohne (antwort|reaktion|rückmeldung|erfolg), bezug* .. <contact>, bezugnehmend, unser|unserem|unserer|meinem|meiner (letzten|letztes|letzte|ersten) <contact>`,
          fr: `(malgré|après|suite à|faisant suite|en dépit de|nonobstant) .. <contact>, (deuxième|second|seconde|troisième|énième|première|premier|plusieurs|nombreux|nombreuses|multiples|précédent*|deux) <contact>, (avons|ai) (déjà|plusieurs fois|maintes fois|à plusieurs reprises)? .. (écrit|relancé|appelé|rappelé|contacté|téléphoné|sollicité|tenté|essayé|laissé) , plusieurs (reprises|fois), maintes (fois|reprises), messagerie|répondeur, (restée|restés|restées|resté|restons|laissé) sans (réponse|suite), aucune réponse (de|à), sans (réponse|nouvelles) de votre (part)? (à|depuis), (mon|ma) (dernier|dernière) (message|courriel|mail|lettre|appel), (mon|notre|ma) (premier|première|précédent*) (message|courriel|mail|lettre|appel|relance|courrier)`,
          es: `(pese a|a pesar de|tras|después de|en relación con) .. <contact>, (segundo|tercer|tercero|cuarto|primer|varios|varias|numeros*|repetid*|múltiples|anterior*|dos|tres) <contact>, (he|hemos) (ya|intentado|tratado)? .. (escrito|llamado|recordado|contactado|avisado|reclamado|enviado .. (recordatorio*|aviso*)|intentado), en (varias|repetidas|numerosas|otras) (ocasiones), varias veces|ocasiones, buzón de voz, contestador, sin (respuesta|contestación|noticias) (suya*|de|hasta|a), (no|ni) .. (recibido|obtenido|tenido) .. (respuesta|contestación|noticias), mi (último|última) (correo|mensaje|carta|llamada), (mi|nuestro|nuestra) (primer|anterior) (correo|mensaje|carta|llamada|recordatorio|aviso)`,
        },
        unless: {
          en: 'if|whether|perhaps, in case, ?, no need to reply, not sure, want|wanted|write to ask, not received .. (payment|money|invoice)',
          de: 'wenn|falls|ob|vielleicht, ?, damit',
          fr: 'si|peut être, ?',
          es: 'si|quizá|quizás, ?',
        },
      },
    ],
  },
  {
    code: 'repeated-letters-not-in-ledger',
    severity: 'block',
    allowed: ({ history }) => history.lettersSent >= 2,
    why: 'The ledger holds fewer letters than this says.',
    mend: 'Speak of the last letter, or leave it out.',
    frames: [
      {
        says: {
          en: '(repeated|several|many|numerous|multiple|countless|third|fourth) <contact>, time and (time)? again, over and over, <we> .. (repeatedly|several times|many times|again and again)',
          de: 'mehrfach*|wiederholt*|mehrmals, (zahlreiche*|mehrere|mehreren|dritte|dritten) <contact>',
          fr: '(plusieurs|nombreux|nombreuses|multiples|troisième) <contact>, plusieurs|maintes reprises|fois',
          es: '(repetidos|numerosos|varios|varias|múltiples|tercer) <contact>, varias|repetidas|numerosas veces|ocasiones',
        },
        unless: { en: 'several times a' },
      },
    ],
  },
  {
    code: 'not-overdue',
    severity: 'block',
    allowed: (facts) => facts.daysLate > 0 || Boolean(facts.occasion),
    why: 'Nothing is overdue yet.',
    mend: 'Say when it will be due.',
    frames: [
      {
        says: {
          en: 'overdue, past due, past (its|the|their) due date, unpaid, is|are|now|running|still late, late payment, in arrears, outstanding debt',
          de: 'überfällig*, im|in verzug, zahlungsverzug, verspätet*',
          fr: 'impayé*, en retard, échu*',
          es: 'vencido|vencida|vencidos|vencidas, atrasad*, impagad*',
        },
        unless: { en: 'never late' },
      },
    ],
  },
  {
    code: 'chatter',
    severity: 'block',
    allowed: never,
    why: 'This is a writing program talking, not a letter.',
    mend: 'Take it out.',
    frames: [
      {
        says: {
          en: `automated|automatic|virtual|digital assistant|system|program|software, (drafted|generated|written|composed) (by|for) (you|ai|an ai|a machine|the assistant), ^sure|certainly|absolutely|understood !, ^(of course|great|okay|ok|understood|done|alright|got it), (here|below|attached|following) (is|are|you will find|comes) .. <draft>, (here|below) (you go|it is), ^(here is|here are|below is|below are), the draft, (draft|version|rewrite|suggestion|variant|entwurf|fassung|vorschlag|brouillon|projet|borrador|propuesta) :, as (an|a) (ai|artificial|language|large|llm|assistant|chatbot|virtual), i am (an|a)? (ai|language model|virtual assistant|chatbot|bot|assistant), i am (unable|not able) to (help|assist|comply|access|verify|provide|generate|send), i can not|not (assist|comply|write|generate|provide|fulfil*|access|verify|browse|create|send emails), language model*, openai|chatgpt|gpt*|copilot|claude|gemini|llm, (ai|machine) generated, generated by, (system|developer|user) prompt*, (the|this) prompt, (previous|prior|above|earlier|your|the following|these) instruction*, ignore .. instructions, i hope (this|the) (helps|draft|works|version|meets|email works|suits), (edit|adjust|modify|customise|customize|tweak|soften|personalise|personalize) .. (tone|wording|draft|text|needed|placeholder*|fit|style|details), let me know if you (would|want|need) .. (like)? (me to|changes|adjustments|revisions|tweaks|version|shorter|softer|firmer|warmer|tone|edits|it), would you like me to, do you want me to, (shall|should) i (make|adjust|soften|rewrite|shorten|revise|change|tone), <draft> (a|b|c|1|2|one|two|three) (more|direct|friendly|firm|short|:), (option|version|variant|alternative) (a|b|c|d|1|2|3|one|two), (subject|subject line|tone|body|recipient|sender|salutation|greeting|closing|signature|word count|length|language|format|style|customer|placeholder*|context|instructions|draft|note|email|reminder|letter) (line|lines|alternatives|options|count|ideas)? :, subject line*, word count, words|characters long, end of (letter|draft|email|message), untrusted data, maysay, json, markdown, html, (i|we) (have|kept|left|removed|avoided|used|made|adjusted|tried|aimed|added|included|rewrote|softened|shortened|omitted|replaced|changed|rephrased|translated) (it|out|the|this|any|to|a|your) .. <draft>|tone|fee|wording|language|placeholder*|concise|short|polite|firm|professional, (kept|keeping) it (short|polite|brief|professional|concise|friendly|firm|warm|neutral), this (draft|version|email|letter|message) (is|was|keeps|avoids|uses|aims|strikes|maintains|has been|does not|complies|follows), per your (request|instructions|brief|guidelines), as (per)? (you)? requested .. <draft>, (according to|per|by|as) (the|your|my) (policy|guidelines|rules|brief|instructions) (i|we|does|do|the|this), the (policy|step|rules|brief) (does|do|allows|forbids|says), note to (self|the|my|user|editor|reviewer|sender|maria|team)?, (fixme|tbd), (professional|polite|friendly|firm|formal|concise|revised|updated|final|improved|rewritten|polished|shorter|longer|softer|warmer) (but|yet|and)? (firm|polite|friendly|professional)? <draft> (of|for|that|below|to|:|you), insert .. (here|name|date|amount|link), (my|the) (training|knowledge) (data|cutoff), end transcript, (assistant|system|user|human|ai) :, sorry but i, i apologize but, regenerat*, reasoning, tokens`,
          de: `^(klar|gerne|gern|natürlich|selbstverständlich|sicher|verstanden|alles klar) (hier|ich|!), hier (ist|sind|finden sie|kommt|folgt) .. <draft>, anbei .. <draft>, als (ki|künstliche|sprachmodell|assistent*|virtuelle*), ich bin (ein|eine) (ki|sprachmodell|virtuelle*|assistent*), sprachmodell*, ki (generiert*|modell|assistent*|system), künstliche intelligenz, (kann|konnte) ich .. (nicht) (zugreifen|überprüfen|bestätigen|erstellen), kein* zugriff auf, (soll|kann|darf) ich .. (umformulieren|anpassen|kürzen|ändern|überarbeiten|freundlicher|förmlicher), lassen sie mich wissen .. <draft>|änderungen|anpass*, passen sie .. (an|gerne), (variante|version|option|entwurf|fassung) (a|b|c|1|2), (betreff|betreffzeile|ton|tonfall|tonalität|anrede|wortzahl|länge|entwurf|hinweis|anmerkung|empfänger|platzhalter) (vorschläge|vorschlag)? :, betreffzeile*, ich hoffe (dieser|der|das|diese) (entwurf|hilft|version|text|brief), (den|diesen|der) (brief|text|entwurf|ton|mahnung) .. (gehalten|formuliert|überarbeitet|angepasst|gekürzt|geschrieben), (freundlicher|höflicher|bestimmter|sachlicher|kürzerer|überarbeiteter|professioneller) <draft>, (vorgaben|anweisung*|richtlinien) (nicht|gemäss|entsprechend|habe|des), platzhalter*`,
          fr: `^(bien sûr|certainement|voici|avec plaisir|d accord|entendu|absolument) (voici|je|!), ^voici, voici (un|une|le|la|les|votre|deux|trois) .. <draft>, ci dessous .. <draft>, en tant qu|que (ia|assistant|intelligence|modèle|un modèle), je suis (une|un) (ia|intelligence|modèle|assistant), modèle de langage, intelligence artificielle, généré* par, (je ne peux|ne puis) .. (accéder|vérifier|générer|confirmer|fournir), (option|version|variante|proposition) (a|b|c|1|2|plus), (objet|ton|sujet|destinataire|longueur|note|remarque|brouillon|version|signature) (proposé*|alternatif*|possible*)? :, nombre de mots, souhaitez vous (que je|une version|un ton), (voulez|préférez) vous (que je|une version|un ton), n hésitez pas à (modifier|adapter|ajuster|personnaliser|changer|remplacer|me dire si vous), j espère que (ce|cette|cela) (message|version|brouillon|convient|aide|lettre|texte), (j ai|nous avons) (rédigé|reformulé|adapté|évité|gardé|supprimé|ajouté|raccourci|utilisé|essayé) .. <draft>|ton|texte|formul*|mention, (version|texte|ton|lettre|message) (plus|poli*|ferme|courtois*|professionnel*|révisé*|adouci*) (mais|et|:|de)? , consigne*|instructions, d après la consigne`,
          es: `^(claro|por supuesto|desde luego|aquí tiene*|con gusto|entendido|perfecto) (aquí|que|!), aquí (tiene*|está|le dejo|va|te dejo) .. <draft>, a continuación .. <draft>, como (modelo|asistente|una ia|ia|inteligencia|un modelo), soy (una|un) (ia|modelo|asistente|inteligencia), modelo de lenguaje, inteligencia artificial, generad* por, no (puedo|tengo) .. (acceso|acceder|verificar|generar|confirmar los), (opción|versión|variante|alternativa) (a|b|c|1|2|más), (asunto|tono|destinatario|nota|observación|borrador|longitud|versión|firma) (sugerid*|propuest*|alternativ*)? :, (número|recuento) de palabras, (desea|quiere|prefiere) que (lo|la|le)? (haga|cambie|ajuste|suavice|acorte|modifique|reescriba|redacte), (no dude*|siéntase libre) .. (modificar|adaptar|ajustar|cambiar|editar|personalizar), espero que (esto|este|esta) (ayude|sirva|borrador|versión|texto|le sirva|le ayude), (he|hemos) (redactado|reescrito|adaptado|evitado|mantenido|omitido|eliminado|añadido|usado|suavizado) .. <draft>|tono|texto|mención|recargo|amable|cordial|breve, instrucciones|indicaciones (del|de la|dadas|recibidas), (versión|texto|tono|carta) más (amable|firme|cordial|breve|corta|formal|directa)`,
        },
        unless: {
          en: 'once again, a copy of the letter',
        },
      },
    ],
  },
];
