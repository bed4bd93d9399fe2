// The words that stand around figures when a slot is filled, by language. No figure is ever written here.
import type { LetterLanguage } from './language.ts';

export type Phrases = {
  readonly greeting: (name: string) => string;
  readonly greetingNoName: string;
  readonly firstNames: boolean; // whether a friendly letter greets by the first name
  readonly invoice: (numbers: string) => string;
  readonly invoices: (numbers: string) => string;
  readonly andOthers: string;
  readonly yourOrder: (number: string) => string;
  readonly due: (date: string) => string;
  readonly openOf: (open: string, total: string) => string;
  readonly credit: string;
  readonly withoutDisputed: string;
  readonly total: string;
  readonly listShortened: (count: number) => string;
  readonly payOnline: string;
  readonly payOnlineEach: string;
  readonly payByBank: string;
  readonly payByBankToo: string;
  readonly reference: (numbers: string) => string;
  readonly askForPayment: string;
  readonly reply: string;
  readonly replyOrCall: (phone: string) => string;
  readonly planOffer: (instalments: number, days: number) => string;
  readonly earlyPayment: (left: string, open: string, until: string) => string;
  readonly consequence: (what: string, deadline: string | null) => string;
  readonly agency: string;
  readonly legal: string;
  readonly pauseCredit: string;
  readonly fee: string;
  /** The subject of a mail with which somebody asks for no more notes. */
  readonly noMoreNotes: string;
};

const en: Phrases = {
  greeting: (name) => `Hello ${name},`,
  greetingNoName: 'Hello,',
  firstNames: true,
  invoice: (numbers) => `invoice ${numbers}`,
  invoices: (numbers) => `invoices ${numbers}`,
  andOthers: 'the others below',
  yourOrder: (number) => `your order ${number}`,
  due: (date) => `due ${date}`,
  openOf: (open, total) => `${open} still open of ${total}`,
  credit: 'credit to you',
  withoutDisputed: 'without the part you asked about',
  total: 'Total',
  listShortened: (count) => `and ${count} more, all counted in the total`,
  payOnline: 'You can pay here:',
  payOnlineEach: 'You can pay here:',
  payByBank: 'You can pay by bank transfer:',
  payByBankToo: 'Or by bank transfer:',
  reference: (numbers) => `Please give ${numbers} as the reference.`,
  askForPayment: 'Just reply to this e-mail and I will send you everything you need to pay.',
  reply: 'reply to this e-mail',
  replyOrCall: (phone) => `reply to this e-mail or call ${phone}`,
  planOffer: (instalments, days) =>
    `If paying everything at once is hard right now, we can split it into up to ${instalments} payments over ${days} days. Tell me what would work and I will confirm it in writing.`,
  earlyPayment: (left, open, until) => `${left} instead of ${open} until ${until}`,
  consequence: (what, deadline) =>
    deadline === null
      ? `We have decided ${what}. We would much rather settle this with you.`
      : `We have decided ${what} unless we hear from you by ${deadline}. We would much rather settle this with you.`,
  agency: 'to pass the account to a collection agency',
  legal: 'to start legal proceedings',
  pauseCredit: 'to pause new orders on credit until this is settled',
  fee: 'to add the late payment fee set out in our terms',
  noMoreNotes: 'No more notes, please',
};

const es: Phrases = {
  greeting: (name) => `Hola, ${name}:`,
  greetingNoName: 'Buenos días:',
  firstNames: true,
  invoice: (numbers) => `la factura ${numbers}`,
  invoices: (numbers) => `las facturas ${numbers}`,
  andOthers: 'las demás que figuran abajo',
  yourOrder: (number) => `su pedido ${number}`,
  due: (date) => `vencimiento: ${date}`,
  openOf: (open, total) => `${open} pendientes de ${total}`,
  credit: 'abono a su favor',
  withoutDisputed: 'sin la parte sobre la que nos consultó',
  total: 'Total',
  listShortened: (count) => `y ${count} más, todas incluidas en el total`,
  payOnline: 'Puede pagar aquí:',
  payOnlineEach: 'Puede pagar aquí:',
  payByBank: 'Puede pagar por transferencia:',
  payByBankToo: 'O por transferencia:',
  reference: (numbers) => `Indique ${numbers} como concepto, por favor.`,
  askForPayment: 'Responda a este correo y le enviaré todo lo necesario para pagar.',
  reply: 'responda a este correo',
  replyOrCall: (phone) => `responda a este correo o llame al ${phone}`,
  planOffer: (instalments, days) =>
    `Si ahora le resulta difícil pagarlo todo de una vez, podemos repartirlo en hasta ${instalments} pagos a lo largo de ${days} días. Dígame qué le vendría bien y se lo confirmaré por escrito.`,
  earlyPayment: (left, open, until) => `${left} en lugar de ${open} hasta el ${until}`,
  consequence: (what, deadline) =>
    deadline === null
      ? `Hemos decidido ${what}. Preferimos, con mucho, resolverlo con usted.`
      : `Hemos decidido ${what} si no tenemos noticias suyas a más tardar el ${deadline}. Preferimos, con mucho, resolverlo con usted.`,
  agency: 'pasar la cuenta a una agencia de cobro',
  legal: 'iniciar acciones legales',
  pauseCredit: 'suspender los nuevos pedidos a crédito hasta que se resuelva',
  fee: 'añadir el recargo por demora previsto en nuestras condiciones',
  noMoreNotes: 'No más avisos, por favor',
};

