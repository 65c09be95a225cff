/** What a file that a reader brings along may be; each is checked while reading, never from what the file says of itself. */
export const OWN_LIMITS = {
	/** Read whole in memory, several times over, beside a map: more stops a telephone. */
	fileBytes: 50_000_000,
	/** Four times the file: what a workbook of 100,000 rows comes to. */
	unzippedBytes: 200_000_000,
	/** Sheets of one repeated value reach some 100; a bomb of zeros reaches 1,032. */
	inflation: 200,
	/** A small part may repeat itself as it likes: it is small. */
	inflationFrom: 8_000_000,
	/** Sixty times the communes. */
	rows: 100_000,
	columns: 200,
	/** Positions [longitude, latitude] of all shapes together. */
	coordinates: 2_000_000,
	/** What a cell of a spreadsheet holds. */
	cellCharacters: 32_767,
	/** Thirty times what a file of 50 MB takes on a machine with two cores. */
	milliseconds: 60_000
} as const;
