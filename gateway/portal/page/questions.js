const HOMEPAGE = { query: 'homepage', variables: {} };
const CATALOGUE = { query: 'catalogue', variables: { search: 'Citizen' }, input: 'search' };
/** People's Square: where somebody asks from who has not said so. */
const CENTRE = { longitude: 121.4737, latitude: 31.2304 };
const SERVICES = { query: 'services', variables: { search: '开饭店', near: CENTRE }, input: 'search' };
const SOURCES = { query: 'sources', variables: {} };

const supervise = (search) => ({
  query: 'enterprises',
  variables: { search },
  input: 'search',
  purpose: 'enterprise-supervision',
});

const atTheCounter = (idNumber, purpose) => ({ query: 'person', variables: { idNumber }, input: 'idNumber', purpose });

const OF_STAFF = {
  'market-officer-xuhui': supervise('明梅'),
  'market-officer-city': supervise('志强'),
  'police-officer-xuhui': atTheCounter('310104198809210222', 'household-registration'),
  'civil-affairs-officer-hongkou': atTheCounter('310109195306140136', 'elderly-care'),
};

const OF_ROLE = {
  citizen: HOMEPAGE,
  staff: supervise('上海'),
  operator: SOURCES,
  analyst: CATALOGUE,
  public: SERVICES,
};

/**
 * What somebody would ask first: the name of a query, its variables, the variable that one may type (`input`), and the
 * purpose that staff state.
 */
export const questionOf = ({ id, role }) => OF_STAFF[id] ?? OF_ROLE[role] ?? CATALOGUE;

/** The file of one enterprise out of a list that the same officer found. */
export const enterpriseQuestion = (uscc, { purpose }) => ({ query: 'enterprise', variables: { uscc }, purpose });
