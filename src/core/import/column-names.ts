// The dictionary of column names: what ledgers of many programs and four languages call the things we look for.

export const ROLES = [
  'customer',
  'email',
  'contactName',
  'phone',
  'number',
  'issued',
  'due',
  'terms',
  'total',
  'open',
  'paid',
  'lineAmount',
  'status',
  'currency',
  'kind',
  'memo',
] as const;

/** What a column means to an import. */
export type Role = (typeof ROLES)[number];

/** For people: "invoice number". */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  customer: 'customer',
  email: 'e-mail',
  contactName: 'contact person',
  phone: 'phone',
  number: 'invoice number',
  issued: 'invoice date',
  due: 'due date',
  terms: 'payment terms',
  total: 'invoice total',
  open: 'open balance',
  paid: 'amount paid',
  lineAmount: 'line amount',
  status: 'status',
  currency: 'currency',
  kind: 'kind of document',
  memo: 'memo',
};

/** What a column of this role holds, to choose between two meanings of one name ("Due": a date or a sum?). */
export const ROLE_CONTENT: Readonly<Partial<Record<Role, 'date' | 'amount'>>> = {
  issued: 'date',
  due: 'date',
  total: 'amount',
  open: 'amount',
  paid: 'amount',
  lineAmount: 'amount',
};

/** Best names first: of two columns the earlier name wins the role ("Customer Name" before "Customer"). */
const NAMES: Readonly<Record<Role, string>> = {
  customer:
    'customer name|client name|contactname|customer full name|company name|account name|debtor name|customer project full name|customer|client|customer project|customer company|company|debtor|account|buyer|bill to|billed to|sold to|contact|name|kunde|kundenname|debitor|firma|kunde name|client nom|nom du client|nom client|raison sociale|nombre del cliente|nombre cliente|cliente|razon social|deudor|party name|party s name|party|particulars',
  email:
    'email|e mail|emailaddress|email address|customer email|client email|billing email|contact email|mail|main email|e mail adresse|correo|correo electronico|courriel|adresse e mail|email id',
  contactName:
    'contact name|contact person|primary contact|attention|attn|bill to contact|ansprechpartner|kontakt|personne de contact|nom du contact|persona de contacto|contacto|first name|contact full name',
  phone:
    'phone|phone number|telephone|tel|mobile|contact phone|phone numbers|customer phone|telefon|telefonnummer|telefono|numero de telephone',
  number:
    'invoice number|invoicenumber|invoice no|invoice num|invoice nr|invoice id|invoice|inv no|inv|inv number|inv num|inv id|bill no|voucher no|vch no|document number|doc number|doc no|document no|transaction number|num|no|nr|number|ref no|rechnungsnummer|rechnung nr|rechnungs nr|rechnungsnr|rechnung|re nr|belegnummer|belegnr|beleg nr|numero de facture|no de facture|n facture|n de facture|facture|numero facture|numero de factura|no de factura|n factura|n de factura|factura|numero factura|num factura|numero|reference|ref',
  issued:
    'invoice date|invoicedate|date issued|issue date|issued date|issued|issued on|date of invoice|document date|doc date|transaction date|bill date|billing date|inv date|created|created utc|date|rechnungsdatum|belegdatum|ausgestellt am|datum|date de facture|date facture|date d emission|emission|emise le|fecha de factura|fecha factura|fecha de emision|fecha emision|fecha|finalized at|date created',
  due: 'due date|duedate|date due|due|payment due|payment due date|due on|pay by|invoice due date|due by|maturity|maturity date|falligkeit|fallig am|fallig|falligkeitsdatum|zahlbar bis|zahlungsziel datum|echeance|date d echeance|date echeance|a payer avant|vencimiento|fecha de vencimiento|fecha vencimiento|vence|vence el',
  terms:
    'terms|payment terms|net terms|credit terms|zahlungsbedingungen|zahlungsziel|conditions de paiement|conditions|delai de paiement|condiciones de pago|condiciones|terminos|plazo|terms days',
  total:
    'total|invoice total|invoice amount|total amount|original amount|amount total|grand total|gross amount|gross|total incl tax|total including tax|total inc tax|amount|invoice value|value|betrag|rechnungsbetrag|gesamtbetrag|gesamt|summe|brutto|bruttobetrag|montant|montant ttc|total ttc|montant total|importe|importe total|monto|monto total|total factura|opening amount|bill amount|debit',
  open: 'open balance|balance due|invoiceamountdue|amount remaining|amount outstanding|outstanding amount|outstanding balance|outstanding|amount due|balance|remaining|remaining balance|open amount|open|amount open|unpaid|unpaid amount|unpaid balance|due amount|due|amount owing|owing|owed|amount owed|to pay|left to pay|pending amount|foreign open balance|offen|offener betrag|offene posten|saldo|restbetrag|noch offen|solde|solde du|reste a payer|montant du|reste du|saldo pendiente|pendiente|importe pendiente|monto pendiente',
  paid: 'amount paid|invoiceamountpaid|paid|paid amount|payments|payment received|amount received|received|paid to date|total paid|bezahlt|gezahlt|zahlungen|montant paye|paye|regle|montant regle|pagado|importe pagado|monto pagado|cobrado',
  lineAmount:
    'line total|lineamount|line amount|item total|item amount|line item total|amount line|positionsbetrag',
  status:
    'status|invoice status|state|payment status|paid status|rechnungsstatus|zahlungsstatus|statut|etat|estado|estatus',
  currency: 'currency|currency code|curr|ccy|wahrung|waehrung|devise|monnaie|moneda|divisa|invoice currency',
  kind: 'type|transaction type|document type|doc type|kind|invoice type|voucher type|vch type|belegart|dokumentart|type de document|type de piece|tipo|tipo de documento',
  memo: 'memo description|memo|description|notes|note|comment|comments|po number|purchase order|p o number|subject|details|item description|line item description|verwendungszweck|beschreibung|bemerkung|notiz|betreff|libelle|objet|commentaire|concepto|descripcion|notas',
};

