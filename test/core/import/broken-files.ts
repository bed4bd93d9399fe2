// Files broken in one way each, and the exact sentences a person is told.
const H = 'Customer,Invoice,Date,Due,Amount,Balance';
const GOOD = 'Acme,A-1,2025-03-01,2025-03-31,100.00,100.00';

export type BrokenFile = {
  readonly how: string;
  readonly file: string | Buffer;
  readonly fileName?: string;
  readonly said: readonly string[];
};

const row = (cells: string) => `${H}\n${GOOD}\n${cells}\n${GOOD.replace('A-1', 'A-9')}\n`;

export const BROKEN_FILES: readonly BrokenFile[] = [
  {
    how: 'a day that does not exist',
    file: row('Beta,B-1,2025-02-01,2025-02-31,5.00,5.00'),
    said: ['Line 3, column "Due": "2025-02-31" is no day of the calendar. Expected a date that exists.'],
  },
  {
    how: 'a word for a date',
    file: row('Beta,B-1,2025-02-01,soon,5.00,5.00'),
    said: [
      'Line 3, column "Due": "soon" is not a date. Expected month/day/year like 03/20/2025, or like 2025-03-20.',
    ],
  },
  {
    how: 'no date at all',
    file: row('Beta,B-1,,,5.00,5.00'),
    said: ['Line 3, column "Due" is empty. Expected a date: the due date says when the money is due.'],
  },
  {
    how: 'the other date order',
    file: `${H}\nA,1,13/01/2025,14/01/2025,1.00,1.00\nB,2,15/01/2025,01/16/2025,1.00,1.00\n`,
    said: [
      'Line 3, column "Due": "01/16/2025" is no day of the calendar, read as day/month/year like 20/03/2025. Expected a date that exists.',
    ],
  },
  {
    how: 'the year 1900',
    file: row('Beta,B-1,1900-01-01,2025-03-01,5.00,5.00'),
    said: [
      'Line 3, column "Date": "1900-01-01" is too far from today (2025-04-20) to be right. Expected a day between 1995 and 2035.',
    ],
  },
  {
    how: 'the year 2999',
    file: row('Beta,B-1,2025-01-01,2999-12-31,5.00,5.00'),
    said: [
      'Line 3, column "Due": "2999-12-31" is too far from today (2025-04-20) to be right. Expected a day between 1995 and 2035.',
    ],
  },
  {
    how: 'a word for an amount',
    file: row('Beta,B-1,2025-02-01,2025-03-01,5.00,lots'),
    said: ['Line 3, column "Balance": "lots" is not an amount. Expected a figure like 1,234.50.'],
  },
  {
    how: 'no amount',
    file: row('Beta,B-1,2025-02-01,2025-03-01,,'),
    said: ['Line 3, column "Balance" is empty. Expected an amount like 1,234.50.'],
  },
  {
    how: 'the other decimal sign',
    file: row('Beta,B-1,2025-02-01,2025-03-01,"1.234,00","1.234,00"'),
    said: [
      'Line 3, column "Amount": "1.234,00" is not an amount in the way the rest of the file writes them. Expected 1,234.50.',
      'Line 3, column "Balance": "1.234,00" is not an amount in the way the rest of the file writes them. Expected 1,234.50.',
    ],
  },
  {
    how: 'fractions of a cent',
    file: row('Beta,B-1,2025-02-01,2025-03-01,5.00,5.0012'),
    said: ['Line 3, column "Balance": "5.0012" has more decimals than USD has. Expected at most 2.'],
  },
  {
    how: 'an absurd amount',
    file: row('Beta,B-1,2025-02-01,2025-03-01,5.00,99999999999999'),
    said: [
      'Line 3, column "Balance": "99999999999999" is too big to be an invoice. Please check the figure.',
    ],
  },
  {
    how: 'an unknown currency',
    file: row('Beta,B-1,2025-02-01,2025-03-01,5.00,XQZ 5.00'),
    said: [
      'Line 3, column "Balance": "XQZ 5.00" has a currency that is not known. Expected a code like USD.',
    ],
  },
  {
    how: 'no customer',
    file: row(',B-1,2025-02-01,2025-03-01,5.00,5.00'),
    said: ['Line 3, column "Customer" is empty. Expected the customer’s name.'],
  },
  {
    how: 'a formula for a name',
    file: row('"=HYPERLINK(""http://evil.example"",""Acme"")",B-1,2025-02-01,2025-03-01,5.00,5.00'),
    said: [
      'Line 3, column "Customer": "=HYPERLINK("http://evil.example","Acme")" is a spreadsheet formula, not a name. Expected the name itself: paste the column as values.',
    ],
  },
  {
    how: 'a name without end',
    file: row(`${'Long '.repeat(60)},B-1,2025-02-01,2025-03-01,5.00,5.00`),
    said: [
      'Line 3, column "Customer": "Long Long Long Long Long Long Long Long Long Long Long Long …" is too long for a name (299 characters). Expected at most 200.',
    ],
  },
  {
    how: 'no invoice number',
    file: row('Beta,,2025-02-01,2025-03-01,5.00,5.00'),
    said: ['Line 3, column "Invoice" is empty. Expected the invoice number.'],
  },
  {
    how: 'an invoice number without end',
    file: row(`Beta,${'9'.repeat(120)},2025-02-01,2025-03-01,5.00,5.00`),
    said: [
      'Line 3, column "Invoice": "999999999999999999999999999999999999999999999999999999999999…" is too long for an invoice number (120 characters). Expected at most 100.',
    ],
  },
  {
    how: 'one invoice with two balances',
    file: row('Acme,A-1,2025-03-01,2025-03-31,100.00,60.00'),
    said: [
      'Line 3, column "Invoice": "A-1" stands for Acme on line 2 already, with another open balance. Expected each invoice once, or the same figures.',
    ],
  },
  {
    how: 'one invoice with two due dates',
    file: row('Acme,A-1,2025-03-01,2025-04-30,100.00,100.00'),
    said: [
      'Line 3, column "Invoice": "A-1" stands for Acme on line 2 already, with another due date. Expected each invoice once, or the same figures.',
    ],
  },
  {
    how: 'an amount whose comma is not in quotes',
    file: row('Beta,B-1,2025-02-01,2025-03-01,1,234.00,1,234.00'),
    said: [
      'Line 3: the row has 8 values but there are 6 columns. Expected a value that contains the separator to stand in quotes, like "1,234.50".',
    ],
  },
  {
    how: 'a row cut off',
    file: `${H}\n${GOOD}\nBeta,B-1,2025-0`,
    said: [
      'Line 3, column "Date": "2025-0" is not a date. Expected month/day/year like 03/20/2025, or like 2025-03-20.',
    ],
  },
  {
    how: 'a last row cut off after the name',
    file: `${H}\n${GOOD}\nBeta`,
    said: ['Line 3, column "Balance" is empty. Expected an amount like 1,234.50.'],
  },
  {
    how: 'two things at once',
    file: row('Beta,B-1,someday,2025-03-01,5.00,x'),
    said: [
      'Line 3, column "Date": "someday" is not a date. Expected month/day/year like 03/20/2025, or like 2025-03-20.',
      'Line 3, column "Balance": "x" is not an amount. Expected a figure like 1,234.50.',
    ],
  },
  {
    how: 'no column names',
    file: 'Acme,A-1,2025-03-31,100.00\nBeta,B-1,2025-03-31,50.00\n',
    said: [
      'No row with column names was found in the first 30 rows. Expected one like: Customer, Invoice, Due date, Amount, Balance.',
    ],
  },
  {
    how: 'column names and nothing else',
    file: `${H}\n`,
    said: ['Line 1: these are the column names, but no invoices follow. Expected one row for each invoice.'],
  },
  {
    how: 'an ageing summary',
    file: 'Customer,Current,1-30,31-60,61-90,Over 90,Total\nAcme,0,10,0,0,0,10\n',
    said: [
      'Line 1: this is the heading of an ageing summary: sums for each customer, without invoices. Expected the detail report, with one row for each invoice.',
    ],
  },
  {
    how: 'a quotation mark never closed',
    file: `${H}\n${GOOD}\n"Beta,B-1,2025-02-01,2025-03-01,5.00,5.00\nGamma,G-1,2025-02-01,2025-03-01,5.00,5.00\n`,
    said: [
      'ledger.csv, line 3: a quotation mark is opened and never closed. Expected a closing " at the end of the value; please mend the line or export the file again.',
    ],
  },
  {
    how: 'text after a closing quotation mark',
    file: row('"Beta" Ltd,B-1,2025-02-01,2025-03-01,5.00,5.00'),
    said: [
      'ledger.csv, in the row that begins on line 3: text follows a closing quotation mark, or a mark before it was never closed. Expected the separator after ", and a mark inside a value to be doubled ("").',
    ],
  },
  {
    how: 'a quotation mark inside a value',
    file: row('Beta 5" Pipes,B-1,2025-02-01,2025-03-01,5.00,5.00'),
    said: [
      'ledger.csv, in the row that begins on line 3: a quotation mark stands inside a value that does not begin with one. Expected the whole value in quotes, with the mark doubled ("").',
    ],
  },
  {
    how: 'nothing',
    file: '',
    said: ['ledger.csv is empty. Please export the invoices again as CSV or XLSX.'],
  },
  {
    how: 'only blank lines',
    file: '\n\n , \n',
    said: ['ledger.csv has no rows. Please export the invoices again as CSV or XLSX.'],
  },
  {
    how: 'a PDF',
    fileName: 'ledger.pdf',
    file: '%PDF-1.7 ...',
    said: ['ledger.pdf is a PDF. Please export the invoices again as CSV or XLSX.'],
  },
  {
    how: 'a web page called XLS',
    fileName: 'report.xls',
    file: '<html><table><tr><td>Acme</td></tr></table></html>',
    said: [
      'report.xls is a web page, not a spreadsheet (some programs save one as .xls). Please open it in your spreadsheet program and save it as XLSX or CSV.',
    ],
  },
  {
    how: 'a picture',
    fileName: 'scan.png',
    file: Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
    said: ['scan.png is a picture. Please export the invoices again as CSV or XLSX.'],
  },
  {
    how: 'JSON',
    fileName: 'invoices.json',
    file: '[{"customer":"Acme"}]',
    said: ['invoices.json is a JSON file, not a table. Please export the invoices again as CSV or XLSX.'],
  },
  {
    how: 'a broken archive called XLSX',
    fileName: 'a.xlsx',
    file: Buffer.from('PK\u0003\u0004 nothing behind it'),
    said: [
      'a.xlsx is damaged or not a spreadsheet. Please open it in your spreadsheet program and save it as XLSX or CSV.',
    ],
  },
  {
    how: 'bytes without meaning',
    fileName: 'x.csv',
    file: Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 37) % 7)),
    said: [
      'x.csv is not a text file or a spreadsheet that can be read. Please export the invoices again as CSV or XLSX.',
    ],
  },
];
