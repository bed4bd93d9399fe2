// Words of judgement: what nobody is called in a letter, what others are said to manage, how somebody is said to evade.
import type { Concepts } from './pattern.ts';

export const TONE: Concepts = {
  a: {
    en: 'a|an (serious|professional|reputable|decent|good|proper|real|respectable)? business|company|practice|partner|customer|professional|person',
  },
  very: {
    en: 'very|so|deeply|really|quite|extremely|rather|truly|more|increasingly|getting|frankly|honestly|a|bit|little|too|still',
  },
  feel: { en: 'feel|feels|felt|feeling' },
  /** Dangerous words that ordinary business uses as well: of goods, places, prices and papers. */
  ambiguous: {
    en: 'legal, law, court|courts, police, press, google, reputation, agency|agencies|agent|agents, collection, discount|discounts|discounted, free, gift|gifts, bonus, voucher*, coupon*, refund*, fee|fees, charge|charges, signature, credit',
    de: 'polizei, presse, zeitung*, gericht, gutschein*, geschenk*, gratis, kostenlos*, rabatt*, gebühr*, raten|rate, agentur*, unterschrift',
    fr: 'justice, légal|légaux|légale|légales, juge|juges, police, presse, remise|remises, frais, cadeau*, gratuit*, offert*, signature, agence|agences, avoir',
    es: 'legal|legales, juzgado*, policía, prensa, descuento*, gratis, gratuit*, regal*, vale|vales, bono|bonos, agencia|agencias, firma',
  },
  /** What others are held up for. */
  manage: {
    en: '<pay>, manage|manages|managed, honour*|honor*, keep|keeps|kept .. word|promise*, respect*|reply|replies|answer|answers, not need|have to be, no trouble|problem|difficulty|reminder*, without .. remind*|chas*, same trouble|problem|issue|situation|difficult*, owe|owes|owed, closed|folded|shut|bankrupt, in time|on time',
    de: '<pay>, schaff*|geschafft, halten|hält .. wort|zusage*|absprache*, pünktlich*, ohne erinner*|mahnung|probleme, problem*|schwierigkeit*, können|kann das|es, hinbekomm*|kriegen .. hin, schuldet|schulden, geschlossen|schliessen',
    fr: '<pay>, respect*, tienn*|tient parole|promesse*, honor*, arriv* à, réuss*, même problème|difficulté*|souci*, sans rappel*|difficulté*|relance*|problème*, doit|doivent, à l heure|à temps',
    es: '<pay>, cumpl*, respet*, consig*, mismo problema, misma situación|dificultad*, sin problema*|recordator*|dificultad*|que, a tiempo|puntual*, debe|deben|debía, cerrando|cerró|cerrar',
  },
  evade: {
    en: 'ignoring|ignored|ignore, avoiding|avoided|avoid, dodging|dodged|dodge, evading|evaded|evade, refusing|refused|refuse, stalling|stalled|stall, hiding|hide, ducking, dragging your|it|this, stringing, delaying, neglecting|neglected|neglect, defaulting|defaulted, failing|failed|fail to, disregarding|disregarded, withholding, shirking|shirk*, reneg*, not cooperat*',
    de: 'ignorier*, weiger*|geweigert, verweiger*, drücken sich, sich .. drücken, missacht*, hinhalt*|hingehalten, vertröst*, entzieh*|entzogen, aussitz*|ausgesessen, ausweich*|ausgewichen, totstell*, verschlepp*, verzögern|verzögert, hinaus zögern|hinauszögern, im stich, verschanz*',
    fr: 'ignor*, refus*, évit* (de|nos|mes|le|votre)?, fuy*|fui|fuir, esquiv*, dérob*, néglig*, traîn*, faire|faites|faisiez semblant|exprès, soustra*',
    es: 'ignor*, rehus*|rehúy*, esquiv*, eluden|elude|eludir|eludiendo, evade|evaden|evadir|evadiendo, niega|niegan|negado|negándose, escond*, desentiend*|desentendid*, escaqu*, evita|evitan|evitando|evitar (nuestr*|mis|pag*|respond*)?',
  },
  /** Judgements that belong in no letter. */
  base: {
    en: `asham*, shame|shameful*|shameless*|shaming, disgrac*, embarrass*, pathetic, disgust*, insult*, unprofessional*, dishonest*, dishono*, disrespect*, irresponsib*, unreliab*, untrustworth*, unacceptab*, inexcus*, outrag*, appall*, ridiculous*, incompeten*, immoral*, unethical*, deadbeat*, freeload*, scam|scams|scammed|scammer*, cheat|cheats|cheated|cheating|cheater*, liar*, lied, lying to, crook*, sloppy|sloppiness, careless*, thoughtless*, inconsiderate, selfish*, greedy|greed, arrogan*, coward*, cheapskate*, stingy, miserly, laughable, absurd*, shoddy, undignified, ungrateful*, thankless, hypocri*, parasit*, childish*, despicabl*, scandal*, disorganized|disorganised, unbusinesslike, amateur*, spineless, deplorabl*, contempt*, lousy, poor form|show|taste|manners|behaviour|behavior|excuse*|payer*, bad form|manners|taste|habit|example|payer*|payment, slow|slowest|late|worst|difficult payer*|customer*|client*, terrible|awful|horrible|dreadful payer*|customer*|way|behav*,
      conscience|consciences, common|basic|simple|elementary decency|courtesy|respect|manners|honesty|politeness, (some|any|no|have|show|little|bit of) (decency|integrity|dignity|self respect|honor|honour|shame|respect|manners), respect us|me|our|other*|people|suppliers|small, solvent|broke, run* out of money, can not afford|not able to pay your, like|as (adults|grown ups|a child|children), beneath you, a good example, tarnish*, blemish*, black mark`,
    de: `scham*|schäm*|beschäm*|schändlich*, schande, peinlich*, blamab*|blamier*|blamage, unverschämt*, frech|freche|frechheit*|dreist*, unprofessionell*, unzuverlässig*, respektlos*, unseriös*|seriösen|seriöse|seriöser, anstand|unanständig*|anständig*, gewissen !fällen|umständen|grad, gewissenlos*, ehrlos*|unehrlich*|ehrlichkeit, charakterlos*, rücksichtslos*, unkollegial*, inakzeptabel*|unannehmbar*, unmöglich*, lügner*|lügen|gelogen, säumig*, zahlungsunwillig*|zahlungsunfähig*, verantwortungslos*, zechprell*, schmarotz*, geizig*|geizhals, lächerlich*, zumutung, erbärmlich*, armutszeugnis, ehrenwert*|ehrenmann|ehrensache, würdig*|unwürdig*|würdelos*, feige*, undankbar*, gierig*, kindisch*, schlampig*|schlamperei, nachlässig*, schäbig*, miserabel*, unverantwortlich*, unentschuldbar*, skandal*, moralisch*, benehmen, manieren, schlechte zahlungsmoral|zahler|beispiel, unfassbar*, stillos*, ungehörig*, unhöflich*, beleidig*`,
    fr: `honte*, indign*, digne*, scandal*, inadmissib*, inaccept*, irresponsab*, malhonn*, déshonor*, mépris*, minable*, pitoyab*, lamentab*, déplorab*, mauvais payeur*|exemple, menteu*|mentez|mensong*, (pas|peu) (professionnel*|sérieux|scrupul*|élégant|correct*|courtois*), manque de respect|sérieux|professionnalisme|correction|courtoisie|considération|savoir, conscience, dignité, intégrité, moindre des choses|politesse*, culot, toupet, sans gêne|scrupule*|vergogne, ingrat*, égoïst*, radin*, lâche*, ridicule*, grotesque, inqualifiable*, inexcusable*, désinvolt*, négligen*, incompéten*, immoral*, honnêteté|honnêtement, profiteur*, puéril*, insult*, offensant*, parasit*, impoli*, cavalier|cavalière, cabinet|entreprise|société|professionnel sérieux|sérieuse`,
    es: `vergon*|vergüenza|avergonz*|avergüenz*|sinvergüenza*, inacept*, inadmisib*, intolerab*, irrespons*, deshon*, honradez|honestidad|honrado, indigno|indigna|indignos|dignidad, lamentable*, penoso|penosa|patétic*, (falta|faltan|falto) de respeto|seriedad|profesionalidad|educación|ética|escrúpulos|consideración|formalidad, (poco|nada) (profesional|serio|seria|ético|elegante), conciencia, cara dura|caradura, descar*, mentiros*|mentir|miente*|mentira*, egoíst*, tacañ*, cobard*, ridícul*, bochorn*, escándal*|escandalos*, desagradecid*, ingrat*, chapuz*, negligen*|dejadez, incompeten*, inmoral*, parásit*, ofens*|ofensiv*, decencia, informalidad, mal pagador|malos pagadores|ejemplo, maleducad*, insult*, seri* como|de`,
  },
};
