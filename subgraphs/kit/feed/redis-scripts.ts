/**
 * What must happen in Redis all or nothing. Every key of a feed begins with KEYS[1], its prefix, whose hash tag keeps
 * them in one slot: `<prefix>own:17` streams · `marks` registry:lane → sequence|fresh until (ms of Redis' clock) ·
 * `groups` · `<group>:leases` partition → member|token|expires · `<group>:members` · `<group>:positions` stream → marks ·
 * channel `arrivals`, told that streams grew.
 */
const CLOCK = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local prefix = KEYS[1]
`;

/** ARGV registry, lane, from ('' none), to, age ('' unknown), capacity, then (stream, event)*. */
export const APPEND = `${CLOCK}
local registry, lane, from, to, age, capacity = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], tonumber(ARGV[6])
local field = registry .. ':' .. lane
local held, fresh = '', ''
local mark = redis.call('HGET', prefix .. 'marks', field)
if mark then held, fresh = string.match(mark, '^(.-)|(.*)$') end
if held ~= from then return 'diverged' end
if #ARGV > 6 then
  local waiting = 0
  for partition = 0, 63 do waiting = waiting + redis.call('XLEN', prefix .. lane .. ':' .. partition) end
  if waiting >= capacity then return 'full' end
end
for at = 7, #ARGV, 2 do redis.call('XADD', prefix .. ARGV[at], '*', 'event', ARGV[at + 1]) end
if age ~= '' then fresh = string.format('%.0f', now - tonumber(age)) end
redis.call('HSET', prefix .. 'marks', field, to .. '|' .. fresh)
if #ARGV > 6 then redis.call('PUBLISH', prefix .. 'arrivals', lane) end
return 'appended'`;

/** ARGV (stream, event)*. */
export const PUBLISH = `
for at = 1, #ARGV, 2 do redis.call('XADD', KEYS[1] .. ARGV[at], '*', 'event', ARGV[at + 1]) end
redis.call('PUBLISH', KEYS[1] .. 'arrivals', '')
return 1`;

/** ARGV registry:lane, then the groups that must be waited for. Returns the mark or '|'. */
export const READ_CURSOR = `
for at = 2, #ARGV do redis.call('SADD', KEYS[1] .. 'groups', ARGV[at]) end
return redis.call('HGET', KEYS[1] .. 'marks', ARGV[1]) or '|'`;

export const READ_GROUPS = `return redis.call('SMEMBERS', KEYS[1] .. 'groups')`;

/** ARGV registry. The freshness stays. */
export const REWIND = `
for _, lane in ipairs({'own', 'bulk'}) do
  local field = ARGV[1] .. ':' .. lane
  local mark = redis.call('HGET', KEYS[1] .. 'marks', field)
  if mark then redis.call('HSET', KEYS[1] .. 'marks', field, '|' .. string.match(mark, '|(.*)$')) end
end
return 1`;

/** ARGV group. Begins the group at the start of every stream. */
export const JOIN = `
redis.call('SADD', KEYS[1] .. 'groups', ARGV[1])
for _, lane in ipairs({'own', 'bulk'}) do
  for partition = 0, 63 do
    redis.pcall('XGROUP', 'CREATE', KEYS[1] .. lane .. ':' .. partition, ARGV[1], '0', 'MKSTREAM')
  end
