import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { describeWithChromium } from '../../support/chromium.ts';
import { createStubGateway } from './stub-gateway.ts';

describeWithChromium('the portal in a browser', (open) => {
  const { app, asked } = createStubGateway();
  let address: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  let hosts: Set<string>;

  const watch = (watched: Page) => {
    watched.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    watched.on('pageerror', (error) => complaints.push(error.message));
    watched.on('request', (request) => hosts.add(new URL(request.url()).host));
  };

  const openPage = async (options: Parameters<Browser['newContext']>[0] = {}) => {
    context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1360, height: 900 }, ...options });
    context.on('page', watch);
    page = await context.newPage();
    await page.goto(address);
    await page.locator('[data-root="me"] h3').waitFor();
  };

  beforeAll(async () => {
    address = await app.listen({ port: 0, host: '127.0.0.1' });
    browser = await open();
  });
  beforeEach(() => {
    complaints = [];
    hosts = new Set();
    asked.length = 0;
  });
  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
    expect([...hosts]).toEqual([new URL(address).host]);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it('shows the file of the person that is chosen, with the token that is theirs', async () => {
    await openPage();
    await page.click('[data-person="shen-jianguo"]');
    await page.locator('#status', { hasText: 'Shen Jianguo' }).waitFor();
    expect(asked.at(-1)?.headers['authorization']).toBe('Bearer token-of-shen-jianguo');
    const titles = await page.locator('[data-root="me"] h4').allTextContents();
    expect(titles).toEqual([
      'Person',
      'Family',
      'Household',
      'Residence',
      'Schooling',
      'Enterprises',
      'Tags',
      'Licences',
      'Daily life',
      'Applications',
      'Appointments',
      'Objections',
      'Who read my file',
    ]);
    expect(await page.locator('[data-root="me"] .withheld').allTextContents()).toContain('not shared with you');
    expect(await page.locator('#query').textContent()).toContain('query Homepage');
    expect(await page.locator('#json').textContent()).toContain('"name": "林晓梅"');
    expect(await page.locator('#headers').textContent()).not.toContain('token-of');
  });

  it('says of a tag why it holds, and names the licence that decides', async () => {
    await openPage();
    const tag = page.locator('[data-root="me"] li', { hasText: 'Licence expiring' });
    await tag.waitFor();
    const text = await tag.innerText();
    expect(text).toContain('From licence (from 2026-10-02 until 2026-12-31).');
    expect(text).toContain('Exit-entry permit to Hong Kong and Macau C5***2345 until 30 December 2026');
    expect(text).toContain('Used for: Reminders of renewal. · version 1 of the rule');
  });

  it('switches the language of the page, the people and the file, and remembers it', async () => {
    await openPage();
    await page.locator('[data-person="shen-jianguo"]', { hasText: /^Shen Jianguo.*Pensioner/ }).waitFor();
    await page.click('button[data-language="zh"]');
    await page.locator('[data-person="shen-jianguo"]', { hasText: /^沈建国.*退休老人/ }).waitFor();
    expect(await page.locator('h1').innerText()).toBe('一人一档，一企一档');
    expect(await page.locator('[data-root="me"] h4').first().textContent()).toBe('个人信息');
    await page.reload();
    await page.locator('[data-root="me"] h4', { hasText: '个人信息' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
  });

  it('has an officer state a purpose, find an enterprise and read its file', async () => {
    await openPage();
    await page.click('[data-person="market-officer-xuhui"]');
    await page.locator('[data-root="enterprise"] h3', { hasText: '上海明梅餐饮管理有限公司' }).waitFor();
    await page.fill('#term', '91310104MA1FPAA18P');
    await page.press('#term', 'Enter');
    await page.locator('[data-root="enterprise"]').waitFor();
    const questions = asked.filter(({ variables }) => variables['search'] === '91310104MA1FPAA18P');
    expect(questions).toHaveLength(1);
    expect(questions[0]?.headers['x-onefile-purpose']).toBe('enterprise-supervision');
  });

  it.each([
    ['analyst', 'dataCatalogue', 'Citizen.phone'],
    ['nobody', 'services', 'New food business permit'],
    ['police-officer-xuhui', 'findCitizen', 'Person'],
  ])('shows the %s what is theirs', async (person, root, title) => {
    await openPage();
    await page.click(`[data-person="${person}"]`);
    await page.locator(`[data-root="${root}"] h4`, { hasText: title }).first().waitFor();
  });

  it('finds a service for whoever has not signed in: who renders it, what to bring, and the nearest office', async () => {
    await openPage();
    await page.click('[data-person="nobody"]');
    await page.fill('#term', 'kfd');
    await page.press('#term', 'Enter');
    const found = page.locator('[data-root="services"] section');
    await found.first().waitFor();
    expect(asked.at(-1)?.variables).toMatchObject({ search: 'kfd' });
    expect(asked.at(-1)?.headers['authorization']).toBeUndefined();
    await found.locator('summary', { hasText: 'What to bring (2)' }).click();
    expect(await found.locator('li').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^营业执照 an e-licence proves it/)]),
    );
    await found.locator('summary', { hasText: 'Nearest offices' }).click();
    expect(await found.locator('li', { hasText: 'Huangpu service centre' }).innerText()).toContain(
      '12 minutes waiting',
    );
    expect(await found.locator('.note').innerText()).toContain('rated 4.2 / 5');
  });

  it('shows the operator the sources in a table, who is late first', async () => {
    await openPage();
    await page.click('[data-person="operator"]');
    await page.locator('[data-root="sources"] tbody tr').first().waitFor();
    const rows = await page.locator('[data-root="sources"] tr').allInnerTexts();
    expect(rows.map((row) => row.split(/\s*[\t\n]\s*/))).toEqual([
      expect.arrayContaining(['Source', 'Responsible', 'Last arrival', 'State', 'Rows', 'Quarantined', 'Completeness']),
      expect.arrayContaining(['Registrations', 'Market regulation', 'late', '74,837', '1,313', '85.4%', '98.2%']),
      expect.arrayContaining(['Contact data', 'Public security', 'not yet']),
    ]);
  });

  it('follows the address back, forward, and when somebody else is typed into it', async () => {
    await openPage();
    await page.click('[data-person="shen-jianguo"]');
    await page.locator('#status', { hasText: 'Shen Jianguo' }).waitFor();
    await page.goBack();
    await page.locator('#status', { hasText: 'Lin Xiaomei' }).waitFor();
    await page.goForward();
    await page.locator('#status', { hasText: 'Shen Jianguo' }).waitFor();
    await page.evaluate("location.hash = '#operator'");
    await page.locator('[data-root="sources"]').waitFor();
    await page.evaluate("location.hash = '#people-heading'");
    expect(await page.locator('[data-person][aria-current]').getAttribute('data-person')).toBe('operator');
  });

  it('shows the board without a sideways scroll on a phone, each value under its name', async () => {
    await openPage({ viewport: { width: 390, height: 844 } });
    await page.click('[data-person="operator"]');
    await page.locator('[data-root="sources"] tbody tr').first().waitFor();
    const { overflow, heads, label } = await page.evaluate<{ overflow: number; heads: string; label: string }>(
      `({ overflow: document.documentElement.scrollWidth - innerWidth,
          heads: getComputedStyle(document.querySelector('.board thead')).display,
          label: getComputedStyle(document.querySelector('.board td'), '::before').content })`,
    );
    expect({ overflow, heads, label }).toEqual({ overflow: 0, heads: 'none', label: '"Responsible"' });
  });

  it('stacks the panes of GraphiQL on a phone, with the way back in sight', async () => {
    await openPage({ viewport: { width: 390, height: 844 } });
    const [graphiql] = await Promise.all([context.waitForEvent('page'), page.click('#graphiql')]);
    await graphiql.locator('.result-window', { hasText: '"path"' }).waitFor();
    const boxOf = async (selector: string) => {
      const box = await graphiql.locator(selector).first().boundingBox();
      if (box === null) throw new Error(`${selector} is not to be seen.`);
      return box;
    };
    const [back, editors, response] = [
      await boxOf('.back-to-portal'),
      await boxOf('.graphiql-editors'),
      await boxOf('.graphiql-response'),
    ];
    expect(editors.width).toBeGreaterThan(330);
    expect(response.width).toBeGreaterThan(330);
    expect(response.height).toBeGreaterThan(200);
    expect(back.y + back.height).toBeLessThanOrEqual(editors.y);
    expect(editors.y + editors.height).toBeLessThanOrEqual(response.y);
    expect(response.y + response.height).toBeLessThanOrEqual(844);
  });

  it('opens GraphiQL with query and headers, answers there, and leaves the token in no address', async () => {
    await openPage();
    const [graphiql] = await Promise.all([context.waitForEvent('page'), page.click('#graphiql')]);
    await graphiql.locator('.result-window', { hasText: '林晓梅' }).waitFor();
    expect(graphiql.url()).toBe(`${address}/graphiql`);
    expect(asked.at(-1)?.headers['authorization']).toBe('Bearer token-of-lin-xiaomei');
    await graphiql.click('[aria-label="Show Documentation Explorer"]');
    await graphiql.locator('.graphiql-doc-explorer', { hasText: 'Root Types' }).waitFor();
  });

  it('fits a phone, and leads to the answer after a tap', async () => {
    await openPage({ viewport: { width: 360, height: 740 }, hasTouch: true });
    await page.tap('[data-person="shen-jianguo"]');
    await page.locator('#status', { hasText: 'Shen Jianguo' }).waitFor();
    const { overflow, top } = await page.evaluate<{ overflow: number; top: number }>(
      `({ overflow: document.documentElement.scrollWidth - innerWidth,
          top: document.querySelector('#answer-heading').getBoundingClientRect().top })`,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(740);
  });
});

describeWithChromium('the portal in production', (open) => {
  it('says how to sign in, lists nobody, and shows services to anyone', async () => {
    const { app } = createStubGateway({ isDevelopment: false });
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const browser = await open();
    try {
      const page = await browser.newPage({ locale: 'en-GB' });
      await page.goto(address);
      await page.locator('[data-root="services"]').waitFor();
      expect(await page.locator('#sign-in').isVisible()).toBe(true);
      expect(await page.locator('.person').count()).toBe(1);
      expect(await page.locator('a[href^="/graphiql"]:visible').count()).toBe(0);
    } finally {
      await browser.close();
      await app.close();
    }
  });
});
