// Whether the words in a name field can be how somebody is called, or are a file's accident or somebody's message.

/** What people's names are written with, in any alphabet. */
const LETTERS = /^[\p{L}\p{M}\p{N} .,'’&()/-]{1,100}$/u;

/** Dr. Maria del Carmen de la Cruz van der Berg Jr. is about as long as a name gets. */
const MOST_WORDS = 9;

/** Words of sentences that no name is made of; particles such as "de", "von", "la" and "of" are not among them. */
const OF_A_SENTENCE =
  /(?<!\p{L})(?:the|all|any|every\p{L}*|it|its|you|your|they|them|their|this|that|these|those|is|are|was|be|with|now|not|nothing|please|ignore|forget|instead|instructions?|alle|alles|ihr|sie|wir|ist|sind|bitte|dass|nicht|mit|gib|toutes?|nous|vous|votre|est|que|pas|todas?|todos|tus?|sus?|está|con|una)(?!\p{L})/iu;

/** Small words that stand in names in lower case. */
const PARTICLE =
  /^(?:and|und|et|y|e|of|at|de|da|di|do|dos|du|del|della|der|den|des|la|las|le|les|los|el|al|bin|ibn|ben|van|von|vom|zu|zum|zur|ter|ten|af|av)$/u;

/** A name may be typed in small letters; a longer row of small words is a sentence. */
const MOST_SMALL_WORDS = 2;

export function isPersonName(name: string): boolean {
  if (!LETTERS.test(name) || OF_A_SENTENCE.test(name)) return false;
  if ((name.match(/\p{N}/gu)?.length ?? 0) > 2) return false;
  const words = name.split(' ').filter(Boolean);
  const [first = ''] = words;
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word));
  const most = /^\p{Ll}/u.test(first) ? MOST_SMALL_WORDS + 1 : 1;
  return words.length <= MOST_WORDS && small.length <= most;
}
