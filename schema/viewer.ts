/** Who asks, as the gateway found it out; sealed for the subgraphs (see seal.ts). */
export interface Viewer {
  role: Role;
  client: 'portal' | 'widget' | 'api';
  /** Sign-in level: 1 password or ID number, 2 ID card or certificate, 3 face or counter. */
  assurance: 1 | 2 | 3;
  /** Citizen: `c1_…`. Staff, analyst, operator: the account. System: the client id. Public: null. */
  subject: string | null;
  /** Code of the department that staff act for. */
  department: string | null;
  /** GB/T 2260 code of the staff's district; `310000` is the whole city. */
  district: string | null;
  /** A service code or duty that staff act for (`x-onefile-purpose`). */
  purpose: string | null;
  caseNo: string | null;
  /** The citizen id or USCC that a citizen acts for (`x-onefile-acting-for`); not yet checked when unsealed. */
  actingFor: string | null;
  /** Role `source`: the declared sources that this account may push, e.g. `personal.citizens`. */
  sources: readonly string[];
  /** The civil day in Asia/Shanghai, YYYY-MM-DD: the one clock of a request. */
  today: string;
}

export const ROLES = ['public', 'citizen', 'staff', 'analyst', 'system', 'operator', 'source'] as const;
export type Role = (typeof ROLES)[number];

/** The viewer of a request without a token. */
export const publicViewer = (today: string): Viewer => ({
  role: 'public',
  client: 'api',
  assurance: 1,
  subject: null,
  department: null,
  district: null,
  purpose: null,
  caseNo: null,
  actingFor: null,
  sources: [],
  today,
});
