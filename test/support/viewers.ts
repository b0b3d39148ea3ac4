import type { Viewer } from '../../schema/viewer.ts';

/** The day of the demonstration, on which every suite stands if it says nothing else. */
export const TODAY = '2026-11-22';

const nobody: Viewer = {
  role: 'public',
  client: 'portal',
  assurance: 2,
  subject: null,
  department: null,
  district: null,
  purpose: null,
  caseNo: null,
  actingFor: null,
  sources: [],
  today: TODAY,
};

export const asPublic: Viewer = { ...nobody, assurance: 1 };
export const asSystem: Viewer = { ...nobody, role: 'system', client: 'api', subject: 'tagging' };
export const asAnalyst: Viewer = { ...nobody, role: 'analyst', subject: 'analyst' };
export const asOperator: Viewer = { ...nobody, role: 'operator', subject: 'operator' };

export const asCitizen = (subject: string, more: Partial<Viewer> = {}): Viewer => ({
  ...nobody,
  role: 'citizen',
  subject,
  ...more,
});

/** Staff of a department in a district, for a purpose. */
export const asStaff = (department: string, district: string, purpose: string | null): Viewer => ({
  ...nobody,
  role: 'staff',
  subject: `${department}-${district}`,
  department,
  district,
  purpose,
});
