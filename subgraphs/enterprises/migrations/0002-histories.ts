import { sql, type Kysely, type Migration } from 'kysely';

/** What citizens are to enterprises. `record` tells two rows of one day apart. */
const HOLDING = `
  select citizen_id, uscc, 'LEGAL_REPRESENTATIVE' as role, since, until, null::numeric as percent, '' as record
  from enterprises.representative
  union all
  select citizen_id, uscc, role, since, until, null, '' from enterprises.officer
  union all
  select owner, uscc, 'SHAREHOLDER', since, until, percent, '' from enterprises.share where owner like 'c1\\_%'
  union all
  select handler, uscc, 'HANDLER', since, until, null, id from enterprises.mandate`;

/** Changes as the register dates them; one that was only seen between two drops counts until the register tells its day. */
const CHANGE = `
  select uscc, kind, changed_on as at, before, after from enterprises.registered_change
  union all
  select o.uscc, o.kind, o.seen_on, o.before, o.after from enterprises.observed_change o
  where not exists (
    select from enterprises.registered_change r
    where r.uscc = o.uscc and r.kind = o.kind and r.after is not distinct from o.after and r.changed_on <= o.seen_on
  )`;

const CHANGE_TITLE = `case kind
  when 'name-changed' then '名称变更' when 'scope-changed' then '经营范围变更' when 'address-changed' then '住所变更'
  when 'capital-changed' then '注册资本变更' else '登记状态变更' end`;

const DIRECTORY_NAME = `case directory
  when 'ABNORMAL_OPERATION' then '经营异常名录' when 'SERIOUSLY_UNLAWFUL' then '严重违法失信名单'
  else '失信被执行人名单' end`;

/** All that happened to an enterprise, from every table that dates it; nothing is stored twice. */
const LIFE_EVENT = `
  select uscc, 'registered:' || uscc as id, established_on as at, 'registered' as kind, '设立登记' as title,
    null::text as before, null::text as after, 'market-regulation' as source
  from enterprises.enterprise where established_on is not null
  union all
  select uscc, 'change:' || uscc || ':' || kind || ':' || at, at, kind, ${CHANGE_TITLE}, before, after, 'market-regulation'
  from enterprises.change
  union all
  select uscc, 'representative:' || uscc || ':' || since, since, 'representative-changed', '法定代表人变更', null, null,
    'market-regulation'
  from enterprises.representative r
  where exists (select from enterprises.representative o where o.uscc = r.uscc and o.since < r.since)
  group by uscc, since
  union all
  select uscc, 'shareholders:' || uscc || ':' || since, since, 'shareholders-changed', '股东变更', null, null,
    'market-regulation'
  from enterprises.share s
  where exists (select from enterprises.share o where o.uscc = s.uscc and o.since < s.since)
  group by uscc, since
  union all
  select uscc, 'report:' || uscc || ':' || year, (filed_at at time zone 'Asia/Shanghai')::date, 'report-filed',
    '公示' || year || '年度报告', null, null, 'market-regulation'
  from enterprises.annual_report where filed_at is not null
  union all
  select uscc, 'penalty:' || id, decided_on, 'penalty', '行政处罚：' || id, null, null, department
  from enterprises.penalty
  union all
  select uscc, 'listed:' || uscc || ':' || directory || ':' || since, since, 'listed', '列入' || ${DIRECTORY_NAME},
    null, null, decided_by
  from enterprises.listing
  union all
  select uscc, 'delisted:' || uscc || ':' || directory || ':' || since, until, 'delisted', '移出' || ${DIRECTORY_NAME},
    null, null, decided_by
  from enterprises.listing where until is not null`;

/** Views over the registers: holdings of citizens, changes, and the life of an enterprise. */
export const histories: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql.raw(`create view enterprises.holding as ${HOLDING}`).execute(db);
    await sql.raw(`create view enterprises.change as ${CHANGE}`).execute(db);
    await sql.raw(`create view enterprises.life_event as ${LIFE_EVENT}`).execute(db);
  },
  down: async (db: Kysely<unknown>) => {
    for (const view of ['life_event', 'change', 'holding']) await sql.raw(`drop view enterprises.${view}`).execute(db);
  },
};
