// Offers: discounts, waivers, gifts and plans, which a letter may make only within the policy; and promotion.
import { never, type PhraseRule } from './phrase-rule.ts';

export const OFFER_RULES: readonly PhraseRule[] = [
  {
    code: 'discount',
    severity: 'block',
    allowed: (facts) => facts.maySay.includes('discount') && facts.decided.includes('discount'),
    why: 'The letter offers a discount or a waiver that nobody has decided on.',
    mend: 'Take it out, or have an owner record the decision first.',
    phrases: [
      '(?:discount|rebate|reduction|markdown|price cut|money off|cashback|voucher|coupon|refund)s?(?! (?:store|code|tire|rug|carpet|warehouse))',
      'make (?:this|it|all this) go away|(?:shave|shaving|slash|trim|deduct|subtract)\\w*(?: \\S+){0,4} (?:off|from)|(?:take|taking|knock|get|have|give you)(?: \\S+){0,4} off(?: (?:the|your|if|for)|[.,;!?]|$)|(?:a|one) (?:fifth|quarter|third|tenth|half) (?:off|less)|(?:waive|waiving|waived|write off|writing off|written off|forgive|forgiving|forgiven|knock off|knocking off|drop the (?:rest|balance|remaining)|cancel the (?:debt|balance|rest|remaining|remainder|invoice)|forget (?:about )?the (?:rest|balance|invoice|debt))',
      "(?:reduce|lower|cut|halve)\\w* (?:the |your |this )?(?:amount|balance|invoice|total|bill|debt|sum)|settle for (?:less|half|part)|(?:accept|take|settle for) (?:half|less|a lower|a reduced|a smaller|a third)|(?:half|third|quarter) (?:price|off)|% off|as full (?:and final )?settlement|in full (?:and final )?settlement|call it (?:even|quits)|no need to pay|(?:do not|don't) (?:have|need) to pay (?:the|this|it|anything)",
      'descuentos?|rebajas?|bonificacion|condon\\w+|reduccion|perdonar\\w*|quita|mitad de precio|reembols\\w+',
      'remises?|rabais|ristourne\\w*|reduction|escompte|gratuit\\w*|effacer (?:la|votre) dette|annuler (?:la|votre) (?:dette|facture)|geste commercial|rembours\\w+',
      'rabatt\\w*|skonto|nachlass\\w*|preisnachlass\\w*|ermassigung\\w*|erlassen|verzichten (?:wir|auf)|gutschein\\w*|erstatt\\w+',
    ],
  },
  {
    code: 'gift',
    severity: 'block',
    allowed: never,
    why: 'The letter offers something for nothing.',
    mend: 'Take it out.',
    phrases: [
      "(?:free|complimentary|bonus|extra) (?:months?|weeks?|gifts?|hours?|deliver(?:y|ies)|shipping|products?|items?|trial|upgrade|services?)|free of charge|on the house|gift cards?|(?:a|small|little|our) gift|as a thank[ -]you,? (?:we|i)(?: will|'ll| would like to) (?:give|send|add)|loyalty (?:points|bonus)|reward you",
      'de regalo|gratis|obsequio|regalarle|sin coste|sin costo|cadeau\\w*|offert[es]*|geschenk\\w*|kostenlos\\w*|gratis',
    ],
  },
  {
    code: 'plan-not-allowed',
    severity: 'block',
    allowed: (facts) => facts.maySay.includes('plan') && facts.plan !== null,
    why: 'The policy offers no payment plan at this step.',
    mend: 'Ask what would work; a plan can be offered from the firm step on.',
    phrases: [
      '(?:payment|instal?lment) plans?|(?:in|by|into|with|of) (?:\\S+ ){0,3}instal?lments|(?:split|spread|divide)(?:ting|ing)? (?:it|this|the (?:amount|balance|payment|total|invoice|cost|sum)|payments?|them)(?: \\S+){0,3} (?:into|over|across|up)|half (?:now|today|this (?:week|month))|pay (?:it )?(?:off )?(?:bit by bit|in stages|in parts|monthly|weekly)|partial payments|part payments',
      'plan de pagos?|(?:en|a) plazos|fraccionar\\w*|a plazos|pago fraccionado|aplaz(?:ar|amiento)',
      'echelonn\\w+|paiement en plusieurs|plusieurs fois|echeancier\\w*|plan de (?:paiement|reglement)|mensualites',
      'ratenzahlung\\w*|ratenplan\\w*|in raten|teilzahlung\\w*|zahlungsplan\\w*|stundung\\w*',
    ],
  },
  {
    code: 'extension',
    severity: 'warn',
    allowed: (facts) => facts.deadline !== null,
    why: 'The letter grants more time than the terms do.',
    mend: 'Ask which date would work instead.',
    phrases: [
      '(?:extend|extending|extended|push back|move|postpone|defer)(?: \\S+){0,2} (?:deadline|due date|payment date|payment term)|no (?:rush|hurry)|take (?:all the|as much) time|whenever (?:you can|suits you|you like)|pay (?:us )?(?:whenever|later|next year)',
      "sin prisas?|cuando (?:pueda|quiera)|(?:ampli|prorrog|aplaz)\\w+ (?:el )?(?:plazo|vencimiento)|rien ne presse|prenez (?:tout )?votre temps|quand vous (?:voulez|pouvez)|report(?:er|ons) l'echeance|keine eile|lassen sie sich (?:ruhig )?zeit|wann immer|frist verlanger\\w*",
    ],
  },
  {
    code: 'promotion-in-subject',
    severity: 'block',
    part: 'subject',
    allowed: never,
    why: 'The subject promotes something; it must say what the mail is about.',
    mend: 'Name the invoice in the subject.',
    phrases: [
      "(?:special|exclusive|limited|great|new|amazing) (?:offers?|deals?|prices?)|sale|save|deal|offers?|win|prize|new (?:products?|collection|arrivals?|range)|check out|don't miss|act now|limited time|free|bonus|newsletter",
      'ofertas?|promocion(?:es)?|novedades|ahorre|promo(?:tion)?s?|soldes|nouveautes|profitez|angebote?|aktion|neuheiten|sparen sie|gewinn\\w*',
    ],
  },
  {
    code: 'promotion',
    severity: 'warn',
    allowed: never,
    why: 'The letter promotes something; a letter about money speaks of that.',
    mend: 'Take it out.',
    phrases: [
      'special offers?|(?:check out|discover|take a look at|have a look at) our (?:new|latest|current)|our (?:new|latest) (?:collection|product|products|range|offers?)|buy now|order now|sign up|limited[ -]time',
      'nuestras? (?:ofertas?|novedades)|nos (?:offres|nouveautes|promotions)|unsere (?:neuen )?(?:angebote|neuheiten)',
    ],
  },
];
