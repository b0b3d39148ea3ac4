import { LINK_KINDS } from './tag-store.ts';

/** Constraints and indexes, each idempotent; run in order when the store is opened. */
export const MIGRATIONS: readonly string[] = [
  'CREATE CONSTRAINT subject_id IF NOT EXISTS FOR (subject:Subject) REQUIRE subject.id IS UNIQUE',
  'CREATE CONSTRAINT tag_code IF NOT EXISTS FOR (tag:Tag) REQUIRE tag.code IS UNIQUE',
  'CREATE CONSTRAINT service_code IF NOT EXISTS FOR (service:Service) REQUIRE service.code IS UNIQUE',
  'CREATE INDEX held_since IF NOT EXISTS FOR ()-[held:HAS_TAG]-() ON (held.since)',
];

/** $codes: of every tag that is left. */
export const DROP_TAGS = 'MATCH (tag:Tag) WHERE NOT tag.code IN $codes DETACH DELETE tag';

/** $tags: code, kind, subject. */
export const MERGE_TAGS = `
  UNWIND $tags AS given
  MERGE (tag:Tag {code: given.code})
  SET tag.kind = given.kind, tag.subject = given.subject
  WITH tag
  OPTIONAL MATCH (tag)-[above:SUBTAG_OF]->()
  DELETE above`;

/** $tree: child, parent. */
export const LINK_TAGS = `
  UNWIND $tree AS pair
  MATCH (child:Tag {code: pair.child}), (parent:Tag {code: pair.parent})
  MERGE (child)-[:SUBTAG_OF]->(parent)`;

/** $sets: id, district, fence, in the order of their ids, so that writers wait for each other and do not deadlock. */
const acceptSubjects = (label: string): string => `
  UNWIND $sets AS given
  MERGE (subject:Subject {id: given.id})
  ON CREATE SET subject.fence = -1
  SET subject.touched = true
  WITH subject, given
  REMOVE subject.touched
  WITH subject, given
  WHERE coalesce(subject.fence, -1) <= given.fence AND coalesce(subject.isErased, false) = false
  SET subject:${label}, subject.district = given.district, subject.fence = given.fence
  RETURN subject.id AS id`;
export const ACCEPT = { CITIZEN: acceptSubjects('Citizen'), ENTERPRISE: acceptSubjects('Enterprise') };

/** $ids: whose own relations go. */
export const DELETE_OWN = `
  MATCH (subject:Subject)-[own:HAS_TAG|${LINK_KINDS.join('|')}]->()
  WHERE subject.id IN $ids
  DELETE own`;

/** $held: id, tag, since, until (civil days or null), state, version, evidence (JSON). */
export const CREATE_HELD = `
  UNWIND $held AS given
  MATCH (subject:Subject {id: given.id}), (tag:Tag {code: given.tag})
  CREATE (subject)-[:HAS_TAG {
    since: date(given.since), until: date(given.until), state: given.state, version: given.version,
    evidence: given.evidence
  }]->(tag)`;

const createLinks = (kind: string, target: string): string => `
  UNWIND $links AS given
  MATCH (subject:Subject {id: given.id})
  MERGE (target:${target} {${target === 'Service' ? 'code' : 'id'}: given.to})
  CREATE (subject)-[:${kind} {since: date(given.since), until: date(given.until), share: given.share}]->(target)`;

/** $links: id, to, since, until, share. Whom nobody derived yet is a subject without a fence. */
export const CREATE_LINKS = {
  PARENT_OF: createLinks('PARENT_OF', 'Subject'),
  SPOUSE_OF: createLinks('SPOUSE_OF', 'Subject'),
  REPRESENTS: createLinks('REPRESENTS', 'Subject'),
  HOLDS: createLinks('HOLDS', 'Subject'),
  USED: createLinks('USED', 'Service'),
};

const IS_HELD = 'subject.fence IS NOT NULL AND subject.fence >= 0 AND coalesce(subject.isErased, false) = false';

/** $ids. Numbers are answered as floats, which the driver gives as numbers. */
export const FIND_SUBJECTS = `
  MATCH (subject:Subject) WHERE subject.id IN $ids AND ${IS_HELD}
  RETURN subject.id AS id, subject:Citizen AS isCitizen, subject.district AS district, toFloat(subject.fence) AS fence`;

/** $ids. */
export const FIND_HELD = `
  MATCH (subject:Subject)-[held:HAS_TAG]->(tag:Tag) WHERE subject.id IN $ids
  RETURN subject.id AS id, tag.code AS tag, toString(held.since) AS since, toString(held.until) AS until,
    held.state AS state, toFloat(held.version) AS version, held.evidence AS evidence
  ORDER BY id, tag, held.since IS NOT NULL, held.since`;

/** $ids. */
export const FIND_LINKS = `
  MATCH (subject:Subject)-[link:${LINK_KINDS.join('|')}]->(target) WHERE subject.id IN $ids
  RETURN subject.id AS id, type(link) AS kind, coalesce(target.id, target.code) AS to, toString(link.since) AS since,
    toString(link.until) AS until, link.share AS share
  ORDER BY id, kind, to, link.since IS NOT NULL, link.since`;

export const FIND_ERASED = 'MATCH (subject:Subject {isErased: true}) RETURN subject.id AS id';

/** $after, $fence, $limit. */
export const FIND_IDS = `
  MATCH (subject:Subject) WHERE subject.id > $after AND subject.fence > $fence AND ${IS_HELD}
  RETURN subject.id AS id ORDER BY id LIMIT $limit`;

export const HIGHEST_FENCE = 'MATCH (subject:Subject) RETURN toFloat(coalesce(max(subject.fence), 0)) AS fence';

export const COUNT_SUBJECTS = `MATCH (subject:Subject) WHERE ${IS_HELD} RETURN toFloat(count(subject)) AS count`;

/** $id, $fence. The node stays, empty, to keep the fence. */
export const ERASE = `
  MERGE (subject:Subject {id: $id})
  SET subject.isErased = true, subject.district = null,
    subject.fence = CASE WHEN coalesce(subject.fence, -1) > $fence THEN subject.fence ELSE $fence END
  REMOVE subject:Citizen:Enterprise
  WITH subject
  OPTIONAL MATCH (subject)-[any]-()
  DELETE any`;
