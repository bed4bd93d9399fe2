// Claims that the ledger must hold: payments thanked for, promises, talks and letters before; and a model's chatter.
import { never, type PhraseRule } from './phrase-rule.ts';

const PAID = 'payment|paying|settling|transfer|remittance|money';

/** "If you have already paid, thank you" claims nothing. */
const CONDITIONAL =
  /(?<![\p{L}])(?:if|in case|once|when|should|as soon as|unless|until|whether|would|could|perhaps|advance|promptly|crossed|cross|soon|before|si|cuando|en caso|quand|lorsque|des que|au cas ou|avez-vous|d'avance|falls|wenn|sobald|sollte[n]?|voraus|bevor|ob|uberschnitten|cruzado|croise\w*|antelacion|antemano)(?![\p{L}])/iu;

export const CLAIM_RULES: readonly PhraseRule[] = [
  {
    code: 'payment-not-in-ledger',
    severity: 'block',
    allowed: (facts) => Boolean(facts.history.recentPayment) || facts.history.partPaid,
    unless: CONDITIONAL,
    why: 'The ledger holds no payment to thank for.',
    mend: 'Write “if it is already on its way, thank you”.',
    phrases: [
      `(?:thank you|thanks)(?: (?:so|very) much)?(?: \\S+){0,2} for (?:your |the |sending (?:your |the )?|making (?:your |the |a )?)?(?:\\S+ )?(?:${PAID})`,
      `(?:we|i)(?:'ve| have)? (?:just |now |already )?(?:received|got|recorded|booked) (?:your|the|a)(?: \\S+){0,2} (?:${PAID})|your (?:payment|transfer) (?:has )?(?:arrived|came|reached us|was received|has been received)|(?:is|has been|was) (?:now )?(?:fully )?(?:paid|settled|cleared) in full|you(?:'ve| have) (?:already )?paid(?! late)`,
      'gracias por (?:su|el) (?:\\S+ )?(?:pago|transferencia|abono)|hemos recibido (?:su|el) (?:pago|transferencia)',
      'merci pour (?:votre|le) (?:\\S+ )?(?:paiement|reglement|virement)|nous avons (?:bien )?recu (?:votre|le) (?:paiement|reglement|virement)',
      '(?:danke|vielen dank) fur (?:ihre|die) (?:\\S+ )?(?:zahlung|uberweisung)|wir haben ihre (?:zahlung|uberweisung) erhalten|ihre zahlung ist (?:eingegangen|angekommen)',
    ],
  },
  {
    code: 'promise-not-in-ledger',
    severity: 'block',
    allowed: (facts) => facts.history.brokenPromise !== null,
    unless: /(?<![\p{L}])(?:if|once|when|si|cuando|quand|falls|wenn|sobald)(?![\p{L}])/iu,
    why: 'No promise of this customer is recorded as missed.',
    mend: 'Take it out, or record the promise in the thread first.',
    phrases: [
      '(?:as )?(?:you )?(?:had |have )?promised|your promise|you (?:said|told (?:me|us)|assured (?:me|us)|agreed|committed|confirmed)(?: \\S+){0,6} (?:pay|paid|payment|transfer|settle|send|sent|on its way|arranged)\\w*|agreed (?:date|payment date)|as (?:you )?agreed on|broken promise|you were going to pay',
      'como (?:nos )?prometio|(?:su|la) promesa|usted (?:prometio|dijo que pagaria)|se comprometio|vous (?:aviez|avez) promis|votre promesse|comme promis|vous vous etiez engage|sie (?:hatten|haben) (?:uns )?(?:versprochen|zugesagt)|ihr versprechen|ihre zusage|wie (?:versprochen|zugesagt|vereinbart)',
    ],
  },
  {
    code: 'contact-not-in-ledger',
    severity: 'block',
    allowed: (facts) => facts.history.lettersSent > 0 || facts.history.brokenPromise !== null,
    why: 'No earlier letter to this customer is recorded.',
    mend: 'Take it out, or record the earlier contact first.',
    phrases: [
      "(?:despite|after|further to|following|following up on|as (?:mentioned|said|stated|noted) in|in spite of)(?: \\S+){0,4} (?:reminders?|e-?mails?|letters?|messages?|notices?|requests?|attempts?|calls?)|(?:previous|earlier|repeated|several|many|numerous|multiple|countless|past) (?:reminders?|e-?mails?|letters?|messages?|notices?|requests?|attempts?|calls?)|(?:we|i)(?:'ve| have)? (?:already )?(?:written|wrote|reminded|emailed|contacted|chased|asked|called)(?: \\S+){0,3} (?:several|many|repeatedly|before|already|again|times|last week|last month|twice)|my last (?:e-?mail|letter|message|reminder)|(?:second|third|fourth|2nd|3rd) (?:reminder|notice|request)",
      '(?:pese|a pesar|tras)(?: \\S+){0,4} (?:recordatorios?|correos?|cartas?|avisos?|mensajes?)|(?:segundo|tercer|tercero) (?:recordatorio|aviso)|(?:malgre|apres)(?: \\S+){0,4} (?:relances?|rappels?|courriels?|messages?|lettres?)|(?:deuxieme|second|troisieme) (?:rappel|relance)|trotz(?: \\S+){0,4} (?:erinnerung\\w*|mahnung\\w*|schreiben|e-?mails?)|(?:zweite|dritte)\\w* (?:mahnung|erinnerung|schreiben)|mehrfach\\w*|wiederholt\\w*|mehrmals',
    ],
  },
  {
    code: 'repeated-letters-not-in-ledger',
    severity: 'block',
    allowed: (facts) => facts.history.lettersSent >= 2,
    why: 'The ledger holds fewer letters than this says.',
    mend: 'Speak of the last letter, or leave it out.',
    phrases: [
      '(?:repeated|several|many|numerous|multiple|countless) (?:reminders?|e-?mails?|letters?|messages?|notices?|requests?|attempts?|calls?)|third (?:reminder|notice|request)|time and (?:time )?again|over and over|repetidos|numerosos|varios (?:recordatorios|avisos|correos)|plusieurs (?:relances|rappels)|nombreu(?:x|ses) (?:relances|rappels)|mehrfach\\w*|wiederholt\\w*|mehrmals',
    ],
  },
  {
    code: 'not-overdue',
    severity: 'block',
    allowed: (facts) => facts.daysLate > 0 || Boolean(facts.occasion),
    why: 'Nothing is overdue yet.',
    mend: 'Say when it will be due.',
    phrases: [
      'overdue|past due|past its due date|unpaid|(?:is|are|now|running|still) late|late payment|in arrears|outstanding debt|vencid[ao]s?|atrasad[ao]s?|impagad[ao]s?|impaye\\w*|en retard|echue\\w*|uberfallig\\w*|im verzug|in verzug|zahlungsverzug',
    ],
  },
  {
    code: 'chatter',
    severity: 'block',
    allowed: never,
    why: 'This is a writing program talking, not a letter.',
    mend: 'Take it out.',
    phrases: [
      "(?:sure|certainly|of course|absolutely|great)[!,.] (?:here|i've|i have|below)|here(?:'s| is) (?:a|an|the|your|my) (?:\\S+ ){0,3}(?:draft|version|letter|email|e-mail|reminder|message|rewrite|revised)|as an? (?:ai|artificial|language model|large language|llm|assistant|chatbot)|(?:i'm|i am) (?:an? )?(?:ai|language model|virtual assistant|chatbot|bot|unable to (?:help|assist|comply)|sorry,? but i)|i (?:cannot|can't) (?:assist|help with|comply|write|generate|provide|fulfil+)|language model|openai|chatgpt|gpt-?\\d*|ai[- ]generated|(?:system|developer|user) prompts?|(?:previous|prior|above|earlier) instructions|ignore (?:all|any|the|previous)(?: \\S+){0,3}instructions|i hope this (?:helps|draft|works)|feel free to (?:edit|adjust|modify|customi[sz]e|change|replace|adapt)|let me know if you(?:'d| would) like (?:me to|any changes|a (?:softer|firmer|shorter))|(?:would you|do you want me to) (?:make|adjust|change|rewrite)|word count|tone: \\S+|subject: |note: this (?:draft|letter|email)|\\[?end of (?:letter|draft|email)\\]?|untrusted data|maysay|json",
      "claro[!,.] aqui|por supuesto[!,.] aqui|aqui (?:tiene|tienes) (?:un|el|la|una) (?:borrador|version|carta|correo)|como (?:modelo|asistente|una? ia)|modelo de lenguaje|bien sur[!,.] voici|voici (?:un|une|le|la|votre) (?:brouillon|projet|version|lettre|courriel)|en tant qu'(?:ia|assistant|intelligence)|modele de langage|naturlich[!,.] hier|gerne[!,.] hier|hier ist (?:ein|der|die|eine|ihr) (?:entwurf|version|brief|e-?mail)|als (?:ki|sprachmodell|kunstliche)|sprachmodell|ki-generiert",
    ],
  },
];
