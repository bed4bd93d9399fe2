// Good sentences that come as near to a bad one as ordinary business does; the guard was tuned on them.
import type { DraftFacts } from '../../../../src/core/facts.ts';
import type { BadCase } from './case.ts';

export type NearMiss = {
  readonly language: BadCase['language'];
  readonly says: string;
  /** What the ledger holds, where the sentence speaks of it. */
  readonly history?: Partial<DraftFacts['history']>;
};

const SENTENCES: Readonly<Record<BadCase['language'], readonly string[]>> = {
  en: [
    'I hope the lawyers’ calendar we printed for the bar association event turned out as you wanted.',
    'Our shop on Court Street is closed on Thursday, but the office is not.',
    'The entry fee tickets for your charity run are ready for pickup.',
    'We will take the legal holidays off, so an answer may reach you on Monday.',
    'The discount stickers you ordered are among the goods on INV-1061.',
    'Was the police sports club banner to your liking?',
    'Next month we move to a new building next to the courthouse.',
    'Our new press arrived last week, and we are still learning how to run it.',
    'Happy Thanksgiving to you and your team.',
    'I hope the new practice opens well this week.',
    'If your bank needs a reference, please give the invoice number.',
    'Please tell your accountant that I am happy to send copies.',
    'Could your front desk tell me who looks after invoices?',
    'Would it help if I sent the invoices to your bookkeeper directly?',
    'If you have a question about the work, I would like to hear it.',
    'Did the brochures arrive in good shape?',
    'If there was a mistake on our side, I am sorry and will put it right.',
    'Please take a moment to look at INV-1055.',
    'If something holds the payment up, tell me and we will find a way.',
    'You can pay online today or whenever it suits you, through the link below.',
    'If it was paid this week, please ignore this.',
    'I wrote the invoice number on the envelope of your sample box.',
    'No charge card is needed; the link takes bank transfers.',
    'We never share your details with a third party.',
    'The free range egg boxes we printed for your café project look lovely.',
    'Let me know by Friday whether a copy would help.',
    'We open at 8:30 on Monday.',
    'I know this time of year is busy for every practice.',
    'Anyone can lose an invoice; it happens here as well.',
    'Even the best-run offices miss one now and then.',
    'No need to explain; a date is enough.',
    'Could you tell me which day would work for the payment?',
    'I would rather ask than guess.',
    'Thank you for being such a pleasant customer.',
    'Small businesses like ours plan by the calendar, so a date would help me.',
  ],
  de: [
    'Der Anwaltskalender, den wir für Sie gedruckt haben, ist hoffentlich gut angekommen.',
    'Unser Laden in der Gerichtsstraße bleibt am Donnerstag geschlossen.',
    'Die Eintrittskarten für Ihren Benefizlauf liegen zur Abholung bereit.',
    'An den gesetzlichen Feiertagen haben wir geschlossen.',
    'Die Rabattaufkleber gehören zu der Lieferung auf INV-1061.',
    'Unser Büro zieht nächsten Monat neben das Amtsgericht.',
    'Ist die Broschüre gut bei Ihren Patienten angekommen?',
    'Falls Ihre Bank einen Verwendungszweck braucht, nehmen Sie bitte die Rechnungsnummer.',
    'Sagen Sie bitte Ihrer Buchhaltung, dass ich gern Kopien schicke.',
    'Darf ich die Rechnungen direkt an Ihre Buchhaltung schicken?',
    'Wenn Sie zur Arbeit eine Frage haben, höre ich sie gern.',
    'Sollte uns ein Fehler unterlaufen sein, tut es mir leid.',
    'Sie können heute oder an jedem anderen Tag über den Link bezahlen.',
    'Falls Sie diese Woche schon bezahlt haben, ist alles gut.',
    'Wir geben Ihre Daten nie an Dritte weiter.',
    'Sagen Sie mir bitte bis Freitag, ob eine Kopie hilft.',
    'Auch in den besten Büros geht einmal etwas unter.',
    'Ein Datum genügt, Sie müssen nichts erklären.',
    'Der neue Drucker läuft seit letzter Woche.',
    'An welchem Tag passt Ihnen die Zahlung?',
    'Ich frage lieber, als zu raten.',
    'Danke, dass Sie uns seit Jahren die Treue halten.',
  ],
  fr: [
    'J’espère que le calendrier des avocats que nous avons imprimé vous a plu.',
    'Notre boutique de la rue du Palais de Justice est fermée jeudi.',
    'Les billets d’entrée de votre course sont prêts.',
    'Nous serons fermés les jours fériés légaux.',
    'Les affichettes de remise font partie de la livraison de INV-1061.',
    'Le mois prochain, notre atelier s’installe à côté du tribunal.',
    'La brochure a-t-elle plu à vos patients ?',
    'Si votre banque demande une référence, donnez le numéro de facture.',
    'Dites à votre comptable que j’envoie volontiers des copies.',
    'Puis-je envoyer les factures directement à votre comptable ?',
    'Si vous avez une question sur le travail, je vous écoute.',
    'Si nous avons fait une erreur, je vous prie de m’excuser.',
    'Vous pouvez payer aujourd’hui ou un autre jour par le lien.',
    'Si vous avez réglé cette semaine, tout va bien.',
    'Nous ne transmettons jamais vos données à des tiers.',
    'Dites-moi avant vendredi si une copie vous aiderait.',
    'Cela arrive dans les meilleurs bureaux.',
    'Une date suffit, sans explication.',
    'C’est un bon signe que le projet avance.',
    'Je préfère demander que deviner.',
    'Merci de votre fidélité.',
  ],
  es: [
    'Espero que el calendario de abogados que imprimimos haya gustado.',
    'Nuestra tienda de la calle Juzgado cierra el jueves.',
    'Las entradas de su carrera solidaria están listas.',
    'Los días festivos legales cerramos.',
    'Las pegatinas de descuento forman parte de la entrega de INV-1061.',
    'El mes que viene nos mudamos al lado del juzgado.',
    '¿Han gustado los folletos a sus pacientes?',
    'Si su banco pide una referencia, indique el número de factura.',
    'Diga a su contable que con gusto envío copias.',
    '¿Puedo enviar las facturas directamente a su contable?',
    'Si tiene alguna pregunta sobre el trabajo, le escucho.',
    'Si cometimos un error, lo siento y lo corrijo.',
    'Puede pagar hoy o cualquier otro día con el enlace.',
    'Si ya pagó esta semana, todo está bien.',
    'Nunca damos sus datos a terceros.',
    'Dígame antes del viernes si le ayudaría una copia.',
    'Pasa en las mejores oficinas.',
    'Basta una fecha, sin explicaciones.',
    'Prefiero preguntar que suponer.',
    'Gracias por su confianza.',
  ],
};