type Meaning = { readonly role: Role; readonly rank: number };

const MEANINGS = new Map<string, Meaning[]>();
for (const role of ROLES) {
  NAMES[role].split('|').forEach((name, rank) => {
    MEANINGS.set(name, [...(MEANINGS.get(name) ?? []), { role, rank }]);
  });
}

/** Names of one word that mean something on their own inside a longer one: "Kunden-E-Mail 2", "Client (legal)". */
const TELLING_WORDS: readonly (readonly [RegExp, Role])[] = [
  [/\be ?mail\b|\bcorreo\b|\bcourriel\b/, 'email'],
  [/\b(phone|telefon|telefono|telephone|mobile)\b/, 'phone'],
  [
    /\b(due|fallig\w*|echeance|vencimiento)\b.*\b(date|datum|am|fecha)\b|\b(date|fecha)\b.*\b(due|echeance|vencimiento)\b/,
    'due',
  ],
  [/\b(invoice|inv|rechnung\w*|facture|factura)\b.*\b(no|nr|num|number|id|nummer|numero)\b/, 'number'],
  [/\b(invoice|issue|issued|rechnungs?|facture|factura)\b.*\b(date|datum|fecha)\b/, 'issued'],
  [/\b(balance|outstanding|unpaid|owing|owed|offen\w*|solde|saldo|pendiente|remaining|amount due)\b/, 'open'],
  [/\b(amount|total|betrag|montant|importe)\b.*\bpaid\b|\bpaid\b.*\b(amount|total)\b/, 'paid'],
  [/\b(customer|client|kunde\w*|cliente|debtor|debitor)\b/, 'customer'],
  [/\b(currency|wahrung|devise|moneda)\b/, 'currency'],
  [/\bterms\b/, 'terms'],
  [/\bstatus\b/, 'status'],
  [/\b(amount|total|betrag|montant|importe|monto)\b/, 'total'],
];

/** Lower case, no accents, brackets or punctuation, single spaces: "Fällig am:" → "fallig am", "Invoice #" → "invoice". */
export function foldWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/n[º°]|№/g, 'no ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export type NameMatch = { readonly role: Role; readonly rank: number; readonly exact: boolean };

/** All that a heading may mean; empty where nothing. Remarks in brackets ("(UTC)", "(USD)") do not count. */
export function meaningsOf(heading: string): readonly NameMatch[] {
  const name = foldWords(heading.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')) || foldWords(heading);
  if (name === '' || name.length > 60) return [];
  const exact = MEANINGS.get(name);
  if (exact) return exact.map((meaning) => ({ ...meaning, exact: true }));
  if (/\b(id|code|address|date paid|paid on|city|country|tax|vat|discount)\b/.test(name)) return [];
  const withoutCode = name.replace(/ (usd|eur|gbp|cad|aud|inr|chf|jpy|utc)$/, '');
  const coded = withoutCode === name ? undefined : MEANINGS.get(withoutCode);
  if (coded) return coded.map((meaning) => ({ ...meaning, exact: true }));
  const telling = TELLING_WORDS.find(([pattern]) => pattern.test(name));
  if (telling) return [{ role: telling[1], rank: 200, exact: false }];
  const misspelt = name.length < 5 ? undefined : [...MEANINGS].find(([known]) => isOneSlip(known, name));
  return (misspelt?.[1] ?? []).map((meaning) => ({ ...meaning, rank: meaning.rank + 100, exact: false }));
}

/** One letter more, less, other, or two swapped: "Custmer", "Ballance", "Invioce". */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a.length < 5) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
