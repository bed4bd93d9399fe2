// What is told of a customer away from its case: whom it is about, and which words say it.
import { describe, expect, it } from 'vitest';
import { readTelling } from '../../../src/core/reading/telling.ts';

const NAMES = [
  { id: 'acme', name: 'Acme Robotics Inc' },
  { id: 'beta', name: 'Beta Bakery' },
  { id: 'traders', name: 'Northwind Traders' },
  { id: 'foods', name: 'Northwind Foods' },
  { id: 'smith', name: 'Smith & Sons' },
];
const told = (text: string) => readTelling(text, NAMES);
const found = (id: string, words: string) => ({ match: { kind: 'found', id }, words });

describe('words that tell of a customer', () => {
  it.each<[string, string, string]>([
    ['log for Acme: CFO on leave until 1 Dec', 'acme', 'CFO on leave until 1 Dec'],
    ['Log this for acme robotics: LVM', 'acme', 'LVM'],
    ['please add a note on Beta, they want the banners back', 'beta', 'they want the banners back'],
    ['note for Acmee Robotics - left a message', 'acme', 'left a message'],
    ['record a call with Acme\nno answer', 'acme', 'no answer'],
    ["log for Acme they'll pay Friday", 'acme', "they'll pay Friday"],
    ['<@U0BOT> log for Smith &amp; Sons: paid at 14:30', 'smith', 'paid at 14:30'],
    [
      'log for Acme: see https://acme.example/a: it says so',
      'acme',
      'see https://acme.example/a: it says so',
    ],
    ['notiere für Acme: zahlt 500 bis Freitag', 'acme', 'zahlt 500 bis Freitag'],
    ['Bitte vermerke bei Beta Bakery: ruft Montag an', 'beta', 'ruft Montag an'],
    ['Notiz zu Acme: Zahlung kommt', 'acme', 'Zahlung kommt'],
    ['note pour Acme : ils paient vendredi', 'acme', 'ils paient vendredi'],
    ['merci de noter une note sur Beta: ils rappellent', 'beta', 'ils rappellent'],
    ['anota para Acme: pagan el viernes', 'acme', 'pagan el viernes'],
    ['Registrar una llamada de Beta Bakery: no contestan', 'beta', 'no contestan'],
  ])('names the customer and leaves the words as they are: %s', (text, id, words) => {
    expect(told(text)).toMatchObject({ ...found(id, words), isExplicit: true });
  });

  it.each<[string, string, string]>([
    ["Acme: they'll pay 500 by Friday", 'acme', "they'll pay 500 by Friday"],
    ['*Beta Bakery* – spoke to Ann, pays on Monday', 'beta', 'spoke to Ann, pays on Monday'],
    ['for Smith & Sons: they want the goods back', 'smith', 'they want the goods back'],
    ['Beta Bakery\nleft a message with Ann today', 'beta', 'left a message with Ann today'],
  ])('may begin with the name alone: %s', (text, id, words) => {
    expect(told(text)).toMatchObject({ ...found(id, words), isExplicit: false });
  });

  it('offers those that a name fits, and those that come near', () => {
    expect(told('log for Northwind: LVM')).toMatchObject({
      match: { kind: 'several', ids: ['foods', 'traders'] },
      words: 'LVM',
    });
    expect(told('log for Bota Bekary Ltd: LVM')).toMatchObject({
      match: { kind: 'none', nearest: ['beta'] },
      words: 'LVM',
    });
    expect(told('log for Zorg: LVM')).toMatchObject({ typed: 'Zorg', match: { kind: 'none', nearest: [] } });
  });

  it('knows when nothing is said of the customer', () => {
    expect(told('log for Acme:')).toMatchObject(found('acme', ''));
    expect(told('log for Acme')).toMatchObject(found('acme', ''));
  });

  it.each([
    'who owes us: Acme?',
    'Acme: how much do they owe us?',
    'Acme: last letter',
    'Acme: what did they promise last week?',
    'Good morning: who is overdue today please',
    'call Acme at 14:30',
    'note that they will pay tomorrow',
    'https://acme.example',
    'thanks!',
    '',
  ])('are not a question, a wish or a greeting: %s', (text) => {
    expect(told(text)).toBeNull();
  });
});
