// The owner's directory of agencies: the list with its scores, the form of one agency, and what counts how much.
import type { ModalView } from '@slack/types';
import {
  AGENCY_VALUES,
  type Agency,
  type AgencyWeights,
  MOST_AGENCIES,
  rankedAgencies,
  VALUE_WORDS,
} from '../../core/agencies.ts';
import { type AgencyRecord, recordWords } from '../../core/agency-record.ts';
import type { Settings } from '../../core/settings.ts';
import { ACTIONS, CALLBACKS, encodeValue } from './action-ids.ts';
import { actions, button, context, modal, section } from './blocks.ts';
import { options, radioField, selectField, textField, wholeField } from './inputs.ts';
import { agencyLine } from './last-resort-forms.ts';
import { escapeInline, fitLines, shorten } from './mrkdwn.ts';
import { chosenIn, type Parsed, parsed, type StateValues, textIn, wrong } from './read-inputs.ts';

/** `records`: by the agency's id. */
export function agenciesModal(
  { agencies, agencyWeights, locale }: Settings,
  records: ReadonlyMap<string, AgencyRecord>,
): ModalView {
  const ranked = rankedAgencies(agencies, agencyWeights);
  return modal(CALLBACKS.agencies, 'Agencies', [
    section(
      'Whom you send speaks for you. Mark each agency by your values before you need one; a missing licence is a warning that no mark makes good.',
    ),
    ...ranked.map((agency) =>
      section(
        fitLines(
          [
            agencyLine(agency, agencyWeights),
            escapeInline(shorten(agency.contact, 200)),
            ...recordWords(records.get(agency.id), locale).map(escapeInline),
          ].filter(Boolean),
          2900,
        ),
        button(ACTIONS.agencyEdit, 'Change', encodeValue('agency', { agencyId: agency.id }), {
          label: `Change ${agency.name}`,
        }),
      ),
    ),
    ...(ranked.length === 0 ? [section('_None yet._')] : []),
    actions(
      ranked.length < MOST_AGENCIES
        ? button(ACTIONS.agencyAdd, 'Add an agency', null, { style: 'primary' })
        : null,
      button(ACTIONS.agencyWeights, 'What counts, and limits', null),
    ),
  ]);
}

const MARKS = options([
  ['1', '1, poor'],
  ['2', '2'],
  ['3', '3, fair'],
  ['4', '4'],
  ['5', '5, excellent'],
]);

/** `agency`: null for a new one, with the id it will have. */
export function agencyModal(id: string, agency: Agency | null): ModalView {
  const text = (
    name: 'contact' | 'reporting' | 'references' | 'notes',
    label: string,
    limit: number,
    hint?: string,
  ) =>
    textField(name, label, agency?.[name] || null, {
      limit,
      optional: true,
      multiline: limit > 200,
      ...(hint ? { hint } : {}),
    });
  return modal(
    CALLBACKS.agencyForm,
    agency ? 'Change an agency' : 'Add an agency',
    [
      textField('name', 'Name', agency?.name ?? null, { limit: 120 }),
      text(
        'contact',
        'Contact',
        300,
        'Who, with e-mail and phone. The notice to the customer names the agency alone.',
      ),
      textField('licence', 'Licence', agency?.licence ?? null, {
        limit: 200,
        optional: true,
        hint: 'Its number and where it holds. Without one they are flagged.',
      }),
      textField('fee', 'Fee, percent of what they recover', agency?.feePercent?.toString() ?? null, {
        limit: 6,
        optional: true,
      }),
      text('reporting', 'How often they report', 200),
      text('references', 'References', 500),
      text('notes', 'Notes', 1000),
      ...AGENCY_VALUES.map((value) =>
        selectField(`mark_${value}`, VALUE_WORDS[value], MARKS, agency?.marks[value]?.toString() ?? null, {
          optional: true,
        }),
      ),
      ...(agency
        ? [
            radioField(
              'keep',
              'In the directory',
              options([
                ['keep', 'Keep it'],
                ['remove', 'Take it out; what was handed over to it stays recorded'],
              ]),
              'keep',
            ),
          ]
        : []),
    ],
    { submit: 'Save', metadata: encodeValue('agency', { agencyId: id }) },
  );
}

export type AgencyEntry = { readonly agency: Omit<Agency, 'id'>; readonly isRemoved: boolean };

export function parseAgency(values: StateValues): Parsed<AgencyEntry> {
  const name = textIn(values, 'name');
  const fee = textIn(values, 'fee');
  const feePercent = fee === null ? null : Number(fee.replace(',', '.').replace(/ ?%$/, ''));
  const errors: Record<string, string> = {};
  if (!name) errors.name = 'Give its name.';
  if (feePercent !== null && !(feePercent >= 0 && feePercent <= 100)) {
    errors.fee = 'Give a percentage from 0 to 100, like 20 or 12.5.';
  }
  if (!name || Object.keys(errors).length > 0) return wrong(errors);
  const marks = Object.fromEntries(
    AGENCY_VALUES.map((value) => [value, Number(chosenIn(values, `mark_${value}`)) || null]),
  ) as Agency['marks'];
  return parsed({
    agency: {
      name,
      contact: textIn(values, 'contact') ?? '',
      licence: textIn(values, 'licence'),
      feePercent,
      reporting: textIn(values, 'reporting') ?? '',
      references: textIn(values, 'references') ?? '',
      notes: textIn(values, 'notes') ?? '',
      marks,
    },
    isRemoved: chosenIn(values, 'keep') === 'remove',
  });
}

export function agencyWeightsModal({ agencyWeights, writeOffAloneUpTo, currency }: Settings): ModalView {
  return modal(
    CALLBACKS.agencyWeights,
    'What counts, and limits',
    [
      context('How much each mark counts, from 0 (not at all) to 5.'),
      ...AGENCY_VALUES.map((value) => wholeField(value, VALUE_WORDS[value], agencyWeights[value])),
      textField(
        'alone',
        `A write-off above this needs a second person (${currency})`,
        String(writeOffAloneUpTo),
        {
          limit: 9,
          hint: 'Whole units, the same figure in any currency. What one person wrote off of the same customer before counts as well. 0: always.',
        },
      ),
    ],
    { submit: 'Save' },
  );
}

export function parseAgencyWeights(
  values: StateValues,
): Parsed<{ readonly agencyWeights: AgencyWeights; readonly writeOffAloneUpTo: number }> {
  const errors: Record<string, string> = {};
  const whole = (name: string, most: number, say: string): number => {
    const value = Number(textIn(values, name) ?? 'none');
    if (!(Number.isInteger(value) && value >= 0 && value <= most)) errors[name] = say;
    return value;
  };
  const agencyWeights = Object.fromEntries(
    AGENCY_VALUES.map((value) => [value, whole(value, 5, 'Give a whole number from 0 to 5.')]),
  ) as AgencyWeights;
  const writeOffAloneUpTo = whole('alone', 999_999_999, 'Give a whole number, like 500.');
  if (Object.keys(errors).length > 0) return wrong(errors);
  if (AGENCY_VALUES.every((value) => agencyWeights[value] === 0)) {
    return wrong({ [AGENCY_VALUES[0]]: 'Let at least one of them count.' });
  }
  return parsed({ agencyWeights, writeOffAloneUpTo });
}