end
return 1`;

/**
 * ARGV group, member, lease in ms, 'keep' while its handler is at work. Renews this member's leases; unless it keeps,
 * gives back what exceeds its fair share and takes what is free or expired, drawing a token at each taking.
 * Returns partition, token, partition, token, …
 */
export const LEASE = `${CLOCK}
local base, member, term, keep = prefix .. ARGV[1] .. ':', ARGV[2], tonumber(ARGV[3]), ARGV[4] == 'keep'
redis.call('ZREMRANGEBYSCORE', base .. 'members', '-inf', now)
redis.call('ZADD', base .. 'members', now + term, member)
local share = math.ceil(64 / redis.call('ZCARD', base .. 'members'))
local expires = string.format('%.0f', now + term)
local held = redis.call('HGETALL', base .. 'leases')
local leases, mine, count = {}, {}, 0
for at = 1, #held, 2 do
  local owner, token, ends = string.match(held[at + 1], '^(.*)|(%d+)|(%d+)$')
  leases[held[at]] = tonumber(ends) > now and owner
  if owner == member then
    if keep or count < share then
      count = count + 1
      mine[#mine + 1] = held[at]
      mine[#mine + 1] = token
      leases[held[at]] = member
      redis.call('HSET', base .. 'leases', held[at], member .. '|' .. token .. '|' .. expires)
    else
      redis.call('HDEL', base .. 'leases', held[at])
      leases[held[at]] = false
    end
  end
end
for partition = 0, 63 do
  local field = tostring(partition)
  if not keep and count < share and not leases[field] then
    local token = redis.call('INCR', base .. 'tokens')
    count = count + 1
    mine[#mine + 1] = field
    mine[#mine + 1] = tostring(token)
    redis.call('HSET', base .. 'leases', field, member .. '|' .. token .. '|' .. expires)
  end
end
return mine`;

/** ARGV group, member. Gives everything back. */
export const LEAVE = `
local base = KEYS[1] .. ARGV[1] .. ':'
redis.call('ZREM', base .. 'members', ARGV[2])
local held = redis.call('HGETALL', base .. 'leases')
for at = 1, #held, 2 do
  if string.match(held[at + 1], '^(.*)|%d+|%d+$') == ARGV[2] then redis.call('HDEL', base .. 'leases', held[at]) end
end
return 1`;

/**
 * ARGV group, member, count per stream, then (stream, partition, token, '0' for what was handed over before and not
 * acknowledged or '>')*; only where the lease still has the token. Marks and streams are read at one moment: a stream
 * that gives less than `count` of '>' was read up to the marks. Returns marks, [stream, [id, event, …], …], lost partitions.
 */
export const TAKE = `${CLOCK}
local group, member, count = ARGV[1], ARGV[2], ARGV[3]
local held, leases = redis.call('HGETALL', prefix .. group .. ':leases'), {}
for at = 1, #held, 2 do leases[held[at]] = held[at + 1] end
local call, ids, lost = {'XREADGROUP', 'GROUP', group, 'owner', 'COUNT', count, 'STREAMS'}, {}, {}
for at = 4, #ARGV, 4 do
  local owner, token = string.match(leases[ARGV[at + 1]] or '', '^(.*)|(%d+)|%d+$')
  if owner == member and token == ARGV[at + 2] then
    call[#call + 1] = prefix .. ARGV[at]
    ids[#ids + 1] = ARGV[at + 3]
  else
    lost[#lost + 1] = ARGV[at + 1]
  end
end
local marks, taken = redis.call('HGETALL', prefix .. 'marks'), {}
if #ids == 0 then return {marks, taken, lost} end
for _, id in ipairs(ids) do call[#call + 1] = id end
for _, stream in ipairs(redis.call(unpack(call)) or {}) do
  local entries = {}
  for _, entry in ipairs(stream[2]) do
    entries[#entries + 1] = entry[1]
    entries[#entries + 1] = entry[2] and entry[2][2] or ''
  end
  taken[#taken + 1] = string.sub(stream[1], #prefix + 1)
  taken[#taken + 1] = entries
end
return {marks, taken, lost}`;

/**
 * ARGV group, member, JSON of [{stream, partition, token, ids, whole}], position: where the streams stand that were read
 * whole. Only for partitions whose lease still has the token. Returns the partitions that are no longer this member's.
 */
export const ACKNOWLEDGE = `
local base = KEYS[1] .. ARGV[1] .. ':'
local held, leases = redis.call('HGETALL', base .. 'leases'), {}
for at = 1, #held, 2 do leases[held[at]] = held[at + 1] end
local lost, positions = {}, {}
for _, part in ipairs(cjson.decode(ARGV[3])) do
  local owner, token = string.match(leases[part.partition] or '', '^(.*)|(%d+)|%d+$')
  if owner == ARGV[2] and token == part.token then
    if #part.ids > 0 then redis.call('XACK', KEYS[1] .. part.stream, ARGV[1], unpack(part.ids)) end
    if part.whole then
      positions[#positions + 1] = part.stream
      positions[#positions + 1] = ARGV[4]
    end
  else
    lost[#lost + 1] = part.partition
  end
end
if #positions > 0 then redis.call('HSET', base .. 'positions', unpack(positions)) end
return lost`;

/** ARGV group. Returns now, [position, …] of the streams of each lane; most stand at the same, and each is given once. */
export const POSITIONS = `${CLOCK}
local reply = {string.format('%.0f', now)}
for _, lane in ipairs({'own', 'bulk'}) do
  local streams, seen, distinct = {}, {}, {}
  for partition = 0, 63 do streams[#streams + 1] = lane .. ':' .. partition end
  for _, position in ipairs(redis.call('HMGET', prefix .. ARGV[1] .. ':positions', unpack(streams))) do
    local text = position or '{}'
    if not seen[text] then
      seen[text] = true
      distinct[#distinct + 1] = text
    end
  end
  reply[#reply + 1] = distinct
end
return reply`;

/** ARGV count per stream, then stream*, then last id read*. Returns now, marks, [stream, [id, event, …], …], epoch. */
export const LISTEN = `${CLOCK}
redis.call('SET', prefix .. 'epoch', string.format('%.0f', now), 'NX')
local call, taken = {'XREAD', 'COUNT', ARGV[1], 'STREAMS'}, {}
local streams = (#ARGV - 1) / 2
for at = 2, #ARGV do call[#call + 1] = at <= streams + 1 and prefix .. ARGV[at] or ARGV[at] end
for _, stream in ipairs(streams > 0 and redis.call(unpack(call)) or {}) do
  local entries = {}
  for _, entry in ipairs(stream[2]) do
    entries[#entries + 1] = entry[1]
    entries[#entries + 1] = entry[2][2]
  end
  taken[#taken + 1] = string.sub(stream[1], #prefix + 1)
  taken[#taken + 1] = entries
end
return {string.format('%.0f', now), redis.call('HGETALL', prefix .. 'marks'), taken, redis.call('GET', prefix .. 'epoch')}`;

/**
 * ARGV ms that entries stay for those who listen without a group, ms between two trims. Removes what every group has
 * acknowledged and is old enough; nothing where a group is missing.
 */
export const TRIM = `${CLOCK}
if not redis.call('SET', prefix .. 'trimmed', '1', 'NX', 'PX', ARGV[2]) then return 0 end
local groups = redis.call('SCARD', prefix .. 'groups')
local removed = 0
if groups == 0 then return 0 end
local function before(one, other)
  local oneMs, oneSeq = string.match(one, '^(%d+)-(%d+)$')
  local otherMs, otherSeq = string.match(other, '^(%d+)-(%d+)$')
  if oneMs ~= otherMs then return tonumber(oneMs) < tonumber(otherMs) end
  return tonumber(oneSeq) < tonumber(otherSeq)
end
for _, lane in ipairs({'own', 'bulk'}) do
  for partition = 0, 63 do
    local stream = prefix .. lane .. ':' .. partition
    if redis.call('EXISTS', stream) == 1 then
      local keep = string.format('%.0f-0', now - tonumber(ARGV[1]))
      local infos = redis.call('XINFO', 'GROUPS', stream)
      if #infos == groups then
        for _, info in ipairs(infos) do
          local fields = {}
          for at = 1, #info, 2 do fields[info[at]] = info[at + 1] end
          local ms, seq = string.match(fields['last-delivered-id'], '^(%d+)-(%d+)$')
          local low = ms .. '-' .. string.format('%.0f', tonumber(seq) + 1)
          if fields['pending'] > 0 then low = redis.call('XPENDING', stream, fields['name'])[2] end
          if before(low, keep) then keep = low end
        end
        removed = removed + redis.call('XTRIM', stream, 'MINID', keep)
      end
    end
  end
end
return removed`;
