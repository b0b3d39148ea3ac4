import { z } from 'zod';

/** The environment of a process, as Node gives it. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Variables by name, each described; what a `config.ts` exports as `environment`. */
export type Environment = z.ZodObject<Readonly<Record<string, z.ZodType>>>;

/** What a process starts from is missing or wrong; the message names it, and is fit to be printed without a stack. */
export class EnvironmentError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EnvironmentError';
  }
}

/** Reads and checks variables, of which an empty one is not set. Throws an EnvironmentError. */
export const readVariables = <E extends Environment>(environment: E, variables: Variables): z.infer<E> => {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new EnvironmentError(`The environment is wrong.\n${problems.join('\n')}`);
};

/** A secret that a process makes up for itself in development. Throws an EnvironmentError in production. */
export const refuseInProduction = (isProduction: boolean, what: string, variable: string): void => {
  if (isProduction) throw new EnvironmentError(`${what} is refused when NODE_ENV=production: set ${variable}.`);
};

/** Listens, and says what to set when the port is taken or may not be. Throws an EnvironmentError. */
export const listenOrRefuse = async (port: number, listen: () => Promise<string>): Promise<string> => {
  try {
    return await listen();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new EnvironmentError(`Port ${port} is taken: set PORT to another one.`);
    if (code === 'EACCES') throw new EnvironmentError(`Port ${port} is not for this user: set PORT to another one.`);
    throw error;
  }
};

/** Ends the process with the message alone when the environment is wrong; for the files where processes begin. */
export const orRefuse = async <T>(start: () => T | Promise<T>): Promise<T> => {
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    console.error(error.message);
    return process.exit(1);
  }
};

export const nodeEnvironment = z.enum(['development', 'test', 'production']).default('development');

const shown = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** Lines for `.env.example`: each variable with its description and its default. */
export const toExample = (environment: Environment): string =>
  Object.entries(environment.shape)
    .map(([name, variable]) => {
      const byDefault = variable.safeParse(undefined);
      return `# ${variable.description ?? ''}\n${name}=${byDefault.success ? shown(byDefault.data) : ''}\n`;
    })
    .join('\n');
