import { isLetter } from '$lib/ui/keys';

export type Command = 'fullScreen' | 'colours' | 'blank' | 'code' | 'story' | 'time' | 'moreTime';

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

export function commandOf(event: Pressed): Command | null {
	if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return null;
	if (isLetter(event, 'f')) return 'fullScreen';
	if (isLetter(event, 'd')) return 'colours';
	if (isLetter(event, 's')) return 'story';
	if (isLetter(event, 't')) return 'time';
	if (event.key === '+') return 'moreTime';
	// Clickers send a full stop to blank a screen.
	if (isLetter(event, 'b') || event.key === '.') return 'blank';
	return isLetter(event, 'q') ? 'code' : null;
}
