declare module 'mapshaper' {
	const mapshaper: {
		/** Runs a command line on files given by name, and returns the files it would write, by name. */
		applyCommands(commands: string, files: Record<string, unknown>): Promise<Record<string, string | Uint8Array>>;
	};
	export default mapshaper;
}
