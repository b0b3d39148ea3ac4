/** `transactions` reads what every registry does, and nothing beside. */
export { environment, readConfig } from '../kit/config.ts';
