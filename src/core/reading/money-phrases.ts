// How people say that money will come, has come, or will not: in English, Spanish, French and German.

const OBJECT =
  '(?:⟨a\\d+⟩|⟨i\\d+⟩|(?:the |a |an |his |her |their |your |our |out |over |us |you |me |it |that |this |another |first )*(?:payment|money|funds|transfer|cheques?|checks?|wire|ach|remittance)(?! (?:advice|confirmation|details|slip|proof))|(?:it|that|this|these|them|⟨i\\d+⟩) (?:paid|over|settled|cleared|sorted))';
const FUTURE =
  "will|'ll|\\p{L}+'ll|theyll|hell|shell|wil|(?:is|are|am|'s|'re) (?:going|gonna|planning|due|set|able|happy|willing)(?: to)?|going to|gonna|shall|can|could|would|should|may|might|must|plans? to|intends? to|wants? to|hopes? to|aims? to|tr(?:y|ies|ying) to|agree[sd]? to|promise[sd]? to|offered to|said to";
const PAY = '(?:pay|settle|clear|transfer|wire|remit)';
const MONEY =
  '(?:payment|transfer|wire|cheque|check|money|funds|ach|bacs|eft|remittance)(?! (?:advice|confirmation|details|slip|proof))';

export const PROMISE = [
  `(?:${FUTURE})(?: \\p{L}+){0,3} ${PAY}`,
  `(?:${FUTURE})(?: \\p{L}+){0,2} (?:send|do|make|process|release|get|mail|post|have|issue|cut) ${OBJECT}`,
  `(?:will|'ll|\\p{L}+'ll|to|get|gets|can|should|shall|would)(?: all| both| then)? be (?:\\p{L}+ )?(?:paid|settled|cleared|sent|made|transferred|wired|processed|remitted)`,
  `(?:paying|settling|transferring|wiring|remitting|(?:sending|mailing|making|releasing|doing) ${OBJECT})`,
  `pays|pay(?= (?:⟨|on|by|in|the|it|us|you))`,
  'promis(?:e[sd]?|ing)|commit(?:s|ted|ment)?(?: to)?|guarantee[sd]?|pledge[sd]?|undertook|agreed(?: to| on)? ⟨[ad]',
  `${MONEY}(?: (?!not |never )\\p{L}+| ⟨[ai]\\d+⟩){0,4} (?:will|is|'s|are|coming|due|scheduled|planned|expected|goes|going|confirmed|arrives?|arriving|booked|approved|set|lands?)`,
  `${MONEY}(?: (?:of|for) ⟨[ai]\\d+⟩)? (?:on |by |for |this |due )*⟨d\\d+⟩`,
  `(?:confirm(?:s|ed)?|scheduled?|approved|booked|planned|set up|arranged|queued)(?: \\p{L}+){0,2} (?:${MONEY}|⟨[ad]\\d+⟩)`,
  "(?:in|on|with|for)(?: the| their| our| a)?(?: ⟨d\\d+⟩)?(?:'s)?(?: next| upcoming)?(?: payment| pay| cheque| check| bank| ap| bacs)? runs?",
  'should (?:\\p{L}+ )?(?:arrive|land|hit|come)',
  'due (?:to go|to come|out)|coming ⟨[ad]|comes ⟨[ad]',
  // es
  'pagar[áa]n?|pagaría[n]?|pagar[ée]mos|pagan?|pagamos|va[n]? a (?:pagar|transferir|abonar|ingresar|liquidar|hacer (?:el|un|una) (?:pago|transferencia))|promet\\p{L}+|se compromet\\p{L}+|(?:transferir|abonar|ingresar|liquidar)[áa]n?|har(?:[áa]n?|é|emos) (?:el|un|la|una) (?:pago|transferencia)|(?:pago|transferencia)(?: ⟨[ai]\\d+⟩| de ⟨a\\d+⟩)? (?:previst[oa]|programad[oa]|el|para)',
  // fr
  "paier(?:a|ont|ons|ait|aient)|payer(?:a|ont|ons|ait|aient)|pai?ent|pa[iy]e|payent|règlent?(?! (?:le problème|ça))|va(?:is)? (?:payer|régler|virer|solder|faire (?:le|un) virement)|vont (?:payer|régler|virer|solder|faire (?:le|un) virement)|régler(?:a|ont|ons)|virer(?:a|ont)|promet(?:tent)?|promis|s'engagent?|(?:paiement|virement|règlement)(?: de ⟨a\\d+⟩)? (?:prévu|programmé|aura|sera|part|le|pour|⟨d)",
  // de
  'zahlt|zahlen|bezahlt|bezahlen|überweist|überweisen|überwiesen|begleich(?:t|en)|gleich(?:t|en) aus|zugesagt|sagt? zu|versproch\\p{L}+|verspricht|versprechen|(?:überweisung|zahlung|geld)(?: (?:von|über) ⟨a\\d+⟩)? (?:kommt|erfolgt|geht|ist|geplant|am|bis|⟨d)|kommt (?:am |bis )?⟨d',
].join('|');

