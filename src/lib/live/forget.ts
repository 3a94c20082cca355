import { Device } from '../device';
import { remove } from './request';
import { SEATS_PREFIX, seatSlot } from './saved';

/** Deletes the cookie first: a seat that still has one comes back with its answers. Returns false, and deletes nothing, without a network. */
export async function forgetSeat(device: Device, code: string): Promise<boolean> {
	const reply = await remove(`/w/${code}/seat`);
	if (!reply?.ok) return false;
	forgetAnswers(device, code);
	return true;
}

export function forgetAnswers(device: Device, code: string): void {
	device.removeAll(seatSlot(code).key);
}

export function buryWorkshop(device: Device, code: string): void {
	forgetAnswers(device, code);
	void remove(`/w/${code}/seat`);
}

export function buryHere(code: string): void {
	buryWorkshop(new Device(() => window.localStorage), code);
}

/** Deletes the cookies of all seats that this device knows; call it before their keys are deleted. */
export function giveBackSeats(device: Device): void {
	const codes = device.keys(SEATS_PREFIX).map((key) => key.slice(SEATS_PREFIX.length).split(':')[0]);
	for (const code of new Set(codes)) void remove(`/w/${code}/seat`);
}
