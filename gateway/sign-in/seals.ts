import { LRUCache } from 'lru-cache';
import type { Sealer } from '../../schema/seal.ts';
import type { Viewer } from '../../schema/viewer.ts';

export interface SealedViewer {
  viewer: Viewer;
  seal: string;
}

/** Seals once per key (session and errand), and again when a seal has less than `reserve` ms left. */
export const createSeals = (seal: Sealer, clock: () => Date, reserve: number) => {
  const sealed = new LRUCache<string, SealedViewer & { expiresAt: number }>({ max: 20_000 });
  return async (key: string, viewer: () => Viewer): Promise<SealedViewer> => {
    const known = sealed.get(key);
    if (known !== undefined && known.expiresAt - reserve > clock().getTime()) return known;
    const fresh = viewer();
    const entry = { viewer: fresh, ...(await seal(fresh)) };
    sealed.set(key, entry);
    return entry;
  };
};
