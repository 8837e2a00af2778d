import type { RoleMatrix, TreeNode } from '@ekinerja/contracts/skp-cascade';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { messages, renderPage, signedIn } from '../../testing/portal';
import { serve } from '../../testing/server';
import MatrixPage from './MatrixPage';
import { ResultTree } from './ResultTree';

// Searching by role is slow on a busy machine.
jest.setTimeout(60_000);

const matrix: RoleMatrix = {
  year: 2026, skpId: 's-0', skpStatus: 'draft',
  results: [{ id: 'r-1', title: 'Promosi kesehatan terlaksana', people: 0 }],
  people: [
    { employmentId: 'e-1', personName: 'Siti Aminah', postName: 'Pengelola', skpId: 's-1', skpStatus: 'draft', loose: [] },
    { employmentId: 'e-2', personName: 'Budi Santoso', postName: 'Pengelola', skpId: null, skpStatus: null, loose: [] },
  ],
  cells: [],
};
const node = (more: Partial<TreeNode>): TreeNode => ({
  kind: 'result', id: 'n-1', title: 'Derajat kesehatan meningkat', personName: 'dr. Hasanuddin', postName: 'Kepala Dinas', postKind: 'jpt', unitName: 'Dinas Kesehatan',
  status: 'determined', points: null, children: 1, ...more,
});

describe('the cascade on screen', () => {
  beforeAll(() => messages('skp'));
  beforeEach(() => signedIn(['evaluator', 'employee']));

  it('KS-8.1 an expectation is typed, picked up and put by keys, or given to all, or dropped', async () => {
    const api = serve({ 'GET /skp-cascade/matrix': () => matrix, 'POST /skp-expectations': () => [] });
    const user = userEvent.setup();
    renderPage(<MatrixPage />);
    await user.type(await screen.findByLabelText('Hasil kerja yang diharapkan'), 'Penyuluhan terlaksana');
    (screen.getByText('Tambah').closest('button') as HTMLButtonElement).focus();
    await user.keyboard('{Enter}');
    screen.getByLabelText('Taruh bagi Siti Aminah pada Promosi kesehatan terlaksana').focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(api.asked('POST /skp-expectations')).toHaveLength(1));
    expect(api.asked('POST /skp-expectations')[0]!.body).toEqual({ superiorResultId: 'r-1', employmentIds: ['e-1'], title: 'Penyuluhan terlaksana' });
    // The chip in the tray is dragged to Budi's cell.
    const chip = await screen.findByText('Penyuluhan terlaksana', { selector: 'button' });
    fireEvent.dragStart(chip);
    const cell = (await screen.findByLabelText('Taruh bagi Budi Santoso pada Promosi kesehatan terlaksana')).closest('td') as HTMLElement;
    fireEvent.dragOver(cell);
    fireEvent.drop(cell);
    await waitFor(() => expect(api.asked('POST /skp-expectations')).toHaveLength(2));
    expect(api.asked('POST /skp-expectations')[1]!.body).toMatchObject({ employmentIds: ['e-2'] });
  });

  it('KS-8.1 the tree opens, moves and closes by arrow keys', async () => {
    serve({ 'GET /skp-cascade/tree': () => ({ items: [node({ id: 'n-2', title: 'Layanan berjalan', personName: 'Nurhayati', children: 0 })], nextCursor: null }) });
    const user = userEvent.setup();
    renderPage(<ResultTree nodes={[node({})]} year={2026} />);
    const root = (await screen.findByText('Derajat kesehatan meningkat')).closest('li') as HTMLElement;
    root.focus();
    await user.keyboard('{ArrowRight}');
    const child = (await screen.findByText('Layanan berjalan')).closest('li') as HTMLElement;
    expect([root.getAttribute('aria-expanded'), child.getAttribute('aria-level')]).toEqual(['true', '2']);
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(child);
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(root.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByText('Layanan berjalan')).toBeNull();
  });
});
