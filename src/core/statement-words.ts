// The words of a statement of account, by language. No figure is ever written here.
import type { AgeingBucket } from './ageing.ts';
import type { LetterLanguage } from './letter/language.ts';

export type StatementWords = {
  readonly title: string;
  readonly fileName: string;
  readonly asOf: (date: string) => string;
  readonly to: string;
  readonly from: string;
  readonly number: string;
  readonly issued: string;
  readonly due: string;
  readonly daysLate: string;
  readonly total: string;
  readonly paid: string;
  readonly open: string;
  readonly credit: string;
  readonly credits: string;
  readonly disputed: string;
  readonly sum: string;
  readonly notDue: string;
  readonly late: (bucket: AgeingBucket) => string;
  readonly payments: string;
  readonly received: string;
  readonly forInvoice: string;
  readonly amount: string;
  readonly nothingOpen: string;
  readonly howToPay: string;
  readonly questions: (reach: string) => string;
  readonly page: (page: number, pages: number) => string;
};

const en: StatementWords = {
  title: 'Statement of account',
  fileName: 'statement',
  asOf: (date) => `As of ${date}. Payments on their way are not in it yet.`,
  to: 'To',
  from: 'From',
  number: 'Invoice',
  issued: 'Issued',
  due: 'Due',
  daysLate: 'Days late',
  total: 'Total',
  paid: 'Settled',
  open: 'Open',
  credit: 'credit',
  credits: 'Credits',
  disputed: 'under review',
  sum: 'Open in all',
  notDue: 'Not yet due',
  late: (bucket) => `${bucket} days late`,
  payments: 'Payments of the last 90 days',
  received: 'Received',
  forInvoice: 'For invoice',
  amount: 'Amount',
  nothingOpen: 'Nothing is open. Thank you.',
  howToPay: 'How to pay',
  questions: (reach) => `If something here is not as you have it, please tell us: ${reach}.`,
  page: (page, pages) => `Page ${page} of ${pages}`,
};

const es: StatementWords = {
  title: 'Estado de cuenta',
  fileName: 'estado-de-cuenta',
  asOf: (date) => `A fecha de ${date}. Los pagos en camino todavía no figuran.`,
  to: 'Para',
  from: 'De',
  number: 'Factura',
  issued: 'Emitida',
  due: 'Vence',
  daysLate: 'Días de retraso',
  total: 'Total',
  paid: 'Saldado',
  open: 'Pendiente',
  credit: 'abono',
  credits: 'Abonos',
  disputed: 'en revisión',
  sum: 'Total pendiente',
  notDue: 'Aún no vencido',
  late: (bucket) => `${bucket} días de retraso`,
  payments: 'Pagos de los últimos 90 días',
  received: 'Recibido',
  forInvoice: 'Por la factura',
  amount: 'Importe',
  nothingOpen: 'No hay nada pendiente. Muchas gracias.',
  howToPay: 'Cómo pagar',
  questions: (reach) => `Si algo no coincide con sus datos, díganoslo, por favor: ${reach}.`,
  page: (page, pages) => `Página ${page} de ${pages}`,
};

const fr: StatementWords = {
  title: 'Relevé de compte',
  fileName: 'releve-de-compte',
  asOf: (date) => `Au ${date}. Les paiements en cours n’y figurent pas encore.`,
  to: 'À',
  from: 'De',
  number: 'Facture',
  issued: 'Émise le',
  due: 'Échéance',
  daysLate: 'Jours de retard',
  total: 'Total',
  paid: 'Réglé',
  open: 'Restant dû',
  credit: 'avoir',
  credits: 'Avoirs',
  disputed: 'en cours d’examen',
  sum: 'Total restant dû',
  notDue: 'Non échu',
  late: (bucket) => `${bucket} jours de retard`,
  payments: 'Paiements des 90 derniers jours',
  received: 'Reçu le',
  forInvoice: 'Pour la facture',
  amount: 'Montant',
  nothingOpen: 'Rien n’est dû. Merci.',
  howToPay: 'Comment payer',
  questions: (reach) => `Si quelque chose ne correspond pas à vos comptes, dites-le-nous : ${reach}.`,
  page: (page, pages) => `Page ${page} sur ${pages}`,
};

const de: StatementWords = {
  title: 'Kontoauszug',
  fileName: 'kontoauszug',
  asOf: (date) => `Stand: ${date}. Zahlungen, die unterwegs sind, stehen noch nicht darin.`,
  to: 'An',
  from: 'Von',
  number: 'Rechnung',
  issued: 'Ausgestellt',
  due: 'Fällig',
  daysLate: 'Tage überfällig',
  total: 'Gesamt',
  paid: 'Beglichen',
  open: 'Offen',
  credit: 'Gutschrift',
  credits: 'Gutschriften',
  disputed: 'in Klärung',
  sum: 'Insgesamt offen',
  notDue: 'Noch nicht fällig',
  late: (bucket) => `${bucket} Tage überfällig`,
  payments: 'Zahlungen der letzten 90 Tage',
  received: 'Eingegangen',
  forInvoice: 'Zu Rechnung',
  amount: 'Betrag',
  nothingOpen: 'Es ist nichts offen. Vielen Dank.',
  howToPay: 'So können Sie bezahlen',
  questions: (reach) => `Wenn etwas davon bei Ihnen anders steht, sagen Sie es uns bitte: ${reach}.`,
  page: (page, pages) => `Seite ${page} von ${pages}`,
};

export const STATEMENT_WORDS: Readonly<Record<LetterLanguage, StatementWords>> = { en, es, fr, de };
