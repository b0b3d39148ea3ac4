import { yearOf } from '../days.ts';
import { hashOf } from '../random.ts';
import type { Block } from '../world/block.ts';
import { issue, type Licence } from './licence.ts';

/** A certificate for each owner of a home (民法典 article 217), cancelled when it was conveyed. */
export const propertyCertificates = (block: Block): Licence[] =>
  block.premises.flatMap((premise) =>
    premise.owners.map(({ owner, since, until }, index) => {
      const together = premise.owners.some((each) => each.owner !== owner && each.since === since);
      const number = String(
        hashOf(
          block.number,
          hashOf(premise.address.length, yearOf(since)),
          premise.owners.length * 7 + Math.round(premise.area * 10),
        ) % 10_000_000,
      ).padStart(7, '0');
      const licence = issue({
        kind: '不动产权证书',
        record: `BD${premise.id}${index}`,
        number: `沪（${yearOf(since)}）${premise.district.short}字不动产权第${number}号`,
        holder: owner.number,
        office: '上海市自然资源确权登记局',
        issued: since,
        years: null,
        more: {
          权利类型: '国有建设用地使用权/房屋所有权',
          用途: premise.use,
          建筑面积: premise.area,
          共有情况: together ? '共同共有' : '单独所有',
        },
      });
      if (until !== null) licence.changes.push({ day: until, status: '注销', ground: '不动产转移登记' });
      return licence;
    }),
  );