const NOT_TO_BE =
  '(?<!(?:^|[^\\p{L}])(?:be|get|getting|gets|have (?:it|this|that|them|⟨i\\d+⟩)|being|is|are|un|yet to be|as) (?:all |fully |now )?)';

export const PAID = [
  `${NOT_TO_BE}paid`,
  '(?:is|are|was|were|been|as) (?:already |all |now |fully |just )?paid',
  `(?:sent|wired|transferred|remitted|mailed|posted|made|settled|cleared|released|did) (?:off |out |over )?${OBJECT}`,
  `${MONEY}(?: ⟨[ai]\\d+⟩| of ⟨a\\d+⟩| for ⟨i\\d+⟩)?(?: \\p{L}+){0,3} (?:sent|went|gone|made|done|cleared|mailed|posted|processed|initiated|left|released)`,
  `(?:${MONEY})(?: is|'s| has been)?(?: already| now)? (?:in the (?:mail|post)|on (?:its|the) way|en route)`,
  '(?:settled|cleared|wired|transferred) (?:already|⟨d|in full|⟨a)|already (?:settled|cleared|sent|wired|transferred)',
  // es
  '(?:ya )?(?:pagaron|pagó|pagad[oa]s?|transfirieron|transfirió|transferid[oa]|abonaron|abonó|abonad[oa])|ya pago|hicieron (?:el|la) (?:pago|transferencia)|transferencia (?:hecha|enviada|realizada)',
  // fr
  '(?:ont|a|avoir|avons|est|été|déjà) (?:déjà |bien )?(?:payé|réglé|viré)e?s?|payée?s?|réglée?s?|(?:virement|paiement|chèque) (?:effectué|fait|parti|envoyé|émis|déjà)',
  // de
  '(?:hat|haben|wurde|wurden|habe|sei|ist|sind|schon|bereits|angeblich)(?: (?!nicht|nichts|noch)[\\p{L}⟨⟩\\d]+){0,4} (?:bezahlt|gezahlt|überwiesen|beglichen)|⟨d\\d+⟩ (?:⟨a\\d+⟩ )?(?:bezahlt|gezahlt|überwiesen)|(?:bezahlt|gezahlt|überwiesen) (?:worden|wurde|haben)',
].join('|');

export const REFUSED = [
  'refus(?:es?|ed|ing|al)(?: to| point)?(?: \\p{L}+)? pay|refus(?:es|ed|ing) (?:payment|to)|flat(?:ly)? refus\\p{L}+|declin(?:es|ed|ing) to pay',
  "(?:won't|wont|will not|will never|never going to|not going to|isn't going to|aren't going to|ain't|not gonna|no intention (?:of|to))(?: \\p{L}+){0,2} pay(?:ing)?",
  "not paying|never pay(?:ing)?|isn't paying|aren't paying",
  '(?:see|meet) (?:us|you|them|me)(?: all)? in court|told (?:us|me|him|her) to (?:sue|get lost|go away|go to hell|f\\p{L}*|take (?:them|him|her) to court)|sue (?:them|him|her|me|us)',
  'se nieg\\p{L}+|no (?:va|van|vamos|quiere|quieren|piensan?) a? ?pagar|no pagar[áa]n?|no quieren? pagar',
  'refus(?:e|ent|é|ant) de (?:payer|régler)|ne (?:paier\\p{L}+|payer\\p{L}+) (?:pas|jamais)|ne ve(?:ut|ulent) pas (?:payer|régler)|ne v(?:a|ont) pas (?:payer|régler)',
  'weiger\\p{L}+|(?:will|wollen|werden|wird)(?: \\p{L}+){0,2} nicht (?:be)?zahlen|zahl(?:t|en) nicht|verweiger\\p{L}+',
].join('|');
