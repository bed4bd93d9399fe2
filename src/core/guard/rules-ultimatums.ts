// Ultimatums and veiled threats: the tone of a final notice, or of worse, where the case is not there.
import type { Rule } from './rule.ts';

export const ULTIMATUM_RULES: readonly Rule[] = [
  {
    code: 'ultimatum',
    severity: 'block',
    allowed: (facts) => facts.maySay.includes('deadline') && facts.deadline !== null,
    why: 'This is the tone of a final notice; the case is not there.',
    mend: 'Ask which date would work.',
    frames: [
      {
        says: {
          en: `final|last (and final)? (<polite>)? notice|warning|demand|chance|opportunity|reminder, final letter|call|email|message|request|attempt|appeal|deadline|offer|note|word, last <polite> letter|call|email|message|request|note|word,
            last (letter|call|email|message|request|note|word|time)? that|you|we|i|from, is|be|was our|my|the|your last letter|call|email|message|request|note|attempt|word|reminder`,
          de: 'letzte|letzter|letzten|letztes|letztmalige* (<polite>)? mahnung|aufforderung|erinnerung|warnung|chance|hinweis|frist|zahlungsaufforderung|mal|gelegenheit|schreiben|brief|nachricht, letztmalig*, zum letzten mal',
          fr: 'dernier|dernière|ultime (<polite>)? rappel|avis|avertissement|relance|chance|sommation|message|fois|courrier|lettre|demande|occasion|délai|opportunité',
          es: 'último|última (<polite>)? aviso|recordatorio|requerimiento|oportunidad|advertencia|carta|mensaje|vez|correo|comunicación|llamada|plazo|ocasión',
        },
        unless: {
          en: 'your last, our last letter about|went|of, last .. went out, since .. last',
          de: 'ihr|ihrer|ihre|ihrem letzte*',
          fr: 'votre dernier|dernière',
          es: 'su último|última',
        },
      },
      {
        says: { en: '<unpaid> ... <weAct>, <weAct> ... <unpaid>' },
        unless: { en: '<kindAct>, ?' },
      },
      {
        says: { en: '<otherwise>' },
        unless: {
          en: '<kindAct>, ?, see|think|feel|unless|told otherwise, otherwise engaged',
          de: 'wenn|was|noch|wer sonst, sonst noch|etwas|jemand|alles|nichts',
        },
      },
      {
        says: {
          en: `<further> (and|or <further>)? <measures> ... open|available|will|may|might|would|taken|be|follow*|against|us, <we> .. <take> .. <further> <measures>|matters|things, <take> .. action|steps|measures|matters,
            options|avenues|means|measures|remedies|paths .. open|available|left|remaining .. us|me, our|my|the next step|move|letter|call|message will|would|may|might|is|from, escalat*, consequence|consequences, without further|any notice|warning|delay|ado, have been warned`,
          de: '<further> <measures>, konsequenz*, eskal*, ohne weitere ankündigung|mahnung|vorwarnung, nächster schritt .. wäre|ist|wird, andere saiten|wege|mittel|töne, nicht (mehr)? (länger)? zusehen|hinnehmen|warten|dulden',
          fr: 'mesure*|démarche*|moyens|dispositions|actions (qui|nécessaires|appropriées|utiles|adaptées|plus|s|de droit|prévues|radicales), <take> .. mesure*|disposition*, suites qu|à|judiciaires|que, donner|donnerons|donnerai .. suite*, conséquence*, <further> <measures>, prochaine étape .. sera|serait|consist*, passer*|passerons .. vitesse|étape, sans autre|nouvel|plus avis|préavis|délai|attendre, escalad*, durcir',
          es: '<measures> necesari*|oportun*|pertinent*|correspond*|adicional*|que, <take> .. <measures>|cartas, <further> <measures>, consecuencia*, siguiente|próximo paso .. será|sería|es, sin más|previo|nuevo aviso|dilación, escalar*|escalad*, actuar|actuaremos',
        },
        unless: {
          en: 'agree .. next step*, next step* .. together, talk|discuss .. next, what .. next step* ?, <pleased>',
          de: 'gemeinsam, besprechen',
        },
      },
      {
        says: {
          en: `no|little|few|without|not (other|much|any|longer)? (a)? choice|option|options|alternative* !to pay, leave|leaves|leaving|left us|me (with)? no|little|few, forced|obliged|compelled|obligated to, hands are|were tied, force* .. hand, <we> .. <will> .. have to act, run|runs|running out of patience|options|time, time is|has running|run up|out, patience, can not|will not wait (any)? longer|forever, not .. much longer, enough is`,
          de: 'gezwungen|genötigt|veranlasst sehen|sind|fühl*|wären|zu, sehen|sehe wir|ich (uns|mich)? (leider)? gezwungen|genötigt|veranlasst, keine|keinen (andere|anderen)? wahl|alternative|ausweg, bleibt|bleiben uns|mir .. nichts|keine|nur, geduld, nicht länger|ewig|unbegrenzt .. warten|zusehen|hinnehmen, zeit läuft|ist ab|abgelaufen',
          fr: 'contraint*|obligé*|forcé* de|d, serons|sommes|suis|serai|verrons|serions .. contraint*|obligé*|forcé*|tenu*, pas|plus d autre choix|solution|option|recours|issue, laiss* .. pas|aucun|plus .. choix|alternative, patience, ne .. attendre .. plus|éternellement|indéfiniment, à bout',
          es: 'obligad*|forzad* a, nos|me veremos|veré|veríamos|vemos .. obligad*|forzad*, no .. remedio|opción|alternativa|salida, sin .. alternativa|remedio|opción, paciencia, no .. esperar más|eternamente|indefinidamente, se acab* .. tiempo',
        },
        unless: {
          en: 'for|thank*|appreciate .. patience, your patience',
          de: 'für|danke .. geduld, ihre geduld',
          fr: 'merci .. patience, votre patience',
          es: 'gracias .. paciencia, su paciencia',
        },
      },
      {
        says: {
          en: `immediate|immediately|forthwith, at once !with, <pay> .. right now|away, <pay> .. tonight|instantly, without (further|any|more)? delay, <we> .. demand|insist|require that|payment|you|full|on, demand|demands payment|that|full, by return, what .. waiting for`,
          de: 'unverzüglich*, sofort|sofortig*, auf der stelle, ohne (weiteren|jeden)? aufschub|verzug|verzögerung, <we> .. fordern|verlangen|bestehen .. sie|auf|zahlung',
          fr: 'immédiat*, sur le champ, sans délai|tarder|attendre, exige*|exigeons|sommons|sommer, séance tenante',
          es: 'inmediat*, sin (más|mayor|ninguna)? demora|dilación|excusa*|retraso, exig*, ahora mismo, ya mismo, ipso facto',
        },
        unless: {
          en: 'answer|reply|send|help .. immediately|at once|right away, everything|all|both at once, <we> .. <will> .. right away|immediately',
          de: '<we> .. sofort',
          fr: 'répond* .. immédiat*',
          es: 'respond* .. inmediat*',
        },
      },
      {
        says: {
          en: `to your imagination, the hard way, the easy way, hardball, gloves .. off, get|gets|getting|turn|turns|turning ugly|nasty|unpleasant|messy, not be so|as|this nice|friendly|patient|kind|polite|understanding|gentle|lenient, less|not (so|as|very|quite)? <polite>|patient .. next, next .. less|not (so|as|very)? <polite>, mr nice,
            do not make|force|push us|me, do not|let it|this|things come|get|go to, come|comes to that|this, do not test, you will|would|may|might|could (come to|soon|really|deeply|be)? regret|sorry, regret it|this|your|not, we|i would|should|will hate to|for|it, would be a pity|shame|loss if, pity|shame if|to see|to lose, you would|do not surely|want|like .. to|us|me|your, <you> .. think .. what happens|could|might|would|comes, thought|considered|wondered .. what happens|would|might|could|your|it, what would|will <kin|others> think|say|make, wonder what|how <kin|others>, take this|that|it as a|your warning, be warned, mark my words, you know what|how happens|comes|this|we|it, we know how|where|what to|you|your, think twice, trouble for|is|will|ahead, there will|are|is (be)? people who, not .. end well|here|there, end badly, will|is not go|going away, reserve the right, keep .. option* open, we will see about|how|what|who,
            spare|save us|you|both|yourself|ourselves (both)? the|this|that|from|unpleasant, avoid|prevent|escape .. unpleasant*|embarrass*|trouble|hassle|problem*|consequence*|complication*, be good|bad for <you>, hurt|damage|harm|jeopard*|risk|endanger .. <you>|business|practice|reputation, at stake, on the line, jeopardis*|jeopardiz*, warn|warned|warning you`,
          de: `auf die harte tour, auch anders, unangenehm*|ungemütlich*|hässlich, weniger|nicht mehr (so)? freundlich*|nett*|geduldig*|höflich*|kulant*|angenehm*, wäre .. schade|bedauerlich|ärgerlich|traurig, schade wenn|für, bedauerlich wenn|für, bereuen, leid tun .. wenn, sie wollen|möchten|würden .. doch|sicher|bestimmt nicht, haben sie .. überlegt|bedacht|gefragt .. was|wie, überlegen sie .. was|gut|genau, lassen sie .. nicht .. ankommen|kommen, zwingen sie, was werden|würden|wohl|sagen .. <kin|others>, ersparen|erspart, ärger, drohen|droht|drohung, warn*, passieren könnte|kann|wird, auf dem spiel, gefährd*`,
          fr: `manière forte, moins amical*|aimable*|conciliant*|courtois*|patient*|agréable*, plus (aussi|si)? aimable*|patient*|conciliant*|compréhensi*, serait (vraiment|bien|fort)? dommage|regrettable|fâcheux|triste, dommage si, regretter*|regretterez, vous ne voudriez|voulez|souhaitez|aimeriez .. que|qu|voir, ne nous|m obligez|forcez|poussez|contraignez, avez vous pensé|songé|réfléchi, pensez|songez|réfléchissez .. à|aux .. ce|conséquences|qui, que diraient|dirait|penseraient|penserait|pensent .. <kin|others>, éviter .. désagrément*|ennui*|complication*|problème*, épargner, menac*, avertis*|averti*, à vos risques, mettre en péril|jeu|danger, mal finir|tourner, se gâter, n en restera|resterons|resterai, en arriver là`,
          es: `por las malas, por las buenas, menos amable*|amistos*|paciente*|cordial*|comprensiv*, no seremos|seré|será (tan)? amable*|paciente*|comprensiv*|cordial*, sería una pena|lástima, sería (muy|realmente)? lamentable|triste|desagradable, lástima que|si, va|van a lamentar|arrepentir*, puede|podría lamentar|arrepentir*, lamentará*, arrepent*, no querrá*|querría, no le gustaría, no nos|me obligue*|fuerce*|haga*|ponga*, ha|han pensado en|qué|lo, piense .. lo que|en las, qué dirían|diría|pensarían|pensaría|dirán|pensarán .. <kin|others>, evitar* disgustos|problemas|males|complicaciones|sorpresas|situaciones, ahorr* disgusto*|problemas|sorpresas, amenaz*, advert*|advierto, aténgase, en juego, poner en peligro|riesgo, acabar mal, no quedará|quedar .. así, llegar a esto|eso|ese|más, llegar tan lejos`,
        },
        unless: { en: 'glad|happy .. to, whatever .. need' },
      },
    ],
  },
];
