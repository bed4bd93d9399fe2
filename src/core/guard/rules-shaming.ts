// Tone: no shaming of the customer, and no accusing them of what the ledger does not know.
import { never, type Rule } from './rule.ts';

export const SHAMING_RULES: readonly Rule[] = [
  {
    code: 'shaming',
    severity: 'block',
    allowed: never,
    why: 'This shames the customer.',
    mend: 'Say what is open and ask what stands in the way.',
    frames: [
      {
        // From above: what others manage or they surely could, and what has to be explained to them.
        says: {
          en: 'even (my|a|an|the|our) .. (<pay>|owe*|could|can|would|knows|manage*), of|with your|that|this size|standing|calibre|caliber|reputation, (thought|think|imagine|assumed|surely|suppose) .. (could|can|would) .. (afford|manage|read|count|pay), surely (some|any|one|you|a|an|your|somebody|someone) .. (can|could|knows|manage*|able), (lose|losing|lost) .. sleep, (do|must|should|have) i|we .. (explain|spell out|teach|draw|repeat), taken|took|take you for, (thought|believed) you (were|to be) .. (honor*|honour*|better|serious|decent|reliable|professional|fair), (man|woman|person|people) of (honor|honour|your word|his word)',
          de: '(sogar|selbst) (mein|meine|ein|eine|unser|unsere) .. (<pay>|könnte|kann|schafft|weiss), (praxis|firma|betrieb|unternehmen|geschäft|haus) ihrer|ihres (grösse|art|klasse|ranges|formats), (muss|müssen|soll|sollen) (ich|wir) .. (erklären|beibringen|vorrechnen|buchstabieren|wiederholen), (hatte|hätte|hatten|habe|haben) (ich|wir)? (sie|ihn)? .. für .. (gehalten), ehrenmann|ehrenfrau|ehrenmänner',
          fr: 'même (mon|ma|mes|un|une|notre) .. (<pay>|sait|savent|pourrait), (cabinet|entreprise|société|maison|commerce) de votre (taille|rang|réputation|envergure|standing), (dois|devons|devrais|faut) .. (expliquer|dessiner|apprendre|répéter) .. (ce|comment|qu), (croyais|croyions|pensais|pensions|prenais|prenions) .. (homme|femme|personne|sérieu*|honnête*|honneur|parole|correct*)',
          es: '(hasta|incluso) (mi|mis|un|una|nuestro) .. (<pay>|sabe|saben|podría), (clínica|empresa|negocio|consulta|casa) de su (tamaño|categoría|nivel|prestigio), (tengo|tenemos) que .. (explicar*|enseñar*|repetir*|deletrear*), (tenía|teníamos|creía|creíamos|tomaba) .. (por|que era) .. (hombre|mujer|persona|seri*|honrad*|honest*), (hombre|mujer|persona) de (honor|palabra)',
        },
        unless: {
          en: 'glad|happy .. explain, if .. size|afford, (logo|banner|poster|card|cards|brochures) .. size',
          de: 'gern|gerne',
          fr: 'volontiers, même (jour|lien|adresse)',
          es: 'con gusto',
        },
      },
      {
        // What is said of nobody is meant for somebody.
        says: {
          en: '(a business|a company|a firm|a practice|anyone|someone|somebody|people|those|customers) (who|that|which) .. not|never|cannot .. pay*|settle*|honour*|honor*, only account|customer|client|one|company .. behind|late|unpaid|overdue|left|open, lose* .. reputation|standing|good name, ask (itself|yourself|yourselves) .. question*',
          de: 'wer (seine|ihre)? .. nicht .. zahlt|bezahlt|begleicht, verlier* .. ruf|ansehen|glaubwürdigkeit, einzige* .. kund*|konto|rechnung* .. offen|überfällig|säumig',
          fr: '(celui|celle|ceux|une entreprise) qui .. ne .. pas|jamais .. paie*|paye*|règle*, perd* .. réputation|crédibilité, seul|seule|seuls .. client*|compte .. retard',
          es: '(quien|el que|quienes|una empresa que) no .. paga*|cumpl*, pierde*|perder* .. reputación|credibilidad|buen nombre, único|única .. cliente*|cuenta .. atras*|retras*|pendiente',
        },
        unless: { en: 'person|someone else who' },
      },
      { says: { en: '<base>' }, unless: { en: 'in good conscience, to be honest' } },
      {
        // Held against others, or against what was hoped of them.
        says: {
          en: `<others> ... <manage>, expected|expect|thought|hoped (for)? better|more|otherwise|differently, better|more of|from (a|an|your|someone)? <you>|like|professional*, the least you|one|anyone can|could, (too|so) much to ask, people|folks|companies|businesses|firms|those like you|yours, people|folks|those who do not|never|take|use|expect, unlike you|your|others|some, a practice|company|business|firm|customer|client (like|of) (you|yours|your), not what i|we expected`,
          de: `<others> ... <manage>, mehr|besseres|anderes|anderem erwartet|erwarten, erwart* .. mehr|besser*|anderes, leute|leuten|kunden|menschen|firmen|praxen wie sie|ihnen|ihre*, zu viel verlangt, so schwer|schwierig|kompliziert`,
          fr: `<others> ... <manage>, (attend*|attendait|attendions|espér*) .. (mieux|autre chose|davantage), (mieux|autre chose) de <you>|la|votre|d, gens|personnes|entreprises|cabinets comme vous|le, si difficile|compliqué|dur, trop demander`,
          es: `<others> ... <manage>, esperaba*|esperábamos|espera* (más|algo mejor|mejor|otra cosa) de, gente|personas|empresas|clínicas como usted*|la, tan difícil|complicado, le|les cuesta tanto|trabajo, tanto le|les cuesta, mucho|demasiado pedir`,
        },
        unless: { en: 'less than expected, if .. expected, need more time', de: 'mehr zeit' },
      },
      {
        // Our need, held against them.
        says: {
          en: `(because of|thanks to|due to) you|your ... <ours>|wages|rent|salar*|payroll|suffer*, <ours> ... suffer*|wages|salar*|unpaid|hungry|eat|rent|paycheck*|lose|lost|jobs, <ours> .. not (been|get|be) paid, mouths to feed, feed|feeding my|our|their, at my|our expense, while|whilst we|i struggle|wait|suffer|carry|go, on the backs|back of, my retirement|savings|pocket|wages`,
          de: `wegen ihnen|ihrer|ihres|leuten, ihretwegen, dank ihnen|ihrer .. <ours>, durch ihre schuld, <ours> ... leiden|gehalt|gehälter|lohn|löhne|miete|hungern|kaputt|ruin*|ausbaden|warten, kaputt|ruinier*|pleite, auf unsere kosten`,
          fr: 'à cause de <you>|gens|clients, par votre faute, <ours> ... salaire*|souffr*|loyer|payé*|attend*, sur notre dos|nos épaules, à nos dépens',
          es: 'por culpa|causa de <you>|gente|su, por su culpa, <ours> ... cobra*|sueldo*|nómina*|sufr*|alquiler|comer, a nuestra costa, a costa de',
        },
      },
      {
        // Our feelings, laid at their door.
        says: {
          en: `advantage of (us|me|our|my), <feel> .. used|fooled|cheated|betrayed|insulted|offended|deceived|exploited|hurt|let|mocked|robbed|stupid, made|make (fools|a fool), (am|are|was|were|be|get|getting|<feel>) (<very>)? (angry|annoyed|furious|frustrat*|irritat*|exasperat*|upset|fuming|livid|shocked|dismayed|saddened|appalled|stunned|speechless|hurt|offended|disappointed|let down|disheartened|astonished|amazed|baffled|bewildered|disillusioned), (disappoint*|frustrat*|infuriat*|disheartening|maddening|galling|baffling|bewildering|astonishing|sad) (in|with|by|that|to|for|when|how|state), deeply|very|extremely|so|bitterly|most disappoint*, <we> .. (lost|lose|losing) .. (respect|trust|faith|confidence), no longer trust, (hard|difficult) (for (me|us))? not to, (hard|difficult) to (believe|understand|see|take .. seriously), beyond me|belief, (can|could) not (believe|understand|fathom|comprehend|imagine) (how|why|that|what|you), wish we|i had never, regret (ever)? (having|working|taking|doing|trusting), the thanks we|i, bent over backwards, (went|gone) out of our|my way, after all|everything we|i (have|did|do), we|i trusted you, (generosity|kindness|trust|patience|goodwill|good nature) .. (abused|exploited|mistaken|repaid|returned), says a lot|something|everything|volumes, speaks volumes, tells (us|me) (a lot|everything|all|something), reflects badly|poorly, not (how|the way) <a>|you|one|people|partners|things|we, no way to (treat|run|do), (way|how) to run a, in your|my|our (position|shoes|place), if i were you, if .. reversed, how would you feel|like, (mirror|eye|eyes) (in|and|with), in the mirror, sleep at night, live with yourself, human being*, as a (person|human|businessman|businesswoman|professional)`,
          de: `ausgenutzt|ausnutz*|ausnütz*, auf der nase, für dumm|blöd|bank, zum narren, enttäusch*, verärgert|wütend|empört|fassungslos|sprachlos|entsetzt|gekränkt|beleidigt|frustrier*|genervt|sauer|verbittert|schockiert|befremde*|bestürzt, vertrauen .. (missbraucht|verloren|verspielt|enttäuscht), der dank, undank, nach allem was, schlafen sie, in den spiegel, wie (können|kann) (sie|man), an ihrer stelle, finden sie .. (fair|richtig|ordnung|anständig|normal), so geht man, gehört sich, sagt (viel|einiges|alles), traurig|bitter dass|wie, kein (umgang|benehmen|verhalten), so etwas (macht|tut)`,
          fr: `vous moquez|moquer, se moquer|moque de, nous prenez|me prenez pour, comment (pouvez|osez|faites) vous, dormez vous, dans la glace, profit* de (notre|nos|ma|mon|nous|moi|la), abus* de (notre|nos|ma|nous|moi|la), déçu|déçue|déçus|décevant*|déception|déçoi*|déçoiv*, choqu*|outré*|furieu*|exaspér*|écoeur*|consterné*|stupéf*|vexé*|trahi*|fâché*, confiance .. (trahi*|perdu*|abus*), remerciement|remerciements, après tout ce, à votre place, trouvez vous (ça|cela|normal|juste|correct), un minimum de, (ne se fait|ne font) pas, en dit long, (triste|navrant|désolant|regrettable) de (constater|voir)`,
          es: `tomar|tomando|toman|toma .. pelo, (se|nos) (rí*|burl*|aprovech*), aprovech* de (nuestra|nosotros|mi|mí), abus* de (nuestra|nosotros|mi|la), decepcion*, indignad*|indignante*|furios*|enfadad*|ofendid*|dolid*|estupefact*|traicionad*|frustrad*|disgustad*, molest* con, confianza .. (traicionad*|perdid*|defraudad*|perder), defraud*, así (nos|me|se) (lo)? (paga*|agradece*), el pago que, después de todo lo, cómo (puede*|duerme*|se atreve*|osa*), duerme*, al espejo, en su lugar, le* parece* (bien|normal|justo|serio), su palabra, con (la|su) palabra, dice mucho, que desear, así no se, es (triste|penoso|doloroso)`,
        },
        unless: {
          en: 'sorry .. disappoint*, (quality|print|printing|delivery|paper|colour|color), if .. disappoint*|upset|hurt, ?, hurt to ask',
          de: 'mit|von (der|unserer|dem) (qualität|lieferung|arbeit), waren sie .. enttäuscht',
          fr: 'qualité|livraison|travail|impression, avez vous été déçu*',
          es: 'con (la calidad|el trabajo|nuestro)',
        },
      },
      {
        // Questions that want no answer.
        says: {
          en: `how (do|can|could|dare) you (sleep|look|live|justify|expect|explain|think|feel|treat|face|do|possibly|still|even|get|run), how dare, are you (even|really|seriously|ever|actually|that|just) , are you too, do you (even|really|ever|honestly|actually|seriously|think|believe|know how|enjoy|like|care|want us|take us|take me), did you (really|seriously|honestly|ever|think|even|enjoy), have you no|any, is (it|this|that|paying) (really|so|too|that|just|honestly|such) (hard|difficult|much|complicated|big|impossible), what (kind|sort) of, who do you think, what is wrong with you|your, what is your (problem|excuse), why (should|must|do) (we|i) (have|keep|always|chase|wait|run|beg|finance|pay), why do you (think|get|keep|always|never|not), would you (treat|accept|tolerate|work) .. (if|your|that|it|this|for), where is your, know how to (pay|run|use|read|add|count), am i|are we supposed|expected|meant to, must|should i|we really|always|first|beg|crawl`,
          de: 'sind sie (eigentlich|überhaupt|wirklich|noch|etwa|sich) .., sind sie pleite|zahlungs*, können sie (nicht|überhaupt|etwa) (lesen|rechnen|zahlen|bezahlen), wollen sie (eigentlich|überhaupt|etwa|wirklich|uns), haben sie (eigentlich|denn|gar|überhaupt|wirklich) (gar)? (kein*|nie|nicht), was für (ein|eine) (firma|praxis|unternehmen|kunde|mensch|geschäft*), wie lange (wollen|soll|sollen|müssen), muss|müssen (ich|wir|man) (ihnen|erst|denn|wirklich|immer), was (fällt|denken|glauben|erlauben|bilden) (ihnen|sie), wer sind sie, hätten sie (nicht|kein), ist (das|es) (wirklich|etwa|denn|so|zu)',
          fr: 'êtes vous (seulement|encore|vraiment|même|au moins|à ce point), savez vous (seulement|au moins|vraiment|encore), quel genre de, faut il, combien de temps (encore|allez|allons|comptez|devrons|devons), jusqu à quand, allez vous (enfin|un jour|vraiment), comptez vous (vraiment|un jour), pour qui (vous|nous), est ce (si|trop|vraiment|donc|tellement) (difficile|compliqué|demander|dur), avez vous (donc|seulement|vraiment|au moins) (un|une|la|le|honte), n avez vous (pas|aucun*), un dessin',
          es: 'acaso, es que (no|usted*), hasta cuándo, cuánto (tiempo)? más, cuántas veces, de verdad (cree*|piensa*|no), qué (clase|tipo) de (empresa|persona|cliente|negocio|profesional), hay que (explicar*|suplicar|rogar|recordarle|perseguir*), (tengo|tenemos) que (suplicar|rogar|perseguir|mendigar|explicar*)',
        },
        unless: {
          en: 'are you really|so sure, would you like, why .. not tell, tell me what|how, hope, do you want us to|me, like (me|us) to',
          de: 'wie lange .. brauchen, wissen möchten',
          fr: 'faut il (renvoyer|ajouter|indiquer|adresser|un|une|envoyer|que je|vous (renvoyer|envoyer)), combien de temps .. faut',
          es: 'hay que cambiar|enviar',
        },
      },
    ],
  },
  {
    code: 'accusation',
    severity: 'block',
    allowed: never,
    why: 'This accuses the customer of something the ledger does not know.',
    mend: 'Say what is open, and ask.',
    frames: [
      {
        // How often it is said to have happened, and what became of an earlier payment.
        says: {
          en: '(second|third|fourth|fifth|sixth|tenth|umpteenth|nth) time, your (bank|card|cheque|check|direct debit|transfer) .. (returned|rejected|refused|declined|bounced|recalled|failed), (cheque|check|direct debit|card) .. (bounced|was declined|was refused|was rejected|was returned)',
          de: '(zum|das) (zweiten|dritten|vierten|fünften|x ten|wiederholten|zweite|dritte|vierte|fünfte) mal, (bank|karte|lastschrift|scheck|überweisung) .. (zurückgegeben|zurückgewiesen|abgelehnt|zurückgebucht|geplatzt)',
          fr: '(deuxième|seconde|troisième|quatrième|cinquième|sixième|énième|nième) fois, (banque|carte|prélèvement|chèque|virement) .. (rejeté*|refusé*|retourné*|renvoyé*)',
          es: '(segunda|tercera|cuarta|quinta|sexta|enésima) vez, (banco|tarjeta|recibo|domiciliación|cheque|transferencia) .. (devolvió|devuelt*|rechazó|rechazad*|devolvieron)',
        },
        unless: {
          en: '<pleased>, if|?, <goods>, by accident',
          de: '<pleased>, wenn|falls|?, <goods>',
          fr: '<pleased>, si|?, <goods>',
          es: '<pleased>, si|?, <goods>',
        },
      },
      {
        says: {
          en: `<you> .. <evade>, ignoring us|me|our|my, you .. (deliberately|intentionally|knowingly|wilfully|willfully|purposely|on purpose), you (are|have)? (clearly|obviously|apparently|evidently|plainly), (no|without|any|little) intention .. <pay>, (never|not) (intend|intended|meant|planned|going) to <pay>, (never|always|again|constantly|repeatedly|habitually) <pay> .. (late|on time|us), <you> .. (always|again|constantly|repeatedly|habitually|chronically) .. (late|behind), your (failure|refusal|neglect|negligence|delinquen*|bad faith|silence|breach|unwillingness|stalling|excuse|excuses|evasi*|tactics|lack|behaviour|behavior|conduct|attitude|inaction|habit), delinquen*, bad faith, in (breach|default), in arrears again, (broken|broke|break|breaking) your|a (word|promise), not (keep|kept|honour|honor) .. (word|promise), let us down, using our|my money, our money .. (you|your), (as|like|for) (a|your) (free)? (bank|lender|overdraft|loan|credit line), interest free, (playing|play) (games|for time|dumb|us|hide), games with, hoping .. (forget|go away|give up), thought you could, think you can, (get|getting|got) away with, pretend*|pretending, radio silence, (gone|going|went) (quiet|silent|dark), silent treatment, deaf ears, head in the sand, owe .. (explanation|apology), (explanation|apology) (is|from), you (should|ought) (have|to have) (paid|told|called|written|known|settled|said), should have been (paid|settled) (long|weeks|months|ages), (long|ages|weeks|months) ago .. (paid|settled), know (very|perfectly|full|exactly|damn) well, you (must|surely|certainly) (know|have known|be aware), you knew, you (chose|choose|decided) (not|to), withhold* payment, you do not (care|bother|take|respect|value), not (even)? be bothered, you never, not even (bother*|reply|answer|respond|had|have), did not (even)? bother, afford .. (new|but|holiday|car|trip|vacation), money for (a|new|other|everything|holiday*|advertis*), excuses, the same (old)? (story|excuse*|song|tale), (another|one more|yet another) (excuse|story|delay), putting (it|this|us) off, leav* (us|me) (hanging|waiting|in the dark), keep* (us|me) waiting, kept (us|me) waiting, by now (you|we) , tak* (us|me|this|it) (for granted|seriously|lightly)`,
          de: `<you> .. <evade>, (ihr|das) (wort|versprechen) (nicht gehalten|gebrochen), wort .. nicht .. halten|gehalten, absichtlich*|mutwillig*|vorsätzlich*|wissentlich, ganz bewusst, ihre|ihrer|ihr (weigerung|versäumnis|nachlässigkeit|vertragsbruch|schweigen|verschulden|verhalten|hinhaltetaktik|untätigkeit|funkstille), funkstille, ausrede|ausreden|ausflüchte*, bösgläubig*|böswillig*, (ständig|dauernd|immer wieder|jedes mal|erneut|schon wieder) .. (spät|verspätet|unpünktlich|verzug), nie .. (pünktlich|zahlen wollen), (wollten|wollen) (nie|nicht) (zahlen|bezahlen), (wissen|wussten) (genau|sehr|ganz|doch) (wohl|gut|genau), hätten .. (längst|schon|sich) .. (zahlen|bezahlen|melden|überweisen), längst .. (zahl*|bezahl*|überweis*|beglichen), nicht einmal .. (geantwortet|gemeldet|nötig|rückmeldung|antwort), nicht für nötig, nicht nötig .. halten|gehalten, (scheint|scheinen|ist) .. (egal|gleichgültig), tot stellen, stellen sich tot, auf zeit, durchkommen|davonkommen, (warten|hängen) lassen, offenbar|offensichtlich .. (nicht|kein*|nie|egal)`,
          fr: `<you> .. <evade>, sourde oreille, le mort, (gardez|gardé) le silence, votre (silence|mutisme|refus|mauvaise foi|manquement|défaillance|manque|inertie|indifférence|attitude|comportement), délibér*|sciemment|intentionnel*, mauvaise foi, excuses !pour, toujours (les mêmes|une excuse), (pas|jamais) tenu .. (parole|promesse|engagement*), l intention .. <pay>, aucune intention, vous (saviez|savez) (très|parfaitement|pertinemment|bien), vous auriez (dû|pu), auraient|aurait dû .. <pay>, depuis longtemps .. <pay>, pas (même|pris) la peine, daign*, (vous en|en) (fichez|moquez), (jouer|jouez) la montre, gagner du temps, vous (pensez|croyez) (que|pouvoir|qu), faire|faites|fait (traîner|patienter|attendre|languir), sans réponse de vous, manifestement|visiblement .. (pas|aucun*|jamais)`,
          es: `<you> .. <evade>, (dando|dar|da|dan|daba) largas, oídos sordos, callada por, hace*|hecho caso omiso, su|sus (silencio|negativa|incumplimiento*|pasividad|actitud|comportamiento|desinterés), mala fe, deliberad*|adrede|intencionad*, a propósito|sabiendas, (siempre|otra vez|mismas) .. (excusa*|tarde), excusas|excusa, nunca .. (paga*|pensó|intención|tuvo), intención .. <pay>, sabe*|sabía* (perfectamente|muy bien|de sobra), debería* haber <pay>|avisado|llamado, ya debería*, ni siquiera, no se ha* (molestado|dignado), no le* importa*, ganar tiempo, piensa*|cree* que (puede*|vamos|nos), incumpl*, (hace*|tiene*|teniendo|tenernos) esperar|esperando, no (cumplió|cumplieron|ha cumplido|han cumplido|cumple*)`,
        },
        unless: {
          en: 'please .. ignore, you can|may .. ignore, to avoid, if|whether|where we|i .. failed|neglected|let, we|i failed, excuse me, please excuse, no excuse*, you can count',
          de: 'bitte .. ignorieren, ignorieren sie, ob wir .. versäum*',
          fr: 'merci d ignorer, veuillez ignorer, ignorez, toutes nos|mes excuses, mes|nos excuses, prie d excuser',
          es: 'por favor .. ignore, puede ignorar, ignore este|esta, disculpe',
        },
      },
    ],
  },
];
