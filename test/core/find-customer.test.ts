// Names as people type them.
import { describe, expect, test } from 'vitest';
import { editDistance, findCustomer } from '../../src/core/find-customer.ts';

const NAMES = [
  'Acme Robotics Inc',
  'Beta Kitchens LLC',
  'Cedar & Vine Florists',
  'Delgado Family Dental',
  'Juniper Street Café',
  'Mason & Daughters Roofing',
  'Müller Söhne GmbH',
  'Straßenbau Østergård SARL',
  "Pat O’Neil's Bar",
  'Northlight Studios',
  'Northgate Studios',
  'Smith Ltd',
  'Smith Inc',
  'Smithson Partners',
  'AB',
  'AC',
  'The Co',
  '株式会社さくら',
].map((name) => ({ id: name, name }));

const find = (typed: string) => {
  const match = findCustomer(typed, NAMES);
  return match.kind === 'found' ? match.id : match;
};

describe('finds', () => {
  for (const [typed, expected] of [
    ['acme', 'Acme Robotics Inc'],
    ['ACME ROBOTICS', 'Acme Robotics Inc'],
    ['Acme Robotics, Inc.', 'Acme Robotics Inc'],
    ['acme robotics ltd', 'Acme Robotics Inc'],
    ['robotics acme', 'Acme Robotics Inc'],
    ['acmerobotics', 'Acme Robotics Inc'],
    ['rob', 'Acme Robotics Inc'],
    ['amce', 'Acme Robotics Inc'],
    ['acme robtics', 'Acme Robotics Inc'],
    ['betta kitchen', 'Beta Kitchens LLC'],
    ['cedar and vine', 'Cedar & Vine Florists'],
    ['cedar vine', 'Cedar & Vine Florists'],
    ['juniper cafe', 'Juniper Street Café'],
    ['muller', 'Müller Söhne GmbH'],
    ['strassenbau', 'Straßenbau Østergård SARL'],
    ['ostergard', 'Straßenbau Østergård SARL'],
    ["o'neil", "Pat O’Neil's Bar"],
    ['oneil', "Pat O’Neil's Bar"],
    ['smith ltd', 'Smith Ltd'],
    ['SMITH INC.', 'Smith Inc'],
    ['the co', 'The Co'],
    ['ab', 'AB'],
    ['株式会社さくら', '株式会社さくら'],
    ['  delgado  ', 'Delgado Family Dental'],
  ] as const) {
    test(`${typed} → ${expected}`, () => expect(find(typed)).toBe(expected));
  }

  test('the id itself', () =>
    expect(findCustomer('c7', [{ id: 'c7', name: 'X' }])).toEqual({ kind: 'found', id: 'c7' }));
});

describe('asks', () => {
  test('which of several is meant', () => {
    expect(find('north')).toEqual({ kind: 'several', ids: ['Northgate Studios', 'Northlight Studios'] });
    expect(find('smith')).toEqual({ kind: 'several', ids: ['Smith Inc', 'Smith Ltd'] });
    expect(find('studios')).toMatchObject({ kind: 'several' });
  });

  test('rather than guess between two short names', () => {
    expect(find('ad')).not.toBe('AB');
    expect(find('ad')).not.toBe('AC');
  });

  test('the same whatever the order of the names', () => {
    for (const typed of ['north', 'smith', 'zzz', 'studio', 'acne']) {
      expect(findCustomer(typed, [...NAMES].reverse())).toEqual(findCustomer(typed, NAMES));
    }
  });
});

describe('finds nothing', () => {
  test('but names what is nearest', () => {
    expect(find('roboticks unlimited acme')).toMatchObject({ kind: 'none', nearest: ['Acme Robotics Inc'] });
    expect(find('qqqqq')).toEqual({ kind: 'none', nearest: [] });
  });

  test('for nothing, for signs, and among nobody', () => {
    expect(find('')).toEqual({ kind: 'none', nearest: [] });
    expect(find('!?*')).toEqual({ kind: 'none', nearest: [] });
    expect(findCustomer('acme', [])).toEqual({ kind: 'none', nearest: [] });
  });
});

describe('slips', () => {
  for (const [a, b, expected] of [
    ['acme', 'acme', 0],
    ['acme', 'amce', 1],
    ['acme', 'acne', 1],
    ['acme', 'acmee', 1],
    ['acme', 'cme', 1],
    ['kitten', 'sitting', 3],
    ['abc', '', 3],
  ] as const) {
    test(`${a} and ${b} are ${expected} apart`, () => {
      expect(editDistance(a, b, 9)).toBe(expected);
      expect(editDistance(b, a, 9)).toBe(expected);
    });
  }
});

test('the one meant is found among ten thousand', () => {
  const names = Array.from({ length: 10_000 }, (_, i) => ({
    id: `${i}`,
    name: `Customer ${i} of the North Ltd`,
  }));
  expect(findCustomer('customer 4711', names)).toEqual({ kind: 'found', id: '4711' });
});
