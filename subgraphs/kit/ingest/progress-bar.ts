const WIDTH = 30;

/** One line that is drawn over: `[########------] 27 % · 20,000 rows`. */
export const toProgressBar = ({ rows, share }: { rows: number; share: number }): string => {
  const done = Math.round(share * WIDTH);
  return `[${'#'.repeat(done)}${'-'.repeat(WIDTH - done)}] ${Math.round(share * 100)} % · ${rows.toLocaleString('en')} rows`;
};
