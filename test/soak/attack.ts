import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inheritedEnvironment } from '../support/config.ts';

/** The attack table with every rule there is taken away in turn, of each department's duties too. */
export const soak = async (): Promise<boolean> => {
  const child = spawn('npm', ['test', '--', 'test/federation/attack'], {
    env: { ...inheritedEnvironment(), ONEFILE_TEST_EVERY_DUTY: '1' },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
};
