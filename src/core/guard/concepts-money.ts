// What is owed, what is supplied, what is charged on top, what is given away; and goods and places that disarm a word.
import type { Concepts } from './pattern.ts';

export const MONEY: Concepts = {
  debt: {
    en: 'invoice|invoices, balance|balances, account|accounts, amount|amounts, matter, debt|debts, file|files, case, bill|bills, claim, total, sum, payment|payments, arrears, item|items, receivable*, what|all you owe, what is open|owed|due, it, this, them',
    de: 'rechnung|rechnungen, betrag|beträge, summe, schuld|schulden, forderung*, konto, vorgang, angelegenheit, sache, fall, akte, zahlung*, posten, saldo, rückstand*, aussenst*, es, das, dies|diese|dieser',
    fr: 'facture|factures, montant*, somme*, solde, dette*, dossier*, affaire, créance*, compte, règlement*, paiement*, impayé*, encours, cela, ceci, ça, le|la|les',
    es: 'factura|facturas, importe*, saldo, deuda*, cuenta, expediente, asunto, caso, cantidad*, pago|pagos, monto, impago*, lo|la|los|las, esto|eso',
  },
  pay: {
    en: 'pay|pays|paid|paying, settle|settles|settled|settling, clear|clears|cleared, transfer*, remit*',
    de: 'zahl*, bezahl*, überweis*|überwiesen, begleich*|beglichen, ausgleich*|ausgeglichen',
    fr: 'pay|paye|payer|payez|payé*|paie|paient|paiement*, régl*|règl*, virement*|virer, acquitt*, solder|soldé',
    es: 'pag*, liquid*, transfer*, abon*, salde*|saldar|saldado',
  },
  payment: {
    en: 'payment|payments|paying|settling|transfer|transfers|remittance|money|cheque|check|deposit|instalment|installment|wire',
    de: 'zahlung|zahlungen|teilzahlung|anzahlung|überweisung|scheck|betrag|geld|rate|zahlungseingang|geldeingang',
    fr: 'paiement|paiements|règlement|règlements|virement|virements|chèque|versement|acompte|argent',
    es: 'pago|pagos|transferencia|abono|cheque|ingreso|anticipo|dinero',
  },
  /** What we do for a customer. */
  supply: {
    en: 'deliver*, suppl*, shipment*|ship|ships|shipping, order|orders|reorder*, service*, access, credit, work, job|jobs, project|projects, production, printing, goods, material*, hosting, website, subscription*, support, maintenance, trading, stock, anything you order|need, your|the account|contract',
    de: 'lieferung*|liefern|beliefer*|auslieferung*, bestellung*|bestellen, auftrag*|aufträg*, leistung*, dienst|dienste|dienstleistung*, zugang, kredit, arbeit|arbeiten, projekt*, produktion, ware|waren, material*, konto|kundenkonto, webseite|website, wartung, kauf auf rechnung, zahlungsziel',
    fr: 'livraison*|livrer|livrons|livrerons, commande|commandes, service*|prestation*, accès, crédit, travaux, projet*, production, impression|impressions, marchandise*, matériel, fourniture*, hébergement, site, compte, abonnement*',
    es: 'entrega|entregas|entregar*, pedido|pedidos, suministro*|suministrar*, servicio*, acceso, crédito, trabajos, proyecto*, producción, mercancía*, material*, cuenta, página web, suscripción, encargo|encargos',
  },
  withhold: {
    en: 'stop|stops|stopped|stopping !by, pause*|pausing, suspend*|suspension, cancel*, halt*, withhold*|withheld, withdraw*|withdrew, freez*|froze|frozen, block*, on hold|ice|stop, hold back, hold|holding your|all|any|off !on, cease*, terminat*, revok*|revoke, close|closing|shut|lock|locked .. account|access|contract, refus*, discontinu*, interrupt*, cut|cutting (off)?, shut|turn|turned off|down, take|taken|taking down|offline, restrict*, deactivat*, disconnect*, not ship|deliver|print|start|release|accept|process|take|begin|continue|schedule|fill, end|ending service|account|contract|agreement',
    de: 'stopp*|gestoppt, aussetz*|ausgesetzt|auszusetzen, einstell*|eingestellt|einzustellen, sperr*|gesperrt, kündig*|gekündigt, storn*, pausier*, zurückhalt*|zurückgehalten|zurückbehalt*|zurückzuhalten, einfrier*|eingefroren, abschalt*|abgeschaltet, blockier*, verweiger*, unterbrech*|unterbrochen, stilleg*|stillgelegt, nicht (mehr|weiter)? ausliefer*|ausgeliefert|liefer*|geliefert|beliefer*|annehm*|angenommen|drucken|gedruckt|bearbeit*|ausführ*|beginn*|fortsetz*',
    fr: 'suspend*|suspension|suspendu*, bloqu*, interromp*|interruption|interrompu*, annul*, arrêter*|arrêtons|arrêtés, coup*, gel|geler*|gelé*, fermer*|fermerons, résili*, retenir*|retenons|retiendrons|retenu*, refus*, mettre|mettrons|mise|mis* .. attente|pause|sommeil, mettre fin, ne|n .. livrer*|imprimer*|commencer*|prendr*|accepter* .. plus|pas|aucun*',
    es: 'suspend*|suspensión, bloque*, interrump*|interrupción, cancel*, paraliz*, detener*|detendremos|detenid*, cortar*|cortaremos, congel*, cerrar*|cerraremos, rescind*, retener*|retendremos|retenid*, rechaz*, anular*|anularemos, no .. entreg*|imprim*|suministr*|acept*|atend*|empez*, dejar*|dejaremos de',
  },
  /** What is asked on top of the debt. */
  charge: {
    en: 'fee|fees, surcharge*, penalt*, interest, late charge*, charge|charges !card, admin*|administration|administrative|handling|processing|collection|recovery|reminder|default|delay|chasing charge*|cost*, damages, compensation, cost|costs of (the)? collect*|recover*|chas*|remind*|delay|late*, bank cost*|charge*, extra cost*, additional cost*|amount*, further cost*, reminder cost*, price of the delay, finance charge*, mark up',
    de: '*gebühr*, *zins|zinsen|verzugszins*|zinsfuss, mahnkosten|mahnspesen|inkassokosten|verwaltungskosten|bearbeitungskosten|bankkosten|zusatzkosten|mehrkosten|verzugskosten|anwaltskosten, säumnis*|verspätungszuschl*|säumniszuschl*, aufschlag|zuschlag, verzugspauschale|mahnpauschale|pauschale, verzugsschaden*|schadensersatz|schadenersatz|entschädigung, vertragsstrafe*, kosten ... entstanden*|entsteh*|verzug*|mahn*|verspät*|verzöger*|auflauf*, aufwand .. rechnung|berechn*, zusätzlich* kosten|betrag',
    fr: 'pénalité*, intérêts, intérêt de|légal|moratoire, frais !et|d, frais de (retard|recouvrement|relance|dossier|gestion|rappel|traitement|banque|rejet|administration)?, frais administratifs|bancaires|supplémentaires|de|d .. retard|relance|rappel, majoration*, indemnité*, surcoût*, supplément|suppléments, dommages, agios, coût*|dépenses de|du|occasionn*|engendr*|lié* .. retard|relance*|recouvr*|impay*',
    es: 'recargo*, intereses, interés de|legal|moratorio, penalización*|penalizaciones, multa*, comisión|comisiones, gastos !de envío, coste*|costos .. retras*|demora|gestión|reclam*|recordatorio|cobro|adicional*, indemnización*, sobrecoste*, cargo*|cargos .. demora|retraso|gestión|adicional*|administrativ*|devolución, gastos de (cobro|reclamación|gestión|devolución|demora)?',
  },
  late: {
    en: 'late|later|lateness, delay|delayed|delays, overdue, chasing, reminder*|remind*|chase|chased, collect*, recover*, postage, this letter, each letter|message|call, every letter|message|call|day|week|month, day|week|month of, default, handling, trouble, time and effort, returned',
    de: 'verzug*, verspät*, verzöger*, mahn*, erinnerung*, aufwand, jeder tag|brief, jede woche|erinnerung|nachricht, entstand*|entsteh*, rücklast*',
    fr: 'retard*, relance*, rappel*, recouvr*, impay*, délai*, chaque jour|semaine|lettre|relance|mois, démarche*, rejet*',
    es: 'retras*, demora*, recordator*, reclam*, impag*, cada día|semana|carta|recordatorio|mes, gestión|gestiones, devuelt*|devolución',
  },
  /** Lowering the debt, or letting go of it. */
  waive: {
    en: `waive|waives|waived|waiving|waiver, write|writing|written|wrote off, forgiv*|forgave, forget about|it, forgo, knock|knocking|knocked !on|at|door, shave|shaving|slash|slashing|trim|deduct*|subtract*, let|letting .. go|slide|drop !of|by, drop|dropping the|that|it|this|part|half|some, reduce|reduces|reduced|reducing|lower|lowered|lowering|cut|halve|halved|halving .. amount|balance|invoice*|total|bill|debt|sum|price|figure|what, cancel*|erase|wipe|wiping|strike|striking|scrap|remove|removing .. balance|debt|invoice*|bill|rest|remainder|amount|slate|fee*|it off,
      call it even|quits|square|settled, settle|settling for, accept|accepting|take|taking (a|the)? half|less|lower|reduced|smaller|partial|part, meet|meeting (you)? (somewhere)? halfway|half way, meet .. in the middle, middle ground, split the difference, as settled|paid in full, full and final, in full settlement, no need to pay, not (need|have)? to pay, overlook|absorb|swallow .. balance|rest|difference|invoice|amount|cents, round|rounding|rounded down|off, take|taking|get|give|giving .. off !your|the|my|our|to|work|hands|at|in|on|from, percent|cent|quarter|third|fifth|tenth|half off|less|discount`,
    de: 'verzicht*, erlass|erlassen|erlasse|erlässt, nachlass*|nachlassen|nachlässe, streichen|gestrichen .. rest*|betrag|rechnung|forderung|summe|gebühr, entgegenkommen, kommen .. entgegen, abrunden|abgerundet, halbier*, senken|gesenkt|reduzier*|kürzen|gekürzt .. betrag|rechnung|summe|forderung|preis|gesamt*, abschreiben|abgeschrieben, schwamm drüber, unter den tisch, vergessen .. rest*|rechnung|kleine|betrag, als erledigt .. wenn|sobald|zahl*, gelten lassen, gut sein lassen, auf die hälfte, weniger zahlen, in der mitte treffen, quitt, schenken ihnen .. rest*|betrag|rechnung',
    fr: 'remettre|effacer|effaçons|effacerons|effacé* .. dette|solde|facture|reste, annuler|annulons|annulerons .. dette|facture|solde|reste, abandon*|renonc* .. créance|solde|reste|partie|facture|somme|montant|frais|intérêts|pénalités, geste commercial, un geste, faire|ferons|fera une fleur, passer|passons|passerons l éponge, baisser|diminuer|réduire|réduirons|diviser .. montant|facture|somme|solde|total|prix, arrondir|arrondi*, moitié du|de la, oublier|oublions|oublierons .. facture|reste|solde|petite, couper la poire, quitte*, tenir quitte, accepter|acceptons|contenter*|contenterons .. moitié|moins|inférieur*|partie|réduit*, faire|faisons grâce, dispense*|exonér*|exonèr*',
    es: 'perdon*, condon*, renunci* .. resto|parte|deuda|saldo|importe|cobrar|intereses|factura, rebaj*, reduc*|reduzc* .. importe|factura|deuda|total|saldo|cantidad|precio, dejar*|dejamos|dejaríamos .. en la mitad, olvid* .. factura|resto|deuda|saldo|pequeña, cancelar* .. deuda|resto|saldo, quita, mitad de precio, redonde*, aceptar*|aceptamos|aceptaríamos .. mitad|menos|menor|parte|inferior, conform*|contentar* con, borrón y cuenta nueva, hacer*|hacemos la vista gorda, quedar*|quedamos en paz, partir* la diferencia, encontrar* .. a medio camino, descont*, no hace falta que pague',
  },
  discount: {
    en: 'discount|discounts|discounted, rebate*, reduction*, markdown*, price cut*|break|match, money off|back, cashback, voucher*, coupon*, refund*, goodwill, store credit, credit from us|our, small credit, account credit, better price|rate|deal, special price|rate|deal, promo code, bonus, half price, allowance, concession*, sweeten*',
    de: '*rabatt*, skonto|skonti, preisnachl*, ermässig*, vergünstig*, *gutschein*, erstatt*|rückerstatt*, bonus, sonderpreis*|sonderkonditionen, kulanz*, prozente, geldzurück*, günstigeren|besseren preis',
    fr: 'remise|remises, rabais, ristourne*, réduction*, escompte*, avoir commercial, bon|bons (d achat|de réduction|cadeau*), rembours*, tarif préférentiel|spécial|réduit, prix d ami|spécial|réduit, avantage commercial, bonus',
    es: 'descuento*, rebaja|rebajas, bonific*, reembols*, vale|vales, cupón|cupones, precio especial|reducido, mejor precio, devolución|devolver* .. dinero|parte|importe, abono comercial, bono',
  },
  free: {
    en: 'free !to|of|up|time|moment|now|on|at|for, for free, free of charge, complimentary, gift*|gifted|gifts, on the house, on us, at no (extra)? cost|charge, no charge, without charge, as a thank you, as thanks, reward*, loyalty points|bonus, bonus, present for, throw in|throwing in, treat you',
    de: 'kostenlos*, gratis*, geschenk*, schenk*, umsonst, kostenfrei*, unentgeltlich*, auf unsere kosten|rechnung, geht aufs|auf haus|uns, ohne aufpreis|berechnung, als dankeschön, beilage, freimonat, obendrauf, spendier*',
    fr: 'gratuit*, offert|offerts|offerte|offertes|offrons|offrirons|offre|offrir, cadeau*, gracieu*, aux frais de la maison, à nos frais, sans frais|supplément, en prime, en remerciement, à titre gracieux',
    es: 'gratis, gratuit*, regal*|de regalo, obsequi*, sin coste|costo|cargo|costes, invita la casa, corre* de nuestra cuenta, como agradecimiento, de cortesía',
  },
  goods: {
    en: 'brochure*, flyer*|flier*, poster*, banner*, sign|signs|signage, card|cards !payment, sticker*, leaflet*, catalog*, menu|menus, calendar*, booklet*, folder*, invitation*, label*, design*, logo*, photo*, program|programme|programs|programmes, form|forms, shirt*, uniform*, packaging, boxes|bags|bag|box|wrap|tags, tickets, voucher*, coupon*, certificate*, display*, shelves|shelf, chairs, furniture, cake|cakes, book|books|bookmarks, map|maps, newsletter*, proofs, artwork, sample|samples, campaign, website, resurfacing, renovation*, refurbishment, roof|floor|windows|carpet|lighting|painting, charity, run, race, festival, academy, museum, gala, conference, open day|house, fair, ball, choir, band, exhibition, event',
    de: '*broschüre*, *flyer*, *plakat*, *banner*, *schild|*schilder|*schildern, *karte|*karten, *aufkleber*, *prospekt*, *katalog*, *kalender*, *heft|*hefte, *mappe|*mappen, *einladung*, *etikett*, *logo|*logos, *foto|*fotos, *formular*, *shirt|*shirts, *tasche|*taschen, *buch|*bücher, *lauf|*laufs, *fest|*festes, *museum*, *gutschein*, *muster, *verpackung*, *gebäude*, *parkplatz*, *parkplätz*, *poster*, *druckprobe*, *vorlage*',
    fr: 'brochure*, dépliant*, affiche*, bannière*, panneau*, carte|cartes, autocollant*, catalogue*, menu|menus, calendrier*, livret*, chemise*, invitation*, étiquette*, logo*, photo*, formulaire*, sac|sacs, livre|livres, course, festival, musée, gala, bon|bons cadeau*, épreuve*, maquette*, flyer*, prospectus, parking, stationnement, emballage*',
    es: 'folleto*, cartel|carteles, pancarta*, letrero*, tarjeta|tarjetas, pegatina*, catálogo*, carta|cartas de|del menú, calendario*, cuaderno*, carpeta*, invitación*|invitaciones, etiqueta*, logotipo*, foto*, formulario*, camiseta*, bolsa*, libro*, carrera, festival, museo, gala, vale|vales, prueba*, aparcamiento, parking, embalaje*, rótulo*',
  },
  /** Work that was done: it speaks of goods, not of what is to come. */
  ordered: {
    en: 'you|we (have)? ordered|printed|delivered|made|designed|chose|picked|supplied|installed|built|painted|produced|wanted|sent, in|from|of|with your (last|latest|previous|recent|spring|summer|autumn|winter|big)? order|delivery, of your order',
    de: 'aus|in ihrer|der (letzten|jüngsten)? bestellung|lieferung, die|den|das wir .. gedruckt|geliefert|gestaltet|gemacht|hergestellt, auch beliefert, die|den sie .. bestellt',
    fr: 'de votre (dernière|récente)? commande, que nous avons|vous avez imprimé*|livré*|réalisé*|commandé*, que vous avez|aviez commandé*',
    es: 'de su (último|última|reciente)? pedido|encargo|compra, que (le|les)? imprimimos|entregamos|hicimos|diseñamos|pidió|encargó|encargaron',
  },
  pleased: {
    en: 'hope|hoped|hoping, glad, pleased, happy with|about, enjoy*, turned|came|come out, look|looks|looked great|lovely|good|wonderful|beautiful|fantastic, lovely, wonderful, beautiful*, pleasure, delighted, congratulations, success*, went well, love|loved, like|liked the, compliment*, satisfied with, serving you well, proud',
    de: 'hoffe|hoffen|hoffentlich, freut|freue|freuen|gefreut, gefall*, zufrieden, =schön|=schöne|=schönen, gelungen*, erfolg*, gut an, prima, toll, glückwunsch, spass, wunderbar, begeistert, stolz',
    fr: 'espère|espérons, content*, ravi*, plaisir, réussi*, plu, plais*, beau|belle|beaux, succès, satisfait*, félicitations pour, magnifique*, superbe*',
    es: 'espero|esperamos, alegra|alegro|alegramos, gust*, encant*, bonito*|bonita*|precioso*, éxito, satisfech*, contento*, placer, enhorabuena, quedado|quedó|quedaron .. bien',
  },
  street: {
    en: 'street|st|road|rd|avenue|ave|lane|square|place|house|hotel|yard|row|hill|park|gardens|drive|plaza|store|branch|room|bookshop|books',
  },
  near: {
    en: 'next door (to)?, opposite, across from, near|beside|behind, round|around the corner from, share|shares .. building|floor|stairs|entrance|hall with, next to, downstairs from|at, upstairs from|at, neighbouring|neighboring',
    de: 'neben (der|dem|einem|einer)?, gegenüber (von|der|dem)?, nahe, hinter (der|dem)?, über (der|dem)?, benachbarte*, im selben haus wie',
    fr: 'à côté (de|du|d)?, en face (de|du)?, près (de|du)?, derrière (le|la)?, voisin*|voisine*, au dessus (de|du)?',
    es: 'al lado (de|del)?, junto (a|al)?, enfrente (de|del)?, frente (a|al)?, cerca (de|del)?, detrás (de|del)?, encima (de|del)?, vecino*|vecina*',
  },
};
