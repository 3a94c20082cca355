import * as v from 'valibot';
import { KEY_PREFIX, type Slot } from '$lib/device';

const MastodonSchema = v.object({ schemaVersion: v.literal(1), server: v.string() });

export const mastodonSlot: Slot<v.InferOutput<typeof MastodonSchema>> = {
	key: `${KEY_PREFIX}mastodon`,
	schema: MastodonSchema,
	migrations: []
};