const fr: Phrases = {
  greeting: (name) => `Bonjour ${name},`,
  greetingNoName: 'Bonjour,',
  firstNames: false,
  invoice: (numbers) => `la facture ${numbers}`,
  invoices: (numbers) => `les factures ${numbers}`,
  andOthers: 'les autres ci-dessous',
  yourOrder: (number) => `votre commande ${number}`,
  due: (date) => `échéance : ${date}`,
  openOf: (open, total) => `${open} restant dus sur ${total}`,
  credit: 'avoir en votre faveur',
  withoutDisputed: 'hors partie que vous avez contestée',
  total: 'Total',
  listShortened: (count) => `et ${count} autres, toutes comprises dans le total`,
  payOnline: 'Vous pouvez payer ici :',
  payOnlineEach: 'Vous pouvez payer ici :',
  payByBank: 'Vous pouvez payer par virement :',
  payByBankToo: 'Ou par virement :',
  reference: (numbers) => `Merci d’indiquer ${numbers} en référence.`,
  askForPayment: 'Répondez à ce message et je vous enverrai tout ce qu’il faut pour régler.',
  reply: 'répondez à ce message',
  replyOrCall: (phone) => `répondez à ce message ou appelez le ${phone}`,
  planOffer: (instalments, days) =>
    `S’il vous est difficile de tout régler en une fois, nous pouvons répartir la somme en ${instalments} versements au plus, sur ${days} jours. Dites-moi ce qui vous conviendrait et je vous le confirmerai par écrit.`,
  earlyPayment: (left, open, until) => `${left} au lieu de ${open} jusqu’au ${until}`,
  consequence: (what, deadline) =>
    deadline === null
      ? `Nous avons décidé ${what}. Nous préférerions de loin régler cela avec vous.`
      : `Sans nouvelles de votre part d’ici le ${deadline}, nous avons décidé ${what}. Nous préférerions de loin régler cela avec vous.`,
  agency: 'de confier le dossier à une société de recouvrement',
  legal: 'd’engager une procédure judiciaire',
  pauseCredit: 'de suspendre les nouvelles commandes à crédit jusqu’au règlement',
  fee: 'd’appliquer les pénalités de retard prévues dans nos conditions',
  noMoreNotes: 'Plus de messages, s’il vous plaît',
};

const de: Phrases = {
  greeting: (name) => `Guten Tag ${name},`,
  greetingNoName: 'Guten Tag,',
  firstNames: false,
  invoice: (numbers) => `Rechnung ${numbers}`,
  invoices: (numbers) => `Rechnungen ${numbers}`,
  andOthers: 'die weiteren unten',
  yourOrder: (number) => `Ihre Bestellung ${number}`,
  due: (date) => `fällig am ${date}`,
  openOf: (open, total) => `${open} offen von ${total}`,
  credit: 'Gutschrift',
  withoutDisputed: 'ohne den von Ihnen beanstandeten Teil',
  total: 'Summe',
  listShortened: (count) => `und ${count} weitere, alle in der Summe enthalten`,
  payOnline: 'Hier können Sie bezahlen:',
  payOnlineEach: 'Hier können Sie bezahlen:',
  payByBank: 'Sie können per Überweisung bezahlen:',
  payByBankToo: 'Oder per Überweisung:',
  reference: (numbers) => `Bitte geben Sie ${numbers} als Verwendungszweck an.`,
  askForPayment:
    'Antworten Sie einfach auf diese E-Mail, dann schicke ich Ihnen alles, was Sie zum Bezahlen brauchen.',
  reply: 'antworten Sie auf diese E-Mail',
  replyOrCall: (phone) => `antworten Sie auf diese E-Mail oder rufen Sie uns an: ${phone}`,
  planOffer: (instalments, days) =>
    `Falls es gerade schwerfällt, alles auf einmal zu bezahlen, können wir den Betrag auf bis zu ${instalments} Raten über ${days} Tage verteilen. Sagen Sie mir, was für Sie passt, und ich bestätige es Ihnen schriftlich.`,
  earlyPayment: (left, open, until) => `${left} statt ${open} bis zum ${until}`,
  consequence: (what, deadline) =>
    deadline === null
      ? `Wir haben beschlossen, ${what}. Viel lieber würden wir das mit Ihnen gemeinsam klären.`
      : `Wenn wir bis zum ${deadline} nichts von Ihnen hören, haben wir beschlossen, ${what}. Viel lieber würden wir das mit Ihnen gemeinsam klären.`,
  agency: 'den Vorgang an ein Inkassounternehmen zu übergeben',
  legal: 'ein gerichtliches Mahnverfahren einzuleiten',
  pauseCredit: 'neue Bestellungen auf Rechnung bis zur Klärung auszusetzen',
  fee: 'die in unseren Bedingungen vereinbarte Mahngebühr zu berechnen',
  noMoreNotes: 'Bitte keine Hinweise mehr',
};

export const PHRASES: Readonly<Record<LetterLanguage, Phrases>> = { en, es, fr, de };
