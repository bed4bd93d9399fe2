// Nothing is told to third parties, nothing was heard from them, and nobody's private troubles are spoken of.
import { never, type Rule } from './rule.ts';

export const DISCLOSURE_RULES: readonly Rule[] = [
  {
    code: 'disclosure',
    severity: 'block',
    allowed: never,
    why: 'This tells, or threatens to tell, others about the debt, or speaks of other customers.',
    mend: 'Take it out: the debt is between the two of us.',
    frames: [
      {
        // In copy, met by chance, or knowing of it by now.
        says: {
          en: '<we> ... (copy|copied|copying|cc|include|included|loop|looping|add|added|put|have) .. <staff|kin> .. (in copy|on copy|in|on|cc|copied|here|into)?, (copy|cc|copying|cced) .. <staff|kin>, <we> .. (ran|run|bumped) into .. <staff|kin>, <we> (met|saw) .. <staff|kin>, <staff|kin> .. (knows|know|had no idea|did not know|is aware|are aware|is now aware|has been told)',
          de: '<staff|kin> .. (in kopie|ins cc|in cc|cc), <staff|kin> .. (weiss|wissen|wusste|wussten|bescheid), (traf|getroffen|begegnet|begegnete) .. <staff|kin>, <staff|kin> .. (traf|getroffen|begegnet)',
          fr: '<staff|kin> .. (en copie|au courant|sait|savait|savent), (croisé|rencontré) .. <staff|kin>',
          es: '<staff|kin> .. (en copia|al tanto|al corriente|sabe|sabía|enterad*), en copia a .. <staff|kin>, a <staff|kin> en copia, (encontré|encontramos|crucé|coincidí) con .. <staff|kin>',
        },
        unless: {
          en: '?, if you, shall|should|may|can|could i|we, <pleased>, please, the right team|person',
          de: '?, wenn sie|falls sie, bitte, <pleased>',
          fr: '?, si vous, merci de, <pleased>',
          es: '?, si usted|quiere|lo, por favor, <pleased>',
        },
      },
      {
        // We told them, or would; they told us; they will learn of it.
        says: {
          en: `<we> ... <tell> ... <kin>, <tell> (<kin>|<press>|the (other|local) suppliers), <kin> ... <told|will> .. <learn|tell>, <kin> .. (told|tells|mentioned|said|says|asked|asks|called|wants|want|heard|knows|know|wondered|wonders|was surprised|were surprised), (from|with|by|to) <kin>, (in|on) front of <kin>, word (from|with|to) <kin>, <we> .. (understand|gather|hear|heard|know|learned|learnt|see) (it)? (from|through|via) .. your, <kin> ... (been)? (informed|told|notified|contacted|copied|warned|advised|asked), at (church|the club|school|golf)`,
          de: `<we> ... <tell> ... <kin>, <kin> ... <tell|learn>, <tell> .. <kin>, von <kin> .. <learn>, (über|durch|bei|mit) <kin>`,
          fr: `<tell> ... <kin>, <kin> ... <tell|learn>, (auprès|de la part) de <kin>, <kin> .. (m|nous) a|ont`,
          es: `<tell> ... (a|con) .. <kin>, <kin> ... (<tell|learn>|me|nos), (a través|por medio|por parte) de <kin>`,
        },
        unless: {
          en: 'your (own)? bank .. (details|transfer|slow|day|days|holiday|reference|charge|app|statement|closed), please|could|can|you|just ask|tell|contact|call|check|give .. your bank, ^ask|check|contact .. your bank, <pleased>, <goods>, you|please .. ask|tell|inform|forward, if your bank, your business partner',
          de: 'bitte .. ihre bank, falls|wenn ihre bank, fragen sie .. bank, <pleased>, <goods>',
          fr: 'votre banque .. (coordonnées|virement|jours), si votre banque, demandez|vérifiez .. banque, <pleased>, <goods>',
          es: 'su banco .. (datos|transferencia|días), si su banco, consulte|pregunte|verifique .. banco, <pleased>, <goods>',
        },
      },
      {
        says: {
          en: `<we> ... (told|asked|spoke|spoken|talked|mentioned|informed|contacted|emailed|warned|discussed|raised|complained|called|rang|phoned|wrote|written|shown|showed) ... <staff>, <staff> .. (told|said|says|mentioned|knows|confirmed|admitted|promised|was|were|seemed|sounded|agreed|hung|wants), <we> .. <will> .. (tell|inform|ask|speak|talk|warn) .. <staff>`,
          de: `<we> ... (gesagt|gefragt|gesprochen|informiert|erwähnt|erzählt|mitgeteilt|angesprochen|kontaktiert|angerufen|geschrieben|beredet|besprochen) , <staff> .. (sagte|sagt|meinte|wusste|weiss|erzählte|war|bestätigte|hat)`,
          fr: `(ai|avons|a) .. (dit|parlé|demandé|informé|prévenu|évoqué|signalé|touché|mentionné|appelé|contacté) ... <staff>, <staff> .. (m|nous) (a|ont), <staff> .. (était|semblait|savait|sait|confirm*)`,
          es: `(he|hemos|ha) .. (dicho|comentado|preguntado|hablado|informado|avisado|mencionado|contado|llamado|contactado) ... <staff>, (comenté|pregunté|hablé|dije|comentamos|preguntamos|hablamos|dijimos|informamos|informé) ... <staff>, <staff> .. (me|nos) (dijo|ha|comentó|confirmó|contó), <staff> .. (sabía|sabe|estaba|parecía)`,
        },
        unless: {
          en: 'shall|should|may|can|could i|we, ?, if you, glad|happy to, my|our (own)? team|staff, <pleased>, with your (order|proofs)',
          de: '?, wenn sie, gern|gerne, <we> .. (ihnen|sie) .. (gesagt|gefragt|geschrieben|informiert)',
          fr: '?, si vous, volontiers',
          es: '?, si usted, con gusto',
        },
      },
      {
        // Others' affairs.
        says: {
          en: `(another|a different|one of our other|one other|two other|some other) (customer|client|practice|clinic|dentist|business|company|firm|account)* , another|different customer*|client*|practice|clinic|dentist .. (of|like|who|in|on|near|down|also|too|has|have|had|is|was|owes|pays|paid|with|called|named|such), (one|two|several|many|most|some|none|others) of our (other)? (customers|clients), a (customer|client) of (ours|mine), (practice|clinic|dentist|shop|competitor|colleague) (down|across|around|next|over|up) (the)?, your (competitor|competitors|rival|rivals|colleague|colleagues|neighbor|neighbour|neighbors|neighbours) , (other|our other) suppliers, suppliers .. (talk|same|also|know|wait*|unpaid|told|tell|say|compare), (same|similar) (trouble|problem|issue|story|thing|situation) .. (with|at|from) <others>`,
          de: `(ein|einer|eine|eines) (anderer|andere|anderen|weiterer|unserer) (kunde|kunden|kundin|praxis|betrieb|firma|kollege|kollegin), (ein|eine) (kunde|kundin) von uns, (kollege|kollegin|praxis|mitbewerber|nachbar*) (aus|um die|gegenüber|nebenan|in der), ihr|ihre|ihren (kollege|kollegin|mitbewerber|konkurrent|konkurrenz|nachbar|nachbarn|kollegen), (andere|anderen) (lieferanten|gläubiger), lieferanten .. (reden|auch|warten|wissen|sprechen|erzähl*)`,
          fr: `(un|une) autre (client*|cabinet|entreprise|confrère|dentiste|commerce), (un|une) de nos (client*|autres), votre|vos confrère*|concurrent*|voisin*, autres (fournisseurs|créanciers), fournisseurs .. (parl*|aussi|attend*|savent)`,
          es: `(otro|otra) (cliente|clínica|empresa|negocio|dentista|consulta|compañero), (uno|una) de (nuestros|nuestras) (otros|otras)? (clientes|clientas), (su|sus) (competidor*|competencia|vecino*), otros (proveedores|acreedores), proveedores .. (hablan|también|esperan|saben|comentan)`,
        },
        unless: { en: 'another customer (service)? (number|address)?, <pleased>, near you .. deliver' },
      },
      {
        // What is nobody's business.
        says: {
          en: `divorc*, illness|sick leave|cancer|medical (bill*|condition|leave)|hospital*, bankrupt*, insolven*, gambling|gambled, drinking|drunk, lawsuit against you, laid off|layoffs, foreclos*, <you> .. (financial|money|cash|family|marital|personal|health|tax|liquidity) (problem*|trouble*|situation|difficult*|crisis|affairs|mess|woes), (hear|heard|hearing|rumor*|rumour*|gather|told|word|seen|saw|noticed|read) .. (you|your) .. (trouble|struggling|closing|selling|moving|losing|behind|broke|divorce|new car|holiday|vacation|rent|debts|late|difficult*|short|holiday|house|boat), money is (short|tight|running) .. (for you|at your), rumor*|rumour*|gossip, closing down, going under|bust, going out of business, on the brink, your (holiday|vacation|new car|boat|house|lifestyle|marriage|wife|husband|kids|mortgage|health)`,
          de: `scheidung*|geschieden, krankheit|krankenhaus, quiebra, insolvenz*|insolvent, pleite|konkurs|bankrott, gerücht*|gemunkelt|hörensagen|tratsch, ihre (finanziellen|privaten|familiären|wirtschaftlichen|gesundheitlichen) (probleme|schwierigkeiten|verhältnisse|lage), (gehört|erfahren|mitbekommen|gesehen|gelesen) .. dass (sie|ihre|es|ihr) .., ihr (urlaub|neues auto|haus|neuer wagen), ihre (ehe|gesundheit)`,
          fr: `divorc*, maladie|hospitalis*, faillite, insolvab*, dépôt de bilan, liquidation, rumeur*|bruits|ragots, vos (problèmes|difficultés|ennuis|soucis) (financi*|personnel*|de trésorerie|d argent|familia*|de santé), (entendu|appris) (dire|que vous|que votre|parler), vos vacances, votre (voiture|maison|santé|couple|train de vie)`,
          es: `divorci*, enfermedad|hospital*, quiebra|bancarrota, insolven*, rumor*|chisme*|cotille*, sus (problemas|dificultades|apuros) (económic*|financier*|personales|de dinero|de liquidez|familiares|de salud), (oído|enterado|dicen|sabido|visto|escuchado) .. que (usted*|su|sus|está*|tiene*|va|han|cierr*), sus vacaciones, su (coche|casa|salud|matrimonio|nivel de vida)`,
        },
        unless: {
          en: 'if .. (money|cash|financial), in case, hope, congratulations|glad|lovely, ?',
          de: 'falls|wenn|sollte|sollten, hoffe, freut|glückwunsch',
          fr: 'si .. (difficult*|trésorerie|problème*), en cas, espère|ravi*',
          es: 'si .. (dificultad*|problema*|apuro*), en caso, espero|alegra',
        },
      },
    ],
  },
];
