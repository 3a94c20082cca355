import { describe, expect, test } from 'vitest';
import { FakeBrowser } from '../device/browser.fake';
import { emptyScene, IN_FILE, ownWords, withOption, type OwnScene, type OwnSceneId } from '../own-scenes';
import { SceneLibrary } from './library.svelte';
import { scenesSlot } from './saved';

function open(browser = new FakeBrowser()) {
	const tab = browser.openTab();
	return { browser, tab, library: new SceneLibrary(tab.device) };
}

/** Two tabs of one browser that tell each other what they write. */
function openTwice() {
	const { browser, tab, library: a } = open();
	const other = browser.openTab();
	const b = new SceneLibrary(other.device);
	a.listen(tab.window);
	b.listen(other.window);
	const hear = () => [tab, other].forEach((each) => each.hear());
	return { browser, a, b, hear };
}

const type =
	(field: 'title' | 'stem', text: string) =>
	(scene: OwnScene): OwnScene => ({
		...scene,
		words: { ...scene.words, en: { ...ownWords(scene), [field]: text } }
	});

function added(library: SceneLibrary, title = ''): OwnSceneId {
	const id = library.add('en');
	if (!id) throw new Error('no room');
	if (title) library.edit(id, type('title', title));
	return id;
}

const titles = ({ scenes }: SceneLibrary) => scenes.map((scene) => ownWords(scene).title);

describe('scenes on a device', () => {
	test('are none at first, and looking writes nothing', () => {
		const { browser, library } = open();
		expect(library.scenes).toEqual([]);
		expect(browser.kept.size).toBe(0);
	});

	test('are there again in the next visit, each step of them', () => {
		const { browser, library } = open();
		const first = added(library, 'First');
		added(library, 'Second');
		library.duplicate(first);
		library.move(first, 2);
		expect(titles(library)).toEqual(['First', 'Second', 'First']);
		expect(new SceneLibrary(browser.reload()).scenes).toEqual(library.scenes);
	});

	test('stay where they are at either end', () => {
		const { library } = open();
		const [first, last] = [added(library, 'First'), added(library, 'Last')];
		library.move(first, -1);
		library.move(last, 1);
		expect(titles(library)).toEqual(['First', 'Last']);
		expect(library.canUndo).toBe(true);
	});

	test('are taken in whole, or not at all', () => {
		const { library } = open();
		added(library, 'Mine');
		const coming = Array.from({ length: IN_FILE.scenes }, (_, i) => emptyScene(`own-${i}`, 'en'));
		expect(library.take(coming)).toBeNull();
		expect([titles(library), library.notice]).toEqual([['Mine'], 'noRoom']);
		expect(library.take(coming.slice(1))?.added).toHaveLength(IN_FILE.scenes - 1);
		expect(library.add('en')).toBeNull();
	});
});

describe('undoing', () => {
	test('takes back step after step, and brings them back', () => {
		const { library } = open();
		const id = added(library, 'First');
		library.remove(id);
		expect(titles(library)).toEqual([]);
		library.undo();
		expect(titles(library)).toEqual(['First']);
		library.undo();
		expect(titles(library)).toEqual(['']);
		library.redo();
		library.redo();
		expect([titles(library), library.canRedo]).toEqual([[], false]);
	});

	test('takes what was typed into one field as one step, until it is left', () => {
		const { library } = open();
		const id = added(library);
		for (const text of ['A', 'Ab', 'Abc']) library.edit(id, type('title', text), 'title');
		library.settle();
		library.edit(id, type('title', 'Abcd'), 'title');
		library.undo();
		expect(titles(library)).toEqual(['Abc']);
		library.undo();
		expect(titles(library)).toEqual(['']);
	});

	test('forgets what was undone once something new is done', () => {
		const { library } = open();
		const id = added(library, 'First');
		library.undo();
		library.edit(id, type('title', 'Other'));
		expect(library.canRedo).toBe(false);
	});
});

describe('the last step', () => {
	test('is the same until another one is done, and again when that one is undone', () => {
		const { library } = open();
		const id = added(library, 'First');
		library.remove(id);
		const deletion = library.lastStep;
		library.remove(id);
		expect(library.lastStep).toBe(deletion);
		added(library);
		expect(library.lastStep).not.toBe(deletion);
		library.undo();
		expect(library.lastStep).toBe(deletion);
		library.undo();
		expect([titles(library), library.lastStep === deletion]).toEqual([['First'], false]);
	});
});

