// Phrases in which a dangerous word is harmless: a street, goods that were ordered, a neighbour, a fixed expression.
// They are left out before the rules look. Each names just the words it disarms, so that what stands beside is still read.
import type { Phrases } from './pattern.ts';

export const BENIGN: Phrases = {
  en: `
    <court|authority|collector|outsider|charge|free|press> (house)? <street>
    <court|authority|collector|outsider|press|bureau|charge|free|discount|waive> <goods>
    <court|authority|collector|press|charge> office|station|department|entry|company|association|student|school <goods>
    entry|entrance|admission|membership|registration|parking|library|course|school|tuition|licence fee|fees
    free parking|entry|admission|wifi|range|time|samples|trial
    <goods> for|of|about|on|with|at|from|showing (the|a|your|our|their)? .. <court|authority|collector|outsider|press|bureau>
    <pleased> .. the|your|those .. <court|authority|press|charge|free|discount|collector|bureau> (and)? .. <goods>
    <pleased> .. the|your|those <goods> .. and|for|with (the)? .. <court|authority|press|charge|free|discount|collector|bureau|goods>
    <court|authority|press|charge|free|discount|collector|bureau|goods> (and)? (the)? (<goods>)? (that)? <ordered>
    <near> (the|a|an|our|your)? (old|new|local|travel|estate)? <court|authority|collector|outsider|press|bureau> (office|station|practice|building)?
    <court|authority|collector|outsider|press> (office|station|practice|building)? next door|nearby|downstairs|upstairs|opposite|across
    tennis|basketball|squash|badminton|volleyball|padel|pickleball|food|clay|sports|indoor|outdoor court|courts
    travel|estate|letting|advertising|ad|design|marketing|employment|temp|model|creative|your|news agency|agencies|agent|agents
    art|stamp|coin|toy|record|book|car|antique|ticket collector|collectors
    legal name|entity|address|holiday|pad|pads|size, bank holiday*, in law|laws
    credit note|notes|memo|card|cards|slip|balance, credit to you, a credit is|was due
    in (your|our|the)? (own)? interest|interests, interest in, your|their|his|her interest, of interest, conflict of interest, points of interest
    take|taking (the|a)? .. day|days|holiday*|vacation|week|weekend off, legal holiday*, police|press|court|lawyer* (charity|sports|football|soccer|music|choir)? club|run|ball|band|choir|team|league|union|gala|dinner|event, whenever (it)? suits|convenient,
    <goods> all over town, in charge, take|takes|took charge, toll free, be free, are|is you|anyone|everybody free, free to, free of error*
    no|not|hardly|never any|a|an shame|embarrassment|disgrace in|to, no shame, nothing to be ashamed|embarrassed (of)?, not (be)? ashamed|embarrassed
    without any|the interest|fuss, in my|our|your|good|best judgment|judgement, by law, mother|father|brother|sister in law
    police|court|law report|reports|book|books, no offence|offense, please (simply|just)? ignore|disregard, ignore|disregard this|the (note|message|letter|email|reminder)?
    your|the|our facebook|instagram|linkedin|google|youtube page|pages|profile|post|posts|feed|account|listing|campaign|ads|video*
    a|such|what (a)? shame (to|that)? (we|i|you)? .. miss*|meet|see|fair|show, (ready|waiting|available|here) for (pickup|collection)
    <court|authority|discount|free|press> store|shop|market|centre|center|sketch*, (charge|bill) .. to us|me
    as agreed (for|on|about|with) (the|your)? <goods>, (i|we) (will|would)? .. put|correct|send|fix|mend|change|sort|answer (it|this|that|one|a copy)? (right)? at once|immediately|right away
    the others below, late afternoon|evening|morning|summer|autumn|spring|shift, running late, too late, as late as, arrived late, delivered late`,
  de: `
    <near> .. <court|authority|collector|outsider|press>
    <court|authority|collector|outsider|press> nebenan|gegenüber|nebendran|im nebenhaus
    <goods> .. für|der|des|vom|beim (das|die|den|der|dem|ein|einen|eine)? <court|authority|collector|press>
    die weiteren unten, anwaltsbüro*|polizeisport*|polizeichor*|polizeimusik*|anwaltskalender*|anwaltskanzleischild*|gerichtsgebäude*|gerichtsstrasse*|gerichtsplatz|polizeifest*|polizeiball*|polizeilauf*|rabattaufkleber*|rabattschild*|rabattplakat*|gratisparkplatz*|gratisparkplätz*|startgebühr*|eintrittsgebühr*|teilnahmegebühr*|geschenkgutschein*|geschenkkarte*|geschenkpapier|geschenktasche*|geschenkbox*|geschenkanhänger*|parkgebühr*|studiengebühr*|kursgebühr*|mittagsgericht*|tagesgericht*|hauptgericht*|leibgericht*
    <pleased> .. die|der|den|das|ihre|ihren|ihr .. <free|discount|charge|court|authority|press|goods>
    <court|authority|press|charge|free|discount|collector|bureau|goods> <ordered>
    kostenlose|kostenlosen|kostenloser|gratis parkplatz*|parkplätze*|eintritt|parken
    gerichte und getränke, eingerichtet|ausgerichtet|hergerichtet, in gewissen|gewisser|gewissem
    zu raten, ihr interesse, interesse an|am, keine|nicht (eine)? schande|scham, keine frage, nicht (zu)? schämen|peinlich, nichts peinliches, ist nicht peinlich
    reisebüro*|reiseagentur*|werbeagentur*|maklerbüro*
    druckverfahren, ohne gebühr, ignorieren sie (bitte)? (diese|dieses|die)?
    ihre|unsere instagram|facebook seite|kanal|profil`,
  fr: `
    <near> .. <court|authority|collector|outsider|press>
    <goods> (pour|de|du|des|d) .. <court|authority|collector|press>, cabinet (d)? avocat*, les autres ci dessous
    <court|authority|collector|outsider|press> (de)? (voyages|voyage)? voisin*|d à côté|en face
    agence|agences de (voyage|voyages|publicité|communication|location|intérim|presse)? (voisine|d à côté)?, agence immobilière|bancaire
    court|courts de tennis, la cour, police d assurance, police|polices de caractère*, police d écriture
    bon|bons cadeau|cadeaux, chèque|chèques cadeau|cadeaux, papier cadeau, paquet|paquets cadeau
    frais d (inscription|entrée|adhésion)?, frais de (port|scolarité|participation)?, produits|légumes|papier frais
    parking|stationnement|entrée|place* gratuit*, bannière* suspendue*, suspendu* à|au|dans l|le|la
    <pleased> .. les|vos|la|votre|le .. <free|discount|charge|court|authority|goods>
    <court|authority|press|charge|free|discount|collector|goods> <ordered>
    le|ce|un|du|au lien, les|nos|vos|ces liens, jour|jours|congé|congés férié* (légal|légaux)?, jour|jours|congé|congés légal|légaux, rue|place|boutique (de|du)? .. justice|tribunal|juge, (ne|n|jamais) .. (vos|de) données .. tiers,
    affiche*|affichette*|étiquette*|autocollant*|pancarte* de remise|promotion|rabais, votre intérêt, un intérêt pour, dans votre intérêt, avoir de notre part, erreur* de saisie, jour|jours férié*
    avis de (paiement|passage|réception|virement)?, dernier avis, à votre avis, aucune|pas de honte (à)?, n a rien de honteux
    n en tenez|tenez pas compte, sans frais de port, sous presse, ne tenez pas, sans intérêt|intérêts`,
  es: `
    <near> .. <court|authority|collector|outsider|press>
    <goods> (para|de|del) .. <court|authority|collector|press>, las demás que figuran abajo, despacho|bufete (de)? abogad*, perdone|perdona|disculpe (la|las|que|por)? molest*|moleste|insist*
    <court|authority|collector|outsider|press> (de)? (viajes|viaje)? (de al lado|vecin*|de enfrente)
    agencia|agencias de viajes|viaje|publicidad|noticias|comunicación|empleo, agencia inmobiliaria
    mucha|gran|alta|poca demanda, demanda de, sin embargo, cancha* de tenis, pista* de tenis
    vale|vales de regalo, tarjeta|tarjetas de regalo|regalo, papel de regalo, bolsa* de regalo
    cuota|cuotas|gastos de inscripción|entrada|envío
    aparcamiento|parking|entrada|estacionamiento gratuit*|gratis
    <pleased> .. los|las|sus|el|la .. <free|discount|charge|court|authority|goods>
    <court|authority|press|charge|free|discount|collector|goods> <ordered>
    su interés, interés en|por, de su interés, qué|una pena, no|ninguna .. vergüenza, día|días festivo* (legal*)?, festivo* legal*, calle|plaza (del|de)? juzgado|tribunal|abogado*, pegatina*|cartel*|etiqueta*|folleto* de (descuento|rebajas|oferta*)
    datos|número|domicilio|dirección|nombre fiscal|fiscales|legal, nota|notas de crédito|abono, a|en su favor
    no haga caso, no tenga en cuenta`,
};
