// Offers: discounts, waivers, gifts, plans and more time, which a letter may make only within the policy; and promotion.
import type { Offer } from '../offer/offer.ts';
import { never, type Rule } from './rule.ts';

/** An owner decided to take something off, and the letter is about that. */
function givesAway(offer: Offer | undefined): boolean {
  return offer?.kind === 'early_payment' || offer?.kind === 'fee_waiver';
}

export const OFFER_RULES: readonly Rule[] = [
  {
    code: 'discount',
    severity: 'block',
    allowed: (facts) =>
      givesAway(facts.detail?.offer) ||
      (facts.maySay.includes('discount') && facts.decided.includes('discount')),
    why: 'The letter offers a discount or a waiver that nobody has decided on.',
    mend: 'Take it out, or have an owner record the decision first.',
    frames: [
      {
        // Letting go of a part without the word for it.
        says: {
          en: '<pay> (whatever|what|only what|just what) (you|ever)? .. (can|manage|afford|able|like|want), call it (done|settled|closed|finished), (tear|rip|tore|tearing) .. up, look|looking the other way, turn|turning a blind eye, meet .. middle|halfway',
          de: '<pay> (sie)? (einfach|nur)? was .. (können|möchten|wollen|geht|möglich), (sache|angelegenheit) .. (erledigt|vergessen|vom tisch), zerreiss*|zerrissen, drück* .. auge* zu, (treffen|trifft|träfen) ... mitte',
          fr: '(payez|réglez|versez|payer) ce que vous .. (pouvez|voulez|pourrez), (affaire|dossier|compte) .. (sera|est|serait) (close|clos|classée|classé|oubliée|réglée), déchir* .. facture*|note, fermer*|fermons les yeux, coup* la poire',
          es: '(pague|abone|paguen) (lo que|cuanto|solo lo que) .. (pueda*|quiera*), (damos|daremos|doy|daré) .. (cerrad*|saldad*|zanjad*|olvidad*), romp* .. factura*, mir* (para|hacia) otro lado, vista gorda, mitad de camino',
        },
        unless: { en: 'tell|let me|us, if something|anything', de: 'sagen sie', fr: 'dites', es: 'díga*' },
      },
      {
        says: {
          en: '<discount>, <waive>, <we> .. cancel*|void|voided|annul* .. invoice*|bill|debt|balance|it|this',
          de: '<we> .. stornier*|annullier* .. rechnung*|forderung*|betrag, rechnung* .. stornier*|annullier*',
          fr: 'annul* .. facture*|dette|solde|somme, facture* .. annulé*',
          es: 'anul*|cancel* .. factura*|deuda|saldo|importe',
        },
        unless: { en: 'if you believe|think, no <discount>, misunderstanding' },
      },
      {
        says: {
          en: 'make this|it|all .. go away, sweeten, if you pay .. you get|save|receive, pay|settle .. and .. save|get|receive|drop|forget|waive|earn, just pay .. what you can, pay|send .. what you can !and tell, clean slate, our loss, take the hit, bear|cover|carry .. rest|difference|part, on our side|part .. credit, credit .. from our side|toward|towards, be generous, show our appreciation, something in return, benefit for, incentive*, cheaper|lower price|rate for',
          de: 'dafür .. günstiger|billiger|weniger, wenn|sofern ... <pay> .. sparen|erhalten|bekommen, belohn*, entlast* .. betrag|rechnung, die differenz|den rest .. wir, anreiz*',
          fr: 'si ... <pay> .. bénéfici*|économis*|recev*|profit*, moins cher, à notre charge, récompens*, prendr*|prenons .. à notre charge, incitation',
          es: 'si ... <pay> .. ahorra*|recib*|benefici*|disfrut*, más barato, de nuestra parte .. resto|diferencia, asumimos|asumiremos .. resto|diferencia|parte, recompens*, incentivo*, detalle comercial|por, gesto comercial',
        },
      },
    ],
  },
  {
    code: 'gift',
    severity: 'block',
    allowed: never,
    why: 'The letter offers something for nothing.',
    mend: 'Take it out.',
    frames: [
      { says: { en: '<free>' } },
      {
        says: {
          en: 'extra months|weeks|hours, month|months|weeks|hours on us|extra, upgrade* .. you|your|order, loyalty, win|wins|winning a, prize for, next order|job|print .. free|discount*|off|half|less|on us, lunch|dinner|coffee|drinks is|are|on',
          de: 'nächste|nächsten|nächster (bestellung|auftrag|druck)? .. umsonst|frei|günstiger|gratis, ohne berechnung, laden|lade sie .. ein',
          fr: 'prochaine|prochain commande|tirage|impression .. offert*|gratuit*|moitié, inviter*|invitons .. restaurant|déjeuner|dîner',
          es: 'próximo|siguiente pedido|encargo .. gratis|regal*|mitad|descuento|invit*, le invit* .. comer|cenar|café',
        },
      },
    ],
  },
  {
    code: 'plan-not-allowed',
    severity: 'block',
    allowed: (facts) => (facts.maySay.includes('plan') && facts.plan !== null) || Boolean(facts.detail?.plan),
    why: 'The policy offers no payment plan at this step.',
    mend: 'Ask what would work; a plan can be offered from the firm step on.',
    frames: [
      {
        says: {
          en: `payment|instalment|installment|pay plan|plans|schedule|arrangement, instalment*|installment*, split|splitting|spread|spreading|divide|dividing|break|breaking|stagger .. it|this|the|that|payment*|amount|balance|total|into|over|across|up, half now|today|this|in|and, part now|today|payment|payments, partial payment*, pay|paying .. bit|little by bit|little, in stages|parts|pieces|chunks|portions, pay .. monthly|weekly|gradually, down payment, each|every|per|a month|week|fortnight .. until .. paid|cleared|settled, first half, the (rest|remainder|other half|balance) (later|next|in|after|by) .. month|week|year|spring|summer|autumn|january|half, pay (the)? rest|remainder|other .. later|next`,
          de: '*raten|*rate|ratenzahl*|ratenplan*|ratenweise, teilzahl*|teilbetrag|teilbeträge|teilbeträgen, zahlungsplan*, stundung*, in zwei|drei|vier|mehreren|kleinen teilen|schritten|beträgen|etappen, die hälfte jetzt|sofort|heute|diese, aufteilen|aufgeteilt, stückweise|schrittweise|häppchenweise, hälfte .. später|nächste*|dann, monatlich .. zahl*|abzahl*|abstotter*, abzahl*|abstotter*',
          fr: 'échelonn*, échéancier*, plusieurs|deux|trois|quatre fois, plan de paiement|règlement|remboursement, mensualité*, moitié maintenant|tout|aujourd|ce|cette, étal* .. paiement|règlement|somme|sur, par tranche*, petit à petit, acompte|acomptes, fractionn*, versements|versement .. partiel*|mensuel*|plusieurs',
          es: 'plan de pago*, a|en plazos, cuotas, fraccion*, pago* parcial*|fraccionado*|aplazado*, mitad ahora|hoy|esta|este|ya, en dos|tres|cuatro|varios|varias pago*|veces|partes|plazos|entregas, poco a poco, mensualidad*, dividir*|repartir*|partir* .. pago*|importe|deuda|total|factura*, a cuenta',
        },
        unless: {
          en: 'please .. instalment* .. not, if you have paid part, part payment .. received',
        },
      },
    ],
  },
  {
    code: 'extension',
    severity: 'block',
    allowed: (facts) => facts.deadline !== null,
    why: 'The letter grants more time than the terms do.',
    mend: 'Ask which date would work instead.',
    frames: [
      {
        // Being in no hurry is more time, too.
        says: {
          en: 'take (all the|as much|your|whatever) time, no (rush|hurry|urgency), not (urgent|in a hurry|in a rush), <someday> .. (is|works|will do|would be) (also|just)? (fine|ok|okay|good|alright|great), (hold off|wait|hold on|leave it) .. (until|till) .. <someday>',
          de: '(lassen|nehmen) sie sich .. zeit, (keine eile|eilt nicht|hat zeit|nicht eilig|drängt nicht), (nach|bis) .. (feiertagen|feiertage|weihnachten|urlaub|ferien|<someday>) .. (reicht|genügt|passt|ist recht|in ordnung)',
          fr: '(prenez|prendre) (tout)? (votre|le) temps, (rien ne|cela ne|ça ne) presse, (pas urgent|pas pressé*), après .. (fêtes|vacances|congés|noël) .. (ira|irait|suffit|convient|conviendra|va)',
          es: '(tómese|tómense|tome) (todo)? (el|su) tiempo, (no hay|sin) (prisa|apuro|urgencia), no corre prisa, (después|pasadas) .. (fiestas|vacaciones|navidad*) .. (vale|bien|sirve|suficiente|perfecto)',
        },
        unless: {
          en: 'answer|reply|question|reading|look',
          de: 'antwort*|frage*',
          fr: 'répon*',
          es: 'respon*',
        },
      },
      {
        says: {
          en: 'take|have another|an|a|some (extra|further|more|additional)? .. days|weeks|week|month|months|fortnight, take .. more|extra days|weeks',
          de: 'nehmen sie sich .. tage|wochen|woche|monat|monate, lassen sie sich .. tage|wochen|woche|monat',
          fr: 'prenez .. jours|semaines|semaine|mois (de plus|supplémentaires|encore)?',
          es: 'tómese .. días|semanas|semana|mes',
        },
        unless: { en: '?', de: '?', fr: '?', es: '?' },
      },
      {
        says: {
          en: `extend|extending|extended|extension|push|pushing|pushed|move|moving|moved|postpone*|defer*|delay|delaying .. deadline|date|dates|term|terms|payment|time|back, due date* .. moved|pushed|extended|changed|postponed|back, grace period, no rush|hurry, take all|your|as time|long, take until|till, take .. <longer>, whenever you|it|suits, pay .. whenever|later|next year, <longer> (payment)? term|terms|period|deadline, hold off|fire !calling|asking, wait|waiting (for)? .. <someday>, <we> .. <will> .. wait .. <longer>|until|till, can wait .. <someday>|until|till, give|giving|gives|allow|allowing|grant|granting you .. <longer>|another|until|till, no|not .. need|mind|pressure|problem .. until|till|later|wait*, we|i do not|will not mind|worry, <someday> .. (is|would be|will be) (also|perfectly|just)? fine|okay|ok|enough, ignore|forget .. due date|deadline, not .. worry about .. date|deadline|invoice|payment|paying, pay .. in <someday>|the new year`,
          de: 'stunde|stunden|gestundet wir|ihnen|den|die|bis, frist .. verläng*|verschieb*|aufschieb*, verläng*|verschieb*|hinausschieb* .. frist|fälligkeit|zahlungsziel|zahlung|termin*, aufschub, keine eile, lassen sie sich .. zeit, wann immer, geben ihnen .. <longer>|bis|zeit|noch, gewähren .. <longer>|frist|zeit|aufschub, <longer> zahlungsziel|frist|zahlungsfrist, warten .. bis .. <someday>, eilt nicht, hat zeit, reicht .. <someday>|auch .. später|nächst*, zahlen sie .. später|irgendwann|wenn es',
          fr: 'report* .. échéance|paiement|date|délai|règlement, prolong* .. délai|échéance, rien ne presse, prenez (tout)? votre temps, quand vous voulez|pouvez|pourrez|voudrez, accord* .. délai|<longer>|mois|semaine*, délai (supplémentaire|de paiement|plus long), <longer> .. délai, attendr*|attendre|patienter .. <someday>|jusqu|votre, pas (de)? urgence|urgent|pressé, laiss* .. <longer>|jusqu|temps',
          es: 'ampli*|prorrog*|aplaz*|pospon*|retras*|extend* .. plazo|vencimiento|fecha|pago, prórroga, sin prisa*, cuando (pueda|quiera|le venga), tómese .. tiempo, dar*|damos|daremos|doy|conced*|dejar*|dejamos .. <longer>|plazo|hasta, mes*|semana*|días más de plazo, más plazo, plazo .. <longer>|más, no (hay|corre)? prisa, esperar*|esperamos|esperaremos .. <someday>|hasta',
        },
        unless: {
          en: 'if you need|want, would|do you need, need (a)? (little)? more time, ?, not .. wait, can not|could not, not hesitate, until you|we|i hear',
          de: 'wenn|falls|brauchen|benötigen sie, ?, nicht länger',
          fr: 'si vous, vous faut, besoin, ?, ne pouvons|peux',
          es: 'si necesita|quiere|prefiere, necesita*, ?, no podemos|puedo',
        },
      },
    ],
  },
  {
    code: 'promotion-in-subject',
    severity: 'block',
    part: 'subject',
    allowed: never,
    why: 'The subject promotes something; it must say what the mail is about.',
    mend: 'Name the invoice in the subject.',
    frames: [
      {
        says: {
          en: 'offer|offers|deal|deals|sale|sales|save|saving*|win|prize|bonus|newsletter|free|discount*|promo*|voucher*|exclusive|bargain*, limited time, special|great|new|amazing|best price*|product*|collection|arrival*|range|season, check out, do not miss, act now, last chance to, introducing, % off, coming soon, black friday, big news',
          de: 'angebot*|sonderangebot*|aktion|aktionen|neuheit*|sparen|gewinn*|rabatt*|gutschein*|exklusiv*|kostenlos*|gratis*|newsletter|schnäppchen|sale, jetzt zugreifen, neue kollektion|produkte',
          fr: 'offre|offres|promo*|soldes|nouveauté*|profitez|exclusi*|gratuit*|remise*|cadeau*|gagne*|newsletter, nouvelle collection',
          es: 'oferta*|promoción*|promo*|novedad*|ahorre|ahorra|exclusiv*|gratis|descuento*|rebaja*|gane|regalo*|boletín, nueva colección',
        },
      },
    ],
  },
  {
    code: 'promotion',
    severity: 'warn',
    allowed: never,
    why: 'The letter promotes something; a letter about money speaks of that.',
    mend: 'Take it out.',
    frames: [
      {
        says: {
          en: 'special offer*, check out|discover|look at our|the (new|latest|current)? new|latest|current|range|collection|offers, our new|latest collection|product|products|range|offers, buy now, order now, sign up, limited time, stock up, ask about our',
          de: 'unsere (neuen|aktuellen)? angebote|neuheiten|kollektion, jetzt bestellen|zugreifen',
          fr: 'nos offres|nouveautés|promotions, notre nouvelle collection, commandez (dès)? maintenant',
          es: 'nuestras|nuestra ofertas|novedades|promociones|colección, pida|compre ya',
        },
      },
    ],
  },
];
