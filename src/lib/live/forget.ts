import { Device } from '../device';
import { remove } from './request';
import { SEATS_PREFIX, seatSlot } from './saved';

/**
 * Forgets a workshop on this device: the cookie first, since a seat that still has one comes back with its answers.
 * @returns whether it is forgotten; without a network nothing is
 */
export async function forgetSeat(device: Device, code: string): Promise<boolean> {
	const reply = await remove(`/w/${code}/seat`);
	if (!reply?.ok) return false;
	forgetAnswers(device, code);
	return true;
}

/** Forgets what this device keeps of a workshop, its cookie apart. */
export function forgetAnswers(device: Device, code: string): void {
	device.removeAll(seatSlot(code).key);
}

/** Forgets a workshop that was deleted on the server. Its cookie goes as soon as there is a network. */
export function buryWorkshop(device: Device, code: string): void {
	forgetAnswers(device, code);
	void remove(`/w/${code}/seat`);
}

/** The same in the browser that runs this. */
export function buryHere(code: string): void {
	buryWorkshop(new Device(() => window.localStorage), code);
}

/** Gives back the cookies of all seats that this device knows, before everything on it is deleted. */
export function giveBackSeats(device: Device): void {
	const codes = device.keys(SEATS_PREFIX).map((key) => key.slice(SEATS_PREFIX.length).split(':')[0]);
	for (const code of new Set(codes)) void remove(`/w/${code}/seat`);
}
