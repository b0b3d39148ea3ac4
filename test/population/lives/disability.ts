import { addYears, type Day } from '../days.ts';
import type { Block } from '../world/block.ts';
import { isAliveOn } from '../world/model.ts';

const CATEGORIES = ['视力', '听力', '言语', '肢体', '肢体', '肢体', '智力', '精神', '多重'] as const;
const DEGREES = ['一级', '二级', '三级', '四级', '三级', '四级'] as const;

/** One person in sixteen is disabled and one in twenty-five holds a certificate of ten years, oftener in old age. */
export const disable = (block: Block): void => {
  const random = block.random('records');
  random.next();
  for (const person of block.people) {
    const isYoung = random.chance(0.3);
    const since: Day = Math.max(
      addYears(person.born, isYoung ? random.between(3, 30) : random.between(45, 80)) + random.between(0, 360),
      person.here,
      addYears(block.today, -18),
    );
    if (!random.chance(0.04) || since > block.today || !isAliveOn(person, since)) continue;
    const until = addYears(since, 10);
    person.disability = { category: random.pick(CATEGORIES), degree: random.pick(DEGREES), since, until };
  }
};
