// Consequences: said only where the step allows it and a named person has decided it.
import type { DraftFacts } from '../facts.ts';
import type { Topic } from '../policy.ts';
import { never, type Rule } from './rule.ts';

const decided = (topic: Topic) => (facts: DraftFacts) =>
  facts.maySay.includes(topic) && facts.decided.includes(topic);

const UNDECIDED_MEND =
  'Take it out. It may be said at the final steps, once a named person has recorded the decision.';

export const THREAT_RULES: readonly Rule[] = [
  {
    code: 'legal-threat',
    severity: 'block',
    allowed: decided('legal'),
    why: 'The letter speaks of legal steps that nobody has decided on, or that this step may not name.',
    mend: UNDECIDED_MEND,
    frames: [
      { says: { en: '<court>' } },
      {
        says: {
          en: 'personally|personal liable|liability|guarantee*|asset*, your .. assets|property|bank account .. taken|attached|frozen|reach',
          de: 'persönlich haft*|hafte*, privat haft*, ihr privatvermögen',
          fr: 'personnellement responsable*|tenu*, vos biens, votre patrimoine',
          es: 'personalmente responsable*, sus bienes, su patrimonio, responde* con',
        },
      },
    ],
  },
  {
    code: 'agency-threat',
    severity: 'block',
    allowed: decided('agency'),
    why: 'The letter speaks of a collection agency, which nobody has decided on, or which this step may not name.',
    mend: UNDECIDED_MEND,
    frames: [
      { says: { en: '<collector>' } },
      {
        says: {
          en: `<we> ... <handOver> ... <outsider>, <debt> .. <handOver> .. <outsider>, <debt> .. will|may|might|would|must .. be|been|being <handOver>, <debt> .. handed|turned over, <debt> .. goes|go|went|going .. to .. <outsider>,
            <outsider> .. will|would|may|shall|can|could|has|is .. take|be|handle|contact|visit|call|collect|deal|knock|pursue|take`,
          de: `<debt> .. an .. <outsider>, <outsider> .. <handOver>, <we> ... <handOver> ... <outsider>, <debt> .. übergeben|abgegeben|weitergegeben|weitergereicht|verkauft, <outsider> .. kümmer*|übernimm*|übernehm*`,
          fr: `<outsider> .. <handOver>, <handOver> ... <outsider>, confi*|transmis*|transmettr* .. <debt> .. à, <outsider> .. charg*|prendr*|occup*`,
          es: `<outsider> .. <handOver>, <handOver> ... <outsider>, en manos de, <outsider> .. ocup*|gestion*|reclam*|cobr*|contact*`,
        },
        unless: {
          en: 'you|please .. forward|pass|hand, accounts payable|department|team, in|at your office|house|side|end, perhaps, maybe, shall|should i|we',
          de: 'bitte .. leiten|geben|reichen, soll|sollen wir|ich, vielleicht',
          fr: 'merci de transmettre, veuillez transmettre, pourriez vous, peut être, chez vous',
          es: 'por favor .. pase|reenvíe, podría pasar*, quizá|quizás',
        },
      },
      {
        says: {
          en: `<we> .. <will> ... stop|come|drop|swing|call|pass|be|pop by|over|round|around .. <collecting>, <we> .. send|sending|sent .. (someone|somebody|a man|people|guys) .. to|round|over|by, <we> .. <will> .. sit|wait|stand|park|camp .. in|at|outside|until .. your,
            show|turn up at|in|on your, know where you|your, see you at your, in person .. <collecting>, <collecting> .. in person, your doorstep, knock* .. door`,
          de: 'persönlich .. vorbei*|abhol*|erschein*|auftauch*, <we> .. vorbeikomm*|vorbeischau*|auftauch* ... <collecting>, komm* .. vorbei ... <collecting>, schick* .. jemand*|leute|mann .. vorbei|zu ihnen, jemand* .. vorbei, vor ihrer tür, vor der tür steh*, wissen wo sie',
          fr: 'pass* .. (chez vous|à votre|au cabinet) .. <collecting>, viend*|viens|venir .. <collecting>, envo* .. (quelqu|une personne|un collègue) .. <collecting|you>, nous présenter*|me présenter* .. (chez vous|à votre|accueil), devant votre porte, frapper* .. porte',
          es: 'mand*|enví* .. (alguien|una persona|mi|a) .. <collecting>, mand* .. a alguien .. <you>, pasar*|pasaré|pasaremos|iré|iremos .. por .. consulta|oficina|clínica .. <collecting>, presentar* .. en persona|su, en su puerta, ir .. en persona, llamar .. puerta',
        },
        unless: {
          en: 'if you|would you like, happy|glad to, signs|samples|proofs|posters',
          es: 'si quiere|prefiere|desea',
          fr: 'si vous',
          de: 'wenn|falls sie',
        },
      },
    ],
  },
  {
    code: 'credit-threat',
    severity: 'block',
    allowed: never,
    why: 'The letter threatens with the customer’s credit record; the policy knows no such step.',
    mend: 'Take it out.',
    frames: [{ says: { en: '<bureau>' } }],
  },
  {
    code: 'police-threat',
    severity: 'block',
    allowed: never,
    why: 'The letter speaks of police, crime or authorities.',
    mend: 'Take it out: an unpaid invoice is not a crime.',
    frames: [{ says: { en: '<authority>' } }],
  },
  {
    code: 'publicity-threat',
    severity: 'block',
    allowed: never,
    why: 'The letter threatens to make the debt public.',
    mend: 'Take it out.',
    frames: [
      { says: { en: '<press>' } },
      {
        says: {
          en: `<public> .. <will> .. <learn>|think|remember, post|posting|posted .. <debt>|name|story|experience|online|page|wall|window|everywhere, publish*|expose*|announce* .. <debt>|name|story|you|your, <tell> .. <public>, list|wall of .. debtor*|payer*|shame, on the|our website|page|wall|window .. name*, become|becomes known|public`,
          de: '<public> ... <learn>, posten|veröffentlich*|publik|aushang|aushängen|anprangern|pranger',
          fr: '<public> .. <learn>, publier*|publierons|diffus*|afficher*|exposer*|divulgu*, faire|ferons savoir à tou*',
          es: '<public> .. <learn>, publicar*|publicaremos|difundir*|exponer*|divulgar*, que se sepa, tablón',
        },
        unless: { en: '<pleased>, <goods>' },
      },
    ],
  },
  {
    code: 'stop-supply-threat',
    severity: 'block',
    allowed: decided('pause_credit'),
    why: 'The letter speaks of stopping supply or credit, which nobody has decided on, or which this step may not name.',
    mend: UNDECIDED_MEND,
    frames: [
      {
        says: {
          en: `<withhold> .. <supply>, <supply> .. <withhold>, <supply> .. <stay> ... until|till|unless|where|here|there|at|on, pull* the plug, cut|cutting you|your|them off, switch* off,
            no|nothing|not .. (more|further|new|another)? .. <supply> ... until|unless|before|till, nothing|no|not (more)? <supply> .. leave*|ship*|go*, no more|further|additional|future <supply>, until|unless|till ... <pay>|payment|funds|money ... <supply>, (once|only after|as soon as) ... <pay>|payment|funds|money ... <supply> .. <will>, <supply> ... until|unless|till ... <pay>|payment|funds|money`,
          de: 'liefern (wir|ihnen)? .. nichts|nicht mehr|erst, nichts mehr .. geliefert|liefern, <withhold> .. <supply>, <supply> ... <withhold>, keine|keinen|nichts mehr|weitere*|neue* <supply>, (bis|solange|erst wenn|bevor|erst nach) ... <pay>|geld ... <supply>, <supply> ... erst|solange ... <pay>|geld|ausgleich, liefer*stopp|liefersperre|auftragssperre|kontosperr*, <supply> .. <stay> .. bis|solange|liegen|hier|bei',
          fr: '<withhold> .. <supply>, <supply> .. <withhold>, aucun*|plus .. nouvel*|autre <supply>, plus de|aucun* <supply>, (tant que|jusqu|avant) ... <pay> ... <supply>, <supply> ... (tant que|jusqu à|avant) ... <pay>, <supply> .. <stay>',
          es: 'no (saldrá|saldrán|enviaremos|entregaremos|serviremos|habrá) .. (más|ningún|ninguna|nada)? .. <supply>, <withhold> .. <supply>, <supply> .. <withhold>, ningún|ninguna|no|ni .. más|nuevo*|otro|otra <supply>, (hasta que|mientras) ... <pay> ... <supply>, <supply> ... (hasta que|mientras no) ... <pay>, <supply> .. <stay>',
        },
        unless: {
          en: 'please .. hold|leave|stop, if you .. stop|cancel, <pleased>, thank* .. for your order*, account number',
          de: 'gern|gerne .. weiter',
        },
      },
      {
        says: {
          en: 'cash|money|payment up front|upfront, cash only|first, cash on delivery, payment|payments|pay|paid|paying|prepay* .. in advance, prepay*|prepaid, pro forma|proforma, deposit .. before|first|required|up front, up front !desk, cash terms|basis|customer',
          de: 'vorkasse*, vorauskasse*, vorauszahlung*, nachnahme*, barzahlung*, anzahlung*, vorab bezahl*|zahl*, nur noch gegen',
          fr: 'paiement|payer|payé*|règlement .. d|à l avance, comptant, acompte*, prépa*, contre remboursement',
          es: 'pago|pagar|pagos|pagado* .. adelantad*|anticipad*, por adelantado|anticipado, al contado, contra reembolso, anticipo*, prepago*',
        },
        unless: {
          en: 'thank* .. in advance, with thanks',
          fr: 'merci d|par avance',
          es: 'gracias .. adelantado|anticipado',
        },
      },
      {
        says: {
          en: '<we> .. <will> .. take|collect|come|reclaim|recover|retrieve|pick|fetch|remove|have|want|need .. back|away|up .. <supply|goods>|equipment|everything|delivered|property|install*, take .. back .. goods|everything|equipment|delivered|signs, <supply|goods>|property .. belong*|remain* .. to us|ours|property, our property until, ownership|title .. stays|remains|passes|with us, retention of title, still ours',
          de: '<we> ... hol*|nehm*|fordern .. zurück|ab|heraus, zurückhol*|zurückfordern|zurücknehm*|herausgabe|herausverlang*, eigentumsvorbehalt*, unser|unserem eigentum',
          fr: 'repren*|récupér*|retir*|reprise .. matériel|marchandise*|livré*|panneau*|équipement*|biens, réserve de propriété, notre propriété, propriété .. transf*',
          es: 'retirar*|retiraremos|recuperar*|llevar*|recoger* .. material*|mercancía*|equipo*|producto*|entregad*|carteles, reserva de dominio, nuestra propiedad, propiedad nuestra',
        },
        unless: {
          en: 'if you, would you, when you, <pleased>',
          de: 'falls sie|wenn sie',
          es: 'cuando, si quiere|si desea',
          fr: 'si vous|quand vous',
        },
      },
      {
        says: {
          en: 'another|new|different supplier|printer, no longer|not (be able)? (to)? work|working|business|serve|supply|print|deliver with|for you, end|ending|rethink|reconsider* .. relationship|business|cooperation|working, stop|cease working with|for you, not .. work|working .. with|for you again|any',
          de: 'zusammenarbeit .. beend*|kündig*|überdenk*|frage|infrage, nicht mehr|länger|weiter .. zusammenarbeit*|zusammenzuarbeiten, nicht mehr für sie, anderen lieferanten|anderer lieferant|andere druckerei',
          fr: 'mettre|mettrons fin .. collaboration|relation*, ne plus|pas .. travailler .. avec|pour vous, reconsidér*|remettre en cause .. collaboration|relation*, autre fournisseur|imprimeur',
          es: 'dejar*|dejaremos de trabajar|colaborar|servir*, poner|pondremos fin, no .. trabajar|trabajaremos .. con usted*|más, replante* .. relación|colaboración, otro proveedor',
        },
      },
    ],
  },
  {
    code: 'fee',
    severity: 'block',
    // Whoever lets a fee go has to name it.
    allowed: (facts) => facts.detail?.offer?.kind === 'fee_waiver' || decided('fee')(facts),
    why: 'The letter speaks of a fee or of interest that nobody has decided on, or that this step may not name.',
    mend: UNDECIDED_MEND,
    frames: [
      { says: { en: '<charge>' }, unless: { en: 'no <charge>' } },
      {
        says: {
          en: `cost|costs|expense|expenses|charge|charges|bill !card .. <late>|incur*|caused|add*|recover*|pass*|mount*|grow*|climb*, cost|costs|expense* .. (your account|end up), <late> .. cost|costs|expense*|charge*, charge|charges|charged|charging|billed|billing you|your|extra|more|for|at, bill you, add|adding|added .. <charge|late>, the longer .. the more|higher|bigger, more|gets|get|becomes expensive|dearer, per|each|every day|week|month|letter|reminder .. extra|added|cost*|charge*, at your expense, out of pocket, on top of .. <debt>, cost|costs you|us, for our trouble`,
          de: 'kosten ... trag*|übernehm*|weiter*|ihnen|lasten|last|hinzu|entsteh*|entstanden|konto, kosten .. auf sie, <late> .. kosten|teurer|geld, teurer, in rechnung .. stell*, berechnen|berechne|berechnet wir|ihnen|für|pro, zu ihren lasten, auf ihre kosten, zzgl|zuzüglich, steigt .. mit jedem, pro tag|woche|brief|mahnung .. kommen|kommt|berechn*',
          fr: 'coût*|dépense*|charges .. à votre|supporter|retard|répercut*|imput*|occasion*|engendr*, à votre charge, à vos frais, factur* .. chaque|relance*|supplément*, factur* en plus|sus, répercut*|imput*|ajout* .. à|sur .. facture|compte|solde|somme|montant, coûter* .. plus|cher, plus cher|chère, en sus, par jour de retard, à vos dépens',
          es: 'coste*|costos|gasto|gastos .. a su|suyo*|repercut*|correr*|asumir|cuenta|ocasionad*|generad*|derivad*|retras*|demora, a su cargo|costa, repercut*|añad*|sumar*|sumaremos|carg* .. a|en|su .. factura|cuenta|saldo|deuda|importe, cobrar*|cobraremos|facturar*|facturaremos .. cada|por|además|extra, más caro, por cada día|carta|recordatorio|semana',
        },
        unless: {
          en: 'cost* .. nothing|a minute, save .. cost*|money, no extra, how much',
          de: 'kostet .. nichts|nur|minute, keine kosten',
          fr: 'coûte .. rien|minute',
          es: 'cuesta .. nada|minuto',
        },
      },
    ],
  },
];