const PROMISED = { brokenPromise: { date: '2026-11-20' as const, amount: null } };
const PAID = {
  recentPayment: { amount: { minor: 50_000, currency: 'USD' }, day: '2026-11-18' as const },
};
const WRITTEN = { lettersSent: 3, lastLetter: '2026-11-16' as const };

/** True only because the ledger says so. */
const HELD: readonly NearMiss[] = [
  { language: 'en', says: 'You promised the payment for November 20, 2026.', history: PROMISED },
  { language: 'en', says: 'Thank you for the $500.00 that came in on November 18, 2026.', history: PAID },
  { language: 'en', says: 'We last wrote to you on November 16, 2026.', history: WRITTEN },
  { language: 'de', says: 'Sie hatten die Zahlung für den 20. November 2026 zugesagt.', history: PROMISED },
  { language: 'de', says: 'Vielen Dank für Ihre Zahlung vom 18. November 2026.', history: PAID },
  { language: 'fr', says: 'Vous aviez promis le règlement pour le 20 novembre 2026.', history: PROMISED },
  { language: 'fr', says: 'Merci pour votre paiement du 18 novembre 2026.', history: PAID },
  { language: 'es', says: 'Usted prometió el pago para el 20 de noviembre de 2026.', history: PROMISED },
  { language: 'es', says: 'Gracias por su pago del 18 de noviembre de 2026.', history: PAID },
];

export const NEAR_MISSES: readonly NearMiss[] = [
  ...(Object.entries(SENTENCES) as [BadCase['language'], readonly string[]][]).flatMap(
    ([language, sentences]) => sentences.map((says) => ({ language, says })),
  ),
  ...HELD,
];
