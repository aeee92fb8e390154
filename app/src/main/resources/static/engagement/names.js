// Notices when a note seems to name a person: the same rule as the server's NamesSomebody.

const TITLE = /\b(?:Mr|Mrs|Miss|Ms|Mx|Dr|Sir|Prof)\.?\s+\p{L}+/gu;
const HANDLE = /(?<![\p{L}\d.])@[\p{L}\d_.]{2,}/gu;
const CAPITAL = /(?<=[\p{L}\d,;:)'"’”-] )\p{Lu}[\p{L}'’-]+/gu;
const NOT_NAMES = new Set(("i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february march april may june"
  + ' july august september october november december year years english maths pe pshe cctv dsl snapchat instagram tiktok whatsapp google'
  + ' christmas easter ramadan eid diwali').split(' '));

export function namesIn(note, places) {
  const known = new Set(places.toLowerCase().split(/[^\p{L}\d'’-]+/u));
  const found = [...note.matchAll(TITLE), ...note.matchAll(HANDLE)].map((match) => match[0]);
  for (const [word] of note.matchAll(CAPITAL)) {
    const lower = word.toLowerCase();
    if (!NOT_NAMES.has(lower) && !NOT_NAMES.has(lower.replace(/s$/, '')) && !known.has(lower) && !found.some((other) => other.includes(word))) found.push(word);
  }
  return found;
}
