const OPENING = '（(【[《“';
const CLOSING = '）)】]》”';
const SEPARATORS = '，,；;。\n\r';

/** What law adds to every scope and says nothing of this one. */
const BOILERPLATE: readonly RegExp[] = [
  /[【（([][^】）)\]]{0,3}依法须经批准的项目[^】）)\]]*(?:[】）)\]]|$)/gu,
  /除?依法须经批准的项目外?，[^；。，]*/gu,
  /具体经营项目以(?:相关部门|审批)[^；。，]*/gu,
];

/** Headings under which modern registrations sort their items. */
const HEADING = /^(?:一般|许可|前置许可|后置许可)(?:经营)?项目[:：]\s*/u;

const EDGES = /^[\s、.…：:]+|[\s、.…]+$/gu;

/** Splits 经营范围 into clauses, in the order of the text: at commas, semicolons and stops outside of brackets. */
export const splitScope = (scope: string): string[] => {
  const text = BOILERPLATE.reduce((rest, pattern) => rest.replace(pattern, '。'), scope);
  return splitOutsideBrackets(text)
    .map((clause) => clause.replace(EDGES, '').replace(HEADING, '').replace(EDGES, ''))
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));
};

const splitOutsideBrackets = (text: string): string[] => {
  const closed = findClosedBrackets(text);
  const clauses: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (closed.has(at)) depth += OPENING.includes(character) ? 1 : -1;
    else if (depth === 0 && SEPARATORS.includes(character) && !isWithinNumber(text, at)) {
      clauses.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...clauses, text.slice(start)];
};

/** `1,000` is one number. */
const isWithinNumber = (text: string, at: number): boolean =>
  text.charAt(at) === ',' && /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));

/** Places of brackets that have their counterpart; registrations mix the forms, and forget to close them. */
const findClosedBrackets = (text: string): ReadonlySet<number> => {
  const closed = new Set<number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (OPENING.includes(text.charAt(at))) open.push(at);
    if (!CLOSING.includes(text.charAt(at))) continue;
    const opened = open.pop();
    if (opened !== undefined) closed.add(opened).add(at);
  }
  return closed;
};
