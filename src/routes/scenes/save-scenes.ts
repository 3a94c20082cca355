import { writeScenes, type OwnScene } from '$lib/own-scenes';
import { saveFile } from '$lib/ui/save-file';

export function saveScenes(scenes: readonly OwnScene[]): void {
	const text = writeScenes(scenes, `${location.origin}/scenes/schema-1.json`);
	saveFile(new Blob([text], { type: 'application/json' }), 'scenes.json');
}