describe('two tabs', () => {
	test('add to one list', () => {
		const { browser, a, b, hear } = openTwice();
		added(a, 'From a');
		added(b, 'From b');
		hear();
		for (const library of [a, b, new SceneLibrary(browser.reload())])
			expect(titles(library)).toEqual(['From a', 'From b']);
	});

	test('write in two fields of one scene, and both stay', () => {
		const { a, b, hear } = openTwice();
		const id = added(a, 'Title');
		hear();
		a.edit(id, type('title', 'Title of a'), 'title');
		b.edit(id, type('stem', 'Story of b'), 'stem');
		a.edit(id, type('title', 'Title of a!'), 'title');
		hear();
		expect(b.scenes).toEqual(a.scenes);
		expect(ownWords(a.scenes[0] as OwnScene)).toMatchObject({ title: 'Title of a!', stem: 'Story of b' });
		a.undo();
		expect(ownWords(a.scenes[0] as OwnScene)).toMatchObject({ title: 'Title', stem: 'Story of b' });
	});

	test('undo what they did themselves', () => {
		const { a, b, hear } = openTwice();
		const id = added(a, 'One');
		hear();
		b.edit(id, withOption);
		added(b, 'Two');
		hear();
		a.undo();
		expect(titles(a)).toEqual(['', 'Two']);
		b.undo();
		hear();
		expect(titles(a)).toEqual(['', '']);
	});

	test('do not bring back what the other one deleted', () => {
		const { a, b, hear } = openTwice();
		const id = added(a, 'One');
		hear();
		b.remove(id);
		expect(a.edit(id, type('title', 'Late'))).toBe(true);
		expect([titles(a), titles(b)]).toEqual([[], []]);
	});
});

describe('a device that does not save', () => {
	test('is spoken of, keeps the work of this tab, and saves all of it once there is room', () => {
		const { browser, library } = open();
		added(library, 'Saved');
		browser.capacity = 0;
		const id = added(library, 'Unsaved');
		expect(library.notice).toBe('full');
		library.edit(id, type('stem', 'More'));
		expect(titles(library)).toEqual(['Saved', 'Unsaved']);
		expect(titles(new SceneLibrary(browser.reload()))).toEqual(['Saved']);
		browser.capacity = Number.POSITIVE_INFINITY;
		library.edit(id, type('stem', 'And more'));
		expect(library.notice).toBeNull();
		expect(new SceneLibrary(browser.reload()).scenes).toEqual(library.scenes);
	});

	test('loses nothing to another tab that wrote meanwhile', () => {
		const { browser, library } = open();
		const other = new SceneLibrary(browser.reload());
		browser.refusal = new DOMException('', 'SecurityError');
		added(library, 'Unsaved');
		expect(library.notice).toBe('forbidden');
		browser.refusal = null;
		added(other, 'Elsewhere');
		added(library, 'Saved');
		expect(titles(new SceneLibrary(browser.reload())).toSorted()).toEqual(['Elsewhere', 'Saved', 'Unsaved']);
	});

	test('deletes all, with what was set aside, and brings back what can be read', () => {
		const browser = new FakeBrowser();
		browser.kept.set(scenesSlot.key, '{"schemaVersion":1,"scenes":[{}]}');
		const { library } = open(browser);
		expect([library.notice, library.hasSetAside]).toEqual(['setAside', true]);
		added(library, 'New');
		library.removeAll();
		expect([...browser.kept.keys()]).toEqual([]);
		expect([library.notice, library.hasSetAside]).toEqual([null, false]);
		library.undo();
		expect(titles(new SceneLibrary(browser.reload()))).toEqual(['New']);
	});

	test('deletes what was set aside where there is nothing else', () => {
		const browser = new FakeBrowser();
		browser.kept.set(scenesSlot.key, 'damaged');
		const { library } = open(browser);
		library.removeAll();
		expect([...browser.kept.keys()]).toEqual([]);
		expect([library.notice, library.hasSetAside, library.canUndo]).toEqual([null, false, false]);
	});

	test('holds something unreadable: it is set aside, and said', () => {
		const browser = new FakeBrowser();
		browser.kept.set(scenesSlot.key, '{"schemaVersion":1,"scenes":[{}]}');
		const { library } = open(browser);
		expect(library.notice).toBe('setAside');
		added(library, 'New');
		expect([...browser.kept.keys()]).toContain(`${scenesSlot.key}:set-aside`);
		expect(titles(new SceneLibrary(browser.reload()))).toEqual(['New']);
	});
});
