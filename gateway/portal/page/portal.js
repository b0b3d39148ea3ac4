import { askGateway, queryText, requestHeaders } from './ask.js';
import { fileCard } from './card/file-card.js';
import { element } from './element.js';
import { number } from './formats.js';
import { graphiqlLink } from './graphiql-link.js';
import { inLanguage, nameOf, onLanguage, startLanguage } from './language.js';
import { fetchPeople, peopleList } from './people.js';
import { enterpriseQuestion, questionOf } from './questions.js';
import { WORDS } from './words.js';

const byId = (id) => document.getElementById(id);

/** Whom the page shows, what they asked, and what came: `found` to choose from, `file` to read. */
const state = { people: [], person: null, question: null, found: null, file: null, last: null, turn: 0 };

const say = (text) => byId('status').replaceChildren(text);

const summary = ({ answer, milliseconds, bytes }) => {
  const errors = answer.errors?.length ?? 0;
  const size = `${number(bytes / 1_000)} kB · ${number(Math.round(milliseconds))} ms`;
  if (errors === 0) return `${nameOf(state.person)} · ${size}`;
  return `${nameOf(state.person)} · ${size} · ${inLanguage({ zh: `${errors} 项未予显示`, en: `${errors} not shown` })}`;
};

const showPeople = () => byId('people').replaceChildren(...peopleList(state.people, state.person, choose));

const INPUT_LABELS = {
  idNumber: WORDS.idNumber,
  enterprises: WORDS.search,
  catalogue: WORDS.searchCatalogue,
  services: WORDS.searchServices,
};

const showForm = () => {
  const { input, query, variables, purpose } = state.question;
  byId('form').hidden = input === undefined;
  if (input === undefined) return;
  const label = INPUT_LABELS[input] ?? INPUT_LABELS[query];
  byId('form').replaceChildren(
    element('label', { for: 'term' }, inLanguage(label)),
    element('input', { id: 'term', value: variables[input], autocomplete: 'off', spellcheck: 'false' }),
    element('button', { type: 'submit' }, inLanguage(WORDS.ask)),
    ...(purpose === undefined
      ? []
      : [
          element(
            'p',
            { class: 'note' },
            `${inLanguage(WORDS.purpose)}: `,
            element('code', {}, `x-onefile-purpose: ${purpose}`),
          ),
        ]),
  );
};

const cardOf = (result) => (result === null ? [] : [fileCard(result.answer, { choose: readEnterprise })]);

const showAnswer = () => {
  byId('found').replaceChildren(...cardOf(state.found));
  byId('file').replaceChildren(...cardOf(state.file));
  const uscc = state.file?.request.variables.uscc;
  for (const button of byId('found').querySelectorAll('button[data-uscc]')) {
    if (button.dataset.uscc === uscc) button.setAttribute('aria-current', 'true');
  }
  if (state.last === null) return;
  const { request, answer } = state.last;
  const { authorization, ...shownHeaders } = request.headers;
  byId('query').textContent = request.query;
  byId('variables').textContent = JSON.stringify(request.variables, null, 2);
  byId('headers').textContent = JSON.stringify(
    authorization === undefined ? shownHeaders : { authorization: 'Bearer …', ...shownHeaders },
    null,
    2,
  );
  byId('json').textContent = JSON.stringify({ data: answer.data, errors: answer.errors }, null, 2);
  byId('graphiql').href = graphiqlLink(request);
  byId('behind').hidden = false;
  say(summary(state.last));
};

const isSignedOut = ({ errors }) => errors?.[0]?.extensions?.code === 'UNAUTHENTICATED';

/** Tokens of the demonstration expire while a page stays open. */
const renewToken = async ({ id }) => {
  const { people } = await fetchPeople();
  state.people = people;
  return people.find((each) => each.id === id)?.token;
};

const ask = async (person, { query: name, variables, purpose }) => {
  const query = await queryText(name);
  const request = { query, variables, headers: requestHeaders({ token: person.token, purpose }) };
  const result = await askGateway(request);
  if (person.token === null || !isSignedOut(result.answer) || result.answer.data) return { ...result, request };
  const renewed = { ...request, headers: requestHeaders({ token: await renewToken(person), purpose }) };
  return { ...(await askGateway(renewed)), request: renewed };
};

/** Asks, and gives null when somebody else was chosen meanwhile or there was no answer (which the page says). */
const askInTurn = async (question) => {
  const turn = ++state.turn;
  say(inLanguage(WORDS.asking));
  try {
    const result = await ask(state.person, question);
    return turn === state.turn ? result : null;
  } catch (error) {
    if (turn === state.turn) say(`${inLanguage(WORDS.noAnswer)}: ${error.message}`);
    return null;
  }
};

const readEnterprise = async (uscc) => {
  const result = await askInTurn(enterpriseQuestion(uscc, state.question));
  if (result === null) return;
  state.file = state.last = result;
  showAnswer();
};

const answerQuestion = async () => {
  const result = await askInTurn(state.question);
  if (result === null) return;
  const choices = result.answer.data?.enterprises?.edges;
  state.found = choices === undefined ? null : result;
  state.file = choices === undefined ? result : null;
  state.last = result;
  showAnswer();
  const first = choices?.[0]?.node?.uscc;
  if (first !== undefined) await readEnterprise(first);
};

const show = async (person) => {
  Object.assign(state, { person, question: questionOf(person), found: null, file: null });
  showPeople();
  showForm();
  byId('found').replaceChildren();
  byId('file').replaceChildren();
  byId('answer').hidden = false;
  await answerQuestion();
};

const choose = async (person) => {
  if (person.id !== state.person?.id) history.pushState(null, '', `#${person.id}`);
  const answered = show(person);
  const heading = byId('answer-heading');
  heading.focus({ preventScroll: true });
  if (matchMedia('(max-width: 60rem)').matches) heading.scrollIntoView();
  await answered;
};

/** Back, forward, and an address that somebody typed; a place on this page is nobody. */
addEventListener('hashchange', () => {
  const person = state.people.find(({ id }) => `#${id}` === location.hash);
  if (person !== undefined && person.id !== state.person?.id) void show(person);
});

byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const { input, variables } = state.question;
  state.question = { ...state.question, variables: { ...variables, [input]: byId('term').value.trim() } };
  void answerQuestion();
});

const loadPeople = async () => {
  const { isProduction, people } = await fetchPeople();
  state.people = people;
  byId('sign-in').hidden = !isProduction;
  byId('demo').hidden = isProduction;
  for (const link of document.querySelectorAll('.needs-graphiql')) link.hidden = isProduction;
  state.person = people.find(({ id }) => id === state.person?.id) ?? null;
  showPeople();
};

onLanguage(async () => {
  await loadPeople();
  if (state.person === null) return;
  showForm();
  showAnswer();
});

startLanguage();
try {
  await loadPeople();
  const wanted = location.hash.slice(1);
  const first = state.people.find(({ id }) => id === wanted) ?? state.people[0];
  history.replaceState(null, '', `#${first.id}`);
  await show(first);
} catch (error) {
  byId('people').replaceChildren(inLanguage(WORDS.noPeople), ` (${error.message})`);
}
