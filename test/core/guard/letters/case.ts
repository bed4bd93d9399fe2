// What a set of letters holds: a sentence, to be put into the example letter of its language.
export type BadCase = {
  readonly family: string;
  readonly language: 'en' | 'de' | 'fr' | 'es';
  readonly says: string;
};

/** `tricky`: it holds a word that is dangerous elsewhere. */
export type GoodCase = {
  readonly step: 'reminder' | 'question' | 'firm' | 'final_notice';
  readonly language: 'en' | 'de' | 'fr' | 'es';
  readonly tricky: boolean;
  readonly says: string;
};
