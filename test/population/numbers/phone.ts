/** Mobile numbers under 164, which no operator has been given: a number of its own for each of 100 million serials. */
export const toPhone = (serial: number): string =>
  `164${String((serial * 48_271 + 1_234_567) % 100_000_000).padStart(8, '0')}`;
