// Tone: no shaming, sarcasm, accusation or shouting; and nothing told to or about third parties.
import { never, type PhraseRule } from './phrase-rule.ts';

export const TONE_RULES: readonly PhraseRule[] = [
  {
    code: 'shaming',
    severity: 'block',
    allowed: never,
    why: 'This shames the customer.',
    mend: 'Say what is open and ask what stands in the way.',
    phrases: [
      'disgust\\w*|insult\\w*|furious|outrag\\w+|no respect|have you no|what is wrong with you|(?:do|did) you (?:enjoy|like|think)(?: \\S+){0,3} (?:not paying|paying|we|money|free)|asham(?:ed|ing)|shame(?:ful|less|lessly)?(?: on you)?|disgrace(?:ful)?|embarrass(?:ed|ing|ment)?|pathetic|unprofessional\\w*|disappoint(?:ed|ing|ment) (?:in|with|by) you\\w*|(?:very|deeply|extremely|so) disappoint\\w+|dishonou?r\\w*|dishonest\\w*|disrespect\\w*|irresponsib\\w+|unreliable|untrustworthy|unacceptable|inexcusable|outrageous|appall\\w+|ridiculous|incompeten\\w+|immoral|unethical|deadbeats?|freeload\\w*|scam\\w*|cheat(?:er|ers|ed|ing)?|liars?|lied|lying to|crooks?|bad payers?|slow payers?',
      'how (?:can|could|dare) you|what kind of (?:business|company|person)|every(?:one|body) else (?:pays|paid|has paid|manages)|(?:other|our other|all our) (?:customers|clients) (?:all )?(?:pay|paid|manage|have paid)|(?:small|family) business(?:es)? (?:like ours|like us)? ?(?:suffers?|cannot feed)|thanks for nothing',
      'vergon\\w+|verguenza|moros[oa]s?|irresponsable\\w*|inaceptable|intolerable|mentiros\\w*|poco profesional|sinverguenza|falta de respeto|decepcion\\w*',
      'honte(?:ux|use)?|irresponsable\\w*|inacceptable\\w*|inadmissible\\w*|scandaleu\\w*|mauvais payeurs?|menteu\\w*|malhonnet\\w*|pas professionnel|manque de (?:respect|serieux)|decu\\w* par',
      'scham\\w*|schande|beschamend\\w*|peinlich\\w*|unverschamt\\w*|unprofessionell\\w*|unzuverlassig\\w*|inakzeptabel|unmoglich\\w* verhalten|respektlos\\w*|lugner\\w*|unseri\\w+|enttauscht von|saumig\\w*|zahlungsunwillig\\w*|verantwortungslos\\w*',
    ],
  },
  {
    code: 'accusation',
    severity: 'block',
    allowed: never,
    why: 'This accuses the customer of something the ledger does not know.',
    mend: 'Say what is open, and ask.',
    phrases: [
      "you (?:have |are |'re )?(?:deliberately|intentionally|knowingly|clearly|obviously|apparently|simply|just|still|again|always|never|once again|repeatedly|continually|constantly|consistently) (?:refus\\w+|ignor\\w+|avoid\\w*|fail\\w*|chos\\w+|choose|delay\\w*|dodg\\w+|do not care|don't care|forget|forgot)|you (?:are |have |'re )?(?:always|again|repeatedly|constantly|once again) (?:been )?(?:pay|paid|paying)?(?: us)? ?(?:late|behind)|you never (?:pay|paid|reply|replied|answer|answered|intended)",
      "no intention(?: \\S+){0,2} pay\\w*|(?:never|not) (?:intend|intended|meant|going) to pay|you (?:have )?(?:refused|ignored|failed|neglected|defaulted|broken your (?:word|promise)|broke your (?:word|promise)|let us down)|you(?:'re| are) (?:ignoring|avoiding|refusing|dodging|hiding|stalling|in breach|in default|delinquent)|your (?:failure|refusal|neglect|negligence|delinquen\\w*|excuses?|bad faith|silence|breach|default)|(?:no|stop making|same old|more) excuses|bad faith|breach of (?:contract|trust|agreement)|taking advantage of us|using our money|delinquent",
      'se (?:niega|niegan|ha negado|han negado)|ha(?:n)? (?:ignorado|incumplido|hecho caso omiso)|su (?:incumplimiento|negativa|mala fe)|mala fe|excusas',
      "vous (?:refusez|ignorez|avez (?:refuse|ignore|manque))|votre (?:refus|negligence|mauvaise foi|manquement|defaillance)|mauvaise foi|excuses bidon|vous n'avez pas tenu (?:parole|votre promesse)",
      'sie (?:weigern|ignorieren|verweigern|haben (?:sich geweigert|ignoriert|ihr wort gebrochen|ihr versprechen gebrochen))|ihre? (?:weigerung|versaumnis|nachlassigkeit|vertragsbruch|ausreden?)|ausreden|bosglaubig|mutwillig\\w*|absichtlich\\w*',
    ],
  },
  {
    code: 'sarcasm',
    severity: 'block',
    allowed: never,
    why: 'This reads as sarcasm.',
    mend: 'Say it plainly.',
    phrases: [
      "congratulations on|must be nice|(?:perhaps|maybe) (?:you|your)(?: \\S+){0,3} (?:lost|forgot\\w*|don't know|do not know|can't read|cannot read|broke) (?:how|your wallet|your chequebook|your checkbook|to count)|in case (?:you|nobody) (?:forgot|noticed|told you) how|we(?:'re| are) not (?:a bank|your bank|a charity)|not a (?:bank|charity)|money (?:does not|doesn't) grow|i (?:guess|suppose) (?:you|paying)|once in a (?:blue moon|lifetime)|the (?:novel|revolutionary|radical) (?:idea|concept)|do you (?:even|actually) (?:read|intend|plan)|is it (?:really )?(?:too much|so hard|that hard)|believe it or not|surprise,? surprise|holding (?:my|our) breath|(?:yet|once) again,? (?:you|no|nothing)|what a surprise|bravo",
      'no somos un banco|ni una ong|felicidades por|que sorpresa|somos una ong|nous ne sommes pas (?:une banque|votre banque|une oeuvre)|felicitations pour|quelle surprise|wir sind keine bank|herzlichen gluckwunsch zu|was fur eine uberraschung|kein wohltatigkeit\\w*',
    ],
  },
  {
    code: 'rude',
    severity: 'block',
    allowed: never,
    why: 'This is rude.',
    mend: 'Say it plainly and kindly.',
    phrases: [
      'grow up|and you know it|(?:our|my) patience|tired of|damn|bloody|hell|idiots?|stupid\\w*|moron\\w*|fools?|foolish|crap|shit\\w*|fuck\\w*|asshole\\w*|bastards?|bullshit|wtf|sick (?:and tired|of)|fed up|enough is enough|last straw|running out of patience|patience (?:is|has) (?:running|run|worn|wearing)\\w*|waste (?:of )?(?:my|our) time|pay up|cough up|wake up',
      "idiota\\w*|estupid\\w*|imbecil\\w*|mierda|hartos?|paciencia (?:se|tiene)|idiot\\w*|imbecile\\w*|merde|marre|patience (?:a|est|s')\\S*|dumm\\w*|scheiss\\w*|trottel|die nase voll|unsere geduld|geduld (?:ist|geht|am ende)",
    ],
  },
  {
    code: 'disclosure',
    severity: 'block',
    allowed: never,
    why: 'This tells, or threatens to tell, others about the debt, or speaks of other customers.',
    mend: 'Take it out: the debt is between the two of us.',
    phrases: [
      'your (?:bank|boss|manager|employer|customers?|clients?|suppliers?|landlord|investors?|family|wife|husband|partners?|neighbou?rs?|staff|shareholders?|board) (?:will|shall|would|should|may|might|is going to|ought to)(?: \\S+){0,2} (?:hear|know|learn|find|told|informed|notified|contacted|see|interested)|(?:told|spoken to|spoke to|calling|contacted|rang|phoned)(?: \\S+){0,2} your (?:bank|boss|manager|employer|customers?|clients?|suppliers?|landlord|family|wife|husband|partners?|neighbou?rs?|staff)|(?:inform|tell|notify|contact|call|write to|let|speak to|talk to|copy|cc|copying|reach out to|alert|approach|email)(?:ing|ed|s)? (?:in )?(?:your|his|her|their) (?:bank|boss|manager|employer|customers?|clients?|suppliers?|landlord|investors?|family|wife|husband|spouse|partners?|parents?|neighbou?rs?|colleagues?|staff|employees|competitors?|parent company|shareholders?|board|accountant|franchisor)(?: know)?',
      '(?:inform|tell|warn|notify|alert)(?:ing|ed)? (?:other|all|local|our other) (?:suppliers?|businesses|vendors?|companies|customers|traders?|people)|(?:another|a different) (?:customer|client) of (?:ours|mine)|(?:other|another|a different) (?:customers?|clients?) (?:of ours )?(?:owes?|is|are|has|have|also|called|named|such as|like|who)|divorc\\w+|illness|cancer|medical|bankrupt\\w*|insolven\\w+|your (?:financial|personal|family|health|money) (?:problems?|troubles?|situation|difficult\\w+)',
      '(?:informar|avisar|contactar|llamar)\\w*(?: \\S+){0,2} (?:su banco|su jefe|sus clientes|sus proveedores|su familia|sus socios)|otros? clientes? (?:nos )?(?:debe|deben|como)|quiebra|insolven\\w+|(?:informer|prevenir|contacter|avertir)\\w*(?: \\S+){0,2} (?:votre banque|vos clients|vos fournisseurs|votre famille|votre employeur|vos associes)|faillite|insolvab\\w+|(?:ihre bank|ihre kunden|ihre lieferanten|ihren (?:chef|arbeitgeber|vermieter)|ihre familie)(?: \\S+){0,3} (?:informier\\w*|kontaktier\\w*|anruf\\w*|benachrichtig\\w*)|(?:informieren|kontaktieren) (?:wir )?ihre (?:bank|kunden|lieferanten|familie)|insolvenz\\w*|pleite|konkurs',
    ],
  },
];

