const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
const COLUMNS = '公民身份号码,姓名,性别,出生日期,民族,国籍,政治面貌,文化程度,婚姻状况';

/** GB 11643: the number of somebody born on a day in a district, by its serial. */
const toIdNumber = (district: string, birthDate: string, serial: number): string => {
  const digits = `${district}${birthDate.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (WEIGHTS[at] ?? 0), 0);
  return `${digits}${CHECKS[sum % 11] ?? ''}`;
};

/** A drop of so many people whom nobody knew before, made up, all of one birth year. */
export const toCitizensDrop = (count: number): string => {
  const rows = Array.from({ length: count }, (_, at) => {
    const day = new Date(Date.UTC(1950, 0, 1 + Math.floor(at / 400))).toISOString().slice(0, 10);
    const serial = (at % 400) * 2 + 1;
    return `${toIdNumber('310101', day, serial)},测试某,男,${day},汉族,中国,群众,初中,`;
  });
  return `${COLUMNS}\n${rows.join('\n')}\n`;
};
