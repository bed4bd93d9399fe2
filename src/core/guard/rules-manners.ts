// Tone: no sarcasm and no rudeness.
import { never, type Rule } from './rule.ts';

export const MANNERS_RULES: readonly Rule[] = [
  {
    code: 'sarcasm',
    severity: 'block',
    allowed: never,
    why: 'This reads as sarcasm.',
    mend: 'Say it plainly.',
    frames: [
      {
        says: {
          en: `congratulations on (being|not|having|managing|the longest|the slowest|your record|a new record|your talent), congratulations .. (slow*|late*|longest|unpaid|record|avoid*), must be (nice|wonderful|lovely) (to|for|not), (perhaps|maybe) you .. (lost|forgot*|broke|can not|do not know), in case (you|nobody|anyone) (forgot|forgotten|noticed|told|wondered), not (running)? a|your (bank|charity|lender|credit union), money does not, i|we (guess|suppose|presume|take it) (you|paying|that|it|your|this|the), once in a blue moon, (novel|revolutionary|radical|crazy|strange|wild) (idea|concept|notion|thought), believe it or not, surprise surprise, (hold|holding) (my|our) breath, bated breath, (yet|once) again !thank*|i|we, what a (surprise|shock|coincidence|joke|treat), how (nice|convenient|kind|generous|charming|sweet|original|touching|considerate) (of|for|that|it), bravo, (very|so|truly|most|too) (funny|generous|hilarious|amusing|convenient) of, thanks for (nothing|ignoring|keeping|not), thank you .. for (ignoring|your silence|keeping|making us|making me|the endless|the long), not|no|longer fashionable, (in|out of|into) (fashion|style), magically|magic, hilarious, lol, world record, medal|trophy, award for, record .. (slow*|late*|longest), (carrier|homing) pigeon*, pigeon*, snail*|tortoise|glacier*|glacial*, (dog|cat) .. (ate|eaten|eat), by (horse|carriage|camel), this (century|lifetime|decade), before (i|we) (retire|die|turn), grandchildren, hell|pigs (freeze*|fly), deign, feel like (it|paying), can be bothered, get around to it, sorry to (interrupt|disturb|trouble) .. (but|holiday|busy|important), hate to (interrupt|disturb|inconvenience), (more|better|far) important (things|matters) .. (than|to), better things to do, pocket money|change, piggy bank, calculator, spell it out, draw .. (picture|diagram|map), rocket science, the definition of, (interesting|creative|original) (interpretation|approach|theory|strategy|concept|definition|accounting|way), optional, a hobby, for fun|sport, donat*, charity, philanthrop*, sponsor*, apparently|evidently .. (invoices|bills|paying|payment|due), patience of a saint, money tree, grow* on trees, pinch* pennies, one of these (days|years), next ice age, eternity, till kingdom, art form, masterclass, lesson in, gold standard, what (pay|paying|an invoice|a due date) (means|is), (ever|you) heard of`,
          de: `keine (bank|sparkasse|wohltätig*|bausparkasse), wohltätig*|wohlfahrt*|mäzen*|sponsor*, glückwunsch .. (rekord|langsam*|spät*|geduld|zu), was für eine überraschung, (welch|so) eine überraschung, vielen dank .. für (nichts|ihr schweigen|die wartezeit), danke für (nichts|ihr schweigen), wie (nett|großzügig|originell|praktisch|rührend) (von|dass), bravo, alle achtung, diesem|dieses (leben|jahrhundert|jahrzehnt|jahrtausend), vielleicht (haben|hat|ist|können|wissen) .. (vergessen|verloren|verlernt|rechnen|hund|lesen), aus der mode, mode gekommen, brieftaube*, schnecke*, (offenbar|anscheinend|offensichtlich|scheinbar) (wächst|gilt|gelten|halten|glauben|haben|sind|ist), auf (den)? bäumen, hobby, spende|spenden|spendet, zum (spaß|spass|vergnügen), wichtigeres|besseres zu tun, falls es ihre zeit, geruhen, taschenrechner, weltrekord*|rekord*, medaille*|pokal, für die ewigkeit, taschengeld, sparschwein, unverbindliche (empfehlung|vorschläge|bitte), empfehlung .. verstehen, rente|enkel`,
          fr: `pas une (banque|oeuvre|association), pas (votre|un) (banque|banquier|mécène), oeuvre* (de|caritative), mécène*|mécénat|sponsor*, félicitations|chapeau (pour|à vous) .. (record|retard|lenteur|silence|patience|exploit), bravo, quelle (surprise|coïncidence), comme c est (gentil|aimable|pratique|original|charmant), (trop|bien) (aimable|bon|gentil) (à|de), merci (pour|de) (rien|votre silence|nous faire|nous ignorer), passé* de mode, à la mode, démodé*, pigeon*, tortue*, escargot*, (sans doute|sûrement|certainement) (mieux|autre chose|plus important), mieux à faire, (avant|à) (la|ma|notre) retraite, ce siècle, cette vie, (un|le|nouveau) record, record (du|de), médaille*, par magie|miracle, tombe* du ciel, pousse* (sur|dans) les, argent de poche, tirelire, calculatrice, facultatif*|optionnel*, une option, hobby|passe temps, pour le plaisir, donation*, la charité, bénévolat|bénévoles, entre deux, quand bon vous, si cela ne vous (dérange|ennuie) pas trop, petits enfants`,
          es: `no somos (un|una|ningún|su) (banco|ong|caja|entidad|beneficencia), ong, benéfic*|beneficencia|mecenas|patrocin*, (enhorabuena|felicidades|felicitaciones) por .. (récord|retraso|lentitud|silencio|tardar|moroso|ser), bravo, qué (sorpresa|casualidad|detalle|generoso|gracioso|curioso), muy (generoso|gracioso) (de|por), gracias por (nada|su silencio|ignorar*|hacer*|tenernos), de moda, paloma* mensajera*, tortuga*, caracol*, quizá* (ha|han|se) .. (perdido|olvidado|perro|comido), cosas (mejores|más importantes), mejores cosas, este siglo, esta vida, antes de (jubilar*|morir*), (un|el|nuevo) récord, récord de, medalla*, arte de magia, cae* del cielo, crece* en los, calculadora, hucha, opcional*|optativ*, por amor al, donativo*|donación*, caridad, si no es (mucha|demasiada) molestia, nietos, afición, por gusto`,
        },
        unless: {
          en: 'hope|trust, thank* .. again, look forward, charity run|event|gala|race, happy|glad to',
          fr: 'merci encore, espère',
          es: 'espero, gracias de nuevo',
          de: 'hoffe|hoffen',
        },
      },
    ],
  },
  {
    code: 'rude',
    severity: 'block',
    allowed: never,
    why: 'This is rude.',
    mend: 'Say it plainly and kindly.',
    frames: [
      {
        says: {
          en: `grow up, and you know it, tired of, damn|damned, bloody, hell, idiot*, stupid*, moron*, fool|fools|foolish, crap, shit*, fuck*, asshole*, bastard*, bullshit, wtf, sick and|of, fed up, enough (is enough|already), had enough, last straw, (waste|wasting|wasted) (of)? (my|our) time, waste of time, pay up, cough up, wake up, get your act, get a grip, get real, shut up, jerk*, loser*, clown*, a joke|jokers|joker, nonsense, for (god|heaven|christ|goodness|pity|crying) (sake|out), just pay, chasing you|after, running after, beg|begging you|for`,
          de: 'idiot*, dumm|dumme|dummer|dummheit*, blöd*, scheiss*, trottel*, depp*, verdammt*, zum teufel, die nase voll, reicht es, es reicht, mir|uns reicht|langt, satt, schluss jetzt|damit, halten sie .. zum, endlich mal, (zahlen|bezahlen|überweisen|begleichen) sie .. endlich, quatsch, ein witz, gauner*, halunke*, der kragen, hinterherlauf*|nachlauf*|hinterherrenn*|hinterher, betteln',
          fr: 'idiot*, stupid*, imbécil*, merde, marre, ras le bol, bon sang, foutaise*, connerie*|connard*, assez attendu|c, ça|cela suffit, c en est trop|assez, en avons|ai assez, payez enfin|donc, réveillez, n importe quoi, fout*, voyou*, guignol*, clown*, courir|courons|cours après, mendier|supplier',
          es: 'idiota*, estúpid*, imbécil*, mierda, harto|harta|hartos|hartas, la coronilla|las narices, ya basta, basta ya|de, joder*, coño, maldit*, demonios, payas*, tonter*|tonto|tontos, pague* de una vez, pague* ya, una vez por todas, espabil*, despierte*, cansad* de, perseguir*|persiguiendo, suplicar*|mendigar*, ir detrás|tras de',
        },
      },
    ],
  },
];
