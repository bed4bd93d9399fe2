// Consequences, fees and ultimatums: said only where the step allows it and a named person has decided it.
import type { DraftFacts } from '../facts.ts';
import type { Topic } from '../policy.ts';
import { never, type PhraseRule } from './phrase-rule.ts';

const decided = (topic: Topic) => (facts: DraftFacts) =>
  facts.maySay.includes(topic) && facts.decided.includes(topic);

const UNDECIDED_MEND =
  'Take it out. It may be said at the final steps, once a named person has recorded the decision.';

/** "Court Street", "the tennis court" and "Courtyard" are places. */
const NO_PLACE =
  '(?! (?:street|st|road|rd|avenue|ave|lane|house|hotel|place|square|yard|marking|lights|resurfacing))';

export const THREAT_RULES: readonly PhraseRule[] = [
  {
    code: 'legal-threat',
    severity: 'block',
    allowed: decided('legal'),
    why: 'The letter speaks of legal steps that nobody has decided on, or that this step may not name.',
    mend: UNDECIDED_MEND,
    phrases: [
      `(?:to|in|before|through|by|with) (?:the |a )?(?:small claims |county |district |civil |local )?courts?${NO_PLACE}(?= |[.,;:!?]|$)(?<!in the court)`,
      'court (?:action|proceedings?|orders?|claims?|cases?|summons|date|judge?ments?|fees|hearing|papers)',
      'small[ -]claims(?: court)?',
      '(?:legal|law) (?:action|actions|proceedings?|steps?|measures?|remed(?:y|ies)|recourse|consequences?|route|process|team will|department will|means|redress|advice|counsel|demand)',
      '(?:our|my|a|an|the) (?:lawyers?|solicitors?|attorneys?|legal (?:team|department|counsel|advisers?|advisors?))(?= (?:will|has|have|is|are|to|may|would|instead|about|and|shall|who)|[.,;!?]|$)',
      '(?:instruct|instructing|engage|involve|hire|consult) (?:(?:our|a|my|the|an) )?(?:lawyers?|solicitors?|attorneys?|counsel)',
      'lawsuits?|litigat\\w+|sue you|suing|sue (?:your|the) (?:company|business|firm)|take you to court|see you in court|bailiffs?|statutory demand|winding[ -]up|liens?|garnish\\w*|seiz(?:e|ing|ure)|repossess\\w*|writ|subpoena|judg(?:e)?ment against',
      '(?:commenc|begin|start|initiat|bring|issu|fil|institut)\\w*(?: \\S+){0,3} (?:proceedings?|suit|lawsuit|claim against|action against|complaint)|reserv\\w+ (?:all|our|the|any)(?: \\S+){0,2} rights?|(?:hear|letter|call) from (?:our|my) (?:lawyers?|solicitors?|attorneys?)|juzgados?|tribunal(?:es)?|saisir\\w*(?: \\S+){0,2} (?:justice|juge)|press(?:ing)? charges|prosecut\\w+|enforcement (?:action|proceedings?|officer)',
      'acciones (?:legales|judiciales)|(?:via|demanda|reclamacion|proceso) judicial|(?:a|ante) (?:los )?(?:tribunales|juzgados?)|demandar(?:le|les|lo)?|(?:nuestros?|un|el) abogados?|juicio|embargo de|procedimiento monitorio',
      '(?:action|actions|poursuites?|voie|procedures?) (?:judiciaires?|en justice|legales?)|(?:devant|saisir) (?:le |un )?(?:tribunal|juge)|(?:notre|un) avocat|huissier\\w*|injonction de payer|mise en demeure|assign(?:er|ation) en justice|contentieux',
      '(?:gerichtlich\\w*|rechtlich\\w*) (?:schritte\\w*|mahnverfahren|massnahmen|verfahren|vorgehen|konsequenzen)|mahnbescheid\\w*|vor gericht|(?:unser\\w*|ein\\w*) (?:rechts)?anwalt\\w*|rechtsanwalt\\w*|gerichtsvollzieher\\w*|pfand\\w*ung\\w*|klage (?:ein\\w*|erheb\\w*)|verklag\\w*|zwangsvollstreckung\\w*',
    ],
  },
  {
    code: 'agency-threat',
    severity: 'block',
    allowed: decided('agency'),
    why: 'The letter speaks of a collection agency, which nobody has decided on, or which this step may not name.',
    mend: UNDECIDED_MEND,
    phrases: [
      '(?:debt[ -])?(?:collections?|collectors?|recovery) (?:agency|agencies|agent|agents|firm|company|companies|partner|department will|bureau|specialists?)',
      'debt[ -](?:collect\\w+|recover\\w+)',
      '(?:to|into|with|for) collections?(?= |[.,;:!?]|$)(?! (?:from|at|of|by|on) (?:the|our|your) )(?! (?:point|times?|only))',
      '(?:pass|hand|refer|turn|send|assign|sell|place)\\w*(?: \\S+){0,5} (?:over )?to (?:a |an |our |the )?(?:external|outside|outsourced|third[ -]party|external collections?)(?: \\S+){0,2}(?: agency| partner| part(?:y|ies)| company)?',
      '(?:hand|pass|turn)(?:ed|ing)? (?:over )?(?:the |your |this )?(?:matter|account|debt|file|case) (?:over )?to',
      'agencias? de (?:cobros?|recobros?|morosos)|empresas? de (?:cobros?|recobros?)|cobrador(?:es)?',
      '(?:societes?|agences?|cabinets?|services?) de recouvrement|recouvrement (?:externe|force|de creances)',
      'inkasso\\w*',
    ],
  },
  {
    code: 'credit-threat',
    severity: 'block',
    allowed: never,
    why: 'The letter threatens with the customer’s credit record; the policy knows no such step.',
    mend: 'Take it out.',
    phrases: [
      '(?:credit|business) (?:bureaus?|ratings?|scores?|reports?|references? agenc(?:y|ies)|reporting|files?|record|history|standing|insurers?|agenc(?:y|ies))',
      'creditworth\\w+|black ?list\\w*|report(?:ed|ing)? (?:you|your|this|it)(?: \\S+){0,4} to(?: \\S+){0,3} (?:bureaus?|agenc(?:y|ies)|authorit(?:y|ies)|association|experian|equifax)',
      'experian|equifax|transunion|dun (?:and|&) bradstreet|schufa|creditreform|asnef|fichero de morosos|lista de morosos|morosidad|banque de france|fichage|cote de credit|bonitat\\w*|kreditwurdigkeit',
    ],
  },
  {
    code: 'police-threat',
    severity: 'block',
    allowed: never,
    why: 'The letter speaks of police, crime or authorities.',
    mend: 'Take it out: an unpaid invoice is not a crime.',
    phrases: [
      '(?:call|contact|inform|involve|notify|report (?:you |this |it )?to|go to|alert)\\w* (?:the )?(?:police|authorities|tax (?:office|authorities)|irs|hmrc|fbi|immigration)',
      'fraud(?:ulent|ulently|ster)?|theft|stealing|stole|thie(?:f|ves)|crimin\\w+|crime|jail|prison|arrest(?:ed)?|embezzl\\w+',
      'policia|denunci\\w+|estafa\\w*|delito|fraude|carcel|police judiciaire|escroc\\w*|porter plainte|plainte penale|delit|polizei|strafanzeige|anzeige erstatten|betrug\\w*|straftat\\w*|finanzamt',
    ],
  },
  {
    code: 'publicity-threat',
    severity: 'block',
    allowed: never,
    why: 'The letter threatens to make the debt public.',
    mend: 'Take it out.',
    phrases: [
      '(?:post|publish|share|expose|announce|tell)\\w*(?: \\S+){0,6} (?:on|in|to) (?:social media|linkedin|facebook|twitter|google reviews?|the press|the media|the newspapers?|the internet|the public|everyone)',
      "chambers? of commerce|trade (?:association|register|body)|(?:let|tell|telling|warn)(?: \\S+)? (?:everybody|everyone|people|others|the (?:whole )?(?:industry|trade|town|market|world))|(?:negative|bad|one[ -]star|public) reviews?|name and shame|go(?:ing)? public|social media|your reputation|reputational damage|damage (?:to )?(?:your|the company's) (?:name|reputation)|word (?:gets|will get|spreads|will spread) (?:around|out)?",
      'redes sociales|hacer publico|su reputacion|reseaux sociaux|rendre public|votre reputation|sozialen? (?:medien|netzwerken)|offentlich mach\\w+|ihren? ruf|rufschad\\w+',
    ],
  },
  {
    code: 'stop-supply-threat',
    severity: 'block',
    allowed: decided('pause_credit'),
    why: 'The letter speaks of stopping supply or credit, which nobody has decided on, or which this step may not name.',
    mend: UNDECIDED_MEND,
    phrases: [
      '(?:stop|pause|suspend|cancel|halt|withhold|withdraw|freeze|block|put on hold|hold back|cease|terminate|revoke|close|lock)\\w*(?: \\S+){0,4} (?:deliver\\w+|suppl(?:y|ies)|shipments?|orders?|services?|accounts?|credit|access|work|trading|contracts?)',
      '(?:goods|deliver(?:y|ies)|services?|orders?|suppl(?:y|ies)|shipments?|materials?|access|work)(?: \\S+){0,6} (?:until|unless|before)(?: \\S+){0,6} (?:paid|settled|cleared|pay|payment|settle)|pull\\w* the plug|hold(?:ing)? (?:back )?(?:your|all|any) (?:next|future|further|other|remaining|new) \\w+|coup(?:er|ons|erons)(?: \\S+){0,2} (?:acces|service|compte)|cut(?:ting)? (?:you |your \\S+ )?off|(?:nothing|no more|not) (?:more )?(?:will )?(?:leave|ship|deliver)\\w*|switch\\w* off|(?:no (?:more|further|new)|any (?:more|further|new)) (?:deliveries|supplies|orders|shipments|credit|work|services?) (?:will|until|can|before|from us)|account (?:will be|is|on) (?:stop|hold|suspended|frozen|closed)|credit hold',
      '(?:suspend|paraliz|cancel|interrump|bloque)\\w*(?: \\S+){0,4} (?:pedidos?|suministros?|servicios?|entregas?|credito|cuenta)',
      '(?:suspend|bloqu|interromp|annul|arret)\\w*(?: \\S+){0,4} (?:commandes?|livraisons?|services?|credit|compte|fournitures?)',
      '(?:keine weiteren?|keine neuen) (?:lieferung\\w*|bestellung\\w*|auftrag\\w*)|liefer(?:stopp|sperre)|(?:bestellungen|lieferungen|leistungen|konto|auftrage)(?: \\S+){0,6} (?:einstell\\w*|aussetz\\w*|auszusetzen|sperr\\w*|stopp\\w*|stornier\\w*)|(?:stopp|sperr)en (?:wir|sie)(?: \\S+){0,4}(?:lieferung\\w*|konto)',
    ],
  },
  {
    code: 'fee',
    severity: 'block',
    allowed: decided('fee'),
    why: 'The letter speaks of a fee or of interest that nobody has decided on, or that this step may not name.',
    mend: UNDECIDED_MEND,
    phrases: [
      '(?:late|overdue|penalty|admin(?:istration|istrative)?|processing|reminder|collection|recovery|default|dunning)(?:[ -]payment)? (?:fees?|charges?|penalt(?:y|ies)|costs?|surcharges?|interest)',
      '(?:interest|fees?|penalt(?:y|ies)|surcharges?|costs?) (?:will|may|shall|would|is|are|has|have|can|could|now|already)(?: \\S+){0,3} (?:appl\\w+|accru\\w+|charged|added|due|incurred|running|build\\w*|levied|imposed|mount\\w*|start\\w*)',
      '(?:charge|charging|bill|billing) (?:you|extra|more|for (?:each|every|the delay|our time))|interest is \\w+ing|(?:compensation|damages) (?:for|of|will)|(?:charge|add|apply|levy|impose|incur|accrue|demand|claim)(?:s|d|ed|ing)?(?: \\S+){0,3} (?:interest|penalt(?:y|ies)|surcharges?|fees?)|statutory interest|plus interest|with interest added|interest of|(?:extra|additional|further) (?:charges?|costs?|fees?)',
      'intereses (?:de demora|moratorios|de mora|por demora)|recargos?|penalizacion(?:es)?|gastos de (?:cobro|reclamacion)|comision por (?:demora|retraso)|multas?',
      'penalites(?: de retard)?|interets (?:de retard|moratoires)|frais de (?:retard|recouvrement|relance|dossier)|indemnite forfaitaire|majoration',
      'mahngebuhr\\w*|verzugszins\\w*|saumniszuschl\\w*|zinsen|mahnkosten|mahnspesen|verspatungszuschl\\w*',
    ],
  },
  {
    code: 'ultimatum',
    severity: 'block',
    allowed: (facts) => facts.maySay.includes('deadline') && facts.deadline !== null,
    why: 'This is the tone of a final notice; the case is not there.',
    mend: 'Ask which date would work.',
    phrases: [
      'final (?:notice|reminder|warning|demand|chance|opportunity|request|letter|call|e-?mail)|last (?:notice|warning|demand|chance|opportunity)|(?:is|be) (?:our|my|the|your) last (?:reminder|request|letter|e-?mail|message|call)',
      "last time (?:we|i|that)|(?:pay|settle|transfer|clear|remit)\\w*(?: \\S+){0,4} within (?:a|one|the next|the|this)(?: \\S+)? ?(?:days?|weeks?|month|fortnight|hours?)|time(?: is| has) (?:running |run )?(?:up|out)|(?:our|my) next (?:step|move|letter|call) (?:will|is)|leav(?:e|es|ing) us (?:with )?(?:no|little|few)|(?:forced|obliged|compelled) to|(?:failure|failing) to (?:pay|do so|respond|reply|settle|comply)|if (?:you|we)(?: \\S+){0,6},? (?:we|i)(?: will|'ll| shall| are going to) (?:have no (?:choice|option|alternative)|be forced|be obliged|take|proceed|escalate|start)|(?:no|little) (?:choice|option|alternative)(?: left)? but|(?:be|feel) (?:forced|compelled|obliged) to|or else|(?:further|appropriate|necessary|other|firmer|stronger|additional) (?:action|steps|measures) (?:will|may|shall|against|to|without|if|in)|take (?:further|appropriate|all necessary|other|stronger|drastic) (?:action|steps|measures)|escalat(?:e|ed|ing|ion)|consequences|without further notice|you have been warned|immediate(?:ly)? (?:payment|pay)|pay (?:immediately|at once|now or|right now)|demand (?:payment|that)|we (?:insist|demand)",
      'ultim[oa] (?:aviso|recordatorio|requerimiento|oportunidad|advertencia)|(?:nos veremos|vernos|veremos) obligad[oa]s?|consecuencias|pago inmediato|pague (?:ya|inmediatamente|de inmediato)|tomaremos (?:medidas|otras)|sin (?:mas|previo) aviso|de lo contrario',
      "derni(?:er|ere) (?:rappel|avis|avertissement|relance|chance|sommation)|(?:serons|contraints|obliges)(?: \\S+){0,2} (?:contraints|obliges|de prendre|d'engager)|consequences|paiement immediat|a defaut|sans (?:autre|nouvel) (?:avis|preavis)|mesures (?:necessaires|appropriees)",
      'letzte\\w* (?:mahnung|aufforderung|erinnerung|warnung|chance|hinweis|frist)|(?:sehen wir uns|sind wir) (?:leider )?(?:gezwungen|genotigt)|konsequenzen|weitere (?:schritte|massnahmen)|unverzuglich\\w*|sofortige\\w* (?:zahlung|begleichung)|andernfalls|ohne weitere (?:ankundigung|mahnung)|letztmalig\\w*',
    ],
  },
];
