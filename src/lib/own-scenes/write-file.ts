import { OWN_SCENES_VERSION, type OwnScene } from './schema';

/** @param schema where its JSON Schema is served, for editors that read it */
export function writeScenes(scenes: readonly OwnScene[], schema?: string): string {
	const file = { ...(schema && { $schema: schema }), schemaVersion: OWN_SCENES_VERSION, scenes };
	return `${JSON.stringify(file, null, '\t')}\n`;
}