/** Words in capitals that are no shouting. */
const ACRONYMS =
  /^(?:IBAN|SWIFT|BIC|SEPA|ACH|IMPORTANT|USD|EUR|GBP|VAT|IVA|TVA|MWST|ASAP|PDF|LLC|GMBH|SARL|ISO|UTC|FAQ|HVAC|CCTV|NASA|FIFO|EDI|BACS|CHAPS|FPS|PAYE|HTTPS?)$/;

/** Two shouted words, or more than one mark of exclamation in a row. */
export function shouts(words: string): { start: number; end: number } | null {
  const capitals = [...words.matchAll(/(?<![\p{L}\p{N}-])\p{Lu}{4,}(?![\p{L}\p{N}-])/gu)].filter(
    ([word]) => !ACRONYMS.test(word),
  );
  const first = capitals[0];
  if (first && capitals.length >= 2) return { start: first.index, end: first.index + first[0].length };
  const alone = capitals.find(([word]) =>
    /^(?:URGENT|NOW|OVERDUE|LATE|WARNING|UNPAID|PAYMENT|IMMEDIATELY|FINAL|NOTICE|MUST|TODAY|URGENTE|URGENTISSIME|DRINGEND|SOFORT|MAHNUNG)$/.test(
      word,
    ),
  );
  if (alone) return { start: alone.index, end: alone.index + alone[0].length };
  const marks = /!\s?!+|\?!|!\?/.exec(words);
  return marks ? { start: marks.index, end: marks.index + marks[0].length } : null;
}
