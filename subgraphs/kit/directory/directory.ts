/**
 * What every subgraph knows of every subject, so that row rules need no call to another subgraph. Owners publish it
 * with their changes: `personal` for citizens, `enterprises` for enterprises. Intervals are half-open civil days.
 */
export type DirectoryEntry = CitizenEntry | EnterpriseEntry;

export interface CitizenEntry {
  kind: 'citizen';
  subject: string;
  /** Set when the subject was erased: nobody is it any more. */
  erased?: true;
  /** Homes in the city, the most telling first: residences before households, later before earlier. */
  districts: readonly DatedDistrict[];
  alive: boolean;
  /** When another id was merged into this one or this one into another: the survivor, else null. */
  mergedInto: string | null;
  guardians: readonly DatedLink[];
  /** The spouse as of each interval; past marriages stay with their end. */
  spouses: readonly DatedLink[];
  /** Parents and children, by law or blood. */
  kin: readonly DatedLink[];
}

export interface EnterpriseEntry {
  kind: 'enterprise';
  subject: string;
  /** Set when the subject was erased. */
  erased?: true;
  district: string | null;
  /** False once deregistered. */
  alive: boolean;
  representatives: readonly DatedLink[];
  handlers: readonly HandlerLink[];
  /** Shareholders, directors, supervisors who are citizens. */
  holders: readonly DatedLink[];
}

/** A home in a district (GB/T 2260), from `since` on and before `until`. */
export interface DatedDistrict {
  district: string;
  since: string;
  until: string | null;
}

/** Another subject, from `since` on and before `until`; null until: open-ended. */
export interface DatedLink {
  id: string;
  since: string;
  until: string | null;
}

/** A handler with a mandate for some services; a withdrawn one has its `until` set. */
export interface HandlerLink extends DatedLink {
  mandate: string;
  services: readonly string[];
}

/** What the viewer is to a subject on the request's day. The most telling one wins, in this order; UNKNOWN: not in the directory; STALE: the directory is too far behind to tell. */
export type Relation =
  | 'SELF'
  | 'WARD'
  | 'REPRESENTED'
  | 'HANDLED'
  | 'SPOUSE'
  | 'KIN'
  | 'HELD'
  | 'MANDATED'
  | 'SYSTEM'
  | 'OWN_DISTRICT'
  | 'OTHER'
  | 'UNKNOWN'
  | 'STALE';

/** Read side of the directory. */
export interface Directory {
  /** In the order asked, null for the unknown; a merged id gives the survivor's entry. One statement. */
  findMany(subjects: readonly string[]): Promise<readonly (DirectoryEntry | null)[]>;
  /** Enterprises with handlers in which one of these citizens stands as representative or handler. One statement. */
  findWithHandlers(citizens: readonly string[]): Promise<readonly EnterpriseEntry[]>;
  /**
   * Milliseconds by which the directory may be behind; rules deny above 10,000. With the registry that owns the subject
   * in question (`personal` for citizens, `enterprises` for enterprises): behind that one; one's own is never behind.
   */
  lag(registry?: string): number;
}
